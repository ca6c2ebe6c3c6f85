"""What became of each line: on a terminal, in JSON, and as a page that everybody can use."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.cli.running import FRENCH, Command

HOSTILE = (
    '-\n<script>alert(1)</script>\n<script>alert(1)</script>\n-\nTitre <b>fort</b> & "cité" du jour\n'
    "Niger - L'OIM aide \x1b[31m500 familles\u202e & <img src=x onerror=alert(1)> à Diffa aujourd'hui!\n"
)


def test_lines_of_one_paragraph_and_of_one_removal_stand_together(seeds: list[Path], oimpress: Command) -> None:
    ran = oimpress("explain", seeds[3], lang=FRENCH)
    assert ran.code == 0
    assert re.search(r"1–29 ✗ F001 Menu du site", ran.out)
    assert re.search(r"31–33 → paragraphe 1  B001", ran.out)
    assert "Des fonctionnaires des 11 pays qui composent la conférence régionale sur les migrations (RCM)" in ran.out
    assert re.search(r"T009 ×2 “'” → “’”  Apostrophe droite", ran.out)
    assert re.search(r":69 B111 Accord à vérifier", ran.out)
    assert "\x1b" not in ran.out


def test_english_by_locale(seeds: list[Path], oimpress: Command) -> None:
    assert "Menu of the web site" in oimpress("explain", seeds[3]).out


def test_no_control_character_reaches_the_terminal(folder: Path, oimpress: Command) -> None:
    (folder / "a.txt").write_text(HOSTILE)
    ran = oimpress("explain", "a.txt")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_json_accounts_for_every_line(seeds: list[Path], oimpress: Command) -> None:
    for seed in seeds:
        found = json.loads(oimpress("explain", "--json", seed).out)
        assert [line["text"] for line in found["lines"]] == seed.read_text("utf-8").splitlines()
        assert all("".join(step["text"] for step in line["steps"]) == line["text"] for line in found["lines"])
        assert {line["fate"] for line in found["lines"]} <= {"kept", "changed", "removed", "blank"}
        assert all(rule["count"] and rule["text"] for rule in found["rules"].values())


@pytest.fixture
def pages(seeds: list[Path], folder: Path, oimpress: Command) -> list[Path]:
    (folder / "hostile.txt").write_text(HOSTILE)
    (folder / "given.txt").write_text(HOSTILE)
    (folder / "given.toml").write_text('title = "Donné <i>à part</i>"\ndate = "2026-01-02"\n')
    made = []
    for source in (*seeds, folder / "hostile.txt", folder / "given.txt"):
        made.append(folder / f"{source.stem}.html")
        assert oimpress("explain", source, "--html", made[-1], lang=FRENCH).code == 0
    return made


def test_the_page_holds_before_and_after(pages: list[Path], seeds: list[Path]) -> None:
    for page, seed in zip(pages, seeds, strict=False):
        tree = lxml_html.fromstring(page.read_bytes())
        shown = {line.get("id"): line.text_content() for line in tree.xpath("//div[contains(@class, 'line')]")}
        for number, text in enumerate(seed.read_text("utf-8").splitlines(), 1):
            assert shown.get(f"l{number}", str(number)).rstrip("↵") == f"{number}{text}"
        assert len(set(tree.xpath("//@id"))) == len(tree.xpath("//@id"))
        targets = {link[1:] for link in tree.xpath("//a/@href")}
        assert targets <= set(tree.xpath("//@id"))
        assert tree.xpath("//h1//code")[0].text == seed.name


def test_the_page_is_whole_and_escaped(pages: list[Path]) -> None:
    for page in pages:
        text = page.read_text("utf-8")
        assert "<script" not in text
        assert "<img" not in text
        assert "\x1b" not in text
        assert not re.findall(r"(?:src|href)=[\"'](?!#)", text)
        assert "@import" not in text
        assert "url(" not in text


def test_what_a_sidecar_gave_is_told_apart(pages: list[Path]) -> None:
    tree = lxml_html.fromstring(pages[-1].read_bytes())
    (given,) = tree.xpath("//div[contains(@class, 'given')]")
    assert "Donné <i>à part</i>" in given.text_content()
    assert "Titre <b>fort</b>" in tree.xpath("//div[contains(@class, 'removed')]")[-1].text_content()


def test_the_page_is_the_same_each_time(pages: list[Path], seeds: list[Path], oimpress: Command) -> None:
    before = pages[0].read_bytes()
    oimpress("explain", seeds[0], "--html", pages[0], lang=FRENCH)
    assert pages[0].read_bytes() == before


def test_the_page_is_valid(pages: list[Path], validator: Callable[[str], list[str]]) -> None:
    done = subprocess.run([*validator("vnu"), *pages], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_page_is_accessible(pages: list[Path], validator: Callable[[str], list[str]]) -> None:
    done = subprocess.run([*validator("axe"), *pages], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


PAGE = f"Communiqué de presse\n\nLa régie ouvre trois lignes de nuit\n\n{'La régie ouvre des lignes. ' * 8}\n"


def test_why_shows_the_evidence_of_a_line(folder: Path, oimpress: Command) -> None:
    (folder / "x.txt").write_text(PAGE, "utf-8")
    told = oimpress("explain", "x.txt", "--why", "1").out
    assert "= kicker" in told
    assert "label +" in told
    refused = oimpress("explain", "x.txt", "--why", "99")
    assert refused.code == 2
    assert "99" in refused.err


SIDEBAR = "Contexte\nLa régie emploie deux cents agents.\nGenève – La régie ouvre trois lignes de nuit dès lundi.\n"
CASES = f"""-
Histoire
Histoire
- Textes
La régie ouvre trois lignes de nuit
{"La régie ouvre des lignes. " * 8}
Trois lignes de nuit
{"Les bus partent du port. " * 8}
"""


@pytest.mark.parametrize(
    ("text", "line", "decided"),
    [
        (CASES, 3, "= furniture        menu: double"),
        (CASES, 6, "= kept             breaks: a title stands alone"),
        (CASES, 7, "= heading          headings: between paragraphs"),
        (SIDEBAR, 1, "= context          sidebar: a dateline"),
    ],
)
def test_why_names_the_case_that_decided(folder: Path, oimpress: Command, text: str, line: int, decided: str) -> None:
    (folder / "x.txt").write_text(text, "utf-8")
    assert decided in oimpress("explain", "x.txt", "--why", str(line)).out


def test_pin_writes_a_sidecar_that_reads_the_same(folder: Path, oimpress: Command) -> None:
    (folder / "x.txt").write_text(PAGE, "utf-8")
    before = oimpress("explain", "x.txt", "--pin").out
    assert 'title = [\n  "La régie ouvre trois lignes de nuit"\n]' in before
    (folder / "x.toml").write_text(before, "utf-8")
    assert oimpress("explain", "x.txt", "--pin").out == before
