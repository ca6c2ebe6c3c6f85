"""Parts become one PDF: what they share is written once, what is numbered through the whole gets its number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from oimpress.writers.pdf.attached import AttachedFile, attachment, file_name
from oimpress.writers.pdf.bundles import Bundle
from oimpress.writers.pdf.outline import Bookmark, outline
from oimpress.writers.pdf.parts import Destination, PartPage, Places, Shared, shared
from oimpress.writers.pdf.pdffile import PdfFile
from oimpress.writers.pdf.template import Template, filled, waiting, words_of

ROOT = ("Pages", "StructTreeRoot", "Outlines", "Names", "AF")  # of the catalogue: what all parts give together
COLOURS = (Shared.COLOURS, Shared.PROFILE)
PICTURE = b"/Subtype /Image"
BEFORE, BEHIND = b"q", b"Q q /Furniture Do Q"  # around the text of every page


@dataclass
class JoinedPdf:
    """A PDF to which parts are added in their order. What they attach is dated ``made``, where the edition is dated."""

    file: PdfFile
    made: datetime | None
    common: list[bytes] = field(init=False)
    root: dict[str, bytes] = field(init=False)
    tops: list[bytes] = field(default_factory=list)  # elements of the structure
    pages: list[bytes] = field(default_factory=list)
    keys: int = 0
    leaves: list[bytes] = field(default_factory=list)  # of the tree from contents to structure
    notes: list[tuple[str, bytes]] = field(default_factory=list)
    places: dict[str, bytes] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    attached: dict[str, bytes] = field(default_factory=dict)
    _pictures: dict[bytes, bytes] = field(default_factory=dict)  # by their digests

    def __post_init__(self) -> None:
        self.common = [self._taken() for _ in Shared]
        self.root = {name: self._taken() for name in ROOT}
        self.common[Shared.PAGES] = self.root["Pages"]
        for place, drawing in ((Shared.BEFORE, BEFORE), (Shared.BEHIND, BEHIND)):
            self.file.stream(self.common[place], words_of({"Length": len(drawing)}), drawing)

    def furniture(self, bundle: Bundle) -> list[bytes]:
        """Write running heads; the references of each page's."""
        return self._written(bundle, self.common)[0]

    def add(self, bundle: Bundle, furniture: Sequence[bytes], name: str) -> None:
        """Write the part called ``name``, whose pages have these running heads."""
        head = bundle.head
        pages = [PartPage(*each) for each in head["pages"]]
        places = Places(len(pages), head["links"])
        keys = [b"%d" % (self.keys + each) for each in range(places.pages + places.links)]
        values, numbers = self._written(bundle, [*self.common, *furniture, *keys], name)
        top, links, notes, *owners = (value[1:-1] for value in values)
        own = numbers[: len(pages)]
        self.bookmarks += [Bookmark(at, *each) for page, at in zip(pages, own, strict=True) for each in page.bookmarks]
        for each in (Destination(*each) for each in head["destinations"]):
            self.places.setdefault(each.name, words_of([own[each.page], "/XYZ", each.x, each.y, 0]))
        self.pages += own
        self.tops.append(top)
        self.notes += zip(head["notes"], _each(notes), strict=True)
        self._map(keys, [*(b"[%b]" % each for each in owners), *_each(links)])

    def end(self, frame: Any, fonts: Any, used: Any) -> None:
        """Write what all have in common.

        ``frame`` is a PDF with the colours and the catalogue, ``fonts`` one with the fonts, which ``used`` names.
        """
        self._fonts(fonts, used)
        self._tree()
        pages = {"Type": "/Pages", "Kids": self.pages, "Count": len(self.pages)}
        self.file.plain(self.root["Pages"], words_of(pages))
        for number, words in outline(self.bookmarks, self.root["Outlines"], self._taken):
            self.file.plain(number, words)
        files = [(name, self.attached[name]) for name in sorted(self.attached)]
        names = {"Dests": _names(sorted(self.places.items())), "EmbeddedFiles": _names(files)}
        self.file.plain(self.root["Names"], words_of(names))
        self.file.plain(self.root["AF"], words_of([each for _, each in files]))
        self.file.end(*self._frame(frame))

    def _taken(self) -> bytes:
        return self.file.take()[0]

    def _map(self, keys: list[bytes], owners: list[bytes]) -> None:
        """Note which elements of the structure own the contents with these keys."""
        pairs = b" ".join(b"%b %b" % pair for pair in zip(keys, owners, strict=True))
        self.leaves.append(self._taken())
        self.file.plain(self.leaves[-1], b"<</Limits [%b %b]/Nums [%b]>>" % (keys[0], keys[-1], pairs))
        self.keys += len(keys)

    def _written(
        self, bundle: Bundle, known: Sequence[bytes], name: str = "", first: Sequence[bytes] = ()
    ) -> tuple[list[bytes], list[bytes]]:
        """Write the objects of a bundle, to the first of which these references are given already.

        Its values, and the references of all its objects.
        """
        own = [*first, *self.file.take(len(bundle.sizes) - len(first))]
        there = self._known_pictures(bundle, known, own)
        values, objects = bundle.filled([*known, *own])
        for at, (place, (words, data)) in enumerate(zip(own, objects, strict=True)):
            if data is None:
                self.file.plain(place, words)
            elif not words:
                self._attach(name, place, data, *bundle.head["xml"])
            elif at not in there:
                self.file.stream(place, words, data)
        return values, own

    def _known_pictures(self, bundle: Bundle, known: Sequence[bytes], own: list[bytes]) -> set[int]:
        """Which objects of a bundle are pictures that stand here already; ``own`` gets their references."""
        there: set[int] = set()
        for at, (words, data) in reversed(list(bundle.streams_with(PICTURE))):  # what one refers to comes behind it
            digest = hashlib.sha256(filled(words, [*known, *own]) + data).digest()
            if digest in self._pictures:
                there.add(at)
            own[at] = self._pictures.setdefault(digest, own[at])
        return there

    def _attach(self, name: str, place: bytes, data: bytes, size: int, digest: str) -> None:
        """Write the file of a release, packed in ``data``."""
        file = attachment(file_name(name), AttachedFile(len(data), size, digest), place, self.made)
        self.file.stream(place, words_of(file.stream), data)
        self.attached[file.name] = self._taken()
        self.file.plain(self.attached[file.name], words_of(file.specification))

    def _tree(self) -> None:
        """The root of the structure, its one element that holds all others, and the trees that lead into it."""
        top, owners = self.common[Shared.TREE], self._taken()
        root: dict[str, Any] = {"Type": "/StructTreeRoot", "ParentTree": owners, "K": [top]}
        if self.notes:
            root["IDTree"] = _names(sorted(self.notes))
        self.file.plain(self.root["StructTreeRoot"], words_of(root))
        document = {"Type": "/StructElem", "S": "/Document", "P": self.root["StructTreeRoot"], "K": self.tops}
        self.file.plain(top, words_of(document))
        self.file.plain(owners, words_of({"Kids": self.leaves}))

    def _fonts(self, pdf: Any, used: Any) -> None:
        template = Template(pdf, {}, 0)
        values = [template.written(used)]
        (made,), _ = self._written(Bundle.of({}, values, template.objects()), ())
        self.file.plain(self.common[Shared.FONTS], made)

    def _frame(self, pdf: Any) -> tuple[bytes, bytes]:
        """Write the catalogue, what is told of the file, and the colours; the references of the first two."""
        template = Template(pdf, {}, len(ROOT))
        common = [place for number, place in shared(pdf).items() if place in COLOURS and template.place(number)]
        catalogue = {key: value for key, value in pdf.catalog.items() if key not in ROOT}
        waited = {name: waiting(at) for at, name in enumerate(ROOT)}
        values = [template.written(each) for each in (catalogue | waited, pdf.info)]
        bundle = Bundle.of({}, values, template.objects())
        values, _ = self._written(bundle, list(self.root.values()), first=[self.common[each] for each in common])
        own = self.file.take(2)
        for place, words in zip(own, values, strict=True):
            self.file.plain(place, words)
        return own[0], own[1]


def _each(references: bytes) -> list[bytes]:
    """The references in a list of them."""
    return [each.strip() + b" R" for each in references.split(b" R")[:-1]]


def _names(pairs: Iterable[tuple[str, bytes]]) -> dict[str, Any]:
    """A tree of names, which have to be in their order."""
    from pydyf import String  # type: ignore[import-untyped]

    return {"Names": [each for name, value in pairs for each in (String(name), value)]}
