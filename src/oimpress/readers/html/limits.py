"""What the reader of pages measures, in one place; tests/readers/test_thresholds.py has a page for each."""

from __future__ import annotations

# advice
LEAST_TOLD = 20  # letters and digits of a line that can be told from others

# agreed
LEAST_READ = 300  # letters and digits of a second reading that is asked, and of a box that says something of its own
MOST_TAKEN = 0.5  # of the prose where it takes something, and of the blocks of a kind
LEAST_STANDFIRST = 50  # characters of a sentence above the first paragraph that may be its standfirst
LONGEST_LABEL = 80  # characters of what can be a label
CARD_LINES = 4  # short lines that belong to one with an address or a number
DAYS_OF_TEASERS = 3  # days on lines of their own behind a text: they are those of other texts
LONGEST_MENU = 4  # lines of nothing but links between a text and a contact of its own
FURTHEST_CONTACT = 16  # blocks from a text, or from the contact before it, to a contact of its own

# article
ARTICLE_SHARE = 0.5  # of the prose at hand that the article must hold to be the article
LONGEST_LEAD = 120  # characters of a line above the title that may belong to it

# beside
LONGEST_BOX = 800  # characters of a box of contacts beside an article

# blocks
LONGEST_CAPTION = 600  # characters of a box around a picture that are its caption

# bylines
LONGEST_BYLINE = 220  # characters of a line that says who wrote it

# days
HEAD_LINES = 6  # lines of the flow in which a release tells its own day

# figures
SMALLEST_PHOTOGRAPH = 100  # pixels a side, where a page says it: less is an icon

# fragment
LARGEST_FRAGMENT = 1_000_000  # bytes looked at
LEAST_BLOCKS = 2  # elements that hold paragraphs, headings or items

# furniture
LONGEST_CATEGORY = 40  # characters of a category's name
LEAST_PROSE = 300  # characters outside links: an element with as much is text, whatever its class says
LEAST_LINKS = 3  # links that make a menu; fewer may close an article
LARGEST_FURNITURE = 0.5  # of the prose of a page or an article: what holds as much is no furniture

# notes
NAMED_AROUND = 2  # elements around a call that may bear its name

# office
DEEPEST_LIST = 8  # levels of a list of Word

# page
LITTLE = 200  # characters of a page's text: with a password field and less the page asks for a log-in

# sections
LONGEST_OPENING = 100  # characters of what heads a part
LONGEST_SIGNPOST = 180  # characters of a line that can lead elsewhere, blanks not counted
LINKED_LABEL = 24  # characters of the words before a list of links
FORM_BOX = 200  # characters around a form for an address
LONGEST_TEASER = 300  # characters below the linked heading of a teaser

# stated
DEEPEST_JSON = 6  # objects inside objects of JSON-LD
LONGEST_DAY = 40  # characters of a day written for people

# styles
LONGEST_SHEET = 200_000  # characters of a style sheet that are looked at

# surtitle
LEAST_SUBTITLE = 3  # words in small letters that end a title and are its subtitle
STEPS_AROUND = 3  # elements around a title, and before it in each, that may say what kind of text it heads

# tables
LONGEST_CELL = 600  # characters of a cell: a table with a longer one, and no header cells, lays out a page
LONG_CELL = 300  # the same, of one cell that says most of what the table says
LONG_SHARE = 0.6  # of what the table says
WIDEST = 40  # most columns that one cell may span
TALLEST = 400  # most rows that one cell may span

# tree
DEEPEST = 48  # elements inside elements; below it only text counts, as in pages whose tags were never closed
