"""The recipes of CONTRIBUTING.md: there is one for each kind of thing, and what each names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^\*\*(.+?)\.\*\* (.+?)(?=\n\n)", PAGE, re.MULTILINE | re.DOTALL))
SOURCES = ROOT / "src" / "oimpress"
ROOMS = [ROOT, SOURCES, *(path for path in SOURCES.rglob("*") if path.is_dir())]
COMMANDS = set(re.findall(r"^  ([a-z]+)", (ROOT / "dev").read_text("utf-8"), re.MULTILINE))
PATH = re.compile(r"[\w./-]+(?:\.(?:py|toml|md|txt|rnc|po)|/[\w/]*)|tests/[\w/.]+")


def test_there_is_a_recipe_for_each_kind() -> None:
    wanted = {"A typographic rule", "A pass", "A reader", "A format", "A threshold", "A block, an inline or a field"}
    assert wanted <= RECIPES.keys()


@pytest.mark.parametrize("name", RECIPES)
def test_what_a_recipe_names_is_there(name: str) -> None:
    said = re.findall(r"`([^`]+)`", RECIPES[name])
    files = [word for word in said if PATH.fullmatch(word) and "NAME" not in word and "*" not in word]
    assert [word for word in files if not any((room / word).exists() for room in ROOMS)] == []
    asked = [word.split() for word in said if word.startswith("./dev ")]
    assert [words for words in asked if words[1] not in COMMANDS] == []
    assert [
        part for words in asked for part in words[2:] if part.startswith("tests/") and not (ROOT / part).exists()
    ] == []
