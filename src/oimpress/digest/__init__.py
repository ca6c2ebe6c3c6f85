"""The digest: scheduled mails of what is new, each release once.

>>> ledger = open_ledger(path)                                   # doctest: +SKIP
>>> send(ledger, wanted, candidates, Workplace(folder, now))     # doctest: +SKIP
"""

from oimpress.digest.ledger import Issue, Ledger, LedgerError, Member, open_ledger
from oimpress.digest.lists import MailingList, mailing_list
from oimpress.digest.outlook import judge, outlook
from oimpress.digest.planning import due, plan
from oimpress.digest.selection import Candidate, candidate
from oimpress.digest.steps import Built, Sent, Workplace, build, discard, send, unsent

__all__ = [
    "Built",
    "Candidate",
    "Issue",
    "Ledger",
    "LedgerError",
    "MailingList",
    "Member",
    "Sent",
    "Workplace",
    "build",
    "candidate",
    "discard",
    "due",
    "judge",
    "mailing_list",
    "open_ledger",
    "outlook",
    "plan",
    "send",
    "unsent",
]
