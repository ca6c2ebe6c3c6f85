"""Time grows as the input does: four times as much takes about four times as long, and never sixteen times."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from oimpress.errors import ReadError
from oimpress.model.nodes import (
    Contact,
    Edition,
    Inlines,
    Item,
    List,
    Para,
    Release,
    Superscript,
    Text,
)
from oimpress.pipeline import normalise_source
from oimpress.readers import read
from oimpress.sources import Source
from oimpress.style import load_style
from oimpress.writers import find
from tests.readers.word import p, word

STYLE = load_style("oim")
SHORT = 0.15  # seconds: what takes less than this at four times the size is quick enough


def grows_evenly(work: Callable[[Any], object], make: Callable[[int], Any], size: int) -> None:
    """Do ``work`` on inputs of ``size`` and a quarter of it; when it seems too slow it is measured once more."""
    quarter, whole = make(size // 4), make(size)
    work(quarter)
    small, large = cpu(work, quarter), cpu(work, whole)
    if not even(small, large):
        small, large = min(small, cpu(work, quarter)), min(large, cpu(work, whole))
    assert even(small, large), (small, large)


def even(small: float, large: float) -> bool:
    return large < SHORT or large < 9 * small


def cpu(work: Callable[[Any], object], given: Any) -> float:
    start = time.process_time()
    work(given)
    return time.process_time() - start


def page(size: int) -> Source:
    return Source("a.html", b"<html><body><h1>Titre</h1><p>Du texte." + b" " * size + b"fin</p></body></html>")


def text(body: str) -> Source:
    return Source("a.txt", f"Un titre du jour\n\nNiger - Un texte qui suffit. {body}\n".encode())


def contact(number: int) -> str:
    """Somebody of their own name, number and mailbox."""
    name = "".join("bcdfglmnrt"[int(figure)] + "aeiou"[int(figure) // 2] for figure in f"{number:03}")
    return f"Anne {name.title()}, attachée de presse, 04 72 {number // 100:02} {number % 100:02} 30, {name}@a.example"


SOURCES: dict[str, tuple[Callable[[int], Source], int]] = {
    "blanks of a page": (page, 300_000),
    "glued addresses": (lambda size: text("http://www.exemple.org/a" * (size // 24)), 60_000),
    "glued addresses in a page": (lambda n: Source("a.html", f"<p>{'www.exemple.org' * (n // 15)}".encode()), 60_000),
    "a title": (lambda size: Source("a.txt", f"{'Un mot ' * (size // 7)}\n\nDu texte.\n".encode()), 1_000_000),
    "a style": (lambda n: Source("a.html", f"<h1>Titre</h1><p style='{'1' * n}'>Du texte.</p>".encode()), 40_000),
    "superscripts": (lambda n: Source("a.html", f"<h1>Titre</h1><p>{'m<sup>2</sup> ' * n}".encode()), 3_000),
    "contacts": (lambda size: text("\n\nContacts\n" + "\n".join(map(contact, range(size)))), 480),
    "paragraphs of Word": (lambda n: word(p("Un titre", style="Titre") + "<w:p/>" * n + p("Du texte.")), 4_000),
    "blanks behind a day": (lambda size: text(f"\n\n4 mars 2025{' ' * size}x"), 40_000),
    "blanks before a number": (lambda size: text(f"\n\nContact presse : Awa Sow{' ' * size}01 42 00 00 00"), 40_000),
    "blanks before a page": (lambda size: text(f"\n\n\f4 mars{' ' * size}x\n\f\nx"), 40_000),
}


@pytest.mark.parametrize("case", SOURCES)
def test_a_source_is_read_evenly(case: str) -> None:
    make, size = SOURCES[case]
    grows_evenly(normalise_source, make, size)


def paragraph(children: Inlines) -> Edition:
    return Edition((Release("a", title=(Text("Titre"),), body=(Para(children),)),), "Titre", "single")


def dashes(size: int) -> Edition:
    return paragraph((Text("– " * size + "fin"),))


def superscripts(size: int) -> Edition:
    return paragraph(tuple(part for _ in range(size) for part in (Text("m"), Superscript((Text("2"),)))))


def marker(size: int) -> Edition:
    items = tuple(Item((Para((Text("un"),)),)) for _ in range(3))
    return Edition((Release("a", body=(List(items, True, "i" * size + "."),)),), "Titre", "single")


def title(size: int) -> Edition:
    words = "Un mot " * (size // 7)
    return Edition((Release("a", title=(Text(words),), body=(Para((Text("x"),)),)),), words, "single")


def kit(size: int) -> Edition:
    one = Contact("Ada", emails=("ada@exemple.org",))
    made = (
        Release(f"r{n // 2}", title=(Text("Titre"),), body=(Para((Text("x"),)),), contacts=(one,)) for n in range(size)
    )
    return Edition(tuple(made), "Dossier")


EDITIONS: dict[str, tuple[Callable[[int], Edition], int, str]] = {
    "a paragraph of dashes": (dashes, 10_000, "text ninjs digest markdown"),
    "superscripts": (superscripts, 15_000, "ninjs html epub digest markdown text"),
    "a list marker": (marker, 100_000, "text html docx epub ninjs"),
    "a title": (title, 1_000_000, "text html docx epub ninjs"),
    "a kit": (kit, 800, "epub html"),
}


@pytest.mark.parametrize(("case", "name"), [(case, name) for case, row in EDITIONS.items() for name in row[2].split()])
def test_an_edition_is_written_evenly(case: str, name: str) -> None:
    make, size, _ = EDITIONS[case]
    write = find(name).write
    grows_evenly(lambda edition: write(edition, STYLE), make, size)


@pytest.mark.parametrize("name", ["a.docx", "a.html"])
def test_what_is_crowded_is_refused(name: str) -> None:
    source = word("<w:p/>" * 10_000_000) if name == "a.docx" else Source(name, b"<html><p>x" + b"<p>" * 3_000_000)
    with pytest.raises(ReadError, match="more than 1 million tags and attributes"):
        list(read(source))


def test_an_address_too_long_for_any_stays_text() -> None:
    for path, linked in (("a" * 1900, True), ("a" * 2100, False)):
        done = normalise_source(text(f"Voir http://www.exemple.org/{path} demain."))
        assert ("Link(" in repr(done.value.body)) == linked
