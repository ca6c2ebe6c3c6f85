"""Labels, days and places alone: whatever else they could be, they are no title."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, bare, codes


@pytest.mark.parametrize(
    ("called", "title"),
    [("CP 17 octobre | Toit Partagé", ""), ("Trois ponts ferment | Toit Partagé", "Trois ponts ferment")],
)
def test_a_page_called_by_label_and_day_is_not_titled_so(called: str, title: str) -> None:
    page = (
        f"<html><head><title>{called}</title></head><body><article><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
    )
    done = normalise_source(Source("a.html", page.encode()))
    assert flatten(done.value.title) == title
    assert ("H101" in codes(done.notices)) is not bool(title)


ROW = "<div class='meta'><span>Berne, le 3 novembre 2021</span>\n<span>{label}</span></div>"


@pytest.mark.parametrize("label", ["Invitation aux médias", "Communiqué de presse"])
def test_place_day_and_label_in_one_row_are_no_title(label: str) -> None:
    page = f"<article>{ROW.format(label=label)}<h2>Trois ponts ferment pour un mois</h2><p>{LEAD}</p><p>{MORE}</p></article>"
    done = normalise_source(Source("a.html", page.encode())).value
    assert (flatten(done.title), flatten(done.kicker)) == ("Trois ponts ferment pour un mois", bare(label))
    assert done.dateline is not None
    assert done.dateline.place is not None
    assert (done.published, str(done.dateline.place.text)) == ("2021-11-03", "Berne")
