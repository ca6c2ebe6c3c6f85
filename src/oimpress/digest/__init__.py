"""The digest: scheduled mails of what is new, each release once.

>>> ledger = open_ledger(path)                                   # doctest: +SKIP
>>> send(ledger, wanted, candidates, Workplace(folder, now))     # doctest: +SKIP
"""

from oimpress.digest.archive import Archive
from oimpress.digest.ledger import Delivery, Issue, Ledger, LedgerError, Member
from oimpress.digest.lists import MailingList, mailing_list
from oimpress.digest.opening import look_at_ledger, open_ledger
from oimpress.digest.outlook import judge, outlook
from oimpress.digest.planning import due, plan
from oimpress.digest.selection import Candidate, candidate
from oimpress.digest.steps import Sent, build, discard, send, unsent
from oimpress.digest.workplace import Built, LeftOut, Workplace

__all__ = [
    "Archive",
    "Built",
    "Candidate",
    "Delivery",
    "Issue",
    "Ledger",
    "LedgerError",
    "LeftOut",
    "MailingList",
    "Member",
    "Sent",
    "Workplace",
    "build",
    "candidate",
    "discard",
    "due",
    "judge",
    "look_at_ledger",
    "mailing_list",
    "open_ledger",
    "outlook",
    "plan",
    "send",
    "unsent",
]
