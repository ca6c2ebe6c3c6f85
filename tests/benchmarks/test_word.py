"""The measurement counts what is there, and ours finds it all."""

from __future__ import annotations

from tests.benchmarks.word import KINDS, in_page, ours, scores, seen


def test_ours_finds_every_piece() -> None:
    counted = scores(ours)
    assert tuple(counted) == KINDS
    assert all(wanted == found == right > 0 for wanted, found, right in counted.values())


def test_pieces_of_a_page_are_those_of_what_is_seen() -> None:
    page = (
        '<h2>Un</h2><ol start="2"><li>deux<ul><li>trois</li></ul></li></ol><table><tr><td>a</td><th>b</th></tr></table>'
        '<p><a href="https://x.test">là</a></p><ol><li id="fn1"><p>Note.↩︎</p></li></ol>'
    )
    lines = ("# Un", "2. deux", "  • trois", "| a | b", "[là](https://x.test)", "^1 Note.")
    assert sorted(in_page(page)) == sorted(seen(lines))
