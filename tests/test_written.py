"""What people made is kept: outputs that were changed, sources, and what was written before."""

from __future__ import annotations

import shutil
import subprocess
import tracemalloc
from hashlib import sha256
from pathlib import Path

import pytest

from oimpress.written import LIST, Written
from tests.cli.running import Command

TEXT = "La halle rouvre\n\nLyon, le 12 mars 2024 – La halle rouvre ses portes après des travaux de quatorze mois.\n"
OTHER = "Le pont ferme\n\nLyon, le 14 mars 2024 – Le pont ferme deux nuits, pour que ses joints soient changés.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "b.txt").write_text(OTHER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def oimpress(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(monkeypatch, capsys)


def test_what_was_changed_is_not_written_over(folder: Path, oimpress: Command) -> None:
    build = ("build", "in", "-f", "html", "-f", "text", "-o", "out", "--title", "Kit")
    assert oimpress(*build).code == 0
    page = folder / "out" / "kit.html"
    page.write_text(page.read_text().replace("quatorze", "quinze"))
    corrected = page.read_bytes()
    again = oimpress(*build)
    assert again.code == 1
    assert "kit.html" in again.err
    assert "--force" in again.err
    assert page.read_bytes() == corrected
    assert oimpress(*build, "--force").code == 0
    assert "quatorze" in page.read_text()


def test_what_was_not_changed_is_written_anew(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "in", "-f", "html", "-o", "out", "--title", "Kit").code == 0
    (folder / "in" / "a.txt").write_text(TEXT.replace("quatorze", "quinze"))
    assert oimpress("build", "in", "-f", "html", "-o", "out", "--title", "Kit").code == 0
    assert "quinze" in (folder / "out" / "kit.html").read_text()


def test_a_file_of_somebody_else_is_not_written_over(folder: Path, oimpress: Command) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "halle-rouvre.txt").write_text("mes notes")
    assert oimpress("build", "in/a.txt", "-f", "text", "-o", "out").code == 5
    assert (folder / "out" / "halle-rouvre.txt").read_text() == "mes notes"


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_source_is_never_an_output(folder: Path, oimpress: Command, force: tuple[str, ...]) -> None:
    shutil.move(folder / "in" / "a.txt", folder / "halle-rouvre.txt")
    done = oimpress("build", "halle-rouvre.txt", "-f", "text", "-o", ".", *force)
    assert done.code == 5
    assert (folder / "halle-rouvre.txt").read_text() == TEXT


def test_what_oimpress_wrote_is_no_source_of_its_folder(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "in", "-f", "html", "-f", "xml", "-f", "text", "-o", "in", "--title", "Kit").code == 0
    assert "2 sources read" in oimpress("build", "in", "-f", "text", "-o", "out").err
    named = oimpress("build", "in/halle-rouvre.txt", "-f", "html", "-o", "out2")
    assert (named.code, len(list((folder / "out2").glob("*.html")))) == (0, 1)


def test_a_corrected_kit_is_a_source_again(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "in", "-f", "html", "-o", "in", "--title", "Kit").code == 0
    page = folder / "in" / "kit.html"
    page.write_text(page.read_text().replace("quatorze", "quinze"))
    assert "3 sources read" in oimpress("check", "in").err


