"""The web page: whole, self-contained, safe, and the same every time."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html
from PIL import Image

from oimpress.model.nodes import Edition, SourceRef
from oimpress.style import load_style, new_style
from oimpress.writers import find
from oimpress.writers.web.html import RELEASES, write
from tests.writers import samples
from tests.writers.order import assert_in_order

STYLE = load_style("oim")


def page(edition: Edition) -> str:
    return write(edition, STYLE).value.decode()


def tree(edition: Edition) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page(edition))


def png(width: int = 40, height: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "edition", [samples.edition(), samples.single(), samples.hostile()], ids=["kit", "one", "hostile"]
)
def test_every_word_of_every_release_stands_in_order(edition: Edition) -> None:
    articles = tree(edition).xpath("//article")
    assert len(articles) == len(edition.releases)
    text = "".join(article.text_content() for article in articles)
    shown = {article.get("id").removeprefix("r-"): article.text_content() for article in articles}
    for release in edition.releases:
        assert_in_order(release, shown[release.id])
    assert text


def test_undated_releases_come_last_without_a_word_of_it() -> None:
    dates = [each.text_content() for each in tree(samples.edition()).xpath("//nav//span[@class='dateline']")]
    assert dates == [
        "Guatemala – 9\u00a0juillet 2009",
        "Genève – 14\u00a0mai 2019",
        "Mexique",
        "Mexique",
    ]


def test_contents_lead_to_the_releases() -> None:
    made = tree(samples.edition())
    targets = [link.get("href") for link in made.xpath("//nav//a")]
    assert targets == [f"#{article.get('id')}" for article in made.xpath("//article")]


def test_one_release_stands_alone_with_its_title_on_top() -> None:
    made = tree(samples.single())
    assert not made.xpath("//nav")
    assert [each.text_content() for each in made.xpath("//h1")] == [made.findtext(".//title")]


@pytest.mark.parametrize("edition", [samples.edition(), samples.hostile()], ids=["kit", "hostile"])
def test_nothing_is_loaded_from_anywhere_and_nothing_runs(edition: Edition) -> None:
    made = tree(edition)
    assert not made.xpath("//link | //iframe | //object | //embed | //base | //form")
    assert [script.get("type") for script in made.xpath("//script")] == ["application/ld+json"]
    assert not made.xpath("//@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import", made.findtext(".//style", ""))
    for href in made.xpath("//@href"):
        assert href.startswith(("#", "http://", "https://", "mailto:", "tel:"))


def test_hostile_titles_stay_words() -> None:
    made = tree(samples.hostile())
    assert made.findtext(".//title") == "<b>Hostile</b> & fils"
    assert any("<script>alert(1)</script>" in each.text_content() for each in made.xpath("//h2"))
    assert "{{ 7 * 7 }}" in made.xpath("string(//article)")


@pytest.mark.parametrize("words", ["\ue000releases\ue000", RELEASES])
def test_words_like_what_stands_for_the_releases_stay_words(words: str) -> None:
    made = tree(replace(samples.edition(), title=words))
    assert made.findtext(".//title") == words
    assert len(made.xpath("//article")) == len(samples.edition().releases)


def test_linked_data_says_only_what_is_known() -> None:
    made = tree(samples.edition())
    said = json.loads(made.findtext(".//script", ""))
    dated = [part.get("datePublished") for part in said["hasPart"]]
    assert said["@context"] == "https://schema.org"
    assert dated == ["2009-07-09", "2019-05-14", None, None, None]
    assert said["hasPart"][1]["url"] == "https://www.iom.int/fr/news/retours-2018"
    assert "url" not in said["hasPart"][0]
    alone = json.loads(tree(samples.single()).findtext(".//script", ""))
    assert alone["@type"] == "NewsArticle"
    assert "datePublished" not in alone


def test_the_policy_names_the_one_script_by_its_hash() -> None:
    made = tree(samples.hostile())
    digest = base64.b64encode(hashlib.sha256(made.findtext(".//script", "").encode()).digest()).decode()
    assert f"'sha256-{digest}'" in made.xpath("string(//meta[@http-equiv]/@content)")


def test_open_graph() -> None:
    said = {each.get("property"): each.get("content") for each in tree(samples.single()).xpath("//meta[@property]")}
    assert said["og:type"] == "article"
    assert said["og:locale"] == "fr_FR"
    assert said["og:description"].startswith("À l’occasion de la Journée")
    assert "article:published_time" not in said


def test_what_a_source_states_of_itself_is_said_where_machines_read() -> None:
    (release,) = samples.single().releases
    stated = SourceRef(
        *("a.html", "0" * 64, "text/html", "html"),
        author="Zoé Lambert",
        description="Une piscine refaite.",
        image="https://v.example/a.jpg",
    )
    made = tree(replace(samples.single(), releases=(replace(release, subtitle=(), source=stated),)))
    said = {each.get("property"): each.get("content") for each in made.xpath("//meta[@property]")}
    assert (said["og:description"], said["og:image"]) == (stated.description, stated.image)
    linked = json.loads(made.findtext(".//script", ""))
    assert (linked["author"], linked["image"]) == (stated.author, stated.image)
    hostile = replace(release, source=replace(stated, image="javascript:1"))
    assert "javascript:1" not in page(replace(samples.single(), releases=(hostile,))).partition("</head>")[0]


def test_pictures_come_along_and_missing_ones_are_told() -> None:
    edition = samples.edition()
    assert [each.code for each in write(edition, STYLE).notices] == ["W001"]
    result = write(replace(edition, assets={"images/retour.jpg": png()}), STYLE)
    (image,) = lxml_html.document_fromstring(result.value.decode()).xpath("//img")
    assert result.notices == ()
    assert image.get("src") == "data:image/png;base64," + base64.b64encode(png()).decode()
    assert image.get("alt").startswith("Une femme")


def test_links_left_out_are_told() -> None:
    codes = [each.code for each in write(samples.hostile(), STYLE).notices]
    assert codes == ["W001"] * 3 + ["W004"] * 3


def test_fixed_phrases_speak_the_language_of_the_edition() -> None:
    made = page(replace(samples.edition(), lang="es"))
    assert '<html lang="es">' in made
    assert "Índice" in made
    assert "Contacts presse" in made  # a release keeps its own
    assert "5\u00a0comunicados" in made


def test_same_edition_same_bytes() -> None:
    assert write(samples.edition(), STYLE).value == write(samples.edition(), STYLE).value


def test_an_edition_without_releases_is_still_a_page() -> None:
    assert "Sommaire" in page(Edition((), title="Rien", date="2019"))


def test_format() -> None:
    form = find("html")
    assert (form.name, form.extension, form.scope) == ("html", ".html", "edition")


def test_a_page_shell_that_somebody_changes_is_compiled_anew(tmp_path: Path) -> None:
    place = new_style("mine", tmp_path) / "html.html.j2"
    style = load_style("mine", tmp_path)
    before = write(samples.single(), style).value
    place.write_text(place.read_text("utf-8").replace("</head>", '<meta name="mine"></head>'), "utf-8")
    assert write(samples.single(), style).value == before.replace(b"</head>", b'<meta name="mine"></head>', 1)
