"""The registers of notices and rules: every code means one thing, is said in three languages, and is used."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = Path(__file__).parents[1] / "src" / "oimpress"
NOTICES, RULES = (tomllib.loads((PACKAGE / name).read_text("utf-8")) for name in ("notices.toml", "rules.toml"))
REGISTERS = ("notices.toml", "rules.toml")
CODE = re.compile(r"[ABCDFHLMPRTWX]\d{3}")


def used() -> set[str]:
    """The codes that stand in quotes in the sources and in the data beside them."""
    sources = [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".toml") and path.name not in REGISTERS]
    return {code for path in sources for code in re.findall(rf'"({CODE.pattern})"', path.read_text("utf-8"))}


def named_in_tests() -> set[str]:
    """The codes with which a string of a test begins."""
    files = (path for path in TESTS.rglob("test_*.py") if not path.name.startswith("test_frame_"))
    return {code for path in files for code in re.findall(rf'"({CODE.pattern})\b', path.read_text("utf-8"))}


def test_every_notice_is_named_in_a_test() -> None:
    unnamed = sorted(NOTICES.keys() - named_in_tests())
    assert unnamed == [], "no test raises these notices; write one that does, and one that must not"


def test_every_rule_is_named_in_a_test_or_has_a_fixture() -> None:
    with_pages = {path.stem for folder in ("rules", "typography/rules") for path in TESTS.joinpath(folder).rglob("*.*")}
    rules = {code for code, row in RULES.items() if row["name"] not in with_pages}
    assert sorted(rules - named_in_tests()) == [], "no page of these rules: write tests/rules/NAME.txt with two"


def test_a_code_has_one_meaning() -> None:
    assert NOTICES.keys() & RULES.keys() == set()
    assert [code for code in (*NOTICES, *RULES) if not CODE.fullmatch(code)] == []


def test_every_code_that_is_used_is_registered() -> None:
    assert sorted(used() - NOTICES.keys() - RULES.keys()) == []


def test_every_code_that_is_registered_is_used() -> None:
    assert sorted((NOTICES.keys() | RULES.keys()) - used()) == []


@pytest.mark.parametrize("register", REGISTERS)
def test_a_row_is_complete_and_says_nothing_else(register: str) -> None:
    rows, own = (NOTICES, "severity") if register == "notices.toml" else (RULES, "name")
    assert [
        code
        for code, row in rows.items()
        if not {own, "fr", "en", "es"} <= row.keys() <= {own, "fr", "en", "es", "source"}
    ] == []
    assert [code for code, row in rows.items() if not all(row.values())] == []


def test_severities_are_known_and_rules_have_their_own_names() -> None:
    assert {row["severity"] for row in NOTICES.values()} <= {"info", "warning", "error"}
    names = [row["name"] for row in RULES.values()]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_french_words_have_french_apostrophes() -> None:
    assert [code for code, row in (NOTICES | RULES).items() if "'" in row["fr"]] == []
