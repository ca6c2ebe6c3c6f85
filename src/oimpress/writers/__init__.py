"""The writers: what turns an edition into the bytes of a publication.

What each of ours makes stands in ``BUILT_IN``, so that none is loaded that has nothing to write; other packages add
a ``Format`` under the entry-point group ``oimpress.writers``. A writer's module imports its heavy library only inside
the function that writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from io import BytesIO
from typing import IO, Any, Literal, Protocol, TypeAlias

from oimpress.errors import MissingDependency, UsageError
from oimpress.model.nodes import Edition, Release
from oimpress.notices import Notice, Result
from oimpress.plugins import EntryGroup, added, entries
from oimpress.records import record
from oimpress.style import Style

Write: TypeAlias = Callable[[Edition, Style], Result[bytes]]


class WorkStep(Protocol):
    """A function of nothing but what it holds, so that its result can be kept under a name made of its ``inputs``."""

    @property
    def called(self) -> str:
        """What a plan calls it."""
        ...

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that the result depends on, beside the programs."""
        ...

    def __call__(self) -> bytes:
        """The result, the same wherever and whenever it is made."""
        ...


class NotInSteps(Exception):
    """An edition is not what its parts are together: it has to be made as a whole."""


WorkSteps: TypeAlias = Callable[
    [Iterable[WorkStep]], Iterator[bytes]
]  # does each, and gives their results in their order
InSteps: TypeAlias = Callable[[Edition, Mapping[str, bytes], Style, WorkSteps, IO[bytes]], tuple[Notice, ...]]
FindWhole: TypeAlias = Callable[[Release], Release]  # gives all of a release of which contents and contacts are there
Stream: TypeAlias = Callable[[Edition, FindWhole, Style, IO[bytes]], tuple[Notice, ...]]


@record
class Format:
    """What a writer makes. ``scope`` says whether one file holds one release or a whole edition.

    ``stream`` writes an edition as it goes and holds one whole release at a time: of the others what stands in contents
    and contacts is enough. ``in_steps`` writes one of ``many`` releases or more in steps that can be done apart, out of
    as much of them and the canonical XML of each by its id. It raises NotInSteps where that cannot be.
    """

    name: str
    extension: str  # with its full stop: ".pdf"
    media_type: str
    scope: Literal["release", "edition"]
    summary: str  # one English phrase, a key of the catalogues
    write: Write
    pictures: bool = False  # whether it shows those of the edition
    stream: Stream | None = None
    in_steps: InSteps | None = None
    many: int = 2
    load: Callable[[], object] | None = None  # loads the library it needs, where that takes long


@record
class Later:
    """A function of a module, ``module:name``, that is loaded when it is called."""

    place: str

    def __call__(self, *given: Any) -> Any:
        module, _, name = self.place.partition(":")
        return getattr(import_module(f"oimpress.writers.{module}"), name)(*given)


_OURS = (
    Format(
        "pdf",
        ".pdf",
        "application/pdf",
        "edition",
        "Press kit in PDF, accessible and for the archive",
        Later("pdf.kit:write"),
        pictures=True,
        in_steps=Later("pdf.assembled:assembled"),
        many=24,  # fewer cost less in one piece
        load=Later("page.weasy:weasyprint"),
    ),
    Format(
        "docx",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "edition",
        "Word document in the styles of reference.docx",
        Later("docx.document:write"),
        pictures=True,
        stream=Later("docx.document:stream"),
    ),
    Format(
        "epub",
        ".epub",
        "application/epub+zip",
        "edition",
        "Book for reading devices, accessible",
        Later("epub.book:write"),
        pictures=True,
        stream=Later("epub.book:stream"),
    ),
    Format(
        "digest",
        ".eml",
        "message/rfc822",
        "edition",
        "mail digest, HTML and text",
        Later("mail.message:write"),
        pictures=True,
        stream=Later("mail.message:stream"),
    ),
    Format(
        "html",
        ".html",
        "text/html",
        "edition",
        "Web page that holds everything",
        Later("web.html:write"),
        pictures=True,
        stream=Later("web.html:stream"),
    ),
    Format("text", ".txt", "text/plain", "release", "Plain text in 72 columns", Later("plain.text:write")),
    Format(
        "xml", ".xml", "application/xml", "release", "canonical XML, a file per release", Later("newsroom.xml:write")
    ),
    Format("markdown", ".md", "text/markdown", "release", "Markdown (CommonMark)", Later("plain.markdown:write")),
    Format(
        "ninjs",
        ".json",
        "application/json",
        "release",
        "ninjs 3.1, news in JSON for newsrooms",
        Later("newsroom.ninjs:write"),
    ),
)
BUILT_IN: Mapping[str, Format] = {each.name: each for each in _OURS}


def collected(stream: Stream, edition: Edition, style: Style) -> Result[bytes]:
    """What ``stream`` writes of an edition that is there as a whole."""
    notices = stream(edition, lambda release: release, style, out := BytesIO())
    return Result(out.getvalue(), notices)


def names() -> tuple[str, ...]:
    """Every format that can be asked for, ours first."""
    others = (entry.name for entry in entries(EntryGroup.WRITERS) if entry.name not in BUILT_IN)
    return (*BUILT_IN, *others)


def find(name: str) -> Format:
    """The format called ``name``. Raises UsageError when no writer has it, MissingDependency for a broken plug-in."""
    if name in BUILT_IN:
        return BUILT_IN[name]
    for entry in entries(EntryGroup.WRITERS):
        if entry.name == name:
            return added(entry, Format, "a Format")
    raise UsageError("{name}: no such format; choose among {known}", name=name, known=", ".join(names()))


def find_each(names: Iterable[str]) -> tuple[list[Format], list[MissingDependency]]:
    """The formats of these names, and the refusals of those whose package cannot be loaded. Raises UsageError."""
    found: list[Format] = []
    broken: list[MissingDependency] = []
    for name in names:
        try:
            found.append(find(name))
        except MissingDependency as error:
            broken.append(error)
    return found, broken
