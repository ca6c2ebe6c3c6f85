"""Our own Word documents brought back: every field of a release by the names of its styles and content controls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from oimpress.i18n import phrases
from oimpress.knowledge.languages import LANGUAGES
from oimpress.model.nodes import (
    Contact,
    Date,
    Dateline,
    Embargo,
    Fact,
    Inlines,
    Link,
    Para,
    Phone,
    PhoneKind,
    Place,
    Release,
    Web,
    Words,
)
from oimpress.model.opening import opening
from oimpress.model.runs import flatten, one_line, plain, spans
from oimpress.model.traced import Traced, inserted, join
from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.docx.blocks import BodyReader, Found
from oimpress.readers.docx.controls import contents, tag_of
from oimpress.readers.shared.inlines import ATTRIBUTE, MARKUP, gathered
from oimpress.readers.shared.tree import Node, leave_out

SET = "R021"
COVER = {"press organisation", "press cover kicker", "title", "subtitle", "press cover embargo", "press cover date"}
FRONT = frozenset({*COVER, "toc heading", "press colophon"})
LETTERHEAD = {"press issuer": "issuer", "press reference": "reference", "press embargo": "embargo"}
HEAD = {"press kicker": "kicker", "press kicker below": "kicker", "press title": "title", "press subtitle": "subtitle"}
DASH = " \u2013 "
KINDS: dict[PhoneKind, str] = {"mobile": "Mobile", "fax": "Fax"}  # the phrases that writers print before a number
KIND = lazy(r"(?P<word>[^\W\d_]+)[ \u00a0]*:[ \u00a0]*")


@dataclass
class ReadContact:
    """A contact being filled."""

    fields: dict[str, Traced] = field(default_factory=dict)
    phones: list[Phone] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    webs: list[Web] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether anything is filled in."""
        return bool(self.fields or self.phones or self.emails or self.webs)

    def frozen(self) -> Contact:
        return Contact(phones=tuple(self.phones), emails=tuple(self.emails), webs=tuple(self.webs), **self.fields)


