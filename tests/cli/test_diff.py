"""What differs between two versions: on a terminal, in JSON, and as a page; from two sources, or back from Word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import oimpress as library
from tests.cli.running import FRENCH, Command
from tests.readers.test_docx_own import rewritten

TEXT = """L’OIM ouvre un centre à Motozintla
Mexico - Un centre a ouvert ses portes mercredi. Il aidera 1 200 migrants <b>venus</b> du sud du pays.
"""


@pytest.fixture
def versions(folder: Path) -> tuple[Path, Path]:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").write_text(TEXT.replace("1 200", "12 000"), "utf-8")
    return folder / "a.txt", folder / "b.txt"


def test_the_words_that_differ(versions: tuple[Path, Path], oimpress: Command) -> None:
    ran = oimpress("diff", *versions, lang=FRENCH)
    assert ran.code == 0
    assert "paragraphe 1\n" in ran.out
    assert "[-1\u202f200-]{+12\u202f000+}" in ran.out
    assert oimpress("diff", *versions, "--exit-code").code == 1


def test_no_difference(versions: tuple[Path, Path], oimpress: Command) -> None:
    ran = oimpress("diff", versions[0], versions[0], "--exit-code")
    assert (ran.code, ran.out.splitlines()[-1].strip()) == (0, "the same in both")


def test_rows_for_scripts(versions: tuple[Path, Path], oimpress: Command) -> None:
    (row,) = json.loads(oimpress("diff", *versions, "--json").out)
    assert row["state"] == "changed"
    (change,) = row["changes"]
    assert (change["place"], change["name"]) == ("body/p[1]", "paragraph 1")
    assert "12\u202f000" in change["after"]
    assert "12\u202f000" not in change["before"]


def test_what_word_changed(versions: tuple[Path, Path], folder: Path, oimpress: Command) -> None:
    """A release edited in Word beside the source it was made from; one that the kit does not hold any more."""
    (folder / "c.txt").write_text(
        "La ville inaugure un musée\nLyon - Le musée ouvre lundi prochain au public.\n", "utf-8"
    )
    (made,) = library.build([versions[0], folder / "c.txt"], ["docx"], folder / "kit").outputs
    edited = folder / "edited.docx"
    edited.write_bytes(rewritten(made.path.read_bytes(), lambda xml: xml.replace("mercredi", "jeudi")))
    rows = json.loads(oimpress("diff", made.path, edited, "--json").out)
    assert {row["state"] for row in rows} == {"same", "changed"}
    alone = json.loads(oimpress("diff", edited, versions[0], "--json").out)
    assert {row["state"] for row in alone} == {"gone", "changed"}


def test_a_page_that_loads_and_runs_nothing(versions: tuple[Path, Path], oimpress: Command, folder: Path) -> None:
    versions[1].write_text(TEXT.replace("mercredi", "<script>alert(1)</script> jeudi"), "utf-8")
    assert oimpress("diff", *versions, "--html", "page.html").out == "page.html\n"
    page = (folder / "page.html").read_text("utf-8")
    assert "<script" not in page
    assert " src=" not in page
    assert "jeudi</ins>" in page
    assert oimpress("diff", *versions, "--html", "a.txt").code == 2
    assert versions[0].read_text("utf-8") == TEXT


def test_a_source_that_cannot_be_read(versions: tuple[Path, Path], oimpress: Command) -> None:
    ran = oimpress("diff", versions[0], "none.txt")
    assert (ran.code, "none.txt" in ran.err, ran.out) == (3, True, "")
