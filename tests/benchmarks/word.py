"""What readers keep of Word documents, counted: ``python -m tests.benchmarks.word [FILES…]``.

The documents are those of :mod:`tests.readers.word_traits`, of which it is known what is seen. Counted are headings,
items of lists with their level and number, cells, links with their addresses, notes. mammoth and pandoc are measured
beside ours where they are installed, by the HTML that they write. With files of one's own, only numbers are shown.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from lxml import html

from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.readers.outlines import outline
from tests.readers.word_traits import LETTERS

Piece = tuple[str, ...]  # a kind, and what is told of it
KINDS = ("heading", "item", "cell", "link", "note")
LINE = re.compile(
    r"(?P<hash>#+) (?P<heading>.*)"
    r"|(?P<indent>(?: {2})*)(?P<label>(?:\w\.)?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})[.)]|•|–|Article \d+) (?P<item>.*)"
)
LINKED = re.compile(r"\[([^]]*)\]\(([^)]*)\)")
NUMBERED = re.compile(r"(?:^| )\d+[.)] ")


def ours(source: Source) -> list[Piece]:
    return list(_told(outline(normalise_source(source).value)))


def seen(lines: Iterable[str]) -> list[Piece]:
    """The pieces of what is seen of a document."""
    return list(_told(lines))


def _told(lines: Iterable[str]) -> Iterator[Piece]:
    for line in lines:
        yield from (("link", *found) for found in LINKED.findall(line))
        bare = LINKED.sub(r"\1", line)
        if bare.startswith("| "):
            cells = (re.sub(r"[/\\]\d+$", "", cell.strip()) for cell in bare[1:].split(" | "))
            yield from (("cell", NUMBERED.sub(" ", cell).strip()) for cell in cells if cell)
        elif bare.startswith("^"):
            yield "note", bare.partition(" ")[2]
        elif (found := LINE.fullmatch(bare)) and found["hash"]:
            yield "heading", found["heading"]
        elif found:
            yield "item", str(len(found["indent"]) // 2), _number(found["label"]), found["item"]


def _number(label: str) -> str:
    """The place that a label says: a figure, a letter or a small Roman numeral; 0 for a mark."""
    core = re.sub(r"\W+$", "", label).rpartition(".")[2].rpartition(" ")[2]
    if core.isdigit():
        return core
    romans = {"i": "1", "ii": "2", "iii": "3"}
    return romans.get(core) or (str(ord(core.lower()) - ord("a") + 1) if len(core) == 1 and core.isalpha() else "0")


# -- peers, by their HTML ---------------------------------------------------------------------------------


def mammoth(source: Source) -> str:
    import mammoth as library  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return str(library.convert_to_html(BytesIO(source.data)).value)


def pandoc(source: Source) -> str:
    done = subprocess.run(["pandoc", "-f", "docx", "-t", "html"], input=source.data, capture_output=True, check=True)
    return done.stdout.decode()


def in_page(page: str) -> list[Piece]:
    """The pieces of a page."""
    root = html.fromstring(f"<div>{page}</div>")
    notes = [each for each in root.iter("li") if str(each.get("id", "")).startswith(("fn", "footnote", "endnote"))]
    found: list[Piece] = [("note", _words(note)) for note in notes]
    for note in notes:
        note.drop_tree()
    found += (("heading", _words(each)) for each in root.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6"))
    found += (
        ("cell", _words(each)) for each in root.xpath(".//td|.//th") if next(each.iterancestors("td"), None) is None
    )
    links = (each for each in root.iter("a") if str(each.get("href", "#"))[:1] != "#")
    found += (("link", _words(each), str(each.get("href"))) for each in links)
    for each in root.iter("li"):
        if next(each.iterancestors("td"), None) is None:
            found.append(_item(each))
    return [piece for piece in found if piece[1]]


def _item(item: html.HtmlElement) -> Piece:
    around = item.getparent()
    assert around is not None  # an item stands in a list, or in the page
    level = sum(1 for _ in item.iterancestors("ol", "ul")) - 1
    place = around.xpath("./li").index(item) + int(around.get("start", 1)) if around.tag == "ol" else 0
    own = [_words(child) for child in item if child.tag not in ("ol", "ul")]
    return "item", str(level), str(place), " ".join(filter(None, ((item.text or "").strip(), *own)))


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).replace("↩︎", "").replace("↑", "").split())


# -- counting ---------------------------------------------------------------------------------------------


def readers() -> dict[str, Callable[[Source], list[Piece]]]:
    """Ours, and the peers that are installed."""
    found: dict[str, Callable[[Source], list[Piece]]] = {"oimpress": ours}
    if find_spec("mammoth"):
        found["mammoth"] = lambda source: in_page(mammoth(source))
    if shutil.which("pandoc"):
        found["pandoc"] = lambda source: in_page(pandoc(source))
    return found


def scores(read: Callable[[Source], list[Piece]]) -> dict[str, tuple[int, int, int]]:
    """For each kind how many are wanted, how many found, how many of them right."""
    totals = {kind: [0, 0, 0] for kind in KINDS}
    for made in LETTERS:
        source, lines = made()
        title = lines[0].removeprefix("= ")
        wanted, given = Counter(seen(lines)), Counter(piece for piece in read(source) if piece[1] != title)
        for at, counted in enumerate((wanted, given, wanted & given)):
            for piece, count in counted.items():
                totals[piece[0]][at] += count
    return {kind: (numbers[0], numbers[1], numbers[2]) for kind, numbers in totals.items()}


def main(paths: list[str]) -> None:
    for name, read in readers().items():
        if paths:
            found = Counter(piece[0] for path in paths for piece in read(Source(path, Path(path).read_bytes())))
            print(f"{name:10}", *(f"{kind} {found[kind]}" for kind in KINDS))
            continue
        for kind, (wanted, given, right) in scores(read).items():
            print(f"{name:10} {kind:8} wanted {wanted:3}  found {given:3}  right {right:3}  "
                  f"F1 {2 * right / max(wanted + given, 1):.3f}")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
