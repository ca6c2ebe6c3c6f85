"""What bears out that a line of the head names the body that issues the text: its form, and the rest of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from oimpress.knowledge.folding import unaccented
from oimpress.knowledge.languages import every_small_word
from oimpress.passes.head.evidence.asking import Page, evidence
from oimpress.passes.head.limits import SHORT, TINY
from oimpress.passes.head.sight import Sight
from oimpress.passes.wordings import LEGAL_FORM
from oimpress.patterns import lazy

BEHIND = lazy(r"[^()]+ \([A-ZÀ-Þ][A-ZÀ-Þ0-9.&-]+\)")  # the acronym behind the name that it stands for
OF_A_PLACE = lazy(r"[A-ZÀ-Þ][A-ZÀ-Þ]+ (?:de la |de l'|du |des |de |d')[A-ZÀ-Þ][a-zà-ÿ][\w '-]*")
IN_BRACKETS = lazy(r" *\([^()]*\)$|^(?:la |le |les |l'|the )", re.IGNORECASE)
WORD = lazy(r"[^\W\d_][\w-]*")
HOST = lazy(r"@([\w.-]+)\.[a-z]+")
OPENS = tuple('«“".!?:')  # behind one of these any word is capitalised


@evidence(SHORT)
def company(line: Sight, page: Page) -> object:
    """« Remontées mécaniques du Val SA »."""
    return not line.verb and not line.label and line.text[0].isalpha() and LEGAL_FORM.search(line.text)


@evidence(SHORT)
def acronym_spelt_out(line: Sight, page: Page) -> object:
    """An acronym and the name that it stands for: behind it in brackets, or on the line right above or below."""
    if line.verb or line.ends or line.label:
        return False
    if BEHIND.fullmatch(line.text):
        return _spells(line.text[line.text.index("(") :], line.text[: line.text.index("(")])
    around = [line.beside(-1) if line.tight else None, below if (below := line.beside(1)) and below.tight else None]
    near = [one for one in around if one and not one.verb]
    return any(
        _spells(line.text, one.text, one.body == 0) or _spells(one.text, line.text, line.body == 0) for one in near
    )


@evidence(SHORT)
def acronym_of_a_place(line: Sight, page: Page) -> object:
    """« MRC des Collines-du-Nord », « CCAS de Lannec »."""
    return not line.verb and not line.ends and not line.label and OF_A_PLACE.fullmatch(line.text)


@evidence(SHORT)
def agency(line: Sight, page: Page) -> object:
    """« Agence Encre et Sel – relations presse », and « pour » its client."""
    return not line.verb and not line.ends and line.says("agency")


@evidence(SHORT)
def named_in_the_text(line: Sight, page: Page) -> object:
    """A name that the page repeats inside another line, with the capitals of a name."""
    if line.verb or line.ends or line.label or line.date or line.size < 3 or not line.text[0].isupper():
        return False
    names = [unaccented(IN_BRACKETS.sub("", part)) for part in line.text.split(" / ")]
    own = unaccented(line.text)
    return any(name and any(_in_prose(page.text, name, own)) for name in names)


@evidence(SHORT)
def service_of_the_body(line: Sight, page: Page) -> object:
    """« Section académique », « Le procureur de la République », right below the name of a body."""
    return line.serves


@evidence(SHORT)
def in_an_address(line: Sight, page: Page) -> object:
    """« MORLAES ÉNERGIES », where the page has mails such as « presse@morlaes-energies.example »."""
    if line.verb or line.ends or line.label or line.date or "@" not in page.text:
        return False
    words = WORD.findall(unaccented(line.text).casefold())
    name = "".join(word for word in words if len(word) > 2).replace("-", "")
    hosts = HOST.findall(_casefolded(page.text).replace("-", ""))
    return len(words) > 1 and any(name in host.split(".") for host in hosts)


def _in_prose(text: str, name: str, own: str) -> Iterator[bool]:
    """For each place where ``text`` says ``name`` whether it stands there as a name does, inside another line."""
    if _casefolded(text).count(name.casefold()) < 2:  # it stands in its own line once
        return
    for start, end in _whole(text.lower(), name.lower()):
        before = text[max(start - 2, 0) : start].rstrip(" ")[-1:]
        found = text[start:end]
        capitals = sum(word[0].isupper() for word in WORD.findall(found))
        opens = before in ("", "\n", *OPENS)
        written = found[0].isupper() if name.isupper() else found == name
        yield written and capitals > opens and _line_around(text, start, end) not in (name, own)


def _whole(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where ``name`` stands in ``text`` as whole words; an expression made for each name would cost far more."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not (_is_of_word(text[at - 1 : at]) or _is_of_word(text[end : end + 1]))
        if whole:
            yield at, end
        at = text.find(name, end if whole else at + 1)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


_casefolded = lru_cache(maxsize=1)(str.casefold)  # line after line asks of one page


def _line_around(text: str, start: int, end: int) -> str:
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]


def _spells(acronym: str, name: str, of_a_body: bool = False) -> bool:
    """Whether the letters of ``acronym`` are those with which the words of ``name`` begin.

    The first three do at least; two are enough where another word tells a body.
    """
    if " " in acronym.strip(" ()0123456789"):
        return False
    letters = "".join(char for char in unaccented(acronym) if char.isalpha())
    if not 1 < len(letters) < TINY or not letters.isupper():
        return False
    words = WORD.findall(unaccented(name).replace("'", " "))
    firsts = "".join(word[0].upper() for word in words if len(word) > 1 and word.casefold() not in every_small_word())
    least = 2 if of_a_body else 3
    return len(firsts) > 1 and firsts[:least] == letters[:least]
