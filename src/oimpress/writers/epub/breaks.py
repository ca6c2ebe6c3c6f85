"""Pages to cite in a book that was never printed: a mark where each release begins, and about every 1,800 characters.

Source: EPUB Accessibility 1.1, 3.3 (page navigation; a page list without a print source names ``none``).
"""

from __future__ import annotations

from oimpress.i18n import phrases
from oimpress.writers.page.markup import Element, element

CHARACTERS = 1800  # of a page: 30 lines of 60, the editor's standard page


class Breaks:
    """The marks set so far, in reading order: each page's number and where it begins."""

    def __init__(self) -> None:
        self.places: list[tuple[str, str]] = []

    def mark(self, made: Element, file: str) -> None:
        """Set marks in one file's content: at its beginning, then before paragraphs once a page is full."""
        made.insert(0, self._next(file))
        size = 0
        for paragraph in made.iter("p"):
            if size >= CHARACTERS:
                mark = self._next(file)
                mark.tail, paragraph.text = paragraph.text, None
                paragraph.insert(0, mark)
                size = 0
            size += sum(map(len, paragraph.itertext()))

    def _next(self, file: str) -> Element:
        number = str(len(self.places) + 1)
        self.places.append((number, f"{file}#page-{number}"))
        return element("span", id=f"page-{number}", role="doc-pagebreak", aria_label=number)

    def navigation(self, lang: str) -> Element:
        """The list of pages, for reading systems."""
        lines = (element("li", element("a", number, href=href)) for number, href in self.places)
        return element("nav", element("h2", phrases(lang)("Pages")), element("ol", *lines), hidden="hidden")
