"""What several passes measure, in one place; tests/passes/test_thresholds.py has a page for each."""

from __future__ import annotations

# credits
LONGEST_CAPTION = 400  # characters of a caption with its credit
SHORTEST_ABOVE, LONGEST_ABOVE = 15, 250  # characters of a line above a credit that reads like its caption

# datelines
LONGEST_ACRONYM = 5  # letters of an acronym that is no place
LONGEST_DATELINE = 80  # characters before the date's end
LEAST_BEHIND = 25  # characters of the text behind a dateline

# pins
MOST_PINNED = 6  # source lines that a pin's words may stand on
