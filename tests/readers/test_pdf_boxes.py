"""Boxes of PDFs without tags: texts in a frame or on a ground among others; letterheads and cards are none."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Aside, Para
from oimpress.model.runs import plain
from oimpress.readers.pdf.boxes import with_boxes
from oimpress.readers.shared.pdfframes import frame_of, frames
from oimpress.readers.shared.pdfium import PdfLine
from oimpress.readers.shared.pdfrules import PageBox, RuledTable
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.test_pdf import PROSE, TEXTS, pdf

FRAME = (40.0, 300.0, 400.0, 450.0)
SIDES: list[PageBox] = [(40, 300, 400, 400.5), (40, 300, 450, 450.5), (40, 40.5, 400, 450), (300, 300.5, 400, 450)]


def test_a_frame_is_a_ground_or_what_four_rules_enclose() -> None:
    assert frames([FRAME], 20) == [FRAME]
    assert [tuple(map(round, box)) for box in frames(SIDES, 20)] == [(40, 300, 400, 450)]
    assert frame_of((50, 60, 410, 420), [FRAME]) == FRAME
    assert frame_of((50, 60, 310, 320), [FRAME]) is None


@pytest.mark.parametrize(
    "boxes",
    [
        SIDES[:3],
        [*SIDES, (40, 300, 425, 425.5)],  # a table
        [(40, 300, 400, 410)],  # as high as a line
    ],
)
def test_other_rules_and_grounds_frame_nothing(boxes: list[PageBox]) -> None:
    assert frames(boxes, 20) == []


def row(text: str, framed: bool = False, **more: RuledTable | bool | str) -> PdfLine:
    made = PdfLine(text, 0, 50, 250, 510, 500, 10, 800, frame=FRAME if framed else None)
    return made._replace(**more)  # type: ignore[arg-type]


ABOVE, BELOW = row("La piscine rouvre le 3 juin, et le parc avec elle."), row("Voilà ce que la ville en dit ce soir.")
BOX = (row("Comment venir", True), row("Le bus passe.", True))


def boxed(*found: PdfLine) -> int:
    return sum(each.frame is not None for each in with_boxes(found))


def test_sentences_in_a_frame_among_others_are_a_box() -> None:
    assert boxed(ABOVE, *BOX, BELOW) == 2


@pytest.mark.parametrize(
    "found",
    [
        (*BOX, BELOW),  # a letterhead, or what stands above the text
        (ABOVE, *BOX),  # who a body is, at the end
        (ABOVE, BOX[1], BELOW),  # one line
        (ABOVE, BOX[1], BOX[0], BELOW),  # a card: no sentence ends it
        (ABOVE, BOX[0], row("Le bus passe.", True, table=RuledTable(())), BELOW),
        (ABOVE, BOX[0], row("• Le bus passe.", True), BELOW),
        (ABOVE, BOX[0], row("1 Une note.", True, note="n1"), BELOW),
        (ABOVE, *BOX, BELOW, *BOX, BELOW),  # in pieces
        (ABOVE, BOX[0], row(f"{PROSE}.", True), BELOW),  # most of the page
        (row("Un mot"), *BOX),
        (row("Un mot"), BOX[0], BOX[0], row("Un mot")),
    ],
)
def test_other_framed_lines_are_none(found: tuple[PdfLine, ...]) -> None:
    assert boxed(*found) == 0


@pytest.mark.parametrize("style", ["border: 1px solid #999", "background: #eef"])
def test_a_box_is_an_aside_with_its_heading(style: str) -> None:
    inner = "<p><b>Comment venir</b></p><p>Le bus passe toutes les dix minutes.</p>"
    box = f"<div style='{style}; padding: 8pt'>{inner}</div>"
    done = lawful(Source("a.pdf", pdf(f"<h1>La piscine rouvre</h1><p>{TEXTS[1]}</p>{box}<p>{PROSE}</p>")))
    (aside,) = [block for block in done.value.body if isinstance(block, Aside)]
    assert plain(aside.heading) == "Comment venir"
    assert [plain(block.children) for block in aside.blocks if isinstance(block, Para)] == [
        "Le bus passe toutes les dix minutes."
    ]
