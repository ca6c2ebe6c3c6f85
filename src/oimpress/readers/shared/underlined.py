"""Headings that a text underlines with signs: « Le calendrier », and « ------------- » below it.

Sources: CommonMark, 4.3 (setext headings); reStructuredText, « Sections »; what Mailchimp makes of headings in text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Line
from oimpress.model.runs import cut, length
from oimpress.notices import Dropped
from oimpress.patterns import lazy

UNDERLINE = "L015"
RULE = lazy(r"\s*(?:={3,}|-{3,}|~{3,}|\^{3,}|_{3,}|\*{3,}|#{3,}|\u2500{3,}|\u2550{3,}|\u2014{3,})\s*")
STARS = lazy(r"\s*\*\* (?=\S)")
OFF = 2  # columns by which a line of hyphens may be shorter or longer than its heading
LONGEST_UNDERLINED = 120  # characters of a heading


def without_underlines(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines without the signs that underline headings; those are bold, the only double one is the title."""
    rules = {at: line.plain.strip() for at, line in enumerate(lines) if RULE.fullmatch(line.plain)}
    heads = {at - 1: rule for at, rule in rules.items() if at and _underlines(rule, lines[at - 1], lines[at])}
    if not heads:
        return tuple(lines), ()
    double = [at for at, rule in heads.items() if rule[0] in "=\u2550"]
    title = double[0] if len(double) == 1 and double[0] == min(heads) else -1
    above = {at - 1 for at, rule in heads.items() if rules.get(at - 1) == rule}
    gone = {at + 1 for at in heads} | above
    dropped = [Dropped(lines[at].text, UNDERLINE) for at in sorted(gone)]
    kept = [
        _marked(line, at == title, dropped) if at in heads else line for at, line in enumerate(lines) if at not in gone
    ]
    return tuple(_apart(kept, lines, gone)), tuple(dropped)


def _underlines(rule: str, line: Line, below: Line) -> bool:
    """Whether signs right below a line are as long as that, or double, or below a heading of Mailchimp."""
    text = line.plain.strip()
    if below.gap or RULE.fullmatch(text) or not any(map(str.isalpha, text)) or len(text) > LONGEST_UNDERLINED:
        return False
    if STARS.match(text) or (rule[0] in "=\u2550" and not ends_sentence(text)):
        return True
    return abs(len(rule) - len(text)) <= OFF and not ends_sentence(text)


def _marked(line: Line, title: bool, dropped: list[Dropped]) -> Line:
    if stars := STARS.match(line.plain):
        dropped.append(Dropped(line.text[: stars.end()], UNDERLINE))
        line = replace(line, children=cut(line.children, stars.end(), length(line.children)))
    return replace(line, marks=line.marks | {"title" if title else "bold"})


def _apart(kept: Sequence[Line], lines: Sequence[Line], gone: set[int]) -> list[Line]:
    """The lines, those behind a rule that is gone parted from what stands above it as by a blank line."""
    behind = {lines[at + 1].number for at in gone if at + 1 < len(lines)}
    return [replace(line, gap=max(line.gap, 1)) if line.number in behind else line for line in kept]
