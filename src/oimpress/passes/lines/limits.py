"""What the passes over lines measure, in one place; tests/passes/lines/test_thresholds.py has a page for each."""

from __future__ import annotations

# boxes
TALLEST_BOX = 40  # lines of a box that signs draw

# duplicates
COPY_HEAD = 20  # characters that copies share however they were typed; a quick look before the long one
SHORTEST_COPY = 40  # characters: shorter lines may repeat with good reason

# wrapping
LINE_TAIL = 16  # characters at a line's end that tell how it ends
TIDY_WIDTH = 67  # columns that `wrap: 68` lets a line have, tags included (Tidy 5.6, 9,000 lines)
LONGEST_WRAPPED = 130  # a line of text longer than this was not wrapped to be read
OVERLONG = 1.25  # times the width: no wrapper lets a line become so long
SHORTEST_WRAPPED = 20  # characters of a line that a wrapper can have broken
LEAST_BROKEN = 2  # sentences that go on in the next line, before lines are wrapped
BROKEN_SHARE = 0.25  # of the lines, which these are at least
LEAST_EXPLAINED = 0.5  # of the breaks in mid-sentence that a wrapper had to make, or lines are ragged

# unwrap
LONGER_THAN_SURE = 1.3  # times the longest sure paragraph: what is above has a break that was doubted
LONGEST_PARAGRAPH = 2500  # characters of a paragraph where none is sure
MISFITS = 0.1  # of the lines: inline tags, which are gone, account for a few

# breaks
LEAST_CUT = 40  # characters of an item's line that was cut, not ended
HANGING = 2  # columns by which the lines of an item stand farther in than its label

# parted
FEWEST_STRETCHES = 3  # between blank lines
LEAST_WIDTH = 50  # characters of the longest line of a wrapped paragraph
SHORT_SHARE = 0.6  # of the longest line: one that ends before it may end a paragraph, or be a heading
FULL_SHARE = 0.75  # of the lines of a wrapped paragraph, which reach at least half as far as the longest
MOST_ENDED = 0.25  # of the line ends inside paragraphs, where a sentence ends before a line is full

LEAST_ROOM = 6  # columns that a line lacks, and more, where somebody ended it
FEWEST_FILLED = 8  # line ends inside paragraphs that tell whether a program filled the lines

# side_by_side
LEAST_ROWS = 3  # lines with a cell in both columns
LEAST_COLUMN = 20  # characters of a cell in a column of prose, on average

# columns
MOST_COLUMNS = 6  # columns: text with more gaps is justified
LONGEST_ROW = 200  # characters of a line in columns

# menu
LEAST_TOKENS = 3  # tokens that make a menu
LABEL_WORDS = 7  # a menu label is a few words; a line above that which stands twice is a title
LABEL_LENGTH = 60
LONGEST_ODD = 300  # characters of a line inside a menu that fits no rule
MOST_ODD = 3  # such lines in a row
FORESEEN = 8  # tokens looked at to see whether a menu goes on
LONGEST_MENU = 400  # lines of a menu at the head
LONGEST_FOOT = 80  # lines of a menu at the end of a page
LONGEST_TITLE = 260
LEAST_TEXT = 80  # characters: a line above it can be a text that a menu leaves
LEAST_WRAPPED = 40  # characters of a line of a text that was wrapped
CASELESS_GLUE = 20  # characters that a sentence has at least, in a script without capitals

# copied
LONGEST_TOP = 40  # lines among which the top of a copied page stands
LEAST_SIGNS = 3  # signposts and sections that show a copied page which does not say the way to it
FEW_WORDS = 3  # words of an entry that may hold a verb: « Faire un don »
LEAST_ROW = 3  # entries of a menu in one line

# furniture
LONGEST_PHRASE = 500  # characters of a cookie bar's sentence
LEAST_HEADED = 80  # characters of a paragraph that a line heads which could be a link of a page
SWALLOWED_TITLE = 200  # characters of a first line that is no title: the menu may have taken it

# learned
LEAST_DOCUMENTS = 3
LEAST_SHARE = 0.2  # of the documents
SHARED_REACH = 12  # lines after the menu, and before the end, that are looked at
LONGEST_SHARED = 90
