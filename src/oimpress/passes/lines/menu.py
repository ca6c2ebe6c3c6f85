"""The menu dumped before the text, and sometimes after it, read as a grammar in any language.

A lone ``-``, ``- item``, a label twice, a label glued to its sentence. A list of strings would pass the pages it was
made from and fail the next. Once a menu is proven, a few lines that fit no rule are part of it where it clearly goes on
after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple, TypeAlias

from oimpress.passes.datelines import split_dateline
from oimpress.passes.lines.buttons import is_button
from oimpress.passes.lines.limits import (
    CASELESS_GLUE,
    FORESEEN,
    LABEL_LENGTH,
    LABEL_WORDS,
    LEAST_TEXT,
    LEAST_TOKENS,
    LEAST_WRAPPED,
    LONGEST_FOOT,
    LONGEST_MENU,
    LONGEST_ODD,
    LONGEST_TITLE,
    MOST_ODD,
)
from oimpress.patterns import lazy

Token: TypeAlias = Literal["dash", "item", "double", "glued", "entry", ""]
SIZE: dict[Token, int] = {"dash": 1, "item": 1, "double": 2, "glued": 2, "entry": 2}
TWICE = ("double", "glued")  # what no text does: only these prove a menu
WITHIN, AT_THE_FOOT = "within the menu", "a menu ends the page"  # what else decides that a line is one of a menu

# Marks of an entry: "- Offices", "-Offices", "- - Offices", "› Offices".
ITEM = lazy(r"(?:[-•›»+*][ \u00a0]+){1,3}(?=\S)|-{1,2}(?=[A-ZÀ-Þ])")
ITEM_MARKS = ("-", "•", "›", "»", "+", "*")
# A label that runs into its sentence: a small letter and a capital with nothing between ("nousL'Organisation").
GLUE = lazy(r"[a-zß-öø-ÿ)»](?=[A-ZÀ-Þ][\w'’]*\s)")
OPENS = frozenset('«“"(¿¡[')  # what begins a sentence beside a capital


def menu_end(lines: Sequence[str]) -> int:
    """Where the menu dump at the head of ``lines`` ends; 0 when there is none."""
    return menu_of(lines).end


class Menu(NamedTuple):
    """Where the menu dump at the head of a page begins and ends, twice 0 when there is none, and what shows it."""

    start: int = 0
    end: int = 0
    seen: Sequence[tuple[Token, int]] = ()

    def cases(self) -> Iterator[tuple[int, str]]:
        """Each line of it with the token it belongs to; one that fits no rule stands within the menu."""
        tokens = {at + n: token for token, at in self.seen for n in range(SIZE[token])}
        yield from ((at, tokens.get(at, WITHIN)) for at in range(self.start, self.end))


def menu_of(lines: Sequence[str]) -> Menu:
    """The menu dump at the head of ``lines``.

    What stands before it is part of it, unless that can be the title.
    """
    start = _first_token(lines)
    head = lines[:LONGEST_MENU]
    end, seen = _run(head, start, bridges=True)
    if end and not _is_text(lines[end:]):
        end, seen = _run(head, start, bridges=False)
    if not _proven([token for token, _ in seen]):
        return Menu()
    end = _title_twice(lines, end, seen) or end
    return Menu(0 if all(map(is_button, lines[:start])) or _is_headed(lines, end) else start, end, seen)


def _is_headed(lines: Sequence[str], end: int) -> bool:
    """Whether what a menu leaves begins with a title, so that what stood before the menu is none."""
    if end + 1 >= len(lines) or is_dateline(lines[end]):
        return False
    return len(lines[end]) < LONGEST_TITLE and not lines[end].endswith(".")


def _is_text(lines: Sequence[str]) -> bool:
    """Whether what a menu leaves can be a text, wrapped or not."""
    return any(len(line) >= LEAST_TEXT for line in lines) or sum(len(line) >= LEAST_WRAPPED for line in lines) > 3


def foot_start(lines: Sequence[str], after: int) -> int:
    """Where a menu begins that ends the page; the number of lines when there is none below ``after``."""
    for at in range(max(after + 1, len(lines) - LONGEST_FOOT), len(lines) - LEAST_TOKENS):
        if lines[at] != "-" and lines[at][:1].casefold() != lines[at + 1][:1].casefold():
            continue
        end, seen = _run(lines, at, bridges=False)
        if _proven([token for token, _ in seen]) and all(map(is_button, lines[end:])):
            return at
    return len(lines)


def _first_token(lines: Sequence[str]) -> int:
    """Where a menu can begin: after buttons, and after a line or two such as the site's name."""
    at = sum(1 for _ in takewhile(is_button, lines))
    for odd in range(min(MOST_ODD, len(lines) - at)):
        if _token(lines, at + odd):
            return at + odd if not odd or _proven(_foreseen(lines, at + odd)) else at
        if len(lines[at + odd]) > 2 * LABEL_LENGTH or is_dateline(lines[at + odd]):
            return at
    return at


def is_dateline(line: str) -> bool:
    """Whether ``line`` begins with a place that we know and a dash."""
    return split_dateline(line, known=True) is not None


def _run(lines: Sequence[str], at: int, bridges: bool) -> tuple[int, list[tuple[Token, int]]]:
    """Where the menu that begins at ``at`` ends, and its tokens; ``bridges`` lets it go on over odd lines."""
    end = 0
    seen: list[tuple[Token, int]] = []
    while at < len(lines):
        if token := _token(lines, at):
            seen.append((token, at))
            at = end = _after(lines, at, token)
        elif odd := _odd(lines, at, [token for token, _ in seen] if bridges else []):
            at += odd
        else:
            break
    return end, seen


