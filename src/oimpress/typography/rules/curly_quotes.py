"""“ ” where the language takes other marks."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import GUILLEMETS, Usage
from oimpress.typography.guards import FOREIGN
from oimpress.typography.neighbours import BLANKS
from oimpress.typography.rule import before, rule

CODE = "T007"
MARK = lazy(r"[„“”«»]|\n(?=[ \t]*\n)")
LETTER = lazy(r"[^\W\d_]")


def curly(run: str, usage: Usage) -> Iterator[Edit]:
    """Make “ ” of the first level « »: one decision for the whole text.

    Source: Imprimerie nationale; RAE, Ortografía, III.3.4.8. Quotations in another language are masked before and so
    left as they are; a mark without its partner changes only where a paragraph goes on with a quotation.
    """
    if usage.levels[0] != GUILLEMETS:
        return
    for at, mark in sorted(_first_level(run, usage.decided)):
        yield Edit(CODE, at, at + 1, run[at], mark)


def _first_level(run: str, decided: bool) -> Iterator[tuple[int, str]]:
    """Where marks of the first level stand, and what they become; „ ends as German sets it, by “, or by ”."""
    stack: list[int] = []  # the places of marks that are open
    for match in MARK.finditer(run):
        at, mark = match.start(), match[0]
        if mark in "„“«" and not (mark == "“" and stack and run[stack[-1]] == "„"):
            stack.append(at)
        elif mark in "“”":
            if stack and run[stack[-1]] in "„“":
                opened = stack.pop()
                if not stack and _is_ours(run[opened + 1 : at]):
                    yield from ((opened, "«"), (at, "»"))
            elif decided and not stack and _ends_paragraph(run, at):
                yield at, "»"
        elif mark == "»":
            while stack and run[stack.pop()] != "«":
                pass
        else:
            yield from _going_on(run, stack, at) if decided else ()
            stack.clear()
    yield from _going_on(run, stack, len(run)) if decided else ()


def _is_ours(words: str) -> bool:
    """Whether there are words, and not only masked ones of another language."""
    return not words.strip(BLANKS).startswith(FOREIGN) and LETTER.search(words) is not None


def _going_on(run: str, stack: list[int], end: int) -> Iterator[tuple[int, str]]:
    """The one mark that opens a paragraph and is not closed in it: the quotation goes on in the next."""
    if len(stack) == 1 and run[at := stack[0]] == "“" and before(run, at) in ("", "\n") and FOREIGN not in run[at:end]:
        yield at, "«"


def _ends_paragraph(run: str, at: int) -> bool:
    return run[at + 1 : at + 3].rstrip(".,;")[:1] in ("", "\n") and before(run, at) not in ("", "\n", " ")


RULE = rule(CODE, "L", "“”", curly, "“L’accueil est notre devoir”, dit-elle")
