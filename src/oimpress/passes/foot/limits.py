"""What the passes over the foot measure, in one place; tests/passes/test_thresholds.py has a page for each."""

from __future__ import annotations

# backmatter
SHORT_CAPTION = 160  # characters of a line above a credit that is its caption whatever tells otherwise
NOTE_REACH = 12  # characters that may part a mark from its word
ABOUT_REACH = 14  # lines and blocks from the end, among which the bodies of a release present themselves

# marks
LONGEST_MARK = 60  # characters of a mark that a text ends

# signed
LONGEST_SIGNED = 70  # characters of a line that says where and when a text was signed
LAST_LINES = 15  # lines of a text among which it stands