def _after(lines: Sequence[str], at: int, token: Token) -> int:
    """The line after ``token``, which begins at ``at``; a label can stand three times."""
    end = at + SIZE[token]
    thrice = token == "double" and end < len(lines) and lines[end].casefold() == lines[at].casefold()
    return end + 1 if thrice else end


def _odd(lines: Sequence[str], at: int, seen: Sequence[Token]) -> int:
    """How many lines from ``at`` fit no rule of a menu, ``seen`` so far, that goes on after them."""
    if is_button(lines[at]) or _stray_label(lines, at):
        return 1
    return _bridge(lines, at, seen) if seen else 0


def _proven(seen: Sequence[Token]) -> bool:
    """Whether no text has lines like these: three tokens, one of them said twice, and not one label over a list."""
    if len(seen) < LEAST_TOKENS:
        return False
    if not any(token in TWICE for token in seen):
        return seen[0] == "entry" and seen.count("entry") > 1
    return sum(token != "item" for token in seen) > 1


def _bridge(lines: Sequence[str], at: int, seen: Sequence[Token]) -> int:
    """How many odd lines stand before tokens that, after ``seen``, only a menu has; 0 when none follow."""
    for count in range(1, MOST_ODD + 1):
        line = lines[at + count - 1] if at + count < len(lines) else ""
        if not line or len(line) > LONGEST_ODD or "@" in line or is_dateline(line):
            return 0
        if count < MOST_ODD and _proven(seen) and _last_entries(lines, at, count):
            return count
        if _goes_on(lines, at + count, seen):
            return count
    return 0


def _goes_on(lines: Sequence[str], at: int, seen: Sequence[Token]) -> bool:
    """Whether more menu stands at ``at``, as no title, no text and no list of a text would stand there.

    A label said twice with a dash or an entry beside it; once a menu is proven, a dash is enough.
    """
    more = _foreseen(lines, at)
    if len(more) > 1 and _proven(seen) and ("dash" in more or "entry" in more):
        return True
    twice = any(token in TWICE for token in more) and ("dash" in more or "item" in more)
    return twice and _proven([*seen, *more])


def _last_entries(lines: Sequence[str], at: int, count: int) -> bool:
    """Whether ``count`` labels, with the menu's last tokens after them, stand above a title and its text."""
    end = at + count
    longest = max(map(len, lines[at:end]))
    more = _foreseen(lines, end) if longest <= LABEL_LENGTH else []
    for token in more:
        end = _after(lines, end, token)
    if not more or end + 1 >= len(lines) or not longest < len(lines[end]) < LONGEST_TITLE:
        return False
    if lines[end].endswith((".", ":")):
        return False
    return len(lines[end + 1]) >= LEAST_WRAPPED or is_dateline(lines[end + 1])


def _foreseen(lines: Sequence[str], at: int) -> list[Token]:
    seen: list[Token] = []
    while len(seen) < FORESEEN and (token := _token(lines, at)):
        seen.append(token)
        at = _after(lines, at, token)
    return seen


def _title_twice(lines: Sequence[str], end: int, seen: Sequence[tuple[Token, int]]) -> int:
    """Where a menu ends whose last doubled label is the title, which the page says twice; 0 when it is a label.

    An entry stands before it, where a label has a dash, and the text comes at once, or a list of the text.
    """
    last = next((n for n in range(len(seen) - 1, 0, -1) if seen[n][0] != "item"), 0)
    if not last or seen[last][0] != "double" or seen[last - 1][0] != "item" or end >= len(lines):
        return 0
    return seen[last][1] if len(lines[seen[last][1]].split()) > 3 and len(lines[end]) >= LEAST_TEXT else 0


def _token(lines: Sequence[str], at: int, ahead: bool = True) -> Token:
    """What begins at ``at``; ``ahead`` lets the token after a glued label prove it."""
    line = lines[at] if at < len(lines) else ""
    if line == "-":
        return "" if _opens_facts(lines, at) else "entry" if _lone_entry(lines, at) else "dash"
    if line.startswith(ITEM_MARKS) and len(line) <= 2 * LABEL_LENGTH and ITEM.match(line):
        return "item"
    if at + 1 >= len(lines) or not _is_label(line):
        return ""
    below, folded = lines[at + 1], line.casefold()
    if below.casefold() == folded:
        return "double"
    if below.casefold().startswith(folded) and _begins_sentence(below, len(line)):
        return "glued"
    proven = ahead and _other_glue(below) and _token(lines, at + 2, ahead=False) in ("dash", *TWICE)
    return "glued" if proven else ""


def _begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at``, right after a label: a capital, a digit, an opening mark."""
    char = text[at]
    if char.isupper() or char in OPENS:
        return True
    if char.isdigit():
        return not text[at - 1].isdigit()
    return char.isalpha() and not char.islower() and len(text) > at + CASELESS_GLUE


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
    return len(label) < len(title) < LONGEST_TITLE and not title.endswith(".")


def _other_glue(line: str) -> bool:
    """Whether a label other than the one above runs into its sentence here; only more menu below proves it."""
    glue = GLUE.search(line, 0, LABEL_LENGTH)
    return bool(glue and " " in line[: glue.start()] and _is_label(line[: glue.end()]))


def _is_label(line: str) -> bool:
    return len(line) <= LABEL_LENGTH and len(line.split()) <= LABEL_WORDS and not line.endswith((".", ";", ","))


def _stray_label(lines: Sequence[str], at: int) -> bool:
    """A single short label in mid-menu: what follows is doubled or glued, as no text is."""
    if len(lines[at]) > LABEL_LENGTH // 2 or not at:
        return False
    seen = _foreseen(lines, at + 1)
    return len(seen) > 1 and seen[0] in TWICE
