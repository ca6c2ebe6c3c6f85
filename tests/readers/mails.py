"""Mails to read, made with the standard library, and what was read of them."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage

import oimpress
from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from oimpress.pipeline import Normalised
from oimpress.sources import Source

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
MORE = "La Région a payé la moitié du chantier, que la commune avait voté en 2021."
SUBJECT = "La piscine rouvre après deux ans de travaux"
HEAD = (
    "De : Jean Bon <jean@vezelin.example>\nEnvoyé : lundi 11 mars 2024 10:00\nÀ : Aude Kerbrat\nObjet : La halle rouvre"
)


def message(text: str = f"{PROSE}\n\n{MORE}\n", subject: str = SUBJECT, html: str = "", **fields: str) -> EmailMessage:
    """A mail as a press office sends it; ``html`` is its other form."""
    made = EmailMessage(policy=policy.SMTP)
    made["From"] = "Aude Kerbrat <aude@vezelin.example>"
    made["To"] = "presse@quotidien.example"
    made["Subject"] = subject
    made["Date"] = "Tue, 12 Mar 2024 23:30:00 +0100"
    made["Message-ID"] = "<1@vezelin.example>"
    for name, value in fields.items():
        made[name.replace("_", "-")] = value
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def mail(*given: str, name: str = "a.eml", **fields: str) -> Source:
    """The same as a source."""
    return Source(name, message(*given, **fields).as_bytes())


def with_files(made: EmailMessage, *files: tuple[str, bytes]) -> Source:
    """``made`` with attached files."""
    for name, data in files:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return Source("a.eml", made.as_bytes())


def title(done: Normalised) -> str:
    return str(flatten(done.value.title))


def body(done: Normalised) -> str:
    return oimpress.write(done.value, "text").decode().replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")


def rules(done: Normalised) -> dict[str, int]:
    assert done.trail is not None
    return done.trail.rules


def people(done: Normalised) -> list[tuple[str, str, int]]:
    found = (one for one in done.value.contacts if isinstance(one, Contact))
    return [(one.name, one.organisation, len(one.phones)) for one in found]
