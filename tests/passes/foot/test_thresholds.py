"""Every threshold of the passes over the foot: what is just inside is read otherwise than what is just outside."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Cell, Figure, Note, Phone, Row, Table, Text
from oimpress.passes.foot.backmatter import ABOUT_HEADING, ABOUT_OPENING, SELF_DESCRIPTION, about, figures, notes
from oimpress.passes.foot.cards import Card
from oimpress.passes.foot.countries import told_by_page
from oimpress.passes.foot.doubts import Placed, doubted
from oimpress.passes.foot.leads import PLACE_LEAD, has_number, heading_of, is_dialled
from oimpress.passes.foot.marks import end_marks
from oimpress.passes.foot.page_end import is_tool
from oimpress.passes.foot.region import regions
from oimpress.passes.foot.signed import BEFORE, signed
from oimpress.passes.foot.spelt import hosts
from oimpress.passes.labelling import Reading
from tests.passes.drafts import PROSE, draft, line, seen
from tests.thresholds import Boundary, blind, names, reach, wording

ROOM = "oimpress.passes.foot"

ABOUT = "À propos de l'OIM"
NAME = "Amina Diallo"


def captioned(size: int) -> bool:
    """Whether a line above a credit is the caption of its picture."""
    flow = figures(draft(PROSE, PROSE, "Un camp".ljust(size, "m"), "© OIM 2020")).value.flow
    return any(isinstance(item, Figure) and item.caption for item in flow)


def noted(gap: int) -> bool:
    """Whether a mark so far behind its word calls a note."""
    flow = notes(draft(f"Un mot{' ' * gap}* et la suite", "*Une note")).value.flow
    return any(isinstance(item, Note) for item in flow)


def signed_at(*texts: str) -> bool:
    return signed(draft(PROSE, *texts)).value.release.dateline is not None


def rivalled(points: int) -> bool:
    """Whether a reading is doubted that so many points part from where a contact would begin elsewhere."""
    one = Reading("person", 0, points, "person*", {"person": 0, "person*": points}, frozenset())
    return bool(doubted([Placed(1, one)], [Card(lines={0}), Card(phones=[Phone("11")], lines={1})]))


def crowded(names: int) -> bool:
    """Whether a contact with two addresses and so many names can be several people's."""
    words = line(" ".join(["Abc", "Bcd", "Cde", "Def", "Efg"][:names])).text
    return bool(doubted([], [Card(names=[words], emails=[line("a@b.fr").text, line("c@d.fr").text])]))


def region(*texts: str) -> list[int]:
    """Where contacts begin."""
    return [start for start, _ in regions(draft(*texts).flow)]


def headed(cells: int) -> bool:
    """Whether contacts stand in a table whose heading stands behind so many cells."""
    texts = [*["mot"] * cells, "Contact presse", "a@b.fr"]
    return bool(regions((line(PROSE), Table(tuple(Row((Cell((Text(text),)),)) for text in texts)), line(PROSE))))


def taken_for_a_person(support: int) -> bool:
    """Whether a contact is doubted whose person only so much speaks for."""
    one = Reading("person", support, 20, "person*", {"person": 0, "person*": 20}, frozenset())
    return bool(doubted([Placed(0, one)], [Card(lines={0})]))


