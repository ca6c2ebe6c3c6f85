"""End marks go with a rule; what only looks like one stays."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Contact, Para, Release, Section
from oimpress.model.runs import flatten
from oimpress.model.trail import Drop
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, paragraphs, read

TEXT = f"La régie ouvre trois lignes de nuit\n\n{LEAD}\n\n{MORE}\n\n"


@pytest.mark.parametrize(
    ("mark", "rule"),
    [
        ("- FIN -", "B016"),
        ("– Fin –", "B016"),
        ("Fin du communiqué", "B016"),
        ("###", "B016"),
        ("# # #", "B016"),
        ("-30-", "B016"),
        ("– 30 –", "B016"),
        ("* * *", "B016"),
        ("[FIN]", "B016"),
        ("ENDS", "B016"),
        ("--- FIN DU COMMUNIQUÉ DE PRESSE ---", "B016"),
        ("° ° °", "B016"),
        ("Pour diffusion immédiate", "H015"),
        ("FOR IMMEDIATE RELEASE", "H015"),
    ],
)
def test_marks_at_the_end_are_out(mark: str, rule: str) -> None:
    done = read(f"{TEXT}{mark}\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n")
    assert done.trail is not None
    assert (rule, mark) in [(step.rule, step.text) for step in done.trail.steps if isinstance(step, Drop)]
    assert paragraphs(done.value.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "30",
        "Fin de la grève des bacs",
        "La fin.",
        "#climat",
        "[Fin de citation]",
        "Trente",
        "Diffusion en direct à 20 h.",
    ],
)
def test_lines_of_the_text_stay(line: str) -> None:
    done = read(f"{TEXT}{line}\n\n{MORE}x\n")
    assert done.trail is not None
    assert line not in [step.text for step in done.trail.steps if isinstance(step, Drop)]


def test_a_wires_word_names_who_issues() -> None:
    done = read(f"{TEXT}SOURCE Régie du Nord\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n").value
    assert done.issuer == "Régie du Nord"
    assert paragraphs(done.body) == [LEAD, MORE]


def test_an_issuer_named_above_and_below_is_named_once() -> None:
    done = read(f"Mairie de Valmarin\n\nCommuniqué\n\n{TEXT}SOURCE Mairie de Valmarin\n")
    assert (done.value.issuer, paragraphs(done.value.body)) == ("Mairie de Valmarin", [LEAD, MORE])
    assert done.trail is not None
    assert "B007" in {step.rule for step in done.trail.steps if "SOURCE" in getattr(step, "text", "")}


def test_another_body_than_the_head_names_stays_in_the_text() -> None:
    done = read(f"Mairie de Valmarin\n\nCommuniqué\n\n{TEXT}SOURCE Régie du Nord\n").value
    assert (done.issuer, paragraphs(done.body)) == ("Mairie de Valmarin", [LEAD, MORE, "SOURCE Régie du Nord"])


@pytest.mark.parametrize("body", ["Régie du Nord", "Administration des mobilités"])
def test_who_sent_a_release_can_stand_below_it(body: str) -> None:
    done = read(f"{TEXT}Communiqué par : {body}\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n").value
    assert (done.issuer, paragraphs(done.body)) == (body, [LEAD, MORE])


@pytest.mark.parametrize(
    "line",
    [
        "Communiqué par la Régie du Nord aux maires",
        "Communiqué par : une foule",
        "Communiqué par : Jeanne Martin",
        "Communiqué par : Régie du Nord.",
    ],
)
def test_other_words_for_who_sent_it_stay(line: str) -> None:
    done = read(f"{TEXT}{line}\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n").value
    assert (done.issuer, len(paragraphs(done.body))) == ("", 3)


@pytest.mark.parametrize("line", ["Source : Régie du Nord", "Sources et méthodes", "SOURCE : a@b.example"])
def test_other_sources_issue_nothing(line: str) -> None:
    assert not read(f"{TEXT}{line}\n").value.issuer


PORTAL = f"<article><h1>La régie ouvre trois lignes</h1><p>{LEAD}</p><p>{MORE}</p>{{foot}}</article>"
DESK = "<p>Awa Sow<br>Conseillère<br>819 555-0121<br>awa@regie.example</p>"


def on_page(foot: str) -> Release:
    return normalise_source(Source("x.html", PORTAL.format(foot=foot).encode())).value


def headings(release: Release) -> list[str]:
    return [str(flatten(each.heading)) for each in release.body if isinstance(each, Section)]


def test_headings_of_a_portal_name_who_issues_and_who_answers() -> None:
    done = on_page(f"<h2>Source</h2><p>Agence des forêts du Nord</p><h2>Information</h2>{DESK}")
    assert (done.issuer, headings(done), paragraphs(done.body)) == ("Agence des forêts du Nord", [], [LEAD, MORE])
    assert [str(one.name) for one in done.contacts if isinstance(one, Contact)] == ["Awa Sow"]
    assert paragraphs([one for one in done.contacts if isinstance(one, Para)]) == ["Information"]


@pytest.mark.parametrize(
    "foot",
    [
        "<h2>Source</h2><p>Agence des forêts du Nord, enquête sur les coupes et les feux.</p>",
        "<h2>Source</h2><p>Une rivière</p>",
        "<h2>Source</h2><p>Agence des forêts du Nord</p><p>Régie du Nord</p>",
        "<h2>Sources et méthodes</h2><p>Agence des forêts du Nord</p>",
    ],
)
def test_headings_above_other_words_issue_nothing(foot: str) -> None:
    done = on_page(foot)
    assert (done.issuer, len(headings(done))) == ("", 1)


def test_a_list_below_the_name_of_a_press_office_is_a_contact() -> None:
    items = (
        "<ul><li>Pilar Montoro, jefa de prensa</li><li>Teléfono: +34 964 55 50 18</li><li>Correo: p@v.example</li></ul>"
    )
    done = on_page(f"<h2>Gabinete de prensa</h2>{items}")
    assert [(str(one.name), len(one.phones)) for one in done.contacts if isinstance(one, Contact)] == [
        ("Pilar Montoro", 1)
    ]
    assert headings(done) == []


@pytest.mark.parametrize("heading", ["Information", "Service de presse"])
def test_a_heading_above_a_text_stays_one_of_it(heading: str) -> None:
    done = on_page(f"<h2>{heading}</h2><p>{MORE}</p><p>Les inscriptions se font au 819 555-0121 avant le 3 mai.</p>")
    assert headings(done) == [heading]


def test_an_amount_is_nobodys_number() -> None:
    done = read(f"{TEXT}Contact presse\nLe budget atteint 1 250 000 000 000 euros.\nAnne Roy\n06 39 98 00 11\n")
    assert not any(
        "1 250" in str(phone.text) for one in done.value.contacts if isinstance(one, Contact) for phone in one.phones
    )


def test_what_the_law_wants_said_keeps_its_heading() -> None:
    legal = "Régie du Nord, société au capital de 120 000 euros, immatriculée à Lyon sous le numéro 123 456 789."
    done = read(f"{TEXT}Mentions légales\n{legal}\n")
    assert done.trail is not None
    assert "Mentions légales" not in [step.text for step in done.trail.steps if isinstance(step, Drop)]
    alone = read(f"{TEXT}Mentions légales\nAccueil\n")
    assert alone.trail is not None
    assert any("Mentions légales" in step.text for step in alone.trail.steps if isinstance(step, Drop))
