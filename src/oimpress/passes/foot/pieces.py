"""Contact lines cut into pieces: words between separators, and addresses and numbers with their labels taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal, TypeAlias

from oimpress.knowledge.addresses import MAIL, SPELT_MAIL, WEB
from oimpress.knowledge.people import is_function, is_name, name_at
from oimpress.knowledge.phones import FoundPhone, find_phones
from oimpress.model.draft import Line
from oimpress.model.nodes import PhoneKind
from oimpress.model.runs import strip
from oimpress.model.traced import Traced
from oimpress.notices import Dropped
from oimpress.passes.foot.alone import body_in, tells_body
from oimpress.passes.foot.joints import ALONE, ALSO, AND, CUT, agency_for, function_before_name
from oimpress.passes.foot.leads import is_dialled, lead_on, tells_how
from oimpress.passes.foot.limits import LONGEST_LINE
from oimpress.passes.foot.rows import HEADS, heads_columns
from oimpress.passes.foot.seams import Hidden, hidden_mails, seams
from oimpress.passes.foot.words import plainly, said
from oimpress.patterns import lazy
from oimpress.records import record

LABEL, SEPARATOR, LINK = "C003", "C004", "C005"
PieceKind: TypeAlias = Literal["words", "lead", "mail", "phone", "web"]
OF = lazy(
    r"\s+(?:de l'|du |de la |des |de |à l'|à la |au |at (?:the )?|from (?:the )?|of (?:the )?|del? (?:la )?"
    r"|en (?:la )?)"
)
HOUSE = lazy(r"\s*\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?\s*", re.IGNORECASE)
SPOKEN = lazy(r"\([A-Z]{2}(?: ?[/,+] ?[A-Z]{2})*\)(?: ?/? ?\([A-Z]{2}\))*")  # « (FR) », « (NL) / (EN) »
ACRONYM = lazy(r"\([A-Z][A-Z-]{2,9}\)")


@record
class ContactPiece:
    """A stretch of contact line number ``line``. ``joined`` says that "and" or "or" stood before it.

    ``first`` is true for the line's first piece, ``gap`` where blank lines stand before that. ``use`` is what a
    number's label says of it.
    """

    text: Traced
    kind: PieceKind
    line: int
    start: int  # in the text of its line
    first: bool = False
    gap: bool = False
    joined: bool = False
    use: PhoneKind = ""


class Cut:
    """One line in pieces, with what is left out between them."""

    def __init__(
        self,
        line: Line,
        number: int,
        regions: Sequence[str],
        lang: str = "fr",
        above: Cut | None = None,
        below: Line | None = None,
    ) -> None:
        self.line, self.number, self.lang, self.above, self.below = line, number, lang, above, below
        self.children = strip(line.children)
        self.text = line.text.strip()
        self.plain = plainly(str(self.text))
        self.dropped: list[Dropped] = []
        self.pieces: list[ContactPiece] = []
        self._joined = False
        self._use: PhoneKind = ""
        self._regions = regions
        self._seams = seams(self.children, self.plain)
        self.hidden = {one.start: one for one in hidden_mails(self.children)}
        self._cut()

    def _cut(self) -> None:
        if HEADS in self.line.marks or ("|" in self.plain and heads_columns(self.plain.strip(" |").split("|"))):
            self.dropped.append(Dropped(self.text, LABEL))
            return
        lead = lead_on(self.line)
        if lead and (said("function_lead").match(lead[0]) or self._says_whose(lead) or self._answers(lead)):
            lead = None  # « Attachée de presse : Zoé Martel », « Relations presse » below a name: what somebody does
        at = lead.end() if lead else 0
        if lead:
            at = at if self.plain[at:].strip(" :") else len(self.plain)
            self._drop(0, lead.start())
            self._add(lead.start(), at, "lead")
        for start, end, kind in self._atoms(at):
            self._words(at, start)
            if kind == "label":
                self.dropped.append(Dropped(self.text[start:end], LABEL))
                self._labelled(self.plain[start:end])
            elif start in self.hidden:
                self._add_hidden(self.hidden[start])
            else:
                self._add(start, end, kind)
                self._use = ""
            at = end
        self._words(at, len(self.plain))

    def _answers(self, lead: re.Match[str]) -> bool:
        """Whether a unit is reached itself: « Press office: press@lib.example »; with nobody's name, in two lines."""
        unit = said("unit_lead").fullmatch(lead[0].strip(" :")) is not None
        alone = said("unit_lead").fullmatch(self.plain) or said("unit_alone").fullmatch(self.plain)
        if alone and self.above and self.below:
            led = [piece.kind for piece in self.above.pieces] == ["lead"]
            below = plainly(self.below.plain).strip()
            return led and not self.below.gap and (_begins_with_details(below) or tells_body(below))
        atoms = sorted(self._atoms(lead.end())) if unit else []
        return bool(atoms) and not self.plain[lead.end() : atoms[0][0]].strip(" :")

    def _says_whose(self, lead: re.Match[str]) -> bool:
        """Whether words that could head contacts stand right below a name, as what that person does."""
        named = self.above is not None and len(self.above.pieces) == 1 and is_name(self.above.plain)
        whole = lead.end() == len(self.plain) and not self.plain.endswith(":")
        return named and whole and not self.line.gap and not said("contact_word").match(self.plain)

    def _add(self, start: int, end: int, kind: PieceKind) -> None:
        first = not self.pieces
        use: PhoneKind = self._use if kind == "phone" else ""
        gap = first and self.line.gap > 0 and self.number > 0
        self.pieces.append(ContactPiece(self.text[start:end], kind, self.number, start, first, gap, self._joined, use))
        self._joined = False

    def _add_hidden(self, link: Hidden) -> None:
        """The address that a link leads to, instead of its words."""
        self.dropped.append(Dropped(self.text[link.start : link.end], LABEL))
        self.dropped += [Dropped(part, LINK) for part in link.around]
        self.pieces.append(ContactPiece(link.address, "mail", self.number, link.start, not self.pieces))

    def _labelled(self, label: str) -> None:
        """Keep in mind what a label says of the number behind it; in brackets, or behind a blank, of that before it."""
        if label.startswith(("(", " ")) and self.pieces and self.pieces[-1].kind == "phone":
            self.pieces[-1] = replace(self.pieces[-1], use=use_of(label[1:], self.lang) or self.pieces[-1].use)
        else:
            self._use = use_of(label, self.lang)

    def _drop(self, start: int, end: int) -> None:
        if self.plain[start:end].strip():
            self.dropped.append(Dropped(self.text[start:end], SEPARATOR))

    def _atoms(self, start: int) -> Iterator[tuple[int, int, Literal["label", "mail", "phone", "web"]]]:
        """``(start, end, kind)`` of every label, address and number from ``start`` on, in order."""
        found: list[tuple[int, int, Literal["label", "mail", "phone", "web"]]] = []
        found += [(at, one.end, "mail") for at, one in self.hidden.items() if at >= start]
        for kind, shape in (("mail", MAIL), ("mail", SPELT_MAIL), ("web", WEB)):
            spans = (match.span() for match in shape.finditer(self.plain, start))
            found += [(*span, kind) for span in spans if not _inside(span[0], found)]  # type: ignore[misc]
        labels = [span for span in self._labels() if span[0] >= start and not _inside(span[0], found)]
        short = len(self.plain) <= LONGEST_LINE or self.plain[:start].endswith(":")  # behind « Renseignements : »
        labelled = short or bool(found) or any(map(self._tells_phone, labels))
        found += [(*span, "label") for span in labels]
        numbers = self._numbers(labelled)
        found += [
            (one.start, one.end, "phone") for one in numbers if one.start >= start and not _inside(one.start, found)
        ]
        return iter(sorted(found))

    def _labels(self) -> Iterator[tuple[int, int]]:
        for start, end in pairwise((0, *self._seams, len(self.plain))):
            for first, last in _labels_in(self.plain[start:end]):
                yield start + first, start + last

    def _tells_phone(self, span: tuple[int, int]) -> bool:
        return said("phone_label").match(self.plain[slice(*span)]) is not None

    def _numbers(self, labelled: bool) -> Iterator[FoundPhone]:
        """The numbers between the seams of the line."""
        for start, end in pairwise((0, *self._seams, len(self.plain))):
            for one in _phones_in(self.plain[start:end], next(iter(self._regions), ""), labelled):
                if is_dialled(self.plain, start + one.start, start + one.end):
                    yield one._replace(start=start + one.start, end=start + one.end)

    def _words(self, start: int, end: int) -> None:
        """The stretches between separators and seams."""
        for left, right in pairwise((start, *(at for at in self._seams if start < at < end), end)):
            self._stretches(left, right)

    def _stretches(self, start: int, end: int) -> None:
        """The stretches between separators, names apart from the bodies they belong to."""
        at = start
        for mark in CUT.finditer(self.plain, start, end):
            if mark.start() < at or (mark[0] == "," and HOUSE.fullmatch(self.plain, at, mark.start())):
                continue  # the number of a house belongs to its street, a language to the function before it
            if mark[0] == "(" and (last := self._belongs_before(at, mark.start(), end)):
                self._part(at, last)
                at = last
                continue
            self._part(at, mark.start())
            self._drop(*mark.span())
            self._joined = self._joined or (mark[0] == "/" and is_name(self.plain[at : mark.start()].strip()))
            at = mark.end()
        self._part(at, end)

    def _belongs_before(self, start: int, bracket: int, end: int) -> int:
        """Where brackets end that belong to what stands before: a function's languages, a body's acronym; or 0."""
        words = self.plain[start:bracket].strip()
        if not words or is_name(words):
            return 0
        shape = SPOKEN if is_function(words) and body_in(words) != 1 else ACRONYM
        found = shape.match(self.plain, bracket, end)
        return found.end() if found else 0

    def _part(self, start: int, end: int) -> None:
        start, end = self._bare(start, end)
        joins = ALONE.fullmatch(self.plain, start, end) is not None
        if joins or not any(map(str.isalnum, self.plain[start:end])):  # « et », and rules of dashes
            self._joined = self._joined or joins
            self._drop(start, end)
            return
        while joint := AND.search(self.plain[start:end]):
            self._joined = self._joined or not joint.start()
            self._drop(start + joint.start(), start + joint.end())
            start, end = (start + joint.end(), end) if not joint.start() else (start, start + joint.start())
        start, end = self._bare(start, end)
        if at := agency_for(self.plain[start:end]):
            self._part(start, start + at)
            self._add(*self._bare(start + at, end), "words")
            return
        named = start + name_at(self.plain[start:end])
        if (also := ALSO.match(self.plain, named, end)) and named > start and is_name(self.plain[also.end() : end]):
            self._add(start, named, "words")
            self._drop(*also.span())
            self._joined = True
            self._add(also.end(), end, "words")
            return
        if named > start and self._says_more(start, named, end):
            return
        led = not self.pieces or self.pieces[-1].kind == "lead" or self.plain[:start].rstrip().endswith(";")
        if led and (at := function_before_name(self.plain[start:end])):
            self._add(start, start + at, "words")
            self._add(*self._bare(start + at, end), "words")
            return
        of = OF.match(self.plain, named, end) if named > start else None
        if of and not (is_function(words := self.plain[start:named]) or said("unit").match(words) or body_in(words)):
            self._add(start, named, "words")
            self._drop(*of.span())
            self._add(*self._bare(of.end(), end), "words")
        else:
            self._add(start, end, "words")

    def _says_more(self, start: int, named: int, end: int) -> bool:
        """Add a name and what that person does, « Octave Rousselin gérant », or leave out that somebody answers."""
        behind, end = self._bare(named, end)
        rest = self.plain[behind:end]
        answers = said("answering").match(rest) is not None
        if not (answers or (rest[:1].islower() and is_function(rest.split()[0]))):
            return False
        self._add(start, named, "words")
        if answers:
            self._drop(behind, end)
        else:
            self._add(behind, end, "words")
        return True

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.plain[start].isspace():
            start += 1
        while start < end and self.plain[end - 1].isspace():
            end -= 1
        return start, end


def _begins_with_details(plain: str) -> bool:
    """Whether a line says how somebody is reached, and nothing before that but a label."""
    labelled = plain[:1] in "+(" or plain[:1].isdigit() or said("label").match(plain) or MAIL.match(plain)
    return bool(labelled) and tells_how(plain)


@lru_cache(maxsize=512)  # the contacts of an office stand in all of its releases
def _labels_in(plain: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in said("label").finditer(plain))


@lru_cache(maxsize=512)
def _phones_in(plain: str, region: str, labelled: bool) -> tuple[FoundPhone, ...]:
    return tuple(find_phones(plain, region, labelled))


def _inside(at: int, found: Sequence[tuple[int, int, str]]) -> bool:
    return any(start <= at < end for start, end, _ in found)


def use_of(label: str, lang: str) -> PhoneKind:
    """What a number's label says of it; « P. » is a « portable » in French only."""
    bare = label.strip(" :.")
    if said("fax").match(bare):
        return "fax"
    if bare in ("P", "p") and not lang.startswith("fr"):
        return ""
    return "mobile" if said("mobile").match(bare) else ""
