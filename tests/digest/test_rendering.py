"""The mail of an issue: who sends it, what it is called, what it says of itself, and what it carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from oimpress.digest import Issue, Member
from oimpress.digest.rendering import attachments, edition, envelope, masthead
from oimpress.style import load_style
from tests.digest.lists import MONDAY, listed, made

ISSUE = Issue(7, "presse", 2, 48, date(2026, 11, 23), MONDAY, "planned", "", MONDAY.replace(minute=5))
MEMBERS = (
    Member(made("a").release, "new", 1),
    Member(made("b", until="2026-11-22T06:00:00Z").release, "corrected", 2, "Corrigé : titre."),
    Member(made("c").release, "late", 3),
)


def test_who_sends_it_and_what_it_is_called() -> None:
    settings: dict[str, Any] = {"to": ["a@oim.test", "b@oim.test"], "reply_to": ["c@oim.test"]}
    wanted = listed(**settings, list_id="Presse <presse.oim.test>")
    made_of = envelope(ISSUE, MEMBERS, wanted)
    assert (str(made_of.sender), [*map(str, made_of.to)]) == ("presse@oim.test", settings["to"])
    assert [*map(str, made_of.reply_to)] == ["c@oim.test"]
    assert made_of.subject == "Communiqués de l’OIM – Volume 2, n°\u00a048"
    assert made_of.issue == masthead(2, 48, "fr") == "Volume 2, n°\u00a048"
    assert made_of.message_id == "<presse-2-048@oim.test>"
    assert made_of.fields == wanted.fields() != ()


def test_it_is_dated_by_its_planning_where_the_list_lives() -> None:
    assert envelope(ISSUE, MEMBERS, listed()).date == "Mon, 23 Nov 2026 08:05:00 +0100"
    assert envelope(ISSUE, MEMBERS, listed(time_zone="America/Lima")).date == "Mon, 23 Nov 2026 02:05:00 -0500"


@pytest.mark.parametrize(("policy", "brief"), [("note", {"b"}), ("again", set()), ("ignore", set())])
def test_what_was_corrected_is_marked_and_told(policy: str, brief: set[str]) -> None:
    found = envelope(ISSUE, MEMBERS, listed(corrected=policy))
    assert (found.labels, found.corrections) == ({"b": "Corrigé"}, {"b": "Corrigé : titre."})
    assert found.brief == brief
    assert envelope(ISSUE, MEMBERS[:1], listed()).labels == {}


@pytest.mark.parametrize(
    ("links", "footer"),
    [
        ({}, ()),
        ({"list_unsubscribe": ["mailto:x@oim.test"]}, (("Se désabonner", "mailto:x@oim.test"),)),
        (
            {"list_archive": ["https://oim.test/a"], "list_unsubscribe": ["https://oim.test/d", "mailto:x@oim.test"]},
            (("Se désabonner", "https://oim.test/d"), ("Archives de la liste", "https://oim.test/a")),
        ),
    ],
)
def test_its_foot_says_how_to_leave_and_where_the_others_are(
    links: dict[str, list[str]], footer: tuple[tuple[str, str], ...]
) -> None:
    assert envelope(ISSUE, MEMBERS, listed(**links)).footer == footer


def test_the_edition_of_an_issue_shows_no_embargo_that_is_over() -> None:
    style = load_style("oim")
    found = edition(MEMBERS, listed(), ISSUE.day, style)
    assert [each.id for each in found.releases] == ["a", "b", "c"]
    assert found.releases[1] == replace(MEMBERS[1].release, embargo=None)
    assert (found.title, found.kind, found.lang, found.date) == ("Communiqués de l’OIM", "digest", "fr", "2026-11-23")


def test_an_issue_names_its_office_else_who_issues_its_releases() -> None:
    style = load_style("oim")
    issued = [replace(one, release=replace(one.release, issuer="Ville d’Ypreville")) for one in MEMBERS]
    assert edition(MEMBERS, listed(), ISSUE.day, style).organisation == ""
    assert edition(issued, listed(), ISSUE.day, style).organisation == "Ville d’Ypreville"
    assert (
        edition(issued, replace(listed(), office="Musée de Brumal"), ISSUE.day, style).organisation == "Musée de Brumal"
    )


def test_attachments_bear_the_name_of_the_issue() -> None:
    style = load_style("oim")
    wanted = replace(listed(), attach=("text", "markdown"))
    found = list(attachments(edition(MEMBERS, wanted, ISSUE.day, style), wanted, style, ISSUE.name))
    assert [(each.name, each.media_type) for each in found] == [
        ("presse-2-048.txt", "text/plain"),
        ("presse-2-048.md", "text/markdown"),
    ]
    assert all("Titre a" in each.content.decode() for each in found)
    assert list(attachments(edition(MEMBERS, listed(), ISSUE.day, style), listed(), style, "x")) == []
