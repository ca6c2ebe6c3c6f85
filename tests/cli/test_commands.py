"""The commands as they are meant: settings, check, typeset, help, progress."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from pypdf import PdfReader

from oimpress.i18n import phrases
from oimpress.settings import read_config
from tests.cli.running import FRENCH, Command, program
from tests.conftest import ROOT

GOOD = "L’OIM aide 500 familles au Niger\nNiger - L’OIM a fourni une aide à 500 familles, nous somme à Diffa.\n"
HEAVY = ("weasyprint", "docx", "ebooklib", "lxml", "babel", "rich", "phonenumbers", "jinja2", "PIL", "sqlite3")


@pytest.mark.parametrize("args", [["--help"], ["build", "--help"], ["explain", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(args: list[str], tmp_path: Path) -> None:
    code = "import sys\nfrom oimpress.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *args], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert not {name for name in done.stderr.split() if name.split(".")[0] in HEAVY}


def test_a_text_is_checked_without_what_only_writing_needs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{GOOD}\nContact presse : Ana Ruiz, +33 1 42 68 53 00, +33 6 12 34 56 78\n")
    code = "import sys\nfrom oimpress.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "a.txt"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "oimpress.passes.profiles" in done.stderr
    unused = ("difflib", "shutil", "tempfile", "oimpress.style", "oimpress.writers", *HEAVY)
    assert not set(unused).intersection(done.stderr.split())


def test_the_whole_help_is_french(tmp_path: Path) -> None:
    for args in (["--help"], ["build", "--help"], ["normalize", "--help"], ["bild"], ["check", "--jsn"]):
        done = program(*args, cwd=tmp_path, env={"LC_ALL": FRENCH, "LANGUAGE": ""})
        said = (done.stdout + done.stderr).decode()
        assert "Usage :" in said
        assert not [
            word for word in ("Show ", "Usage: ", "Commands", "Exit", "No such", "for help", "Try") if word in said
        ]


SAID_BY_CLICK = (
    "Usage:",
    "Options",
    "Show this message and exit.",
    "No such command {name!r}.",
    "Error: {message}",
    "Missing argument",
    "Try '{command} {option}' for help.",
)


@pytest.fixture(scope="module")
def by_click() -> set[object]:
    return {row[2] for row in extract_from_dir(str(Path(click.__file__).parent))}


@pytest.mark.parametrize("phrase", SAID_BY_CLICK)
def test_click_still_says_what_is_translated(phrase: str, by_click: set[object]) -> None:
    assert phrase in by_click
    assert phrases("fr")(phrase) != phrase or phrase == "Options"


def test_exit_codes_are_in_the_help(oimpress: Command) -> None:
    assert "130  interrupted; what was written is whole" in oimpress("--help").out


def test_init_writes_settings_that_work(folder: Path, oimpress: Command) -> None:
    assert oimpress("init", lang=FRENCH).code == 0
    config = read_config(folder / "oimpress.toml")
    assert (config.sources, config.output, config.formats, config.style) == ((".",), "build", ("pdf",), "oim")
    text = (folder / "oimpress.toml").read_text()
    (folder / "oimpress.toml").write_text(
        text.replace("\n# Ce que", "\n## Ce que").replace("\n# ", "\n").replace('styles = "styles"', "")
    )
    config = read_config(folder / "oimpress.toml")
    assert (config.edition.date, config.each) == ("2026-11-22", True)
    flags = ("print_shop", "hyphenate", "justify", "run_on", "draft", "colophon")
    assert config.printing == {"page": "letter", **dict.fromkeys(flags, True)}
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(GOOD)
    for args in (["build", "-f", "text"], ["digest", "plan", "--dry-run", "--list", "presse"]):
        ran = oimpress(*args)
        assert ran.code == 0, ran.err
    assert oimpress("init").code == 2


def test_init_finds_the_sources_that_are_there(folder: Path, oimpress: Command) -> None:
    for name in ("2016/été/a.txt", "2017/b.txt", "photos/c.jpg", ".cache/d.txt"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(GOOD)
    assert oimpress("init").code == 0
    assert read_config(folder / "oimpress.toml").sources == ("2016", "2017")
    assert oimpress("build", "-f", "text").code == 0
    assert list((folder / "build").glob("*.txt"))


def test_what_is_built_is_opened_where_that_is_asked_for(
    folder: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    (folder / "a.txt").write_text(GOOD)
    assert oimpress("build", "a.txt", "-f", "html", "-f", "text", "--open").code == 0
    assert [Path(path).suffix for path in opened] == [".html"]
    assert oimpress("build", "gone.txt", "--open").code == 2
    assert len(opened) == 1


def page_sizes(folder: Path) -> set[tuple[int, int]]:
    """Width and height of the first page of each PDF, in points."""
    boxes = [PdfReader(path).pages[0].mediabox for path in folder.glob("*.pdf")]
    return {(round(box.width), round(box.height)) for box in boxes}


def test_the_paper_and_a_file_for_each_release(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(GOOD.replace("500", "600"))
    (folder / "oimpress.toml").write_text('sources = ["a.txt", "b.txt"]\noutput = "out"\npage = "letter"\n')
    assert oimpress("build").code == 0
    assert [path.name for path in (folder / "out").glob("[!.]*")] == ["dossier-de-presse.pdf"]
    assert page_sizes(folder / "out") == {(612, 792)}
    ran = oimpress("build", "--page", "A4", "--each", "--print-shop", "--hyphenate", "--justify", "-o", "each")
    assert ran.code == 0, ran.err
    assert len(list((folder / "each").glob("*.pdf"))) == 2
    ((width, height),) = page_sizes(folder / "each")
    assert width > 595 + 10
    assert height > 842 + 10
    ran = oimpress("build", "--page", "a5", "-o", "none", lang=FRENCH)
    assert ran.code == 2
    assert "choisissez parmi a4, letter" in ran.err
    assert not (folder / "none").exists()


def test_settings_are_found_upwards(folder: Path, oimpress: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "texts" / "deep").mkdir(parents=True)
    (folder / "texts" / "a.txt").write_text(GOOD)
    (folder / "oimpress.toml").write_text(
        'sources = "texts"\noutput = "made"\nformats = ["text", "xml"]\n[edition]\ntitle = "Kit"\ndate = 2026-01-02\n'
    )
    monkeypatch.chdir(folder / "texts" / "deep")
    ran = oimpress("build")
    assert ran.code == 0, ran.err
    assert {path.name.partition(".")[2] for path in (folder / "made").glob("[!.]*")} == {"txt", "xml", "trail.json"}
    monkeypatch.chdir(folder)
    assert oimpress("build", "-f", "html", "-o", "other").out.splitlines() == ["other/kit.html"]


def test_the_seeds_are_the_sources_of_a_checkout(folder: Path, seeds: list[Path], oimpress: Command) -> None:
    (folder / "seeds").mkdir()
    for seed in seeds:
        (folder / "seeds" / seed.name).write_bytes(seed.read_bytes())
    ran = oimpress("build", "--format", "text")
    assert ran.code == 0
    assert len(list((folder / "build").glob("[!.]*"))) == 5
    ran = oimpress("build", ".", "--format", "text")  # what was made before is no source
    assert "5 sources read" in ran.err


def test_check_speaks_like_a_linter(folder: Path, oimpress: Command) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("-\nMenu\nMenu\n-\n" + GOOD)
    ran = oimpress("check", "in", lang=FRENCH)
    assert ran.code == 1
    assert "in/a.txt:6 B111 Accord à vérifier (" in ran.out
    found = json.loads(oimpress("check", "--json", "in").out)
    assert found["exit_code"] == 1
    (notice,) = (row for row in found["notices"] if row["code"] == "B111")
    assert (notice["source"], notice["line"], notice["severity"]) == ("in/a.txt", 6, "warning")


def test_every_notice_on_the_seeds_has_its_line(seeds: list[Path], oimpress: Command) -> None:
    rows = json.loads(oimpress("check", "--json", *seeds).out)["notices"]
    lines = [(row["code"], (ROOT / row["source"]).read_text("utf-8").splitlines()[row["line"] - 1]) for row in rows]
    for code, words in (("B111", "somme très"), ("B111", "bénéficient"), ("B114", "Mexique du Nicaragua")):
        assert any(found == code and words in line for found, line in lines)


def test_formats_as_json(oimpress: Command) -> None:
    assert {"pdf", "docx", "epub", "digest"} <= {row["name"] for row in json.loads(oimpress("formats", "--json").out)}


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'Il a dit: "Bien!"\nL\'OIM aide 12 500 personnes.\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.usefixtures("stdin")
def test_typeset_is_a_filter(oimpress: Command) -> None:
    said = oimpress("typeset").out
    assert said == "Il a dit\u00a0: «\u00a0Bien\u202f!\u00a0»\nL’OIM aide 12\u202f500 personnes.\n"


@pytest.mark.usefixtures("stdin")
def test_typeset_shows_the_difference(oimpress: Command) -> None:
    lines = oimpress("typeset", "--diff").out.splitlines()
    assert lines[:2] == ["--- before", "+++ after"]
    assert '-Il a dit: "Bien!"' in lines
    assert "+Il a dit⍽: «⍽Bien·!⍽»" in lines


@pytest.mark.usefixtures("stdin")
def test_typeset_explains_its_changes(oimpress: Command) -> None:
    said = oimpress("typeset", "--explain", lang=FRENCH).out
    assert "2:2 T009 “'” → “’”  Apostrophe droite devenue typographique" in said
    assert all(line.split()[0].count(":") == 1 for line in said.splitlines())


def test_stray_bytes_pass_through_typeset(tmp_path: Path) -> None:
    assert program("typeset", cwd=tmp_path, stdin=b"caf\xe9 et th\xc3\xa9\r\n").stdout == b"caf\xe9 et th\xc3\xa9\r\n"


def on_a_terminal(folder: Path, *args: str) -> str:
    """What the program shows when standard error is a terminal."""
    ours, theirs = pty.openpty()
    code = "from oimpress.cli import main; main()"
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-c", code, *args], cwd=folder, stdout=theirs, stderr=theirs, env=env
    ) as run:
        os.close(theirs)
        said = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            said += part
        run.wait()
    os.close(ours)
    return said.decode()


def test_progress_shows_on_a_terminal_and_not_in_a_pipe(folder: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(GOOD.replace("500", f"5{number:02}"))
    said = on_a_terminal(folder, "normalise", ".", "-o", "out")
    assert "━" in said
    assert "/12" in said
    assert "out/oim-aide-500" in said.replace("\r\n", "")
    quiet = program("normalise", ".", "-o", "out", cwd=folder)
    assert b"\x1b" not in quiet.stdout + quiet.stderr
    assert quiet.stderr.decode().splitlines()[-1].startswith("12 sources read, 24 files written")


BAR = "━"
WIPED = re.compile(r"\r|\x1b\[2K")
WIPED_FROM_BELOW = re.compile(r"[^\n]*\r?\n(?:\x1b\[\?25h|\r)*\x1b\[1A\x1b\[2K")


def test_the_bar_leaves_nothing_in_what_is_printed(folder: Path) -> None:
    for number in range(60):
        (folder / f"{number}.txt").write_text(GOOD.replace("500", f"5{number:02}") + "\nUne ligne de trop!\n")
    said = on_a_terminal(folder, "check", ".")
    assert BAR in said
    for line in WIPED_FROM_BELOW.sub("", said).split("\n"):
        assert BAR not in WIPED.split(line.rstrip("\r"))[-1], line


def test_output_is_utf8_whatever_the_code_page(folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD)
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"}
    code = "from oimpress.cli import main; main()"
    said = subprocess.run(
        [sys.executable, "-c", code, "explain", "a.txt"], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert (said.returncode, said.stderr) == (0, b"")
    assert "1 gardée, 1 changée" in said.stdout.decode("utf-8")


def test_explain_has_colours_on_a_terminal(folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD)
    said = on_a_terminal(folder, "explain", "a.txt")
    assert "\x1b[" in said
    assert max(len(line) for line in said.splitlines()) < 400


def test_settings_and_flags_of_sources_meet(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").write_text(GOOD.replace("Niger", "Tchad"))
    (folder / "c.txt").write_text(GOOD.replace("Niger", "Mali"))
    (folder / "b.toml").write_text(
        'date = 2020-05-01\nlicence = "CC BY 4.0"\nurl = "https://example.org/b"\nlang = "fr"\n'
    )
    (folder / "c.toml").write_text('date = "2021-05-01"\ntitle = "Un autre titre"\nkind = "story"\n')
    oimpress("build", "a.txt", "b.txt", "c.txt", "-f", "html", "-f", "xml", "-o", "out", "--title", "Kit")
    page = (folder / "out" / "kit.html").read_text()
    assert page.index("Un autre titre") < page.index("familles au Tchad") < page.index("familles au Niger")
    assert 'kind="story"' in (folder / "out" / "autre-titre.xml").read_text()
    assert 'licence="CC BY 4.0"' in (folder / "out" / "oim-aide-500-familles-tchad.xml").read_text()
    oimpress("normalise", "c.txt", "-o", "norm")
    assert oimpress("verify", folder / "norm" / "autre-titre.xml").code == 0
    assert "aide 500 familles au Mali" in (folder / "norm" / "autre-titre.trail.json").read_text()


def test_the_region_said_to_build_sets_the_typography(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(GOOD.rstrip() + "\n\nL'aide arrive demain : merci à tous ceux qui la donnent !\n")
    for lang, ending in (("fr", "donnent\u202f!"), ("fr-CA", "donnent!"), ("fr-CH", "demain\u202f:")):
        assert oimpress("build", "a.txt", "-f", "text", "--lang", lang, "--output", lang).code == 0
        (made,) = (folder / lang).glob("*.txt")
        assert ending in made.read_text("utf-8").replace("\n", " ")
