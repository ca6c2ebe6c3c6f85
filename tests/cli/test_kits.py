"""A press kit in Word, corrected there: one source with several releases, for every command that takes sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html as lxml_html

import oimpress as library
from tests.cli.running import FRENCH, Command

TEXT = "L’OIM aide {} familles au Niger\nNiger - L’OIM a fourni une aide à {} familles, nous somme à Diffa.\n"
IDS = ["oim-aide-500-familles-niger", "oim-aide-700-familles-niger"]


@pytest.fixture
def kit(folder: Path, oimpress: Command) -> Path:
    """The kit of two releases."""
    for count in (500, 700):
        (folder / f"{count}.txt").write_text(TEXT.format(count, count))
    assert oimpress("build", "500.txt", "700.txt", "--format", "docx", "--title", "Kit").code == 0
    return (folder / "build" / "kit.docx").rename(folder / "kit.docx")


def test_its_releases_are_normalised_and_verified(kit: Path, oimpress: Command) -> None:
    ran = oimpress("normalise", kit, "-o", "out", lang=FRENCH)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "1 source lue, 4 fichiers écrits, 2 remarques")
    made = sorted(Path("out").glob("*.xml"))
    assert [path.stem for path in made] == IDS
    assert oimpress("verify", *made).out.count("rebuilds the text of kit.docx") == 2
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    oimpress("normalise", kit, "-o", "out")
    assert {path: path.read_bytes() for path in Path("out").iterdir()} == before


def test_it_is_built_as_its_releases_are(kit: Path, oimpress: Command) -> None:
    oimpress("build", kit, "--format", "docx", "--title", "Kit", "-o", "again")
    assert (Path("again") / "kit.docx").read_bytes() == kit.read_bytes()
    ran = oimpress("build", kit, "--format", "text", "--each", "-o", "each")
    assert sorted(path.stem for path in Path("each").glob("[!.]*")) == IDS
    assert "1 source read, 2 files written" in ran.err


def test_notices_name_the_release(kit: Path, oimpress: Command) -> None:
    assert oimpress("check", kit).out.count(" B111 ") == 2
    rows = json.loads(oimpress("check", kit, "--json").out)
    assert rows["read"] == 1
    assert [row["source"] for row in rows["notices"]] == [f"{kit} (1)", f"{kit} (2)"]
    lines = [row["line"] for row in rows["notices"]]
    assert 1 < lines[0] < lines[1]


def test_each_release_is_explained_in_turn(kit: Path, oimpress: Command) -> None:
    said = oimpress("explain", "kit.docx", lang=FRENCH).out
    first, second = said.split("\nkit.docx (2) · ")
    assert first.startswith("kit.docx (1) · ")
    for told in (first, second):
        assert told.count("R022 Texte d’un autre communiqué du même document") == 2  # by the lines, and in the sum
    found = json.loads(oimpress("explain", "kit.docx", "--json").out)
    assert [each["release"] for each in found] == IDS
    assert [line["text"] for line in found[0]["lines"]] == [line["text"] for line in found[1]["lines"]]


def test_each_release_has_a_page(kit: Path, oimpress: Command) -> None:
    assert oimpress("explain", kit, "--html", "page.html").out.split() == ["page-1.html", "page-2.html"]
    for number in (1, 2):
        tree = lxml_html.fromstring(Path(f"page-{number}.html").read_bytes())
        assert tree.xpath("//h1//code")[0].text == f"kit.docx ({number})"
    ran = oimpress("explain", kit, "--html", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "2 releases make a page each; name a file with --html" in ran.err


def test_the_library_gives_each_of_them(kit: Path) -> None:
    with pytest.raises(library.ReadError, match="normalise_all gives each of them"):
        library.normalise(kit)
    assert [done.value.id for done in library.normalise_all(kit)] == IDS
    report = library.build([kit], ["text"], "out")
    assert (report.read, [place for place, _ in report.notices]) == (1, [f"{kit} (1)", f"{kit} (2)"])


def test_what_two_of_them_repeat_teaches_as_other_sources_do(kit: Path, oimpress: Command) -> None:
    assert oimpress("learn", kit).code == 0


def test_a_kit_that_cannot_be_read_stops_nothing(kit: Path, oimpress: Command) -> None:
    kit.write_bytes(kit.read_bytes()[:5000])
    ran = oimpress("normalise", kit, "500.txt", "-o", "out")
    assert ran.code == 1
    assert "kit.docx: the Word document is damaged" in ran.err
    assert len(list(Path("out").glob("*.xml"))) == 1
