"""What the passes over the foot measure, in one place; tests/passes/foot/test_thresholds.py has a page for each."""

from __future__ import annotations

# backmatter
SHORT_CAPTION = 160  # characters of a line above a credit that is its caption whatever tells otherwise
NOTE_REACH = 12  # characters that may part a mark from its word
ABOUT_REACH = 14  # lines and blocks from the end, among which the bodies of a release present themselves

# marks
LONGEST_MARK = 60  # characters of a mark that a text ends
LONGEST_SOURCE = 140  # characters of a line that names who issues what a wire sent

# signed
LONGEST_SIGNED = 70  # characters of a line that says where and when a text was signed
LAST_LINES = 15  # lines of a text among which it stands

# cards
LEAST_LEAD = 3  # points by which a contact begins where it does: with fewer that is doubted
MOST_NAMES = 4  # names that no person has more of
POOR = -12  # points: what a contact's words were taken for is in doubt below that

# spelt
LEAST_INITIALS = 3  # letters of a body's acronym that tells it in an address

# evidence
MAIL_REACH = 8  # pieces among which the mail stands that may spell a name
LEAST_SAID = 5  # words that say something where one of them is a verb
MANY_WORDS = 8  # words that no name, function or body has
REGISTER_DIGITS = 9  # of a number that nobody dials: a register's

# leads
LEAD_REACH = 80  # characters among which the colon or the dash stands behind what heads contacts
LEAST_DIALLED = 9  # digits of a number to dial that nothing else tells
LEAST_NAMED = 8  # digits of one that stands behind somebody's name
LABEL_REACH = 24  # characters before a number in which its label stands
LONGEST_LINE = 140  # characters of a line in a contact block; sentences that lead to one may be longer

# region
ROLE_WORDS = 7  # words that no function above a name has
NUMBER_REACH = 5  # lines from a heading on among which a number of any country stands
ANSWER_REACH = 7  # lines behind a lead among which an answer stands
MOST_HEADS = 3  # cells or paragraphs of which one heads a table of contacts
SHORT_LINE = 80  # characters of a line of a block that has no lead

# countries
SURE = 2  # words of one country's offices that tell it, where no other is told
