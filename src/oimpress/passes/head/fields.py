"""From the readings of a head's lines to the fields of the release, and what of the lines stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

from oimpress.knowledge.dates import find_date, month_alone
from oimpress.knowledge.folding import fold
from oimpress.model.draft import LETTERHEAD, ONLINE, SUBJECT_ALONE, Draft, Flow, Line, put_by
from oimpress.model.nodes import Block, Break, Embargo, Inline, Inlines, Para, Release, Text
from oimpress.model.runs import cut, flatten, inlines, length, one_line, strip
from oimpress.model.traced import Traced, inserted, join, replacing
from oimpress.notices import Dropped, Notice, notice
from oimpress.passes.head.called import names_site, own_title
from oimpress.passes.head.dates import SEPARATOR, Stamp, dateline_of, stamp_of
from oimpress.passes.head.embargo import EMBARGO
from oimpress.passes.head.facts import MARK, fact_of
from oimpress.passes.head.kicker import Labelled, kind_said
from oimpress.passes.head.limits import BEHIND_LABEL
from oimpress.passes.head.speakers import kind_spoken
from oimpress.passes.head.words import EDGE, plainly, said
from oimpress.passes.labelling import Reading
from oimpress.passes.leaving import addresses, left_out
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import says_verb
from oimpress.patterns import lazy

TITLE, KICKER, REPEATED, TRAILING, SUBTITLE, JOINED = "H001", "H002", "H004", "H005", "H006", "L002"
ISSUER, REFERENCE, ORDER, STANDFIRST, STRAY, GIVEN, FURNITURE = "H013", "H014", "H015", "H016", "H017", "H018", "F008"
MAIL_FIELD = "R040"
POINT = "B003"  # the mark of a list
LETTERHEAD_NAME, SUBJECT_WORD, PRACTICAL = "H019", "H021", "H022"
ReadLines: TypeAlias = Sequence[tuple[Line, Reading]]
LABELLED = lazy(r"[^:?]*[:?] *")  # what a person says is a fact
GOING_ON = {"goes on from above", "body goes on", "line before is cut"}  # evidence that a name of several lines goes on
ALONE = {
    "standfirst": STANDFIRST,
    "early standfirst": STANDFIRST,
    "stray": STRAY,
    "practical": PRACTICAL,
}  # what is a paragraph of its own
PLAIN = ("kicker", "dateline", "issuer", "reference", "embargo", "fact")  # fields without markup


class Head:
    """The fields, the flow that is left, and what is dropped and doubted on the way."""

    def __init__(self, draft: Draft, told: ReadLines) -> None:
        self.fields: dict[str, Any] = {}
        self.notices: list[Notice] = []
        self._dropped: list[Dropped] = []
        self._told = told
        self._stamps: list[Stamp] = []
        self._beside_dates: dict[int, tuple[Traced, ...]] = {}
        self._issuers: list[Traced] = []
        self._references: list[Traced] = []
        self._dated = [
            (line, stamp_of(_words(line), bool(draft.titles), ONLINE in line.marks)) for line in self._lines("dateline")
        ]
        self._kickers(bool(draft.titles))
        self._title()
        self._subtitle()
        self._bodies()
        self._dates(draft.release)
        self._facts(draft.release.lang)
        self._embargo()
        self._leave_out()
        self.flow = self._flow(draft.flow)
        own = (title for title in map(own_title, draft.titles) if not names_site(title))
        self.given = "" if "title" in self.fields else next(own, "")  # a title that no line is
        if self.given:
            self.fields["title"] = put_by(inlines(inserted(self.given, GIVEN)), GIVEN)

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        return tuple(self._dropped)

    def _lines(self, *labels: str) -> list[Line]:
        return [line for line, one in self._told if one.label in labels]

    def _kickers(self, of_site: bool) -> None:
        parts: list[Traced] = []
        issued = bool(self._lines("issuer"))
        for line in self._lines("kicker"):
            labelled = Labelled(_words(line), issued, of_site)
            self._dropped += labelled.dropped
            self._stamps += [labelled.stamp] if labelled.stamp else []
            self._issuers += [labelled.issuer] if labelled.issuer else []
            self._references += [labelled.reference] if labelled.reference else []
            parts += [part for part in (labelled.words, *labelled.more) if part]
        for line, stamp in self._dated:  # « 17 septembre 2024 Communiqué de presse »
            labels = [each for each in stamp.more if _is_label(plainly(str(each)))]
            self._beside_dates[id(line)] = tuple(each for each in stamp.more if each not in labels)
            parts += labels
        if parts := self._once(parts):
            self.fields["kicker"] = put_by(inlines(_joined(parts, KICKER)), KICKER)
            if kind := next((kind for part in parts if (kind := kind_said(str(part)))), None):
                self.fields["kind"] = kind

    def _once(self, parts: Sequence[Traced]) -> list[Traced]:
        """The parts of a kicker without those that say the same as one before."""
        kept: list[Traced] = []
        for part in parts:
            if any(fold(str(part)) == fold(str(each)) for each in kept):
                self._dropped.append(Dropped(part, REPEATED))
            else:
                kept.append(part)
        return kept

    def _title(self) -> None:
        lines = self._lines("title", "title goes on")
        if not lines:
            return
        children = _run_on(lines)
        text = flatten(children)
        if (tail := re.search(r"\s+[-–—]+$", str(text))) and isinstance(text, Traced):
            self._dropped.append(Dropped(text[tail.start() :], TRAILING))
            children = strip(cut(children, 0, tail.start()))
        if (again := said("again").match(plainly(text))) and isinstance(text, Traced):
            end = len(text) - text.endswith("/")
            self._dropped += [Dropped(part, ORDER) for part in (text[: again.end()], text[end:]) if part]
            children = strip(cut(children, again.end(), end))
        if (word := said("concerns").match(plainly(text))) and isinstance(text, Traced):
            self._dropped.append(Dropped(text[: word.end()], SUBJECT_WORD))
            children = strip(cut(children, word.end(), len(text)))
        self.fields["title"] = put_by(children, TITLE)
        if "kind" not in self.fields and (kind := kind_spoken(str(flatten(children)))):
            self.fields["kind"] = kind

    def _subtitle(self) -> None:
        parts: list[Inline] = []
        for line, one in self._told:
            if one.label == "subtitle":
                goes_on = "line before is cut" in one.seen
                parts += [Text(replacing(" ", JOINED, *line.ending)) if goes_on else Break()] if parts else []
                parts += self._unmarked(line) if "one of two points" in one.seen else strip(line.children)
        if parts:
            self.fields["subtitle"] = put_by(inlines(*parts), SUBTITLE)

    def _unmarked(self, line: Line) -> Inlines:
        """A line without the bullet before it."""
        children, text = strip(line.children), line.text.strip()
        mark = said("bullet").match(plainly(str(text)))
        end = mark.end() if mark else 0
        self._dropped += [Dropped(text[:end], POINT)] if end else []
        return strip(cut(children, end, length(children)))

    def _dates(self, release: Release) -> None:
        lines = [line for line, _ in self._dated]
        stamps = [*(stamp for _, stamp in self._dated), *self._stamps]
        stamps = [one.settled(str(release.published)) for one in stamps]
        if stamps:
            where = next(iter(lines or self._lines("kicker", "reference"))).where
            dateline, when, dropped, doubts = dateline_of(stamps, where, release.lang)
            self.fields |= {"dateline": dateline} | ({"published": when} if len(when) == len("2025-06-16") else {})
            self._dropped += dropped
            self.notices += doubts

    def _bodies(self) -> None:
        """The issuing body, whose name may take several lines, and the number of the release."""
        parts: list[Traced] = []
        for line, one in self._told:
            if one.label == "issuer":
                text = self._announced(_words(line))
                goes_on = parts and not GOING_ON.isdisjoint(one.seen)
                parts += [join((parts.pop(), inserted(" ", ISSUER, text.start), text))] if goes_on else [text]
        if issuers := [*parts, *self._issuers]:
            self.fields["issuer"] = _joined(issuers, ISSUER).put_by(ISSUER)
        numbers = [*(self._numbered(_words(line)) for line in self._lines("reference")), *self._references]
        if numbers:
            self.fields["reference"] = _joined(numbers, REFERENCE).put_by(REFERENCE)

    def _numbered(self, text: Traced) -> Traced:
        """The number of a line that says the day behind it: « n° 142 – 12 juin 2025 »."""
        plain = plainly(str(text))
        number = said("number").search(plain)
        day = find_date(plain) or month_alone(plain, number.end() if number else 0)
        if not number or not day or number.end() > day.start:
            return text
        end = number.end()
        first = end + len(plain[end:]) - len(plain[end:].lstrip(EDGE))
        self._dropped += [Dropped(text[end:first], SEPARATOR)] if plain[end:first].strip() else []
        self._stamps.append(stamp_of(text[first:]))
        return text[:end]

    def _announced(self, text: Traced) -> Traced:
        """A body's name without the words that announce it, and the bar behind it."""
        plain = plainly(str(text))
        words = said("announced").match(plain) or said("sourced").match(plain)
        if not words:
            return text
        end = len(plain.rstrip(" |"))
        self._dropped += [Dropped(part, FURNITURE) for part in (text[: words.end()], text[end:]) if part]
        return text[words.end() : end]

    def _facts(self, lang: str) -> None:
        found = []
        for line in self._lines("fact"):
            text = _words(line)
            name = said("practical").match(plainly(str(text))) or LABELLED.match(plainly(str(text)))
            assert name is not None  # pins see to it
            label = name[0].lstrip("•*–- ").rstrip(" :?")
            at = name[0].index(label)
            gaps = (text[:at], text[at + len(label) : name.end()])
            self._dropped += [Dropped(gap, MARK) for gap in gaps if gap.strip()]
            found.append(fact_of(text[at : at + len(label)], text[name.end() :], lang))
        if found:
            self.fields["facts"] = tuple(found)

    def _embargo(self) -> None:
        """The words of the embargo; when it ends is worked out once the place is known."""
        if texts := [_words(line) for line in self._lines("embargo")]:
            self.fields["embargo"] = Embargo(_joined(texts, EMBARGO).put_by(EMBARGO))

    def _leave_out(self) -> None:
        titles = {str(line.text).strip() for line in self._lines("title")}
        for line, one in self._told:
            if one.label == "furniture":
                rule = MAIL_FIELD if SUBJECT_ALONE in line.marks else FURNITURE
                self._dropped += left_out(line, REPEATED if line.plain.strip() in titles else rule)
            elif one.label == "order":
                self._dropped += left_out(line, ORDER)
            elif one.label in PLAIN:
                self._dropped += addresses(line.children)

    def _flow(self, flow: Flow) -> Flow:
        """The flow without the lines that became fields; a contact's lines go to its end."""
        labels = {id(line): "body" if one.label == "stray" and pin_of(line) else one.label for line, one in self._told}
        kept: list[Line | Block] = []
        later: list[Line | Block] = []
        for item in flow:
            label = labels.get(id(item), "body") if isinstance(item, Line) else "body"
            listed = (
                label == "practical" and isinstance(item, Line) and said("bullet").match(plainly(item.plain).lstrip())
            )
            if label in ("body", "caption", "point") or listed:
                kept.append(item)
            elif isinstance(item, Line) and label == "contact":
                later += [*self._named_above(item), replace(item, marks=item.marks | {LETTERHEAD})]
            elif isinstance(item, Line) and label in ALONE:
                kept.append(Para(put_by(strip(item.children), ALONE[label])))
            if isinstance(item, Line) and label == "stray":
                self.notices.append(notice("H105", item.where, item.plain))
            elif isinstance(item, Line) and label == "dateline":
                kept += self._other_words(item)
        return (*kept, *later)

    def _other_words(self, line: Line) -> Iterator[Para]:
        """What a line says beside place and date, as paragraphs of their own."""
        for words in self._beside_dates[id(line)]:
            self.notices.append(notice("H105", line.where, str(words)))
            yield Para(put_by(inlines(words), STRAY))

    def _named_above(self, line: Line) -> Iterator[Line]:
        """The body right above its details, as the line that names it where they go."""
        at = next(at for at, (each, _) in enumerate(self._told) if each is line)
        above = [(each, one) for each, one in self._told[:at] if one.label != "dateline"]
        if above and above[-1][1].label == "issuer" and not said("contact").match(plainly(line.plain)):
            text = _words(above[-1][0])
            name = Text(inserted(str(text), LETTERHEAD_NAME, text.end))
            yield replace(above[-1][0], children=(name,), marks=frozenset((LETTERHEAD,)))


def _is_label(text: str) -> bool:
    """Whether ``text`` is a label, perhaps with whose text it is: « Communiqué de la Municipalité »."""
    label = said("label").match(text)
    return label is not None and len(text) - label.end() < BEHIND_LABEL and not says_verb(text)


def _words(line: Line) -> Traced:
    """The text of a line for a field of one line."""
    return one_line(line.text.strip())


def _joined(parts: Iterable[Traced], rule: str) -> Traced:
    """``parts`` of one field as one text, a dash between."""
    listed = [each for part in parts for each in (part, inserted(" – ", rule, part.end))]
    return join(listed[:-1])


def _run_on(lines: Sequence[Line]) -> Inlines:
    """Lines of one title as one run."""
    parts: list[Inline] = [*strip(lines[0].children)]
    for above, line in pairwise(lines):
        parts += [Text(replacing(" ", JOINED, *above.ending)), *strip(line.children)]
    return inlines(*parts)
