"""What the passes over the body measure, in one place; tests/passes/body/test_thresholds.py has a page for each."""

from __future__ import annotations

# headings
LEAST_PROSE = 120  # characters: a line above it is a paragraph, whatever it ends with
SHORTEST_HEADING, LONGEST_HEADING = 3, 90  # characters of a heading
LONGEST_SHORT = 40  # characters up to which a sentence can be a title

# lists
LEAST_INDENT = 2  # columns by which a list stands farther in than the one that it is inside
LONGEST_ITEM = 400

# grids
LONGEST_CELL = 80  # characters of a cell that was keyed
LEAST_TABBED = 3  # rows of a table without a column of numbers
LEAST_COLUMNS = 3  # that begin below each other, of a table without tabs and numbers

# settle
LONGEST_PARAGRAPH = 2500  # characters: longer than any paragraph a press office writes

# sidebar
LONGEST_SIDEBAR = 12  # lines of a sidebar above the dateline
LEAST_TEXT = 100  # characters of the paragraph below a sidebar that ends with who says it
LEAST_PULLED = 20  # characters of a quotation: shorter ones may come again with good reason
LONGEST_FUNCTION = 90
LONGEST_ROLE = 120  # characters of the function of who says a sidebar
