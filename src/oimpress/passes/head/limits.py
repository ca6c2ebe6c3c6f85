"""What the passes over the head measure, in one place; tests/passes/test_thresholds.py has a page for each."""

from __future__ import annotations

# covering
NOTE_LINES = 16  # lines of a note that covers a release
LONGEST_GREETING = 60  # characters of a greeting, of a farewell, of a label
LEAST_PARTING = 5  # marks of a line that parts it from the release

# dateline
LATEST_PARAGRAPH = 8  # lines among which the first paragraph stands

# dates
LONGEST_DATE = 45  # characters of a line that is shown whole as the date

# facts
LONGEST_LABEL = 90  # characters of the label of a fact
