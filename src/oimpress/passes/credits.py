"""The credit of a picture, alone on its line or behind a caption."""

from __future__ import annotations

from oimpress.knowledge.labels import labelled
from oimpress.model.draft import Line, put_by
from oimpress.model.nodes import Figure
from oimpress.model.runs import cut, strip
from oimpress.passes.limits import LONGEST_CAPTION

CREDIT, CAPTION = "B010", "B011"

CREDIT_LINE = labelled(
    r"(?:(?:©|\([cC]\)[ \u00a0]|(?&credit)(?:[ \u00a0]+(?:(?&credit)|phot\.|by))?(?:[ \u00a0]*[:©/]|[ \u00a0]{2,}))"
    r"(?:[^.!?]|(?<=\b[A-Z])\.){2,110}"
    # « Photo OIM 2010 / Jean Dupont »: an acronym, and perhaps a year and names
    r"|(?&credit)(?:[ \u00a0]+(?&credit))?[ \u00a0]+(?-i:(?!HD|PDF|JPE?G|PNG|ZIP)[A-ZÀ-Þ]{2,6})(?![\w-])"
    r"(?-i:(?:[ \u00a0]+|[ \u00a0]*[/,–-][ \u00a0]*)(?:[A-ZÀ-Þ][\w'’.-]*|(?:19|20)\d\d)){0,8})"
)
CREDIT_TAIL = labelled(
    r"[\s\u00a0]*[(\[]?(?:(?&credit)(?:[ \u00a0](?&credit))?[ \u00a0]*:[ \u00a0]*)?©[ \u00a0]?"
    r"(?:[^.!?©]|(?<=\b[A-Z])\.){2,60}[)\]]?$"
)
# Where a credit can begin behind its caption; the words after it tell whether it does.
CREDIT_WITHIN = labelled(
    r"(?:[.!?»”\"][ \u00a0]+|[ \u00a0](?=[(\[]))"
    r"(?=[(\[]?(?:(?&credit)|©)\b)"
)
CREDIT_WORDS = ("©", "hoto", "HOTO", "Foto", "foto", "rédit", "redit", "RÉDIT", "CREDIT")
CREDIT_STARTS = frozenset("cCpPfF(©")


def figure_of(line: Line) -> Figure | None:
    """The picture whose credit ``line`` is, or whose caption and credit; None when it is neither."""
    text = line.plain.strip()
    if len(text) > LONGEST_CAPTION or "@" in text or not any(map(text.__contains__, CREDIT_WORDS)):
        return None
    children = strip(line.children)
    if text[0] in CREDIT_STARTS and CREDIT_LINE.fullmatch(text):
        return Figure(credit=put_by(children, CREDIT))
    at = _credit_within(text)
    if not at:
        return None
    caption = put_by(strip(cut(children, 0, at)), CAPTION)
    return Figure(caption=caption, credit=put_by(strip(cut(children, at, len(text))), CREDIT))


def _credit_within(text: str) -> int:
    """Where the credit begins that ends a caption; 0 when there is none."""
    if "©" in text and (tail := CREDIT_TAIL.search(text)):
        return tail.start()
    ends = (found.end() for found in CREDIT_WITHIN.finditer(text))
    return next((at for at in ends if CREDIT_LINE.fullmatch(text, at + (text[at] in "(["))), 0)
