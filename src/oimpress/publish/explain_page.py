"""One web page, whole in itself, that shows a source beside the release it became, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from oimpress.i18n import listed, phrases, plural
from oimpress.model.naming import block_name
from oimpress.model.nodes import Release
from oimpress.model.trail import Change, Drop, Keep, Step, Trail
from oimpress.model.walk import slots
from oimpress.notices import rule_text
from oimpress.own_files import own_file
from oimpress.publish.explain import Group, LineFate, LinePart, block_of, codes_of, explained
from oimpress.publish.places import NoticePlace, placed_notices
from oimpress.publish.report import ReadRelease, numbered
from oimpress.records import record
from oimpress.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

OPEN = 6  # removed lines that are shown at once; a longer run is folded


@record
class Span:
    """Text under one step. ``kind`` is kept, gone, new, end (a joined line end) or value (an attribute)."""

    text: str
    kind: str
    rule: str = ""
    why: str = ""


@record
class ShownBlock:
    """A block of the release: its name, the rules that put it there, and its fields, each a run of spans."""

    anchor: str
    name: str
    element: str
    rules: str
    why: str
    lang: str
    fields: tuple[tuple[str, tuple[Span, ...]], ...]
    values: tuple[Span, ...]


@record
class ShownRow:
    """Source lines and what they became. ``elsewhere`` are blocks that a row above shows."""

    group: Group
    lines: tuple[tuple[LineFate, tuple[Span, ...]], ...]
    blocks: tuple[ShownBlock, ...]
    elsewhere: tuple[tuple[str, str], ...]
    notices: tuple[NoticePlace, ...]

    @property
    def folded(self) -> bool:
        return self.group.fate == "removed" and len(self.lines) > OPEN


def page(reading: ReadRelease, trail: Trail, lang: str) -> bytes:
    """The page in UTF-8, its words in ``lang``. Raises InvalidRelease when the trail does not fit the release."""
    release = reading.done.value
    told = list(rows(reading, trail, lang))
    counts = dict(sorted(trail.rules.items()))
    lines = [line for row in told for line, _ in row.lines]
    shown = environment().get_template("explain.html.j2")
    return shown.render(
        _=phrases(lang),
        ngettext=plural(lang),
        lang=lang,
        reading=reading,
        place=visible(numbered(reading.source.name, reading.part)),
        release=release,
        law=trail.law,
        rows=told,
        given=given(release, trail, told, lang),
        fates={fate: sum(line.fate == fate for line in lines) for fate in ("kept", "changed", "removed", "blank")},
        total=len(lines),
        rules=[(code, count, rule_text(code, lang)) for code, count in counts.items()],
        seen={code for row in told for code in row.group.rules},
        notices=[place for row in told for place in row.notices],
        rule_text=lambda codes: rule_text(codes, lang),
        visible=visible,
    ).encode("utf-8")


@cache
def environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    def load(name: str) -> str:
        return own_file("oimpress.publish", name).read_text("utf-8")

    return Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def rows(reading: ReadRelease, trail: Trail, lang: str) -> Iterator[ShownRow]:
    """The source and what it became, row by row. Raises InvalidRelease when the trail does not fit the release."""
    groups = explained(reading.done.value, trail)
    blocks = _Blocks(reading.done.value, groups, lang)
    places = list(placed_notices(reading))
    seen: set[str] = set()
    for group in groups:
        if group.fate == "blank":
            continue
        first, last = group.span
        new = [path for path in group.blocks if path not in seen]
        elsewhere = tuple((_anchor(path), block_name(path, lang)) for path in group.blocks if path in seen)
        seen.update(new)
        lines = tuple((line, tuple(_source_spans(line, lang))) for line in group.lines)
        notices = tuple(place for place in places if first <= place.line <= last)
        yield ShownRow(group, lines, tuple(map(blocks.shown, new)), elsewhere, notices)


def _anchor(path: str) -> str:
    return "b-" + path.replace("/", "-").replace("[", "-").replace("]", "")


def _source_spans(line: LineFate, lang: str) -> Iterator[Span]:
    for part in line.parts:
        if not part.told and not part.text:
            continue
        match part.step:
            case Drop(rule):
                why = _why(rule, part.text, "", lang)
                yield Span(visible(part.text), "gone" if part.told else "kept", rule, why)
            case Keep(rule, path):
                kind = "value" if "@" in path else "kept"
                yield Span(visible(part.text), kind, rule, rule_text(rule, lang) if kind == "value" else "")
            case Change(rule, _, _, before, after):
                yield _changed(part, rule, _why(rule, before, after, lang))


def _changed(part: LinePart, rule: str, why: str) -> Span:
    if part.text:
        return Span(visible(part.text), "gone", rule, why)
    joined = isinstance(part.step, Change) and bool(part.step.before)
    return Span("", "end" if joined else "put", rule, why)


def _why(rule: str, before: str, after: str, lang: str) -> str:
    """``T009 Straight apostrophe curled: “'” → “’”``"""
    old, new = (f"“{visible(text, blanks=True)}”" if text else "" for text in (before, after))
    change = f"{old} → {new}" if old and new else f"+ {new}" if new else ""
    text = f"{rule} {rule_text(rule, lang)}"
    return f"{text}\u00a0: {change}" if change else text