def test_the_list_is_one_that_sha256sum_checks(folder: Path, oimpress: Command) -> None:
    assert oimpress("normalise", "in", "-o", "out").code == 0
    checked = subprocess.run(
        ["sha256sum", "--check", ".oimpress-written"], cwd=folder / "out", capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("OK") == 4


def test_the_same_release_is_taken_once(folder: Path, oimpress: Command) -> None:
    shutil.copy(folder / "in" / "a.txt", folder / "in" / "copie.txt")
    (folder / "in" / "d.txt").write_text(TEXT.replace("’", "'") + "\n\n\n")
    done = oimpress("build", "in", "-f", "html", "-o", "out", "--title", "Kit")
    page = (folder / "out" / "kit.html").read_text()
    assert page.partition("</main>")[0].count("quatorze mois") == 1
    assert done.err.count("M102") == 2


def test_an_almost_equal_release_is_another(folder: Path, oimpress: Command) -> None:
    (folder / "in" / "c.txt").write_text(TEXT.replace("quatorze", "quinze"))
    oimpress("build", "in", "-f", "html", "-o", "out", "--title", "Kit")
    page = (folder / "out" / "kit.html").read_text()
    assert "quatorze mois" in page
    assert "quinze mois" in page


def test_files_of_a_folder_that_are_not_read_are_named(folder: Path, oimpress: Command) -> None:
    for name in ("ancien.doc", "rapport.odt", "macro.docm", "photo.jpg", "notes.toml"):
        (folder / "in" / name).write_bytes(b"x")
    said = oimpress("build", "in", "-f", "text", "-o", "out").err
    line = next(line for line in said.splitlines() if "ancien.doc" in line)
    assert "rapport.odt" in line
    assert "macro.docm" in line
    assert "photo.jpg" not in said
    assert "notes.toml" not in said


@pytest.mark.parametrize("form", ["html", "digest", "xml", "pdf"])
def test_what_oimpress_made_is_known_without_its_list(folder: Path, oimpress: Command, form: str) -> None:
    assert oimpress("build", "in/a.txt", "-f", form, "-o", "in/copie").code == 0
    (folder / "in" / "copie" / ".oimpress-written").unlink()
    (folder / "in" / "a.txt").write_text(TEXT.replace("quatorze", "quinze"))  # else it would only come twice
    assert "2 sources read" in oimpress("check", "in").err
    (made,) = (path for path in (folder / "in" / "copie").iterdir() if not path.name.endswith(".trail.json"))
    assert "1 source read" in oimpress("check", str(made)).err


def test_a_page_that_speaks_of_oimpress_is_a_source(folder: Path, oimpress: Command) -> None:
    words = "<p>Le service emploie oimpress, un logiciel libre, pour ses communiqués depuis mars.</p>"
    (folder / "in" / "c.html").write_text(f"<html><head><title>Un logiciel</title></head><body>{words}</body></html>")
    (folder / "in" / "d.eml").write_text(
        "From: a@example.org\nSubject: Un essai\nMessage-ID: <1@x>\n\nL’X-Mailer: oimpress\n"
    )
    assert "4 sources read" in oimpress("check", "in").err


def test_a_folder_of_canonical_xml_is_read(folder: Path, oimpress: Command) -> None:
    assert oimpress("normalise", "in", "-o", "xml").code == 0
    assert "2 sources read" in oimpress("build", "xml", "-f", "text", "-o", "out").err


def test_a_folder_of_nothing_but_pages_of_ours_is_refused(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "in", "-f", "html", "-o", "out", "--title", "Kit").code == 0
    refused = oimpress("check", "out")
    assert refused.code == 2
    assert "name the files" in refused.err


def test_a_page_to_look_at_takes_no_other_files_place(folder: Path, oimpress: Command) -> None:
    (folder / "notes.html").write_text("<p>mes notes</p>")
    assert oimpress("explain", "in/a.txt", "--html", "notes.html").code == 5
    assert (folder / "notes.html").read_text() == "<p>mes notes</p>"
    assert [oimpress("explain", "in/a.txt", "--html", "page.html").code for _ in range(2)] == [0, 0]


def test_texts_that_are_set_elsewhere_take_no_other_files_place(folder: Path, oimpress: Command) -> None:
    assert oimpress("typeset", "in/a.txt", "--output", "out").code == 0
    (folder / "out" / "a.txt").write_text("corrigé")
    assert oimpress("typeset", "in/a.txt", "--output", "out").code == 5
    assert (folder / "out" / "a.txt").read_text() == "corrigé"
    assert oimpress("typeset", "in/a.txt", "--output", "out", "--force").code == 0
    (folder / "in" / "a.txt").write_text("Bien!\n")
    assert oimpress("typeset", "in/a.txt", "--output", "in", "--force").code == 5
    assert (folder / "in" / "a.txt").read_text() == "Bien!\n"


def test_a_copy_of_what_oimpress_made_is_named_when_it_is_not_read(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "in", "-f", "html", "-o", "out", "--title", "Kit").code == 0
    shutil.copy(folder / "out" / "kit.html", folder / "in" / "corrige.html")
    said = oimpress("build", "in", "-f", "text", "-o", "out2").err
    assert "not read, since oimpress made them: in/corrige.html" in said
    assert "2 sources read" in said
    assert "since oimpress made them" not in oimpress("build", "in/corrige.html", "-f", "text", "-o", "out3").err


def test_what_a_list_names_needs_no_word(folder: Path, oimpress: Command) -> None:
    assert oimpress("build", "in", "-f", "html", "-o", "in", "--title", "Kit").code == 0
    assert "not read" not in oimpress("check", "in").err


def test_what_a_run_notes_is_held_without_being_kept_in_memory(tmp_path: Path) -> None:
    written = Written(tmp_path)
    assert not written.knows(tmp_path / "0.xml")  # the list is read
    tracemalloc.start()
    written.note([(tmp_path / "0.xml", sha256(b"0").hexdigest())])
    before = tracemalloc.get_traced_memory()[0]
    for number in range(1, 500):
        written.note([(tmp_path / f"{number}.xml", sha256(b"%d" % number).hexdigest())])
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 500 * 20  # bytes: a name and its digest are 150
    (tmp_path / "7.xml").write_bytes(b"7")
    assert written.holds(tmp_path / "7.xml")
    (tmp_path / "7.xml").write_bytes(b"8")
    assert not written.holds(tmp_path / "7.xml")
    assert len((tmp_path / LIST).read_text().splitlines()) == 500
