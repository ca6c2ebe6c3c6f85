"""Every threshold of the reader of mails: a mail just inside is read otherwise than one just outside.

``./dev sensitivity mail`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from oimpress.errors import ReadError
from oimpress.model.draft import Line
from oimpress.model.nodes import Text
from oimpress.readers import read
from oimpress.readers.html.tree import parse
from oimpress.readers.mail.cutting import ATTRIBUTION, ORIGINAL, cut
from oimpress.readers.mail.fields import MARKS
from oimpress.readers.mail.markup import without_others
from oimpress.readers.mail.parts import taken_apart
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source
from tests.readers.mails import PROSE, message
from tests.thresholds import Boundary, blind, names, reach

TOLD = "Forwarded message", "De : a@b.example", "Date : 3 mai 2024", "Objet : La piscine"
SAID = "La piscine rouvre"
WORDS = ["piscine", "municipale", "rouvrira", "dimanche", "matin", "après", "travaux", "conduits", "pendant", "hiver"]


def lines(*texts: str) -> list[Line]:
    return [Line((Text(text),), at, at) for at, text in enumerate(texts, 1)]


def taken_out(forwards: int) -> bool:
    """Whether nothing is left of the fields of messages that were forwarded so often."""
    return len(cut(lines(*TOLD * forwards, PROSE), forwarded=True).flow) == 1


def fielded(*texts: str) -> bool:
    """Whether lines below a text are the fields of a message that it quotes."""
    return len(cut(lines(PROSE, *texts), forwarded=False).flow) == 1


def quoted(size: int) -> bool:
    """Whether a quotation is left out that says so late that it was forwarded."""
    said = f"<div class=gmail_quote><b>{'m' * size}</b><i>Forwarded message</i></div>"
    return bool(without_others(parse(said, "a.eml")[0], forwarded=False)[0])


def titled(subject: str, *paragraphs: str) -> bool:
    """Whether the subject is put above a text that does not say it at its head."""
    (part,) = read(Source("a.eml", message("\n\n".join(paragraphs), subject).as_bytes()))
    assert isinstance(part, Drafted)
    return any(isinstance(item, Line) and item.level == 1 for item in part.draft.value.flow)


def said_again(words: int) -> bool:
    return titled(" ".join(WORDS[:10]), " ".join(WORDS[:words]), PROSE)


def holding(made: EmailMessage) -> bool:
    """Whether all parts of a mail are read."""
    try:
        taken_apart(made, "a.eml")
    except ReadError:
        return False
    return True


def of_parts(count: int) -> EmailMessage:
    made = EmailMessage()
    made["Content-Type"] = "multipart/mixed"
    made.set_payload([EmailMessage() for _ in range(count - 1)])
    return made


def inside(depth: int) -> EmailMessage:
    made = EmailMessage()
    for _ in range(depth):
        outer = EmailMessage()
        outer["Content-Type"] = "multipart/mixed"
        outer.set_payload([made])
        made = outer
    return made


def poorer(letters: int) -> bool:
    """Whether a form with so many letters is read before a plain one of a hundred."""
    found = taken_apart(message("m" * 100 + "\n", html=f"<p>{'m' * letters}</p>"), "a.eml")
    return found.shown[0].html


MAILS = (
    Boundary("MOST_FORWARDS", 20, 21, taken_out),
    Boundary("LEAST_FIELDS", 2, 3, lambda n: fielded(*["De : a@b.example", "Envoyé : 3 mai", "Cc : c", "À : d"][:n])),
    Boundary("MOST_FIELDS", 12, 13, lambda n: fielded("De : a@b.example", *["Cc : c"] * (n - 2), "Envoyé : 3 mai")),
    Boundary("LATE", 10, 11, lambda n: bool(cut(lines(PROSE, "--", *["Un mot"] * (n - 1)), False).signature)),
    Boundary("MARKED", 400, 401, quoted),
    Boundary("HEAD", 8, 9, lambda n: titled(SAID, *[PROSE] * (n - 1), SAID)),
    Boundary("SAME", 4, 5, said_again),
    Boundary("LONGEST_TITLE", 260, 261, lambda n: titled(SAID, SAID.ljust(n, "m"), PROSE)),
    Boundary("MOST_PARTS", 1000, 1001, lambda n: holding(of_parts(n))),
    Boundary("DEEPEST_PART", 50, 51, lambda n: holding(inside(n))),
    Boundary("RICH", 59, 60, poorer),
    reach("cutting.ORIGINAL{10,}", 9, ORIGINAL, "…", fill="_"),
    reach("cutting.ATTRIBUTION{6,300}", 299, ATTRIBUTION, "Le … a écrit :"),
    reach("cutting.ATTRIBUTION{0,80}", 79, ATTRIBUTION, "Am 3. Mai 2024 schrieb …:"),
    reach("fields.MARKS{1,40}", 40, MARKS, "[…] "),
)


@pytest.mark.parametrize("boundary", MAILS, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("mail") == sorted(boundary.name for boundary in MAILS)
    assert not list(blind("mail", MAILS))
