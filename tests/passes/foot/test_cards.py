"""Contacts of many offices, each with who can be asked how; and what must stay as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.model.nodes import Contact, Para
from oimpress.model.runs import flatten
from oimpress.model.trail import UNEXPLAINED
from oimpress.pipeline import Normalised
from tests.passes.reading import bare, codes, read

CARDS = Path(__file__).parent / "cards.txt"
TEXT = "Le conseil a voté mardi le budget de la saison, qui comprend trois chantiers et une fête de quartier."


def cards() -> Iterator[tuple[str, list[str]]]:
    """Each text with its contacts."""
    lines = [line for line in CARDS.read_text("utf-8").splitlines() if not line.startswith("# ")]
    text: list[str] = []
    wanted: list[str] | None = None
    for line in (*lines, ""):
        if wanted is not None and not line:
            yield "\n".join(text).strip(), wanted
            text, wanted = [], None
        elif wanted is not None:
            wanted.append(line)
        elif line == "----":
            wanted = []
        else:
            text.append(line)


def page(text: str) -> str:
    """A release with these contacts at its foot."""
    place, _, foot = text.removeprefix("[").partition("] ") if text.startswith("[") else ("", "", text)
    dateline = f"{place}, le 12 mars 2024 – " if place else ""
    return f"Le conseil vote le budget de la saison\n\n{dateline}{TEXT}\n\n{TEXT}\n\n{foot}\n"


def told(one: Contact) -> str:
    parts = [("name", one.name), ("role", one.role), ("organisation", one.organisation), ("address", one.address)]
    parts += [(phone.kind or "phone", phone.uri.removeprefix("tel:") or phone.text) for phone in one.phones]
    parts += [("mail", mail) for mail in one.emails] + [("web", web.href) for web in one.webs]
    return " · ".join(sorted(f"{name} {bare(str(text))}" for name, text in parts if text))


def contacts(done: Normalised) -> list[str]:
    return [told(one) for one in done.value.contacts if isinstance(one, Contact)]


CASES = list(cards())


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:45] for text, _ in CASES])
def test_cards(text: str, wanted: list[str]) -> None:
    done = read(page(text))
    kept = " ".join(str(flatten(one.children)) for one in done.value.contacts if isinstance(one, Para))
    assert done.trail is not None
    assert UNEXPLAINED not in done.trail.rules
    if wanted in (["stay"], ["sentence"]):
        assert contacts(done) == []
        assert "@" in kept
        assert ("C103" in codes(done.notices)) == (wanted == ["stay"])
    else:
        assert contacts(done) == [" · ".join(sorted(bare(line).split(" · "))) for line in wanted]


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        ("Contact presse\nLucie Astier (anglais, espagnol)\n01 99 00 44 44", "anglais"),
        ("Contact presse\nLucie Astier\n01 99 00 44 44\nDu lundi au vendredi, de 9 h à 18 h", "lundi"),
        ("Contact presse\nLucie Astier\n01 99 00 44 44\nNuméro vert : 0 800 900 900", "Numéro vert"),
    ],
)
def test_words_that_are_no_field_are_kept(foot: str, kept: str) -> None:
    done = read(page(f"[Paris] {foot}"))
    words = [str(flatten(one.children)) for one in done.value.contacts if isinstance(one, Para)]
    assert any(kept in bare(text) for text in words)
