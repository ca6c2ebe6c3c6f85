"""The pages of the five minutes: their commands, one after the other, do what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.running import FRENCH, Command

DOCS = Path(__file__).parents[1] / "docs"
RELEASE = """\
Accueil
Qui sommes nous
Contact
Un centre d'accueil ouvre

Tapachula, le 25 mai 2016 - Les autorités ont ouvert mercredi un centre d'aide. Nous somme très heureux, dit la mairie.

Le centre offre un toit à cent personnes et une aide juridique aux familles qui en ont besoin.
"""


def steps(page: str) -> list[tuple[str, str]]:
    """The blocks of the page: their language, and what stands in them."""
    return re.findall(r"```(\w+)\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "name", "lang"), [("cinq-minutes.md", "accueil", FRENCH), ("en/tutorial.md", "opening", "C.UTF-8")]
)
def test_the_page_keeps_its_word(
    page: str, name: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    oimpress = Command(monkeypatch, capsys)
    said = dict[str, str]()
    for language, block in steps(page):
        if language == "toml":
            Path(f"{name}.toml").write_text(block)
            continue
        for line in block.splitlines():
            program, *arguments = shlex.split(line)
            if program == "cd":
                monkeypatch.chdir(tmp_path)
                Path(arguments[0]).mkdir()
                monkeypatch.chdir(arguments[0])
                Path(f"{name}.txt").write_text(RELEASE)
                continue
            ran = oimpress(*arguments, lang=lang)
            assert ran.code == (1 if arguments == ["check"] else 0), ran.err
            said[" ".join(arguments)] = ran.out
    assert f"{name}.txt" in said["check"]
    assert {path.suffix for path in Path("build").glob("[!.]*")} == {".pdf", ".docx", ".html"}
    assert re.search(r", 4 (?:retirées|removed)\n", said[f"explain {name}.txt"])
