"""What is an address of a mailbox or of the web, how far it goes, and where it leads."""

from __future__ import annotations

import pytest

from oimpress.knowledge.addresses import (
    MAIL,
    SPELT_MAIL,
    WEB,
    begins_with_address,
    has_mail,
    is_on_the_web,
    may_lead,
    missing_scheme,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Écrire à presse@oim.int.", ["presse@oim.int"]),
        ("a.b+c@x-y.org ; o'brien@a.ie", ["a.b+c@x-y.org", "o'brien@a.ie"]),
        ("sur Twitter @oim_france", []),
        ("nom@serveur", []),
        ("12 € @ 3", []),
    ],
)
def test_mailboxes(text: str, found: list[str]) -> None:
    assert MAIL.findall(text) == found
    assert has_mail(text) is bool(found)


@pytest.mark.parametrize("text", ["presse [at] oim.int", "presse(arobase)oim[point]int", "a.b [a] c [dot] org"])
def test_a_mailbox_written_out(text: str) -> None:
    assert SPELT_MAIL.fullmatch(text)
    assert has_mail(f"Écrire à {text}")


@pytest.mark.parametrize("text", ["presse at oim.int", "voir [a] la page", "presse [at] oim"])
def test_no_mailbox_written_out(text: str) -> None:
    assert not SPELT_MAIL.search(text)
    assert not has_mail(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir www.oim.int.", ["www.oim.int"]),
        ("(https://oim.int/fr?a=1,2)", ["https://oim.int/fr?a=1,2"]),
        ("Www.oim.int, www.un.org;http://a.fr", ["Www.oim.int", "www.un.org", "http://a.fr"]),
        ("<http://a.fr/b> « www.b.fr »", ["http://a.fr/b", "www.b.fr"]),
        ("http://fr.wikipedia.org/wiki/OIM_(ONU) !", ["http://fr.wikipedia.org/wiki/OIM_(ONU"]),
        ("a@www.oim.int", []),
        ("le www. et la suite", []),
        ("oim.int", []),
    ],
)
def test_the_web(text: str, found: list[str]) -> None:
    assert WEB.findall(text) == found


@pytest.mark.parametrize("href", ["http://a.fr", "HTTPS://a.fr", "mailto:a@b.fr", "tel:+33", "ftp://a.fr"])
def test_a_link_may_lead_there(href: str) -> None:
    assert may_lead(href)
    assert is_on_the_web(href) is href.lower().startswith("http")


@pytest.mark.parametrize("href", ["javascript:x", "data:text/html,x", "file:///etc", "/fr", "http", ""])
def test_a_link_may_not_lead_there(href: str) -> None:
    assert not may_lead(href)
    assert not is_on_the_web(href)


def test_a_line_that_begins_with_an_address() -> None:
    assert all(map(begins_with_address, ("www.oim.int", " https://a.fr", "Http://a.fr")))
    assert not any(map(begins_with_address, ("Voir www.oim.int", "http", "wwwoim.int", "")))


def test_pages_are_asked_for_safely_where_nobody_says_how() -> None:
    assert missing_scheme("www.oim.int") == "https://"
    assert not missing_scheme("http://www.oim.int")
    assert not missing_scheme("mailto:a@b.fr")
