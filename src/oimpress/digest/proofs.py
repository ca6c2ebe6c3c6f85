"""Proofs: the next issue as it would be now, sent to one person, without a word to the ledger."""

from __future__ import annotations

import re
from dataclasses import replace

from oimpress.digest.ledger import Ledger
from oimpress.digest.lists import MailingList
from oimpress.digest.outlook import outlook
from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.planning import Candidates
from oimpress.digest.workplace import Workplace
from oimpress.i18n import phrases
from oimpress.writers.mail.headers import Mailbox

IDENTITY = re.compile(rb"^Message-ID: <", re.MULTILINE)


def send_proof(ledger: Ledger, wanted: MailingList, candidates: Candidates, place: Workplace, to: Mailbox) -> Outcome:
    """Hand the next issue over to ``to`` alone, under an identity of its own, by the list's way.

    Raises what ``outlook`` raises.
    """
    _ = phrases(wanted.language)
    title = _("Proof: {title}").format(title=wanted.title)
    alone = replace(wanted, title=title, to=(to,), reply_to=(), list_id="", links=())
    name = f"{wanted.name}-proof-{place.now.strftime('%Y%m%d%H%M%S')}"
    content = outlook(ledger, alone, candidates, place).value
    content = IDENTITY.sub(b"Message-ID: <%s." % name.encode(), content, count=1)
    sender = str(wanted.bounces or wanted.sender)
    recipient = "" if wanted.recipients == ("",) else str(to)
    return wanted.transport.deliver(Parcel(name, content, sender, recipient), place.root)
