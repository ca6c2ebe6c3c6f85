"""Every rule by the cases of its fixture, which a proof-reader can read and add to."""

from __future__ import annotations

from importlib import import_module
from itertools import groupby

import pytest

from oimpress.notices import rule_texts
from oimpress.typography import analyse, rules, typeset
from oimpress.typography.rule import Rule
from oimpress.typography.rules import EVERY
from tests.typography.cases import FOLDER, Case, every, read, visible

CASES = every()
GROUPS = {name: list(cases) for name, cases in groupby(CASES, key=lambda case: case.name)}


@pytest.mark.parametrize("name", GROUPS)
def test_cases(name: str) -> None:
    wrong = [
        f"{case.shown}\n    {visible(typeset(case.given, case.lang))}\n    {visible(case.expected)} expected"
        for case in GROUPS[name]
        if typeset(case.given, case.lang) != case.expected
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", GROUPS)
def test_what_is_set_stays(name: str) -> None:
    assert [case.shown for case in GROUPS[name] if analyse(case.expected, case.lang)] == []


def test_there_are_many_cases() -> None:
    for lang, least in (("fr", 3000), ("en", 250), ("es", 250)):
        cases = [case for case in CASES if case.lang[:2] == lang]
        assert len(cases) >= least
        assert sum(case.given == case.expected for case in cases) >= least // 4


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_a_rule_has_a_fixture_with_cases_it_changes_and_cases_it_leaves(rule: object) -> None:
    cases = fixture_of(rule.code)  # type: ignore[attr-defined]
    codes = {code for case in cases for edit in analyse(case.given, case.lang) for code in edit.rule.split("+")}
    assert rule.code in codes  # type: ignore[attr-defined]
    assert any(case.given == case.expected for case in cases)


def fixture_of(code: str) -> list[Case]:
    return [case for path in sorted(FOLDER.rglob(f"{rule_texts()[code]['name']}.txt")) for case in read(path)]


def test_a_fixture_belongs_to_a_rule() -> None:
    names = {rule_texts()[rule.code]["name"] for rule in EVERY} | {
        "protected",
        "sentences",
        "press-sentences",
        "unseen-sentences",
        "unseen-press",
        "unseen-kinds",
        "unseen-offices",
    }
    assert sorted({path.stem for path in FOLDER.rglob("*.txt")} - names) == []


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_a_rule_has_a_file_of_its_own_that_cites_its_authority(rule: Rule) -> None:
    name = rule_texts()[rule.code]["name"].replace("-", "_")
    module = import_module(f"{rules.__name__}.{name}")
    assert rule is module.RULE
    assert "Source: " in (rule.find.__doc__ or "")
    assert [found for found in vars(module).values() if isinstance(found, Rule)] == [rule]
