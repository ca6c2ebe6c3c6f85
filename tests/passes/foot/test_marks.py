"""End marks go with a rule; what only looks like one stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Contact, Link, Para, Release, Section, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import Traced, of_source
from oimpress.model.trail import Drop
from oimpress.passes.foot.marks import end_marks
from oimpress.passes.pins import PIN
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, draft, paragraphs, read, said

LEAD_TITLE = "La régie ouvre trois lignes de nuit"
TEXT = f"{LEAD_TITLE}\n\n{LEAD}\n\n{MORE}\n\n"


def dropped(given: Draft) -> list[tuple[str, str]]:
    return [(each.rule, str(each.text)) for each in end_marks(given).dropped]


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
        ("</end>", "B016"),
        ("(fin)", "B016"),
        ("«Fin»", "B016"),
        ("= fin =", "B016"),
        ("====", "B016"),
        ("____", "B016"),
        ("~~~", "B016"),
        ("———", "B016"),
        ("●●●", "B016"),
        ("○", "B016"),
        ("◆◆", "B016"),
        ("ENDS", "B016"),
        ("ends.", "B016"),
        ("--- FIN DU COMMUNIQUÉ DE PRESSE ---", "B016"),
        ("° ° °", "B016"),
        ("Pour diffusion immédiate", "H015"),
        ("pour diffusion immédiate", "H015"),
        ("À diffuser", "H015"),
        ("à publier", "H015"),
        ("Diffusion libre", "H015"),
        ("diffusion libre", "H015"),
        ("FOR IMMEDIATE RELEASE", "H015"),
        ("for release", "H015"),
    ],
)
def test_marks_below_the_title_are_out(mark: str, rule: str) -> None:
    given = draft(f"{TEXT}{mark}\n\nContact presse")
    assert dropped(given) == [(rule, mark)]
    assert said(end_marks(given).value) == [line for line in said(given) if line != mark]
    assert dropped(draft(mark)) == []


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
        "Pour diffusion immédiate auprès des élus et des habitants de la ville",
    ],
)
def test_lines_of_the_text_stay(line: str) -> None:
    given = draft(f"{TEXT}{line}\n\n{MORE}x\n")
    assert end_marks(given).value is given


@pytest.mark.parametrize(("size", "gone"), [(60, True), (61, False)])
def test_a_long_line_of_signs_is_none(size: int, gone: bool) -> None:
    assert bool(dropped(draft(f"{TEXT}{'=' * size}"))) is gone


@pytest.mark.parametrize(
    ("line", "pin", "gone"),
    [
        ("Un mot", "end-mark", ["B016"]),
        ("Un mot", "separator", ["B016"]),
        ("Un mot", "order", ["B016"]),
        ("- FIN -", "body", []),
        ("Un mot", "body", []),
    ],
)
def test_a_persons_word_on_a_line_binds(line: str, pin: str, gone: list[str]) -> None:
    given = lined(f"{TEXT}{line}", pin=pin)
    assert [rule for rule, _ in dropped(given)] == gone


def test_a_body_that_a_person_names_can_issue_the_text() -> None:
    assert issued(lined(f"{TEXT}SOURCE Régie du Nord", pin="organisation")) == "Régie du Nord"
    assert issued(lined(f"{TEXT}SOURCE Régie du Nord", pin="body")) == ""


def lined(text: str, pin: str = "", level: int = 0) -> Draft:
    """The lines of ``text``, of which the last is what a person says, or a heading."""
    given = draft(text)
    *before, last = given.flow
    assert isinstance(last, Line)
    marks = frozenset({PIN + pin} if pin else ())
    return replace(given, flow=(*before, replace(last, marks=marks, level=level)))


def issued(given: Draft) -> str:
    """Who issues a text; empty where its lines stay, as the head has it."""
    done = end_marks(given)
    return str(done.value.release.issuer) if done.value is not given else ""


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("SOURCE Régie du Nord", "Régie du Nord"),
        ("SOURCES  Lumen", "Lumen"),
        ("Communiqué par : Régie du Nord", "Régie du Nord"),
        ("Communiqué par : Administration des mobilités", "Administration des mobilités"),
        ("Communiqué de presse par : Lumen", "Lumen"),
        ("Informations fournies par : Lumen", "Lumen"),
        ("News provided by: Lumen", "Lumen"),
    ],
)
def test_a_line_can_name_who_issues(line: str, body: str) -> None:
    given = draft(f"{TEXT}{line}\n\nContact presse")
    assert issued(given) == body
    assert dropped(given) == [("H008", line.removesuffix(body))]
    assert line not in said(end_marks(given).value)
    issuer = end_marks(given).value.release.issuer
    assert isinstance(issuer, Traced)
    assert {piece.place for piece in issuer.pieces} == {"H013"}
    assert issued(draft(line)) == ""  # alone it is the title


def test_who_sent_a_release_can_stand_below_it_without_a_colon() -> None:
    done = read(f"{TEXT}Communiqué par le ministère des Ponts\n\nContact presse\nAwa Sow\n+41 22 900 11 11\n").value
    assert (done.issuer, paragraphs(done.body)) == ("ministère des Ponts", [LEAD, MORE])


@pytest.mark.parametrize(
    "line",
    [
        "Communiqué par la Régie du Nord aux maires",
        "Communiqué par : une foule",
        "Communiqué par : Jeanne Martin",
        "Communiqué par : Régie du Nord.",
        "Communiqué par : Régie du Nord, 06 39 98 00 11",
        "Source : Régie du Nord",
        "SOURCE : Régie du Nord",
        "SOURCE des chiffres de la régie",
        "Sources et méthodes",
        "SOURCE : a@b.example",
        "SOURCE Régie a@b.example",
        "SOURCE " + "R" * 134,
        "Communiqué par : " + "R" * 124,
    ],
)
def test_other_sources_issue_nothing(line: str) -> None:
    assert issued(draft(f"{TEXT}{line}\n\nContact presse")) == ""


def test_a_name_as_long_as_a_line_that_names_somebody_can_be() -> None:
    assert issued(draft(f"{TEXT}SOURCE {'R' * 133}")) == "R" * 133
    assert issued(draft(f"{TEXT}Communiqué par : {'R' * 123}")) == "R" * 123


def test_the_first_line_that_names_somebody_counts() -> None:
    given = draft(f"{TEXT}SOURCE Régie du Nord\nSOURCE Régie du Sud")
    assert issued(given) == "Régie du Nord"
    assert said(end_marks(given).value)[-1] == "SOURCE Régie du Sud"


@pytest.mark.parametrize(
    ("issuer", "stays"),
    [("Régie du Nord", False), ("La régie du nord", False), ("Régie", False), ("Mairie de Valmarin", True)],
)
def test_an_issuer_named_above_and_below_is_named_once(issuer: str, stays: bool) -> None:
    given = draft(f"{TEXT}SOURCE Régie du Nord", Release("x", issuer=issuer))
    done = end_marks(given)
    assert done.value.release.issuer == issuer
    assert (said(done.value)[-1] == "SOURCE Régie du Nord") is stays
    assert dropped(given) == ([] if stays else [("B007", "SOURCE Régie du Nord")])


@pytest.mark.parametrize("issuer", ["", "Régie du Nord"])
def test_the_address_behind_an_issuers_name_is_accounted_for(issuer: str) -> None:
    given = draft(f"{TEXT}SOURCE Régie du Nord", Release("x", issuer=issuer))
    *before, last = given.flow
    assert isinstance(last, Line)
    linked = replace(last, children=(Link(of_source("https://a.fr", 900), (Text(last.text),)),))
    assert dropped(replace(given, flow=(*before, linked)))[-1] == ("A004", "https://a.fr")


NAME = "Agence des forêts du Nord"


def headed(heading: str, *below: str, pin: str = "") -> Draft:
    """A text, a heading at its end by the markup, and lines below; one that begins with # is a heading too."""
    last = lined(f"{TEXT}{heading}", pin=pin, level=2)
    lines = (
        replace(line, level=2 * text.startswith("#")) for text in below for _, line in draft(text.lstrip("#")).lines()
    )
    return replace(last, flow=(*last.flow, *lines))


