"""What programs that show mails can and cannot do: nothing that matters is lost in any of them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from oimpress.model.nodes import Block, Edition, Foreign, Item, Link, List, Para, Release, Strong, Text
from oimpress.style import Style, load_style
from oimpress.writers.mail import message as mail
from tests.writers import samples
from tests.writers.mails import part


def test_dark_and_narrow_screens_keep_their_rules(style: Style) -> None:
    page = part(mail.write(samples.edition(), style).value, "html")
    assert "prefers-color-scheme:" in page.replace(" ", "") or "prefers-color-scheme" in page
    assert "max-width" in page
    assert "var(--" not in page
    assert page.count("<style") == 1


LACKING = {  # what some mail readers lack, and why the mail does without
    "@media": "the mail is light and fits a telephone without it",
    "<style> element": "its rules are on the elements; only those under @media stay in it",
    "<body> element": "the outer table has the same ground",
    "Local anchors": "the contents are still a list of titles",
    "display:none": "the preheader is one pixel high, in the colour of the ground",
    "overflow": "a wide table widens the mail",
    "word-wrap": "a very long word widens the mail",
    "table-layout": "the same",
    "role attribute": "a screen reader announces the tables that lay out",
    "lang attribute": "the language is that of the subscriber's reader",
    "text-decoration": "titles in the contents are underlined",
    "mailto: links": "the address is its own words",
    "text-wrap": "the lines of a title are not of about equal length",
    "white-space": "a title may break behind a hyphen",
}


def test_mail_readers_know_what_matters(style: Style, tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    """Gmail, Outlook, Apple Mail, Orange, La Poste, Thunderbird, by the data of caniemail.com."""
    page = tmp_path / "mail.html"
    page.write_text(part(mail.write(samples.edition(), style).value, "html"), "utf-8")
    done = subprocess.run([*validator("caniemail"), str(page)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found
    assert set(found) <= set(LACKING), {title: found[title] for title in set(found) - set(LACKING)}
    for title in ("<style> element", "display:none"):
        assert not [reader for reader in found[title] if reader.startswith(("outlook.", "apple-mail.", "thunderbird."))]


def test_a_title_in_a_script_without_italics_stands_upright(style: Style) -> None:
    title = (Text("Avec "), Foreign("ar", (Text("سلمى"),)))
    made = mail.html_of(Edition((Release("a", title=title),), "T"), style)
    assert re.search(r'<span class="upright"[^>]*font-style: ?normal[^>]*>سلمى</span>', made)


def alone(*blocks: Block, title: str = "T") -> Edition:
    return Edition((Release("a", title=(Text(title),), body=blocks),), "T")


@pytest.mark.parametrize(
    ("marker", "said"),
    [
        ("a)", ["a)\u00a0un", "b)\u00a0"]),
        ("3)", ["3)\u00a0un", "4)\u00a0"]),
        ("IV)", ["IV)\u00a0un", "V)\u00a0"]),
        ("a.", ["un", ""]),
        ("", ["un", ""]),
    ],
)
def test_the_sign_of_a_list_is_said_where_no_mail_reader_would_show_it(
    style: Style, marker: str, said: list[str]
) -> None:
    items = (Item((Para((Strong((Text("un"),)),)),)), Item((List((Item((Para((Text("deux"),)),)),)),)))
    made = lxml_html.fromstring(mail.html_of(alone(List(items, True, marker)), style)).xpath("//ol")[0]
    assert ["".join(item.xpath("p[1]//text()")) for item in made] == said
    assert ("list-style-type:none" in (made.get("style") or "")) == (")" in marker)
    assert [inner.text_content().strip() for inner in made.xpath(".//ul")] == ["deux"]


def test_a_title_breaks_at_no_hyphen_near_an_end_of_a_word(style: Style) -> None:
    made = mail.html_of(alone(title="Une plateforme d’e-learning pour les sous-préfets de France"), style)
    title = lxml_html.fromstring(made).xpath("//h2[@class='title']")[0]
    assert title.xpath("span[contains(@style, 'nowrap')]/text()") == ["d’e-learning"]
    assert title.text_content() == "Une plateforme d’e-learning pour les sous-préfets de France"


def test_a_title_in_the_contents_breaks_as_it_does_above_its_text(style: Style) -> None:
    linked = Link("https://val.example/cours", (Text("d’e-learning"),))
    (first,) = alone(title="Une autre").releases
    two = Edition((replace(first, title=(Text("Une plateforme "), linked)), replace(first, id="b")), "T")
    (line, _) = lxml_html.fromstring(mail.html_of(two, style)).xpath("//a[@class='contents-link']")
    assert line.xpath("span[contains(@style, 'nowrap')]/text()") == ["d’e-learning"]
    assert not line.xpath(".//a")


def test_the_mail_is_accessible(tmp_path: Path, validator: Callable[[str], list[str]]) -> None:
    for name in ("oim", "sobre"):
        (tmp_path / f"{name}.html").write_text(mail.html_of(samples.edition(), load_style(name)), "utf-8")
    pages = sorted(tmp_path.glob("*.html"))
    done = subprocess.run([*validator("axe"), *pages], capture_output=True, text=True, check=False)
    assert list(json.loads(done.stdout).values()) == [[], []]
