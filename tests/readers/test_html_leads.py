"""Titles, kickers and days of pages that stand in boxes of their own before the text."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.pipeline import normalise_source
from tests.passes.reading import bare
from tests.readers.elements import PROSE
from tests.readers.pages import page

BUILT = (
    "<div>{site}<section><div>{above}</div><div><h3>Trois ponts<br>ferment en juillet</h3></div>"
    "<div><p>{text}</p><p>Autrement dit : {text}</p></div></section></div>"
)
STAMPED = "<p>COMMUNIQUÉ DE PRESSE</p><p>Nantes, 17 octobre 2025</p>"


@pytest.mark.parametrize(
    ("called", "found"),
    [
        ("<title>CP 17 octobre | Toit Partagé</title>", True),
        ("<title>Trois ponts ferment en juillet | Toit Partagé</title>", True),
        ("", True),
        ("<title>Bilan des travaux du 17 octobre | Toit Partagé</title>", False),
    ],
)
def test_the_only_heading_is_the_title_where_the_page_is_called_by_a_day(called: str, found: bool) -> None:
    done = normalise_source(page(BUILT.format(site="", above=STAMPED, text=f"{PROSE} {PROSE}"), called)).value
    assert (bare(flatten(done.title)).split() == ["Trois", "ponts", "ferment", "en", "juillet"]) is found
    assert (str(done.published), flatten(done.kicker)) == (
        ("2025-10-17", "COMMUNIQUÉ DE PRESSE") if found else ("", "")
    )


def test_one_of_several_headings_is_no_title_for_that() -> None:
    body = BUILT.format(site="<h3>Nos maisons</h3>", above=STAMPED, text=f"{PROSE} {PROSE}")
    assert not flatten(normalise_source(page(body, "<title>CP 17 octobre | Toit</title>")).value.title)


BOXED = "{above}<div class='hdr'><h1>Trois ponts ferment</h1></div><div itemprop='articleBody'><p>{text}</p></div>"


@pytest.mark.parametrize(
    ("box", "above", "kicker"),
    [
        ("<section>{}</section>", "<div><p>Communiqué de presse</p></div>", "Communiqué de presse"),
        ("<section>{}</section>", "<div><h4>Communiqué de presse</h4></div>", ""),
        ("{}", "<p>Communiqué de presse</p>", ""),
    ],
)
def test_short_lines_above_the_box_of_a_title_are_its_own_but_not_the_site_s(box: str, above: str, kicker: str) -> None:
    body = box.format(BOXED.format(above=above, text=f"{PROSE} {PROSE}"))
    done = normalise_source(page(body)).value
    assert (bare(flatten(done.title)), flatten(done.kicker)) == ("Trois ponts ferment", kicker)
