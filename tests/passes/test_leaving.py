"""What is left out is told with its rule, and the addresses of its links with it."""

from __future__ import annotations

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Inlines, Item, Link, List, Para, Release, Text
from oimpress.model.traced import GIVEN, inserted
from oimpress.notices import Dropped
from oimpress.passes.leaving import ADDRESS, addresses, all_left_out, left_out, without


def linked(text: str, href: str) -> Link:
    return Link(inserted(href, "A002", 0), (Text(text),))


def line(text: str, href: str = "") -> Line:
    words: Inlines = (linked(text, href),) if href else (Text(text),)
    return Line(words, 1, 1)


def told(dropped: tuple[Dropped, ...]) -> list[tuple[str, str]]:
    return [(str(one.text), one.rule) for one in dropped]


def test_lines_go_each_by_its_rule() -> None:
    given = Draft(Release("x"), (line("un"), line("deux", "https://a.fr"), line("trois")))
    left = without(given, {0: "F001", 1: "B007"})
    assert [item.plain for _, item in left.value.lines()] == ["trois"]
    assert told(left.dropped) == [("un", "F001"), ("deux", "B007"), ("https://a.fr", ADDRESS)]


def test_where_nothing_goes_the_draft_is_the_same() -> None:
    given = Draft(Release("x"), (line("un"),))
    assert without(given, {}).value is given
    assert not without(given, {}).dropped


def test_what_a_person_wrote_is_left_out_by_their_word() -> None:
    given = Line((Text(inserted("Un mot", GIVEN, 0)),), 1, 1)
    assert given.text.given
    assert [rule for _, rule in told(left_out(given, "F001"))] == [GIVEN]


def test_of_blocks_each_run_is_left_out() -> None:
    items = (Item((Para((Text("un"),)),)), Item((Para((linked("deux", "https://a.fr"),)),)))
    left = all_left_out((line("zéro", "https://z.fr"), List(items)), "F001")
    expected = [
        ("zéro", "F001"),
        ("https://z.fr", ADDRESS),
        ("un", "F001"),
        ("deux", "F001"),
        ("https://a.fr", ADDRESS),
    ]
    assert told(tuple(left)) == expected


def test_only_addresses_of_the_source_before_the_end_are_left_out() -> None:
    run = (
        linked("un", "https://a.fr"),
        Text(" et "),
        linked("deux", "https://b.fr"),
        Link("https://c.fr", (Text("3"),)),
    )
    assert [str(one.text) for one in addresses(run)] == ["https://a.fr", "https://b.fr"]
    assert [str(one.text) for one in addresses(run, 10)] == ["https://a.fr", "https://b.fr"]
    assert [str(one.text) for one in addresses(run, 9)] == ["https://a.fr"]
    assert [str(one.text) for one in addresses(run, 1)] == []
