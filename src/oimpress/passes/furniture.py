"""Web furniture: the menu dumped before the text, and single lines of buttons, cookie bars and link boxes.

The menu is read as a grammar, in any language: a lone ``-``, ``- item``, a label twice, a label glued to its
sentence. A list of strings would pass the pages it was made from and fail the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Block
from oimpress.model.runs import cut, length
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.lexicon import words

MENU, PHRASE, TOKEN, BREADCRUMB, CONSENT, DATE_TOKEN = "F001", "F002", "F003", "F004", "F005", "F006"

Token: TypeAlias = Literal["dash", "item", "double", "glued", "entry", ""]
SIZE: dict[Token, int] = {"dash": 1, "item": 1, "double": 2, "glued": 2, "entry": 2}
LABEL_WORDS = 7  # a menu label is a few words; a line above that which stands twice is a title
LABEL_LENGTH = 60
LONGEST_PHRASE = 500  # characters of a cookie bar's sentence
# A label that runs into its sentence: a small letter and a capital with nothing between ("nousL'Organisation").
GLUE = re.compile(r"[^\W\d_A-ZÀ-Þ)»]{1}(?=[A-ZÀ-Þ][\w'’]*\s)")
# Placeholders of a content management system that was never filled in (Drupal tokens).
TOKENS = re.compile(r"\[(?:block|node|site|current-page|view|views|term|user|file|date)[:_][^\]\s]{1,120}\]")


BREADCRUMBS = re.compile(
    r"(?:accueil|home|inicio|vous êtes ici|you are here|usted está aquí)[\s\u00a0]*:?[\s\u00a0]*[>»/›|→][^.!?]{2,200}",
    re.IGNORECASE,
)
CONSENTS = re.compile(
    r"(?=[^.]{0,200}\bcookies?\b)[^.]{0,60}\b(?:ce site|nous utilisons|notre site|en poursuivant|this (?:web)?site"
    r"|we use|our (?:web)?site|by continuing|este sitio|utilizamos|nuestro sitio)\b.{0,400}"
    r"|(?:abonnez-vous|inscrivez-vous|s['’]abonner|s['’]inscrire|subscribe|sign up|suscríbase|suscríbete)\b"
    r".{0,80}\b(?:newsletter|lettre d['’]information|infolettre|bulletin|boletín)\b.{0,80}",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:copyright|©)[^.!?]{0,80}\.?[\s\u00a0]*(?:tous droits réservés|all rights reserved"
    r"|todos los derechos reservados).{0,40}",
    re.IGNORECASE,
)
NEWSLETTERS = ("abonnez", "inscrivez", "s'abonner", "s'inscrire", "subscribe", "sign up", "suscr")
GLUED_DATE = re.compile(r"\s*date \d{4}-\d{2}(?:-\d{2})?\s+(?=\S)")


def furniture(draft: Draft) -> Result[Draft]:
    """Take the menu off the head and single furniture lines off the whole. Rules F001-F006.

    Notice F101 where the menu ends in a label that could be the title.
    """
    lines = [(at, str(line.text).strip()) for at, line in draft.lines()]
    end = menu_end([text for _, text in lines])
    gone = {at: MENU for at, _ in lines[:end]}
    gone |= {at: rule for at, text in lines[end:] if (rule := _phrase(text))}
    gone |= dict.fromkeys(_weak(lines, end, gone), PHRASE)
    dropped = [Dropped(item.text, gone[at]) for at, item in draft.lines() if at in gone]
    kept = tuple(_without_token(item, dropped) for at, item in enumerate(draft.flow) if at not in gone)
    return Result(draft.having(kept), tuple(_doubt(lines[:end], kept)), tuple(dropped))


def _without_token(item: Line | Block, dropped: list[Dropped]) -> Line | Block:
    """``item`` without a technical date glued to its head."""
    glued = GLUED_DATE.match(str(item.text)) if isinstance(item, Line) else None
    if not isinstance(item, Line) or not glued:
        return item
    dropped.append(Dropped(item.text[: glued.end()], DATE_TOKEN))
    return replace(item, children=cut(item.children, glued.end(), length(item.children)))


def _phrase(text: str) -> str:
    if len(text) > LONGEST_PHRASE:
        return ""
    bare = _bare(text)
    if ("©" in text or bare.startswith("copyright")) and RIGHTS.fullmatch(text):
        return PHRASE
    if BREADCRUMBS.fullmatch(text):
        return BREADCRUMB
    if ("cookie" in bare or bare.startswith(NEWSLETTERS)) and CONSENTS.fullmatch(text):
        return CONSENT
    if bare in words("furniture"):
        return PHRASE
    return TOKEN if TOKENS.fullmatch(text) else ""


def _bare(text: str) -> str:
    return text.rstrip(" .:>»|").replace("’", "'").casefold()


def _weak(lines: Sequence[tuple[int, str]], start: int, gone: Mapping[int, str]) -> Iterator[int]:
    """Single words of a page ("Accueil", "Menu"), where they stand beside furniture or at an end of the text."""
    near = set(gone)
    for n in [*range(start, len(lines)), *range(len(lines) - 1, start - 1, -1)]:
        at, text = lines[n]
        edge = n in (start, len(lines) - 1) and len(lines) - start > 3
        beside = any(0 <= m < len(lines) and m >= start and lines[m][0] in near for m in (n - 1, n + 1))
        if at not in near and _bare(text) in words("furniture-weak") and (edge or beside):
            near.add(at)
            yield at


def _doubt(menu: Sequence[tuple[int, str]], rest: Flow) -> list[Notice]:
    """A page whose text begins at once after a doubled label may have lost its title to the menu."""
    first = next((item for item in rest if isinstance(item, Line)), None)
    doubled = len(menu) > 1 and menu[-1][1].casefold() == menu[-2][1].casefold()
    return [notice("F101", first.where, menu[-1][1])] if first and doubled and len(first.text) > 200 else []


def menu_end(lines: Sequence[str]) -> int:
    """How many of the first ``lines`` are a menu dump; 0 when there is none."""
    at = end = 0
    seen: list[Token] = []
    while at < len(lines):
        token = _token(lines, at)
        if not token and _stray_label(lines, at):
            at += 1
            continue
        if not token:
            break
        seen.append(token)
        at = end = at + SIZE[token]
    return end if len(seen) >= 3 and ("double" in seen or "glued" in seen) else 0


def _token(lines: Sequence[str], at: int) -> Token:
    line = lines[at] if at < len(lines) else ""
    if line == "-":
        return "" if _opens_facts(lines, at) else "entry" if _lone_entry(lines, at) else "dash"
    if line.startswith("- ") and len(line) <= 2 * LABEL_LENGTH:
        return "item"
    if at + 1 >= len(lines) or not _is_label(line):
        return ""
    below = lines[at + 1]
    if below.casefold() == line.casefold():
        return "double"
    if below.casefold().startswith(line.casefold()) and below[len(line) : len(line) + 1].isupper():
        return "glued"
    return "glued" if _other_glue(below) and _token(lines, at + 2) in ("dash", "double", "glued") else ""


def _opens_facts(lines: Sequence[str], at: int) -> bool:
    """Whether a dash begins a project record: two lines that are not one label twice, then another dash."""
    if at + 3 >= len(lines) or lines[at + 3] != "-" or "-" in lines[at + 1 : at + 3]:
        return False
    return not _token(lines, at + 1)


def _lone_entry(lines: Sequence[str], at: int) -> bool:
    """Whether a dash is followed by one short label and then by a title: an entry without a page of its own.

    In a project record a value and another dash come after the label.
    """
    if at + 4 >= len(lines) or "-" in lines[at + 1 : at + 3]:
        return False
    label, title = lines[at + 1 : at + 3]
    if len(label.split()) > 3 or not _is_label(label) or _token(lines, at + 1):
        return False
    if _token(lines, at + 2) == "item":
        return True
    if _token(lines, at + 2) or lines[at + 3] == "-":
        return False
    return len(label) < len(title) < 260 and not title.endswith(".")


def _other_glue(line: str) -> bool:
    """Whether a label other than the one above runs into its sentence here; only more menu below proves it."""
    glue = GLUE.search(line, 0, LABEL_LENGTH)
    return bool(glue and " " in line[: glue.start()] and _is_label(line[: glue.end()]))


def _is_label(line: str) -> bool:
    return (
        len(line) <= LABEL_LENGTH and len(line.split()) <= LABEL_WORDS and not line.endswith((".", "!", "?", ";", ","))
    )


def _stray_label(lines: Sequence[str], at: int) -> bool:
    """A single short label in mid-menu: what follows is doubled or glued, as no text is."""
    if len(lines[at]) > LABEL_LENGTH // 2 or not at or at + 1 >= len(lines):
        return False
    return _token(lines, at + 1) in ("double", "glued")
