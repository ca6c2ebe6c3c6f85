"""Whatever is wrong, one sentence says where, what and what to do; exit codes are stable, no file is half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from oimpress.errors import OimpressError
from oimpress.model.codec import from_xml
from oimpress.model.house import House
from oimpress.model.runs import plain
from oimpress.pipeline import Normalised, normalise_each
from oimpress.sources import Source
from tests.cli.running import FRENCH, Command, left_over, program

GOOD = "L’OIM aide 500 familles au Niger\nNiger - L’OIM a fourni une aide à 500 familles déplacées à Diffa.\n"
OTHER = "Un centre ouvre à Agadez\nNiger - Un centre de transit a ouvert ses portes à Agadez cette semaine.\n"

# name of the file, its bytes, exit code, the English and the French sentence
UNREADABLE = {
    "empty": ("a.txt", b"", 3, "a.txt: the file is empty; ", "a.txt\u00a0: "),
    "blank": ("a.txt", b" \n\n\t\n", 3, "a.txt: ", "a.txt\u00a0: "),
    "binary": ("a.txt", bytes(range(256)) * 40, 3, "a.txt: this is not text", "a.txt\u00a0: "),
    "pdf": ("a.txt", b"%PDF-1.7\n" + b"1 0 obj\n" * 20, 3, "a.txt: the PDF is damaged ", "a.txt\u00a0: le PDF est"),
    "picture": ("a.txt", b"\x89PNG\r\n" + b"IHDR\x0f" * 20, 3, "a.txt: this is a picture; ", "a.txt\u00a0: c’est une"),
    "pdf of zeros": ("a.txt", b"%PDF" + b"1\0" * 5000, 3, "a.txt: the PDF is damaged ", "a.txt\u00a0: le PDF est"),
    "zeros": ("a.txt", b"\x89PNG" + b"\0a" * 5000, 3, "a.txt: this is a picture; ", "a.txt\u00a0: c’est une image"),
    "other xml": ("a.xml", b"<?xml version='1.0'?><opml/>", 4, "a.xml", "a.xml"),
    "broken xml": ("a.xml", b"<?xml version='1.0'?><release", 4, "a.xml", "a.xml"),
    "entities": ("a.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 4, "a.xml", "a.xml"),
}


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("lang", ["C.UTF-8", FRENCH])
def test_an_unreadable_source_is_refused_in_one_sentence(case: str, lang: str, folder: Path, oimpress: Command) -> None:
    name, data, code, english, french = UNREADABLE[case]
    (folder / name).write_bytes(data)
    ran = oimpress("normalise", name, "-o", "out", lang=lang)
    assert ran.code == code
    sentence = ran.err.splitlines()[0]
    assert sentence.startswith(french if lang == FRENCH else english)
    assert "Traceback" not in ran.err
    assert list((folder / "out").rglob("*")) == []


@pytest.mark.parametrize("command", ["normalise", "build", "check"])
def test_one_bad_source_never_stops_the_others(command: str, folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_text(GOOD)
    args = [] if command == "check" else ["-o", "out"]
    args += ["-f", "text"] if command == "build" else []
    ran = oimpress(command, "a.txt", "nowhere.txt", "b.txt", *args)
    assert ran.code == 1
    assert "a.txt: the file is empty" in ran.err
    assert "nowhere.txt: no such file or folder; give the path of a source" in ran.err
    assert "1 source read" in ran.err
    assert "2 failures" in ran.err
    assert (folder / "out").exists() == (command != "check")


READABLE = {
    "latin-1": (GOOD.replace("’", "'").encode("cp1252"), "R001"),
    "crlf": (GOOD.replace("\n", "\r\n").encode(), ""),
    "cr": (GOOD.replace("\n", "\r").encode(), ""),
    "mark": (b"\xef\xbb\xbf" + GOOD.encode(), ""),
    "utf-16": (GOOD.encode("utf-16"), ""),
    "controls": (GOOD.replace("500", "5\x000\x1b[31m0").encode(), "R008"),
    "no title": (b"Niger - L'OIM aide des familles.\n", "H101"),
}


@pytest.mark.parametrize("case", READABLE)
def test_what_can_be_read_is_read_and_rebuilt(case: str, folder: Path, oimpress: Command) -> None:
    data, code = READABLE[case]
    (folder / "a.txt").write_bytes(data)
    ran = oimpress("normalise", "a.txt", "-o", "out", "--json")
    assert ran.code == 0
    found = json.loads(ran.out)
    assert {code} - {""} <= {notice["code"] for notice in found["notices"]}
    (xml,) = (folder / "out").glob("*.xml")
    assert b"\x1b" not in xml.read_bytes()
    assert oimpress("verify", xml).code == 0


WRONG_CALLS = {
    "format": (["build", "a.txt", "-f", "odt"], 2, "odt: no such format; choose among pdf"),
    "style path": (["build", "a.txt", "--style", "./mine"], 2, "./mine: this is a path; name the folder"),
    "style": (["build", "a.txt", "--style", "nope"], 2, "nope: no such style; choose among"),
    "profile": (["normalise", "a.txt", "--profile", "nope"], 2, "nope: no such profile; choose among"),
    "date": (["build", "a.txt", "--date", "2026-02-30"], 2, "--date: “2026-02-30” is not a day that exists; write"),
    "lang": (["build", "a.txt", "--lang", "not a tag"], 2, "--lang: “not a tag” is not a language; write fr"),
    "nothing": (["build"], 2, "seeds: not found, and no source was named"),
    "folder": (["build", "empty"], 2, "empty: no source in this folder"),
    "absent": (["check", "absent"], 2, "absent: no such file or folder"),
    "typeset": (["typeset", "--lang", "xx"], 2, "xx: no typography for this language"),
    "option": (["build", "--frmat", "pdf"], 2, "No such option"),
    "xml": (["explain", "release.xml"], 2, "release.xml: canonical XML is taken as it is"),
}


@pytest.mark.parametrize("case", WRONG_CALLS)
def test_a_wrong_call_is_refused_before_anything_is_written(case: str, folder: Path, oimpress: Command) -> None:
    args, code, said = WRONG_CALLS[case]
    (folder / "a.txt").write_text(GOOD)
    (folder / "empty").mkdir()
    oimpress("normalise", "a.txt", "-o", "made")
    next((folder / "made").glob("*.xml")).rename(folder / "release.xml")
    ran = oimpress(*args)
    assert (ran.code, said in ran.err) == (code, True), ran.err
    french = oimpress(*args, lang=FRENCH)
    assert french.code == code
    assert french.err != ran.err
    assert not (folder / "build").exists()


OUTPUTS = {"a file where the folder should be": "a.txt", "a file above it": "a.txt/out"}


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
@pytest.mark.parametrize("command", ["normalise", "build"])
def test_an_output_that_cannot_be(command: str, output: str, folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    ran = oimpress(command, "a.txt", "-o", output)
    assert ran.code == 5
    assert ran.err.startswith(f"{output}: cannot make this folder (")
    french = oimpress(command, "a.txt", "-o", output, lang=FRENCH)
    assert french.err.startswith(f"{output}\u00a0: impossible de créer ce dossier (")
    assert not any(word in french.err for word in ("Not a", "File exists"))
    assert (folder / "a.txt").read_text() == GOOD


def test_a_folder_where_the_file_should_be(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(OTHER)
    oimpress("normalise", "a.txt", "-o", "out")
    (xml,) = (folder / "out").glob("*.xml")
    xml.unlink()
    xml.mkdir()
    ran = oimpress("normalise", "a.txt", "b.txt", "-o", "out")
    assert ran.code == 1
    assert f"{xml.relative_to(folder)}: cannot be written (" in ran.err
    assert len(list((folder / "out").glob("*.trail.json"))) == 2
    assert left_over(folder) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_under_standard_output(folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD)
    for args in (["explain", "a.txt"], ["formats"], ["normalise", "a.txt", "-o", "out"]):
        with open("/dev/full", "wb") as full:
            command = [sys.executable, "-c", "from oimpress.cli import main; main()", *args]
            done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 5, args
        assert done.stderr.decode().splitlines()[-1].startswith("standard output: cannot be written (No space left")
        assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away(folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD * 4000)
    command = [sys.executable, "-c", "from oimpress.cli import main; main()", "explain", "a.txt"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 141


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_whole_files_only(number: signal.Signals, code: int, folder: Path) -> None:
    for at in range(400):
        (folder / f"{at:03}.txt").write_text(f"Titre numéro {at} du jour\n{OTHER * 30}")
    # A background job ignores SIGINT, and so would the program that a test starts there.
    wakened = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{wakened}; from oimpress.cli import main; main()", "normalise", ".", "-o", "out"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        out = folder / "out"
        for _ in range(1500):
            if out.exists() and any(out.glob("*.xml")):
                break
            time.sleep(0.02)
        os.kill(running.pid, number)
        _, err = running.communicate()
    assert running.returncode == code
    assert b"Traceback" not in err
    assert left_over(folder) == []
    made = {path.stem for path in out.glob("*.xml")}
    assert 0 < len(made) < 400
    assert made == {path.name.removesuffix(".trail.json") for path in out.glob("*.trail.json")}


SETTINGS = {
    "unknown key": ('sourcs = ["a"]', "oimpress.toml: sourcs: unknown key; did you mean “sources”?"),
    "wrong kind": ("formats = 3", 'oimpress.toml: formats: “3” is not a list of texts; write ["…", "…"]'),
    "wrong day": (
        '[edition]\ndate = "2026-13-01"',
        "oimpress.toml: [edition] date: “2026-13-01” is not a day that exists",
    ),
    "outside": ('title = "x"', "oimpress.toml: title: stands outside its table; write it under [edition]"),
    "flag": ('each = "yes"', "oimpress.toml: each: “yes” is not true or false; write one of"),
    "underscore": ("print_shop = true", "oimpress.toml: print_shop: unknown key; did you mean “print-shop”?"),
    "page": ('page = "a5"', "oimpress.toml: page: “a5” is not known here; choose among a4, letter"),
    "syntax": ("sources = [\nstyle = 3", "oimpress.toml:2: not TOML; write key"),
    "deep": ("sources = " + "[" * 3000, "oimpress.toml:1: deeper or longer than any setting; mend this line"),
    "digits": ("sources = 1\nstyle = " + "9" * 5000, "oimpress.toml:2: deeper or longer than any setting"),
    "parts": (".".join("a" * 100_000) + " = 1", "oimpress.toml:1: deeper or longer than any setting"),
    "bytes": ('style = "\udcff"', "oimpress.toml: byte 9 is not UTF-8"),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_a_mistake_in_the_settings(case: str, folder: Path, oimpress: Command) -> None:
    text, said = SETTINGS[case]
    (folder / "oimpress.toml").write_text(text, errors="surrogateescape")
    (folder / "a.txt").write_text(GOOD)
    ran = oimpress("build", "a.txt")
    assert ran.code == 2
    assert ran.err.startswith(str(folder / said)), ran.err
    assert not (folder / "build").exists()


SIDECARS = {
    "unknown key": ('titel = "x"', "a.toml: titel: unknown key; did you mean “title”?"),
    "wrong day": ('date = "2026-02-30"', "a.toml: date: “2026-02-30” is not a day that exists; write 2026-11-22"),
    "wrong kind": ('kind = "memo"', "a.toml: kind: “memo” is not known here; choose among press-release"),
    "wrong url": (
        'url = "javascript:alert(1)"',
        "a.toml: url: “javascript:alert(1)” is not a web address; write https://…",
    ),
    "number": ("title = 3", 'a.toml: title: “3” is not a text on one line; write "…"'),
    "two lines": ('title = "a\\nb"', "a.toml: title: “a\\nb” is not a text on one line"),
    "syntax": ("title", "a.toml:1: not TOML"),
    "deep": ("title = " + "[" * 3000, "a.toml:1: deeper or longer than any setting; mend this line"),
    "digits": ("title = 'a'\ndate = " + "9" * 5000, "a.toml:2: deeper or longer than any setting"),
    "parts": (".".join("a" * 100_000) + " = 1", "a.toml:1: deeper or longer than any setting"),
    "two days": ("date = '03/04/2026'", "a.toml: date: “03/04/2026” may be two days; write 2026-04-03 or 2026-03-04"),
    "language": ("lang = 'esp'", "a.toml: lang: “esp” is not a language; write fr"),
}


@pytest.mark.parametrize("case", SIDECARS)
def test_a_mistake_in_a_sidecar_concerns_its_source_only(case: str, folder: Path, oimpress: Command) -> None:
    text, said = SIDECARS[case]
    (folder / "a.txt").write_text(GOOD)
    (folder / "a.toml").write_text(text)
    (folder / "b.txt").write_text(OTHER)
    ran = oimpress("normalise", ".", "-o", "out")
    assert ran.code == 1
    assert ran.err.startswith(said), ran.err
    assert len(list((folder / "out").glob("*.xml"))) == 1
    assert oimpress("normalise", "a.txt", "-o", "out").code == 2


def test_a_source_named_twice_is_read_once(folder: Path, oimpress: Command) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(GOOD)
    ran = oimpress("normalise", "in/a.txt", "in", folder / "in" / ".." / "in" / "a.txt", "-o", "out", "--json")
    assert json.loads(ran.out)["read"] == 1
    assert len(json.loads(ran.out)["outputs"]) == 2


def test_two_sources_with_one_title_do_not_collide(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(GOOD.replace("Diffa", "Agadez"))
    (folder / "c.txt").write_text(GOOD.replace("Diffa", "Zinder"))
    for args in (["normalise"], ["build", "-f", "xml"]):
        ran = oimpress(*args, "a.txt", "b.txt", "c.txt", "-o", args[0], "--json")
        found = json.loads(ran.out)
        assert ran.code == 0
        assert len({row["path"] for row in found["outputs"]}) == len(found["outputs"])
        assert len(list((folder / args[0]).glob("*.xml"))) == 3


def test_another_source_of_the_same_title_is_kept(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(GOOD.replace("Diffa", "Agadez"))
    for source in ("a.txt", "b.txt", "b.txt", "a.txt"):
        assert oimpress("normalise", source, "-o", "out").code == 0
    found = {path.read_bytes().count(b'name="a.txt"'): path for path in (folder / "out").glob("*.xml")}
    assert len(list((folder / "out").glob("[!.]*"))) == 4
    assert found[0].stem.startswith(f"{found[1].stem}-")
    assert oimpress("verify", *found.values()).code == 0
    found[1].write_text("<not><a>release")
    assert oimpress("normalise", "a.txt", "-o", "out").code == 0
    assert found[1].read_text() == "<not><a>release"


def test_a_sidecar_speaks_for_canonical_xml_too(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    oimpress("normalise", "a.txt", "-o", "in")
    (xml,) = (folder / "in").glob("*.xml")
    said = 'title = "Autre titre"\ndate = "2019-05-14"\nlang = "fr-CH"\nkind = "story"\n'
    xml.with_suffix(".toml").write_text(said + 'url = "https://oim.example/1"\nlicence = "CC BY 4.0"\n')
    assert oimpress("normalise", xml, "-o", "out").code == 0
    (made,) = (folder / "out").glob("[!.]*")
    release = from_xml(made.read_bytes(), made.name)
    assert (plain(release.title), release.published, release.lang) == ("Autre titre", "2019-05-14", "fr-CH")
    assert release.source
    assert (release.id, release.kind, release.source.name) == (xml.stem, "story", "a.txt")
    assert (release.source.url, release.source.licence) == ("https://oim.example/1", "CC BY 4.0")


def test_standard_input_is_a_source(folder: Path) -> None:
    done = program("normalise", "-", "-o", "out", "--json", cwd=folder, stdin=GOOD.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["read"] == 1
    (xml,) = (folder / "out").glob("*.xml")
    assert b'<source name="stdin"' in xml.read_bytes()
    nothing = program("check", "-", cwd=folder, env={"LC_ALL": FRENCH})
    assert nothing.returncode == 3
    assert nothing.stderr.decode().startswith("stdin\u00a0: le fichier est vide")


def test_a_defect_in_one_source_does_not_stop_the_others(
    folder: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: Source, profile: str, house: House) -> Iterator[Normalised | OimpressError]:
        if source.name == "a.txt":
            raise RecursionError("too deep")
        return normalise_each(source, profile, house)

    monkeypatch.setattr("oimpress.publish.normalising.normalise_each", failing)
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(OTHER)
    ran = oimpress("normalise", ".", "-o", "out")
    assert ran.code == 1
    assert "a.txt: oimpress fails on this source (RecursionError: too deep (normalising.py:" in ran.err
    assert len(list((folder / "out").glob("*.xml"))) == 1


LONG = {
    "spaces": b"Titre\n" + b" " * 1_000_000 + b"fin.",
    "quotes": b"Titre\n" + b'"' * 1_000_000,
    "digits": b"Titre\n" + b"1 " * 500_000,
    "one word": b"Titre\n" + b"a" * 1_000_000,
    "attributes": b"Titre\n" + b'a="b" ' * 160_000,
    "text": b"Titre du jour\nNiger - " + OTHER.encode() * 8_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("case", LONG)
def test_a_line_of_a_megabyte_is_read(case: str, folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_bytes(LONG[case].replace(b"\n", b" ").replace(b"Titre ", b"Titre\n", 1))
    ran = oimpress("normalise", "a.txt", "-o", "out", "--json")
    assert ran.code == 0
    assert oimpress("verify", next((folder / "out").glob("*.xml"))).code == 0
