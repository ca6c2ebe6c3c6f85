"""Whom to ask: each once, those of a body together, with pages as an index tells them, under one heading."""

from __future__ import annotations

import pytest

from oimpress.i18n import phrases
from oimpress.model.nodes import Contact, Edition, Para, Release, Text
from oimpress.model.runs import plain
from oimpress.style import load_style
from oimpress.writers.page.article import all_contacts, contacts_section
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.kit import contact_cards
from oimpress.writers.plain.markdown import write as write_markdown
from oimpress.writers.plain.text import write as write_text
from oimpress.writers.wording import contacts_heading


def contact(name: str, body: str = "") -> Contact:
    return Contact(name, "", body, (), (f"{name}@x.example",))


def edition(*named: str) -> Edition:
    """A kit whose releases name these contacts, a letter each."""
    releases = [
        Release(f"r{number}", title=(Text(f"Titre {number}"),), contacts=tuple(map(contact, names)))
        for number, names in enumerate(named)
    ]
    return Edition(tuple(releases), "Dossier", "press-kit")


def pages(made: Edition) -> dict[str, str]:
    """What each card says of pages, a release in the place of its page."""
    found = {}
    for card in contact_cards(made):
        line = card.find("p[@class='pages']")
        assert line is not None
        words = "".join(f"{link.get('href', '').removeprefix('#r-r')}{link.tail or ''}" for link in line)
        found[card.findtext("p[@class='name']") or ""] = words
    return found


def test_neighbouring_releases_are_told_as_a_run() -> None:
    assert pages(edition("ab", "a", "ab", "b", "c", "ab", "a")) == {"a": "0–2, 5–6", "b": "0, 2–3, 5", "c": "4"}


def test_one_release_has_its_contacts_itself() -> None:
    assert contact_cards(edition("ab")) == []


def test_contacts_of_one_body_stand_together() -> None:
    given = [contact("a", "Ville"), contact("b"), contact("c", "Préfecture"), contact("d"), contact("e", "VILLE")]
    made = Edition((Release("r", contacts=tuple(given)),), "T")
    assert [each.name for each in all_contacts(made)] == ["a", "e", "b", "c", "d"]


@pytest.mark.parametrize(
    "words", ["Contacts presse", "Contact presse :", "Contact pour la presse", "Media contacts:", "Contacto de prensa"]
)
def test_words_of_the_release_that_head_its_contacts_do_so_once(words: str) -> None:
    contacts = (Para((Text(words),)), contact("a"))
    section = contacts_section(contacts, Context())
    assert [each.text for each in section if each.tag in ("h2", "p")] == [words]
    release = Release("r", title=(Text("Titre"),), body=(Para((Text("Mot."),)),), contacts=contacts)
    made = Edition((release,), "T", "single")
    for write in (write_text, write_markdown):
        said = write(made, load_style("oim")).value.decode()
        assert said.partition("<!--")[0].lower().count("contact") == 1


@pytest.mark.parametrize("words", ["Pour plus d’informations :", "Contactez la presse locale.", "Le contact presse"])
def test_other_words_stand_under_the_heading(words: str) -> None:
    contacts = (Para((Text(words),)), contact("a"))
    heading, shown = contacts_heading(contacts, phrases("fr"))
    assert (plain(heading), shown) == ("Contacts presse", contacts)


def test_no_contacts_need_no_heading() -> None:
    assert contacts_heading((), phrases("fr"))[1] == ()
