"""What the passes over the head measure, in one place; tests/passes/head/test_thresholds.py has a page for each."""

from __future__ import annotations

# covering
NOTE_LINES = 16  # lines of a note that covers a release
FIRST_LINES = 3  # lines among which the sentence stands that a greeting opens
LONGEST_GREETING = 60  # characters of a greeting, of a farewell, of a label
LEAST_PARTING = 5  # marks of a line that parts it from the release

# enclosing
LONGEST_ENCLOSING = 500  # characters of a note that only accompanies what is attached to it

# ending
LONGEST_COURTESY = 200  # characters of what stands right above a farewell
MOST_SIGNING = 12  # lines below it that say who signs
LONGEST_SIGNING = 100  # characters of one of them

# rows
LEAST_ROW = 3  # words of a title, and of a subtitle below it, in one heading

# dateline
LATEST_PARAGRAPH = 8  # lines among which the first paragraph stands

# withheld
LONGEST_EMBARGO = 200  # characters of a line of the text that names an embargo

# dates
LONGEST_DATE = 45  # characters of a line that is shown whole as the date

# facts
LONGEST_LABEL = 90  # characters of the label of a fact

# borne_out
SAME_STEM = 5  # letters with which two words begin that say the same
ENOUGH_SHARED = 2  # words of a line that the rest of the page says: another line could be the title
CUT_SHORT = 0.7  # of the widest line of a title: one that ends before it was not wrapped

# evidence, around
LONG_ENOUGH = 12  # characters: only a longer line tells something when it stands twice

# evidence, dates
FEW_BEHIND = 12  # words of a line that holds a label and a date: fewer are no sentence

# evidence, shape
TINY, BRIEF, MIDDLE, LONG = 15, 39, 160, 350  # characters of the longest tiny, short, middle and long line
SHORT_SENTENCE = 100  # characters

# evidence, rivals
NEXT_LINES = 3  # lines below one among which another says more than it
LEAST_STEMS, SHARE_TOLD = 5, 0.6  # of a line that the text tells again: its least stems, how many of them come again
PARAGRAPHS = 2  # that tell again what the title says
LEAST_DONE = 4  # words behind the name of a body that say what it does

# evidence, markup
NEXT = 5  # lines below the name of a site among which the title stands

# evidence, words
BEHIND_LABEL = 35  # characters: fewer behind a label belong to it
GOING_ON = 70  # characters: shorter lines that begin with a small letter go on
MANY_NAMES = 3  # names in one line that lists people
LONGEST_NAME = 25  # characters of one of them
LETTERHEAD_REACH = 6  # lines below a body's name among which label or date stand

# reading
LEAST_PROSE = 280  # characters of prose: behind them nothing belongs to the head
SHORTEST_SENTENCE = 40  # characters of a sentence that counts as prose
HEAD_LINES = 40  # lines of a head
FEW_WORDS = 4  # words: without a verb among them a title can be a body, a topic or the name of a page
POOR = -3  # points of its own: a line that has fewer is no title, whatever else stands there
WEAK = 4  # a title with fewer is told as a doubt
NEAR = 4  # points that the best other reading of a title loses: fewer are told as a doubt
LONG_WORD = 4  # characters: the shortest word that tells what a title is about
LEAST_SAID = 20  # characters of a page's own title that a longer one can hold
TEASERS = 6  # lines below a title, before any prose, that read like titles too

# sight
LEAST_OPENED = 40  # characters: only a longer line is a paragraph that a dateline opens
LONGEST_HEADLINE = 90  # characters: a sentence above it is prose
LINE_END = 12  # characters that tell how a line ends
SHORT = 110  # characters of a line that can be one of dates, bodies, numbers
BODY_REACH = 70  # characters among which a body's word stands
FEW = 4  # words: fewer can be the last line of a body's name
HALF_A_LINE = 24  # characters: after more of them a line in small letters goes on
TYPED_APART = 3  # characters that two ways of typing one line differ by

# letterhead
TABLE_PLACES = 2  # items of the flow among which the table of a letterhead stands
DATE_LINES = 10  # lines among which the date stands beside the office
MOST_ROWS = 3  # rows of such a table
MOST_CELLS = 3  # cells of one of its rows
CELL_SIZE = 240  # characters of a cell
LEAST_WORDS = 4  # words of a title that stands behind its label on one line
SHORT_PART = 40  # characters of a part between two bars beside the day that a page was published on
