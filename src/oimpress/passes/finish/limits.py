"""What the passes that finish a release measure; tests/passes/finish/test_thresholds.py has a page for each."""

from __future__ import annotations

# foreign
MOST_QUOTED = 6  # words of a short quotation

# links
LONGEST_ADDRESS = 2000  # characters of an address

# proof
LONGEST_CLAUSE = 160  # characters before a verb in which the verb stands that it is joined to
