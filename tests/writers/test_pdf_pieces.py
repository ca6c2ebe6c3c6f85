"""A long page in pieces: each entry stands once, between its neighbours, and nothing else is lost or said twice."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from lxml.html import HtmlElement, document_fromstring

from oimpress.writers.pdf.pieces import LongPage, NoWholePage, PieceCut, PrintedPiece


def printed(*entries: tuple[int, ...]) -> list[SimpleNamespace]:
    """Pages on which entries of these numbers show."""
    boxes = [[SimpleNamespace(element={"data-entry": str(each)}) for each in some] for some in entries]
    return [SimpleNamespace(_page_box=SimpleNamespace(descendants=some.__iter__)) for some in boxes]


def page(rows: int = 7, cards: int = 3) -> LongPage:
    table = "".join(f"<tr><th><a href='#r-{at}'>titre {at}</a></th></tr>" for at in range(rows))
    people = "".join(f"<div class='contact'>nom {at}</div>" for at in range(cards))
    return LongPage(
        document_fromstring(
            "<html><head><title>T</title></head><body><h1>couverture</h1><section><h2>avant</h2><table><thead><tr>"
            f"<th>en-tête</th></tr></thead><tbody>{table}</tbody></table><p>entre</p><div class='cards'>{people}</div>"
            "</section><p>fin</p></body></html>"
        )
    )


def shown(piece: PrintedPiece) -> HtmlElement:
    """The body of a piece without what stands on pages of its neighbours."""
    (body,) = document_fromstring(piece.text).iter("body")
    for entry in body.xpath(".//*[@data-entry]"):
        if not piece.first <= int(entry.get("data-entry")) < piece.end:
            entry.drop_tree()
    return body


def test_a_page_in_one_piece_is_the_page() -> None:
    whole = page()
    assert len(whole) == 10
    words = shown(whole.piece(0, 10, {})).text_content()
    assert words.startswith("couvertureavanten-têtetitre 0")
    assert words.endswith("nom 2fin")


def test_pieces_hold_each_entry_once_and_what_stands_between_lists() -> None:
    whole = page()
    words = "".join(shown(whole.piece(*each, {})).text_content() for each in ((0, 2), (2, 5), (5, 9), (9, 10)))
    assert words.replace("en-tête", "") == shown(whole.piece(0, 10, {})).text_content().replace("en-tête", "")
    assert words.count("en-tête") == 3  # on each page of the table, and on no other


def test_a_piece_begins_within_a_list_alone() -> None:
    assert [page().may_begin(at) for at in range(1, 10)] == [True] * 6 + [False] + [True] * 2


def test_links_say_the_page_they_lead_to_and_pieces_what_they_name() -> None:
    piece = page().piece(2, 3, {"r-2": 7})
    assert 'href="#r-2" data-page="7"' in piece.text
    assert piece.anchors == ("r-1", "r-2", "r-3")
    assert 'href="#r-1">' in piece.text


def test_a_piece_ends_where_the_last_page_begins_with_an_entry_that_may_begin_the_next() -> None:
    whole = page()
    piece = whole.piece(1, 6, {})
    assert whole.ends(piece) == (2, 3, 4, 5)
    pages = printed((0,), (1, 2), (3, 4), (4, 5), (6,))
    cut = PieceCut(piece, whole.ends(piece))
    assert (cut.kept(pages), cut.end) == (pages[1:2], 3)


def test_the_last_piece_ends_where_the_page_does() -> None:
    whole = page()
    piece = whole.piece(8, 10, {})
    pages = printed((7,), (8,), (9,))
    cut = PieceCut(piece, whole.ends(piece))
    assert (cut.kept(pages), cut.end) == (pages[1:], 10)


def test_a_piece_without_a_whole_page_is_refused() -> None:
    whole = page()
    piece = whole.piece(0, 2, {})
    with pytest.raises(NoWholePage):
        PieceCut(piece, whole.ends(piece)).kept(printed((0, 1), (1,), (2,)))
    across = whole.piece(5, 8, {})
    with pytest.raises(NoWholePage):
        PieceCut(across, whole.ends(across)).kept(printed((4,), (5, 6), (7,), (8,)))