@pytest.mark.parametrize("heading", ["Source", "Sources :", "SOURCE"])
def test_a_name_alone_below_the_heading_source_issues(heading: str) -> None:
    for below in ((NAME,), (NAME, "#Information"), (NAME, "#Information", "Awa Sow")):
        given = headed(heading, *below)
        assert issued(given) == NAME
        assert said(end_marks(given).value) == [LEAD_TITLE, LEAD, MORE, *(text.lstrip("#") for text in below[1:])]
        assert dropped(given) == [("H008", heading)]


@pytest.mark.parametrize(
    "given",
    [
        headed("Source", f"{NAME}, enquête sur les coupes et les feux."),
        headed("Source", "Une rivière"),
        headed("Source", NAME, "Régie du Nord"),
        headed("Source", f"#{NAME}"),
        headed("Source"),
        headed("Source", f"{NAME} a@b.example"),
        headed("Source", f"{NAME} {'x' * 115}"),
        headed("Sources et méthodes", NAME),
        headed("Source", NAME, pin="body"),
        draft(f"{TEXT}Source\n{NAME}"),
    ],
)
def test_headings_above_other_words_issue_nothing(given: Draft) -> None:
    assert issued(given) == ""
    assert end_marks(given).value is given


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


def test_a_list_below_the_name_of_a_press_office_is_a_contact() -> None:
    items = (
        "<ul><li>Pilar Montoro, jefa de prensa</li><li>Teléfono: +34 964 55 50 18</li><li>Correo: p@v.example</li></ul>"
    )
    done = on_page(f"<h2>Gabinete de prensa</h2>{items}")
    assert [(str(one.name), len(one.phones)) for one in done.contacts if isinstance(one, Contact)] == [
        ("Pilar Montoro", 1)
    ]
    assert headings(done) == []


def test_a_list_that_begins_with_the_words_that_lead_to_contacts_is_of_them() -> None:
    card = "<li><div>Awa Sow</div><div>Directrice de la communication</div><div>a.sow@val.example</div></li>"
    done = on_page(f"<ul><li>Contacts médias</li>{card}</ul>")
    assert [str(one.name) for one in done.contacts if isinstance(one, Contact)] == ["Awa Sow"]
    beside = on_page("<ul><li>Ouvert du 3 au 9 mai</li><li>Contact : a.sow@val.example</li></ul>")
    assert (len(beside.body), beside.contacts) == (len(done.body) + 1, ())


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
