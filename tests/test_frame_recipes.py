"""The recipes of CONTRIBUTING.md: one for each kind of thing; what each names is there, and it leads where it says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
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


def run(checkout: Path, *words: str) -> str:
    """What a command says in a checkout; a test fails with it where the command does."""
    found = subprocess.run([sys.executable, *words], cwd=checkout, capture_output=True, text=True, check=False, env=ENV)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


def passes(checkout: Path, *words: str) -> str:
    return run(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words)


def new(checkout: Path, recipe: str, kind: str, name: str) -> None:
    """What the recipe says to begin with."""
    assert f"`./dev new {kind} NAME`" in RECIPES[recipe]
    run(checkout, "tools/new.py", kind, name)


def fill(path: Path, *changes: tuple[str, str]) -> None:
    """Put words for what a skeleton, or a file, leaves to do."""
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")


ENV = {"PYTHONPATH": "src", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
ROW = """
[T999]
name = "care-of"
fr = "Pas d’espace dans « c/o »"
en = "No space in “c/o”"
es = "Sin espacio en «c/o»"
source = "a book"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a recipe changes, copied; what it only reads is lent."""
    for name in ("src", "tests", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "golden", "quality"))
    for name in ("pyproject.toml", "seeds", "styles", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


@pytest.mark.slow
def test_the_recipe_of_a_rule(checkout: Path) -> None:
    new(checkout, "A typographic rule", "rule", "care_of")
    fill(
        checkout / "src/oimpress/typography/rules/care_of.py",
        ('"T000"', '"T999"'),
        ("(?!)", r"(?<!\w)c / o(?!\w)"),
        ('match[0], ""', 'match[0], "c/o"'),
        ('NEEDS = ""', 'NEEDS = "/"'),
        ("TODO: an example", "c / o Anne Roy"),
    )
    fill(checkout / "tests/typography/rules/care-of.txt", ("avant\n.\navant", "c / o Anne\n.\nc/o Anne"))
    with (checkout / "src/oimpress/rules.toml").open("a", encoding="utf-8") as rules:
        rules.write(ROW)
    told = passes(
        checkout, "tests/typography/test_rules.py", "tests/test_frame_registers.py", "-k", "care-of or T999 or code"
    )
    assert "passed" in told


@pytest.mark.slow
def test_the_recipe_of_a_pass(checkout: Path) -> None:
    new(checkout, "A pass", "pass", "fresh")
    passes(checkout, "tests/passes/body/test_fresh.py", "tests/passes/test_order.py", "-k", "fresh or stay")


@pytest.mark.slow
def test_the_recipes_of_a_reader_and_a_format(checkout: Path) -> None:
    new(checkout, "A reader", "reader", "fresh")
    new(checkout, "A format", "writer", "plainer")
    passes(checkout, "tests/readers/test_fresh.py", "tests/writers/test_plainer.py")
    (checkout / "a.fresh").write_text("Un titre ici\n\nUn paragraphe du texte.\n", "utf-8")
    run(checkout, "-m", "oimpress", "build", "--format", "plainer", "--output", "out", "a.fresh")
    (made,) = (checkout / "out").glob("*.plainer")
    assert "Un titre ici\n" in made.read_text("utf-8")


@pytest.mark.slow
def test_the_recipe_of_a_threshold(checkout: Path) -> None:
    with (checkout / "src/oimpress/passes/body/limits.py").open("a", encoding="utf-8") as limits:
        limits.write("LEAST_FRESH = 3\n")
    tests = checkout / "tests/passes/body/test_thresholds.py"
    with pytest.raises(AssertionError, match="LEAST_FRESH"):
        passes(checkout, str(tests), "-k", "every_threshold")
    fill(
        tests,
        ("import pytest\n", "import pytest\n\nfrom oimpress.passes.body import limits\n"),
        ("BOUNDARIES = (", 'BOUNDARIES = (\n    Boundary("LEAST_FRESH", 2, 3, lambda n: n >= limits.LEAST_FRESH),'),
    )
    passes(checkout, str(tests), "-k", "every_threshold or FRESH")
