"""One odd source stops nothing: whatever its name or its bytes, the others are made and it gets one sentence."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from oimpress.sources import Source
from tests.cli.running import Command, left_over, program
from tests.cli.test_bad_input import GOOD, OTHER
from tests.readers.word import p, word

NAMES = {
    "not UTF-8": os.fsdecode(b"communiqu\xe9.txt"),
    "a line feed": "deux\nlignes.txt",
    "an escape sequence": "\x1b[31mrouge.txt",
    "255 bytes": "é" * 125 + "a.txt",
    "decomposed": unicodedata.normalize("NFD", "été à Agadez.txt"),
    "right to left": "\u202egpj.txt",
}
COMMANDS = {
    "normalise": ["-o", "out", "--json"],
    "build": ["-o", "out", "-f", "xml", "-f", "text", "--json"],
    "check": ["--json"],
    "learn": ["-o", "profile.toml"],
}


@pytest.fixture
def archive(folder: Path) -> Path:
    (folder / "in").mkdir()
    (folder / "in" / "b.txt").write_text(OTHER)
    return folder / "in"


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems do not have")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_source_of_any_name_is_read(command: str, archive: Path) -> None:
    for number, name in enumerate(NAMES.values(), 1):
        (archive / name).write_text(GOOD.replace("500", str(number)))
    done = program(command, "in", *COMMANDS[command], cwd=archive.parent)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    assert b"\x1b" not in done.stdout
    if command in ("normalise", "build"):
        assert json.loads(done.stdout)["read"] == 1 + len(NAMES)
        made = list((archive.parent / "out").glob("*.xml"))
        assert len(made) == 1 + len(NAMES)
        assert program("verify", *made, cwd=archive.parent).returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems do not have")
def test_an_empty_source_of_any_name_gets_one_line(archive: Path) -> None:
    for name in NAMES.values():
        (archive / name).write_bytes(b"")
    done = program("check", "in", cwd=archive.parent)
    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    told = [line.endswith("the file is empty; nothing was read") for line in lines]
    assert told == [*[True] * len(NAMES), False]


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems do not have")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_source_of_any_name_is_refused_in_one_line(name: str, archive: Path, oimpress: Command) -> None:
    (archive / name).write_bytes(b"")
    ran = oimpress("explain", str(Path("in") / name))
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("the file is empty; nothing was read\n"), ran.err


def odd_docx(levels: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document whose heading says a level of so many digits, its parts packed by ``method``."""
    heading = f'<w:p><w:pPr><w:outlineLvl w:val="{levels}"/></w:pPr><w:r><w:t>Un titre</w:t></w:r></w:p>'
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(word(heading + p("Du texte.")).data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
    return out.getvalue()


def damaged(data: bytes) -> bytes:
    return data[:200] + b"\xff" * 40 + data[240:]


ODD = {
    "a level of 5,000 digits": ("a.docx", odd_docx("1" * 5000), ""),
    "another packing": (
        "a.docx",
        odd_docx("1", zipfile.ZIP_LZMA),
        "in/a.docx: the Word document is damaged (_rels/.rels",
    ),
    "a damaged member": ("a.docx", damaged(odd_docx("1", zipfile.ZIP_LZMA)), "in/a.docx: "),
    "an amount of 5,000 digits": ("a.txt", f"Un titre\n-\nBudget\n{'1' * 5000} €\n-\nPays\nNiger\n".encode(), ""),
    "a folder that is a source": ("a.txt/b", b"", ""),
}


@pytest.mark.parametrize("case", ODD)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_odd_source_stops_nothing(command: str, case: str, archive: Path, oimpress: Command) -> None:
    name, data, said = ODD[case]
    (archive / name).parent.mkdir(exist_ok=True)
    (archive / name).write_bytes(data)
    ran = oimpress(command, "in", *COMMANDS[command])
    assert ran.code == (1 if said else 0) or command == "check", ran.err
    assert "oimpress fails" not in ran.err + ran.out
    if said and command == "learn":
        assert ran.err.startswith(said), ran.err
    if command == "normalise":
        assert len(list((archive.parent / "out").glob("*.xml"))) == (1 if said or "folder" in case else 2)


@pytest.mark.parametrize("command", ["normalise", "build", "check", "learn"])
def test_a_defect_becomes_a_sentence(
    command: str, archive: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from oimpress import readers

    honest = readers.read

    def failing(source: Source) -> object:
        if source.name == "a.txt":
            raise KeyError("x" * 1000)
        return honest(source)

    monkeypatch.setattr(readers, "read", failing)
    (archive / "a.txt").write_text(GOOD)
    ran = oimpress(command, "in", *[arg for arg in COMMANDS[command] if arg != "--json"])
    assert ran.code == 1
    (told,) = [line for line in ran.err.splitlines() if "fails on this source" in line]
    assert told.startswith("in/a.txt: oimpress fails on this source (KeyError: 'xxx")
    assert len(told) < 350
    assert ".py:" in told


@pytest.mark.parametrize("command", ["normalise", "build", "check"])
def test_a_release_that_cannot_be_written_is_left_out(
    command: str, archive: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "oimpress.pipeline._identifier",
        lambda release, source: "a\nb" if "500" in GOOD[:40] and source.name == "a.txt" else "b",
    )
    (archive / "a.txt").write_text(GOOD)
    ran = oimpress(command, "in", *COMMANDS[command])
    assert ran.code == 1
    assert "the release cannot be written as XML" in ran.err + ran.out


def test_a_defect_of_a_command_is_a_sentence(folder: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(path: Path) -> Source:
        raise ZeroDivisionError

    monkeypatch.setattr("oimpress.cli.explain.only_source", failing)
    ran = oimpress("explain", "a.txt")
    assert ran.code == 70
    assert ran.err.startswith("oimpress fails (ZeroDivisionError")


@pytest.mark.parametrize("format_", ["text", "html", "pdf"])
def test_a_trail_that_cannot_be_stored_stops_no_other_format(format_: str, archive: Path, oimpress: Command) -> None:
    oimpress("build", "in", "-o", "out", "-f", "xml")
    (trail,) = archive.parent.glob("out/*.trail.json")
    trail.unlink()
    trail.mkdir()
    xml = next(archive.parent.glob("out/*.xml"))
    xml.write_text("before")
    ran = oimpress("build", "in", "-o", "out", "-f", "xml", "-f", format_, "--force")
    assert ran.code == 1
    assert ".trail.json: cannot be written (Is a directory)" in ran.err
    assert xml.read_text() == "before"
    assert len(list(archive.parent.glob(f"out/*.{format_.replace('text', 'txt')}"))) == 1
    assert left_over(archive.parent) == []
