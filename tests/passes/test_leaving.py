"""What is left out is told with its rule, and the addresses of its links with it."""

from __future__ import annotations

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Link, Release, Text
from oimpress.model.traced import inserted
from oimpress.passes.leaving import ADDRESS, without


def line(text: str, href: str = "") -> Line:
    words = (Text(text),)
    return Line((Link(inserted(href, "A002", 0), words),) if href else words, 1, 1)


def test_lines_go_each_by_its_rule() -> None:
    given = Draft(Release("x"), (line("un"), line("deux", "https://a.fr"), line("trois")))
    left = without(given, {0: "F001", 1: "B007"})
    assert [item.plain for _, item in left.value.lines()] == ["trois"]
    assert [(str(one.text), one.rule) for one in left.dropped] == [
        ("un", "F001"),
        ("deux", "B007"),
        ("https://a.fr", ADDRESS),
    ]


def test_where_nothing_goes_the_draft_is_the_same() -> None:
    given = Draft(Release("x"), (line("un"),))
    assert without(given, {}).value is given
    assert not without(given, {}).dropped
