"""The page about typography is what the rules say today."""

from __future__ import annotations

from pathlib import Path

import pytest

from oimpress.notices import rule_texts
from oimpress.typography import analyse
from oimpress.typography.page import page
from oimpress.typography.rule import Rule
from oimpress.typography.rules import EVERY

PAGE = Path(__file__).parents[2] / "docs" / "typographie.md"


def test_the_page_is_up_to_date(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--accept"):
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page(), "run the tests with --accept, and look at what changed"


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_an_example_shows_its_rule(rule: Rule) -> None:
    assert rule.code in {
        code for lang in ("fr", "en-US", "es") for edit in analyse(rule.example, lang) for code in edit.rule.split("+")
    }


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_a_rule_cites_its_authority(rule: Rule) -> None:
    assert rule_texts()[rule.code]["source"]
    assert rule.find.__doc__
