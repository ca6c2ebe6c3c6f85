"""The page of the five minutes: its commands, one after the other, do what it says they do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.running import FRENCH, Command

PAGE = Path(__file__).parents[1] / "docs" / "cinq-minutes.md"
RELEASE = """\
Accueil
Qui sommes nous
Contact
Un centre d'accueil ouvre

Tapachula, le 25 mai 2016 - Les autorités ont ouvert mercredi un centre d'aide. Nous somme très heureux, dit la mairie.

Le centre offre un toit à cent personnes et une aide juridique aux familles qui en ont besoin.
"""


def steps() -> list[tuple[str, str]]:
    """The blocks of the page: their language, and what stands in them."""
    return re.findall(r"```(\w+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.slow
def test_the_page_keeps_its_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mes-communiques"
    folder.mkdir()
    (folder / "accueil.txt").write_text(RELEASE)
    monkeypatch.chdir(tmp_path)
    oimpress = Command(monkeypatch, capsys)
    said = dict[str, str]()
    for language, block in steps():
        if language == "toml":
            (folder / "accueil.toml").write_text(block)
            continue
        for line in block.splitlines():
            program, *arguments = shlex.split(line)
            if program == "cd":
                monkeypatch.chdir(tmp_path / arguments[0])
                continue
            ran = oimpress(*arguments, lang=FRENCH)
            assert ran.code == (1 if arguments == ["check"] else 0), ran.err
            said[" ".join(arguments)] = ran.out
    assert "accueil.txt" in said["check"]
    assert {path.suffix for path in (folder / "build").glob("[!.]*")} == {".pdf", ".docx", ".html"}
    assert "3 retirées" in said["explain accueil.txt"]
