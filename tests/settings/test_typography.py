"""``[typography]`` of ``oimpress.toml``, and how a house and the region of a text reach the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

import oimpress
from oimpress.errors import UsageError
from oimpress.model.house import House
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from oimpress.settings import Metadata, read_config
from oimpress.sources import Source
from oimpress.typography.convention import NBSP

TEXT = (
    "Paris, le 5 mars 2024\n\nUne aide ; pour tous\n\n"
    "Il dit : quoi ? Une ville du pays est là pour la presse de 12 000 gens.\n"
)
PAGE = (
    "<html lang='{lang}'><body><article><h1>Une aide pour tous</h1>"
    "<p>Quoi ? Une ville du pays est là pour la presse.</p>"
)


def config(tmp_path: Path, words: str) -> House:
    path = tmp_path / "oimpress.toml"
    path.write_text(words, "utf-8")
    return read_config(path).house


def text_of(done: oimpress.Normalised) -> str:
    return "\n".join(str(flatten(run.children)) for run in runs(done.value))


def test_a_table_is_a_convention(tmp_path: Path) -> None:
    house = config(
        tmp_path,
        '[typography]\nnarrow = "no-break"\nquotes = "double"\noff = ["unit"]\ntell = "percent"\nkeep = ["iPhone"]\n'
        '[typography.forms]\n"e-mail" = "courriel"\n',
    )
    made = house.convention
    assert (made.narrow, made.quotes, made.off, made.tell, made.keep, made.forms) == (
        NBSP, "double", frozenset({"T038"}), frozenset({"T035"}), ("iPhone",), (("e-mail", "courriel"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('off = ["unti"]', r"\[typography\] off: “unti” is not known here; choose among unit"),
        ('narrow = "thin"', r"\[typography\] narrow: “thin” is not known here"),
        ("offf = 1", r"\[typography\] offf: unknown key; did you mean “off”"),
        ('off = "unit"\ntell = "unit"', "T038: off and tell say two things of it"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, words: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        config(tmp_path, f"[typography]\n{words}\n")


def test_the_house_reaches_the_rules() -> None:
    house = House(convention=oimpress.Convention(narrow=NBSP, off=frozenset({"thousands"})))
    made = text_of(oimpress.normalise(Source("a.txt", TEXT.encode()), house=house))
    assert "quoi\u00a0?" in made
    assert "12 000" in made


@pytest.mark.parametrize("lang", ["fr-CA", "fr_CA"])
def test_the_region_of_the_markup_reaches_the_rules(lang: str) -> None:
    done = oimpress.normalise(Source("a.html", PAGE.format(lang=lang).encode()))
    assert done.value.lang == "fr-CA"
    assert "Quoi? Une" in text_of(done)


def test_the_region_of_the_sidecar_reaches_the_rules() -> None:
    done = oimpress.normalise(Source("a.txt", TEXT.encode(), Metadata(lang="fr-CH")))
    assert "Il dit\u202f: quoi\u202f?" in text_of(done)


def test_the_region_of_the_edition_reaches_the_rules(tmp_path: Path) -> None:
    house = config(tmp_path, 'lang = "fr-CA"\n')
    done = oimpress.normalise(Source("a.txt", TEXT.encode()), house=house)
    assert done.value.lang == "fr-CA"
    assert "quoi? Une" in text_of(done)
    other = Source("b.txt", b"The city\n\nThe mayor of the city said that it was all of the work for the people.\n")
    assert oimpress.normalise(other, house=house).value.lang == "en"
