"""A press kit made of parts: each release is laid out alone, then all are joined to one PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, repeat
from typing import IO, Any, NamedTuple

from oimpress.model.nodes import Edition, Release
from oimpress.notices import Notice
from oimpress.spool import Spool, spool
from oimpress.style import Style
from oimpress.writers import NotInSteps, WorkSteps
from oimpress.writers.page import kit
from oimpress.writers.page.article import names
from oimpress.writers.page.cover import cover_art
from oimpress.writers.page.fonts import unseen_fonts
from oimpress.writers.page.house import house_pictures
from oimpress.writers.pdf.apart import apart
from oimpress.writers.pdf.around import PagesAround, Surroundings
from oimpress.writers.pdf.bundles import Bundle
from oimpress.writers.pdf.chains import Chain, beside
from oimpress.writers.pdf.frames import MARKED, Frames, frames
from oimpress.writers.pdf.joining import JoinedPdf
from oimpress.writers.pdf.layouts import AFTER, BEFORE, FurnitureLayout, ReleaseLayout
from oimpress.writers.pdf.parts import PartPage
from oimpress.writers.pdf.pdffile import PdfFile
from oimpress.writers.pdf.printing import drawn, laid_out, with_labels
from oimpress.writers.pdf.shared_fonts import SharedFonts
from oimpress.writers.pdf.shell import moment, shell
from oimpress.writers.pdf.styling import Remarks, sheet
from oimpress.writers.pdf.tagging import claim_accessibility
from oimpress.writers.wording import modified

TOGETHER = 64  # pages whose running heads are laid out together


class Made(NamedTuple):
    """What is held of a part until the kit is written."""

    name: str
    pages: list[PartPage]


@dataclass
class Assembly:
    """A kit on its way: its parts as they are made, their fonts, and what there is to say of them."""

    edition: Edition
    style: Style
    steps: WorkSteps
    cut: Frames
    fonts: SharedFonts = field(default_factory=SharedFonts)
    said: Remarks = field(default_factory=Remarks)
    missing: list[Notice] = field(default_factory=list)
    dropped: list[Notice] = field(default_factory=list)

    @cached_property
    def frame(self) -> Any:
        """A PDF of one empty page that says what the kit's file says of itself."""
        looks = sheet(self.style)
        document = laid_out(self.cut.frame, self.style, looks, {}, looks.part)
        claim_accessibility(document)
        return with_labels(drawn(document))

    def layouts(self, files: Mapping[str, bytes]) -> Iterator[ReleaseLayout]:
        """The step of each release."""
        around = self.cut.opening, self.cut.closing
        for release in self.edition.releases:
            shown = _pictures(self.edition, release)
            yield ReleaseLayout(files[str(release.id)], str(release.id), self.edition.lang, *around, shown, self.style)

    def take(self, names: Iterable[str], results: Iterable[bytes], parts: Spool) -> Iterator[Made]:
        """Keep the parts that are made, and what they say."""
        for data, name in zip(results, names):  # noqa: B905 - pieces of what comes before and after have one name
            head = Bundle.head_of(data)
            parts.append(data)
            self.fonts.add(head["fonts"])
            self.said.rules += head["rules"]
            self.said.characters += head["characters"]
            self.missing += [Notice(*row) for row in head.get("missing", ())]
            self.dropped += [Notice(*row) for row in head.get("dropped", ())]
            yield Made(name, [PartPage(*page) for page in head["pages"]])

    def inner(self, files: Mapping[str, bytes], parts: Spool) -> tuple[list[Made], PagesAround]:
        """The releases, and the pages before and after them with the numbers of theirs.

        What comes before them is measured while they are laid out: each piece of it waits for the one before. So is the
        frame made, which takes this process, and no other, as long as the first release.
        """
        around = Surroundings(self.cut, cover_art(self.edition, self.style), self.style, self.steps)
        releases, lengths, given = list[Made](), dict[str, int](), names(self.edition)
        contents = Chain(around.foretold(lengths, given))
        for each in self.take(given, beside(contents, self.layouts(files), self.steps), parts):
            releases.append(each)
            lengths[each.name] = len(each.pages)
            _ = self.frame
        return releases, around.made(lengths, contents.end(self.steps))

    def furniture(self, pages: Sequence[PartPage]) -> Iterator[FurnitureLayout]:
        """The steps that make running heads."""
        strings: dict[str, str] = {}
        for at in range(0, len(pages), TOGETHER):
            some = pages[at : at + TOGETHER]
            around = self.cut.opening, self.cut.closing
            yield FurnitureLayout(some, at + 1, len(pages), dict(strings), *around, self.style)
            strings |= dict(chain.from_iterable(page.strings for page in some))


def assembled(
    edition: Edition, files: Mapping[str, bytes], style: Style, steps: WorkSteps, out: IO[bytes]
) -> tuple[Notice, ...]:
    """Write the kit, the same bytes whatever does its steps.

    ``files`` are the canonical XML of the releases by their ids. Of a release, what stands in contents and contacts
    is enough. Raises NotInSteps where it has to be made as a whole.
    """
    edition = kit.arranged(edition)
    if len(files) < len(names(edition)) or not apart(style):
        raise NotInSteps("releases of one name, or a style that looks across releases")
    made = Assembly(edition, style, steps, frames(shell(edition, style, MARKED)))
    with ExitStack() as held:
        front, parts, back, heads = (held.enter_context(spool()) for _ in range(4))
        releases, around = made.inner(files, parts)
        before = list(made.take(repeat(BEFORE), around.before, front))
        after = made.take(repeat(AFTER), around.after, back)
        ordered = [*before, *releases, *after]
        for data in steps(made.furniture([page for each in ordered for page in each.pages])):
            made.fonts.add(Bundle.head_of(data)["fonts"])
            heads.append(data)
        _join(made, zip(ordered, chain(front, parts, back), strict=True), heads, out)
    said = Remarks([*sheet(style).rules, *made.said.rules], made.said.characters)
    shown = house_pictures(style)
    return (*made.missing, *shown.notices, *unseen_fonts(style), *made.dropped, *said.notices)


def _join(made: Assembly, parts: Iterable[tuple[Made, bytes]], heads: Spool, out: IO[bytes]) -> None:
    joined = JoinedPdf(PdfFile(out), modified(made.edition) if moment(made.edition) else None)
    furniture = (each for data in heads for each in joined.furniture(Bundle.unpacked(data)))
    for part, data in parts:
        joined.add(Bundle.unpacked(data), [next(furniture) for _ in part.pages], part.name)
    joined.end(made.frame, *made.fonts.embedded(made.style))


def _pictures(edition: Edition, release: Release) -> dict[str, bytes]:
    """The pictures of one release by the ``href`` of its figures."""
    meant = (key for key in edition.assets if isinstance(key, str) or key[0] == release.id)
    named = sorted(meant, key=lambda key: isinstance(key, tuple))  # what only this release means goes before
    return {key if isinstance(key, str) else key[1]: edition.assets[key] for key in named}