BOUNDARIES = (
    Boundary("SHORT_CAPTION", 160, 161, captioned),
    Boundary("NOTE_REACH", 11, 12, noted),
    Boundary(
        "ABOUT_REACH", 13, 14, lambda n: bool(about(draft(*[PROSE] * 3, ABOUT, *["Un mot."] * n)).value.release.about)
    ),
    Boundary("LONGEST_MARK", 60, 61, lambda n: bool(end_marks(draft(PROSE, "FIN".ljust(n, "-"))).dropped)),
    Boundary(
        "LONGEST_SOURCE",
        140,
        141,
        lambda n: bool(end_marks(draft(PROSE, "SOURCE Régie".ljust(n, "e"))).value.release.issuer),
    ),
    Boundary("LONGEST_SIGNED", 70, 71, lambda n: signed_at(f"{'Fait à Namur, le'.ljust(n - 10)}3 mai 2024")),
    Boundary("LEAST_LEAD", 2, 3, rivalled),
    Boundary("MOST_NAMES", 4, 5, crowded),
    Boundary("POOR", -13, -12, taken_for_a_person),
    Boundary(
        "MAIL_REACH", 6, 7, lambda n: "name in the mail" in seen("; ".join([NAME, *["mot"] * n, "amina.diallo@a.fr"]))
    ),
    Boundary("MANY_WORDS", 8, 9, lambda n: "many words" in seen(" ".join(["mot"] * n))),
    Boundary("LEAST_SAID", 4, 5, lambda n: "holds a verb" in seen(" ".join(["Lannec", "entre", *["mot"] * (n - 2)]))),
    Boundary("SURE", 1, 2, lambda n: bool(told_by_page(draft(PROSE, *["CPAS", "wallon"][:n]), ["02 555 12 40"]))),
    Boundary("REGISTER_DIGITS", 8, 9, lambda n: "many digits" in seen("a1" * n)),
    Boundary("LEAST_DIALLED", 8, 9, lambda n: has_number("123456789"[:n])),
    Boundary("LEAST_NAMED", 7, 8, lambda n: has_number("Awa Sow : " + "12345678"[:n])),
    Boundary("LEAST_INITIALS", 2, 3, lambda n: hosts("bkm"[:n], " ".join("BKM"[:n]))),
    Boundary("LABEL_REACH", 24, 25, lambda n: is_dialled("siret".ljust(n), n, n)),
    Boundary("LONGEST_LINE", 140, 141, lambda n: has_number("123456789".rjust(n))),
    Boundary(
        "ROLE_WORDS", 6, 7, lambda n: region(PROSE, " ".join(["Directrice", *["mot"] * (n - 1)]), NAME, "a@b.fr") == [1]
    ),
    Boundary("ANSWER_REACH", 5, 6, lambda n: region(PROSE, "Contact presse", *["mot"] * n, "a@b.fr") == [1]),
    Boundary("NUMBER_REACH", 3, 4, lambda n: region(PROSE, "Contact presse", *["mot"] * n, "20 75 31 41 22") == [1]),
    Boundary("MOST_HEADS", 2, 3, headed),
    Boundary("LEAD_REACH", 79, 80, lambda n: heading_of("Contacts presse".ljust(n) + ": Anne") is not None),
    Boundary("SHORT_LINE", 80, 81, lambda n: is_tool("Imprimer ".ljust(n, "m"))),
    Boundary("LAST_LINES", 14, 15, lambda n: signed_at("Fait à Namur, le 3 mai 2024", *["Un mot."] * n)),
    reach("backmatter.ABOUT_HEADING{2,70}", 70, ABOUT_HEADING, "À propos de …"),
    reach("backmatter.ABOUT_OPENING{0,40}", 39, ABOUT_OPENING, "Créée en 1951 …,"),
    reach("backmatter.SELF_DESCRIPTION{2,90}", 90, SELF_DESCRIPTION, "…, créée en 1951,"),
    reach("leads.PLACE_LEAD{2,40}", 40, PLACE_LEAD, "À … : ", "search"),
    reach("signed.BEFORE{1,40}", 40, BEFORE, "Fait à L…, le "),
)
WORDINGS = (
    wording("sentence_lead{0,300}", 298, ROOM, "Pour plus … contactez", "match"),
    wording("sentence_lead{0,120}", 119, ROOM, "Pour plus …:", "match"),
    wording("person_next{3,60}", 60, ROOM, "Notre …, Awa Sow @", "match"),
    wording("person_next{0,120}", 119, ROOM, "Awa Sow …@", "match"),
    wording("heading{2,30}", 30, ROOM, "Contact presse M…"),
    wording("heading{2,60}", 60, ROOM, "Contact presse mairie …"),
    wording("heading{2,60} 2", 60, ROOM, "Contact presse chez …"),
    wording("heading{2,60} 3", 60, ROOM, "Relations presse pour …"),
    wording("heading{2,50}", 50, ROOM, "Vos contacts à …"),
    wording("heading{3,30}", 30, ROOM, "Porte-parole disponible en …"),
    wording("heading{2,40}", 40, ROOM, "Astreinte presse (…)"),
    wording("heading{0,40}", 39, ROOM, "For media information …:"),
    wording("days{2,12}", 12, ROOM, "… sur demande", "match"),
    wording("outside{0,120}", 119, ROOM, "… suivez-nous", "match"),
    wording("outside{3,40}", 40, ROOM, "Photos …: https:", "match"),
    wording("outside{0,120} 2", 119, ROOM, "… au capital de 3", "match"),
)
EVERY = (*BOUNDARIES, *WORDINGS)


@pytest.mark.parametrize("boundary", EVERY, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("foot") == sorted(boundary.name for boundary in EVERY)
    assert not list(blind("foot", EVERY))