class _Blocks:
    """The blocks of a release, each text with the steps that made it."""

    def __init__(self, release: Release, groups: Iterable[Group], lang: str) -> None:
        self._lang, self._release = lang, release
        self._steps: dict[str, list[Step]] = {}
        for step in (step for group in groups for step in group.steps):
            if not isinstance(step, Drop):
                self._steps.setdefault(step.path, []).append(step)
        self._texts: dict[str, list[tuple[str, str]]] = {}
        for path, text in slots(release):
            self._texts.setdefault(block_of(path), []).append((path, str(text)))

    def shown(self, path: str) -> ShownBlock:
        texts = [(field, text) for field, text in self._texts.get(path, ()) if "@" not in field]
        fields = tuple((_element(field), tuple(self._spans(field, text))) for field, text in texts)
        placing = codes_of(step for field, _ in texts for step in self._steps.get(field, ()) if isinstance(step, Keep))
        why = listed((rule_text(code, self._lang) for code in placing), self._lang)
        values = tuple(self._values(path))
        name = block_name(path, self._lang)
        return ShownBlock(
            _anchor(path), name, _element(path), " ".join(placing), why, self._release.lang, fields, values
        )

    def _values(self, path: str) -> Iterator[Span]:
        """The attributes worked out for the block: a country, an address, a number to dial."""
        for field, text in self._texts.get(path, ()):
            if "@" in field:
                rules = "+".join(codes_of(self._steps.get(field, ())))
                yield Span(f"{field.partition('@')[2]} {text}", "value", rules, rule_text(rules, self._lang))

    def _spans(self, path: str, text: str) -> Iterator[Span]:
        at = 0
        steps = [step for step in self._steps.get(path, ()) if isinstance(step, Change) and step.after]
        for step in sorted(steps, key=lambda step: step.offset):
            if step.offset < at:
                continue
            if step.offset > at:
                yield Span(text[at : step.offset], "kept")
            at = step.offset + len(step.after)
            joined = step.after == " " and not step.before.strip()
            why = _why(step.rule, step.before, step.after, self._lang)
            yield Span(step.after, "joined" if joined and step.before else "new", step.rule, why)
        if at < len(text):
            yield Span(text[at:], "kept")


def _element(path: str) -> str:
    """The element's name: ``p`` for ``body/p[3]``; that of a list item for the paragraph in it."""
    steps = [step.partition("[")[0] for step in path.split("/")]
    return "item" if steps[-1] == "p" and "item" in steps else steps[-1]


def given(release: Release, trail: Trail, told: Iterable[ShownRow], lang: str) -> list[ShownBlock]:
    """The blocks that came from no line of the source: what a sidecar gave."""
    seen = {path for row in told for path in row.group.blocks}
    paths = dict.fromkeys(block_of(path) for path, _ in slots(release) if not path.startswith(("@", "source")))
    left = [path for path in paths if path not in seen]
    steps = tuple(step for step in trail.steps if not isinstance(step, Drop) and block_of(step.path) in left)
    blocks = _Blocks(release, [Group((), steps)], lang)
    return [shown for shown in map(blocks.shown, left) if shown.fields]