class ReleaseReader:
    """Fills a release from the elements that hold it."""

    def __init__(self, reader: BodyReader) -> None:
        self._reader = reader
        self._fields: dict[str, Inlines] = {}
        self._letterhead: dict[str, Traced] = {}
        self._dateline: Dateline | None = None
        self._facts: list[Fact] = []
        self._contacts: list[Para | ReadContact] = []
        self._about: list[Node] = []
        self._body: list[Node] = []
        self._hanging: Found = []  # notes and pictures of the head, which open the body
        self._trailing: Found = []  # those of the contacts, which close it

    def read(self, nodes: Sequence[Node], release: Release) -> Release:
        """``release`` with all that ``nodes`` say of it."""
        for node in nodes:
            self._take(node)
        contacts = tuple(each.frozen() if isinstance(each, ReadContact) else each for each in self._contacts)
        embargo = self._letterhead.get("embargo")
        made = replace(
            release,
            issuer=self._letterhead.get("issuer", ""),
            reference=self._letterhead.get("reference", ""),
            embargo=Embargo(embargo) if embargo else None,
            dateline=self._dateline,
            facts=tuple(self._facts),
            body=gathered([*self._hanging, *self._reader.flow(self._body), *self._trailing]),
            contacts=tuple(each for each in contacts if each != Contact()),
            about=gathered(self._reader.flow(self._about)),
            **self._fields,  # type: ignore[arg-type]
        )
        if made.title and plain(made.title) == opening(made):
            self._drop(flatten(made.title))
            return replace(made, title=())
        return made

    def _take(self, node: Node) -> None:
        style = self._reader.style(node)
        tag = tag_of(node) if node.tag == "sdt" else ""
        first_heading = style == "heading 1" and "title" not in self._fields
        if style in HEAD or first_heading:
            self._head(HEAD.get(style, "title"), node)
        elif style in LETTERHEAD and LETTERHEAD[style] not in self._letterhead:
            if words := self._line(node):
                self._letterhead[LETTERHEAD[style]] = words
        elif style == "press dateline" and self._dateline is None:
            self._dateline = self._place_and_date(self._line(node))
        elif style == "press facts":
            self._facts += self._facts_of(node)
        elif tag == "contacts" or style.startswith("press contact"):
            self._take_contacts([node] if tag != "contacts" else contents(node))
        elif tag == "about":
            self._about += contents(node)
        elif style == "press about":
            if not self._about and self._body and self._reader.styles.level(self._body[-1]):
                self._about.append(self._body.pop())
            self._about.append(node)
        elif style in FRONT or style.startswith("toc "):
            self._reader.left.dropped.extend(leave_out(node, SET))
        else:
            self._body.append(node)

    # -- head -------------------------------------------------------------------------------------------------

    def _head(self, name: str, node: Node) -> None:
        words, more = self._reader.run([node])
        self._hanging += more
        if words and name not in self._fields:
            self._fields[name] = words
        elif words:
            self._body.append(node)

    def _line(self, node: Node) -> Traced:
        words, more = self._reader.run([node])
        self._hanging += more
        return _on_one_line(words)

    def _drop(self, text: str) -> None:
        self._reader.left.dropped.append(Dropped(text, SET))

    def _place_and_date(self, text: Traced) -> Dateline | None:
        """« Mexique – 10 décembre 2010 »: both, or one of them: a date has figures."""
        before, dash, after = str(text).rpartition(DASH)
        if not any(char.isdigit() for char in after):
            return Dateline(Place(text)) if text else None
        place, date = text[: len(before)], text[len(before) + len(dash) :]
        self._drop(text[len(before) : len(before) + len(dash)])
        return Dateline(Place(place) if place else None, Date(date))

    def _facts_of(self, table: Node) -> Iterator[Fact]:
        for row in (node for node in table.walk() if node.tag == "tr"):
            filled = [words for cell in row.walk() if cell.tag == "tc" and (words := self._words(cell))]
            if filled:
                label, *values = filled  # a value whose label somebody emptied takes its place
                yield Fact(inserted("fact", ATTRIBUTE, max(label.start, 0)), label, Words(spaced(values)))

    def _words(self, node: Node) -> Traced:
        return spaced([self._line(each) for each in node.walk() if each.tag == "p"])

    # -- contacts ---------------------------------------------------------------------------------------------

    def _take_contacts(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            if node.tag == "sdt":
                self._contacts.append(ReadContact())
                self._take_contacts(contents(node))
            elif node.tag == "p":
                self._take_contact_line(node, self._reader.style(node).removeprefix("press contact").strip())
            else:
                self._take(node)

    def _take_contact_line(self, node: Node, part: str) -> None:
        words, more = self._reader.run([node])
        self._trailing += more
        run = _on_one_line(words)
        if not run:
            return
        match part:
            case "s heading" if str(run) in said("Press contacts"):
                self._drop(run)
            case "name" | "role" | "organisation" | "address":
                card = self._card(part)
                card.fields[part] = run
            case "phone":
                self._card("").phones.append(self._phone(words, run))
            case "email":
                self._card("").emails.append(run)
            case "web" if href := self._href(words, run, "http"):
                self._card("").webs.append(Web(run, href))
            case _:
                self._contacts.append(Para(words))

    def _card(self, part: str) -> ReadContact:
        """The contact that is being filled; a new one where it has this part already, or a name comes."""
        last = self._contacts[-1] if self._contacts else None
        if not isinstance(last, ReadContact) or part in last.fields or (part == "name" and last.begun):
            self._contacts.append(last := ReadContact())
        return last

    def _phone(self, words: Inlines, run: Traced) -> Phone:
        """The number, and the kind that stands before it."""
        kinds = {word.casefold(): kind for kind, phrase in KINDS.items() for word in said(phrase)}
        label = KIND.match(run)
        kind = kinds.get(label["word"].casefold(), "") if label else ""
        end = label.end() if label and kind and label.end() < len(run) else 0
        self._drop(run[:end])
        return Phone(run[end:], self._href(words, run, "tel:"), kind if end else "")

    def _href(self, words: Inlines, run: Traced, scheme: str) -> str:
        """Where the first link of ``words`` leads, when it is of this scheme."""
        found = next((link.href for _, _, link in spans(words, Link) if isinstance(link, Link)), "")
        return inserted(found, ATTRIBUTE, max(run.start, 0)) if found.startswith(scheme) else ""


def _on_one_line(words: Inlines) -> Traced:
    """The words of a field that can hold no markup."""
    run = flatten(words)
    return one_line(run) if isinstance(run, Traced) else Traced("")


def spaced(texts: Sequence[Traced]) -> Traced:
    """Several texts as one, a space between each two."""
    kept = [text for text in texts if text]
    parts = [part for text in kept for part in (inserted(" ", MARKUP, max(text.start, 0)), text)]
    return join(parts[1:]) if parts else Traced("")


def said(phrase: str) -> tuple[str, ...]:
    """A fixed phrase of publications in every language that they are made in."""
    return tuple(phrases(lang)(phrase) for lang in LANGUAGES)
