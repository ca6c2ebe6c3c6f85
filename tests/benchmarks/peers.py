"""The same text set by others: what :mod:`tests.benchmarks.beside` measures ours against.

Each work takes a folder with ``texts``, a release a file, ``xml``, the same as canonical XML, ``pages``, the same as
web pages, and ``kit.html`` and ``kit.typ``, all of them in one file. Who works loads what he needs, so that it counts.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.scale import archive

Work = Callable[[Path], object]


class Peer(NamedTuple):
    """A program or library that does a work, and how ours is asked for the same."""

    name: str
    work: str
    needs: str  # a program, or a library of Python
    theirs: Work
    ours: Work

    @property
    def here(self) -> bool:
        return shutil.which(self.needs) is not None or find_spec(self.needs) is not None


def prepare(folder: Path, releases: int) -> None:
    """Lay the text of so many releases out for everybody."""
    texts = [path.read_text("utf-8").splitlines() for path in sorted(archive(folder / "texts", releases).iterdir())]
    (folder / "pages").mkdir()
    for number, text in enumerate(texts):
        (folder / "pages" / f"{number:06}.html").write_text(_page(_article(text)), "utf-8")
    (folder / "kit.html").write_text(_page("".join(map(_article, texts))), "utf-8")
    (folder / "kit.typ").write_text("\n".join(map(_typst, texts)), "utf-8")
    normalise(folder / "texts", folder / "xml")


def _page(body: str) -> str:
    head = '<!DOCTYPE html><html lang="fr"><meta charset="utf-8"><title>Dossier de presse</title>'
    return f"{head}<body>{body}</body></html>"


def _article(text: list[str]) -> str:
    title, *paragraphs = map(escape, text)
    return f"<article><h1>{title}</h1>{''.join(f'<p>{each}</p>' for each in paragraphs)}</article>\n"


def _typst(text: list[str]) -> str:
    title, *paragraphs = text
    return "\n\n".join((f"= {title}", *paragraphs, ""))


def normalise(sources: Path, output: Path) -> None:
    from oimpress.model.house import PRESS
    from oimpress.publish.build import normalise_files
    from oimpress.publish.report import Report
    from oimpress.sources import discover

    normalise_files(list(discover([sources])), output, PRESS, Report())


def read(kind: str, folder: Path) -> None:
    """Ours: the XML of each of the ``texts`` or ``pages``."""
    normalise(folder / kind, folder / "out")


def build(form: str, folder: Path, each: bool = False) -> None:
    """Ours: one file of all releases, from their XML."""
    from oimpress import build as made

    made([folder / "xml"], form, folder / "out", each=each, force=True)


def pandoc(form: str, folder: Path) -> None:
    command = ["pandoc", "-s", "-o", str(folder / f"pandoc.{form}"), str(folder / "kit.html")]
    subprocess.run(command, check=True, capture_output=True)


def weasyprint(folder: Path) -> None:
    from weasyprint import HTML  # type: ignore[import-untyped]

    HTML(folder / "kit.html").write_pdf(folder / "weasyprint.pdf")


def typst(folder: Path) -> None:
    import typst as library  # type: ignore[import-not-found,import-untyped,unused-ignore]

    library.compile(folder / "kit.typ", output=folder / "typst.pdf")


def trafilatura(folder: Path) -> None:
    from trafilatura import extract

    for path in sorted((folder / "pages").iterdir()):
        extract(path.read_text("utf-8"), output_format="xml", with_metadata=True)


def python_docx(folder: Path) -> None:
    from docx import Document

    made = Document()
    for path in sorted((folder / "texts").iterdir()):
        title, *paragraphs = path.read_text("utf-8").splitlines()
        made.add_heading(title, 1)
        for each in paragraphs:
            made.add_paragraph(each)
    made.save(str(folder / "direct.docx"))


def ebooklib(folder: Path) -> None:
    from ebooklib import epub  # type: ignore[import-untyped]

    book, chapters = epub.EpubBook(), []
    for path in sorted((folder / "texts").iterdir()):
        text = path.read_text("utf-8").splitlines()
        chapters.append(chapter := epub.EpubHtml(title=text[0], file_name=f"{path.stem}.xhtml", lang="fr"))
        chapter.content = _article(text)
        book.add_item(chapter)
    book.add_item(epub.EpubNav())
    book.toc, book.spine = chapters, ["nav", *chapters]
    epub.write_epub(str(folder / "direct.epub"), book)


PEERS = (
    Peer("Typst", "PDF kit", "typst", typst, partial(build, "pdf")),
    Peer("WeasyPrint, plain", "PDF kit", "weasyprint", weasyprint, partial(build, "pdf")),
    Peer("pandoc", "DOCX kit", "pandoc", partial(pandoc, "docx"), partial(build, "docx")),
    Peer("python-docx", "DOCX kit", "docx", python_docx, partial(build, "docx")),
    Peer("pandoc", "EPUB kit", "pandoc", partial(pandoc, "epub"), partial(build, "epub")),
    Peer("EbookLib", "EPUB kit", "ebooklib", ebooklib, partial(build, "epub")),
    Peer("pandoc", "HTML kit", "pandoc", partial(pandoc, "html"), partial(build, "html")),
    Peer("trafilatura", "web pages read", "trafilatura", trafilatura, partial(read, "pages")),
)
GROWING: dict[str, Work] = {
    "normalise": partial(read, "texts"),
    **{f"{form.upper()} kit": partial(build, form) for form in ("html", "docx", "epub", "pdf")},
    "PDF, each": partial(build, "pdf", each=True),
}
