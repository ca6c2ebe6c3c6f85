"""Pictures on a page: their size told, upright ones in pairs, missing descriptions told, drawings where they can be."""

from __future__ import annotations

import email
import email.policy
import json
from dataclasses import replace

from lxml import html as lxml_html

from oimpress.model.nodes import Blocks, Edition, Figure, Para, Release, Text
from oimpress.style import load_style
from oimpress.writers.mail.message import write as write_mail
from oimpress.writers.newsroom.ninjs import write as write_news
from oimpress.writers.page.pictures import pictures
from oimpress.writers.page.placing import pair_tall_figures
from oimpress.writers.web.html import write as write_page
from tests.writers.test_drawings import RECT, svg
from tests.writers.test_html import png

STYLE = load_style("oim")
ASSETS: dict[str | tuple[str, str], bytes] = {
    "a.png": png(300, 200),
    "b.png": png(200, 300),
    "c.png": png(200, 300),
    "d.svg": svg(RECT),
}


def edition(*figures: Figure) -> Edition:
    body: Blocks = (Para((Text("Un paragraphe."),)), *figures)
    return Edition((Release("a", title=(Text("Un titre"),), body=body),), "Un titre", "single", assets=ASSETS)


def figure(href: str, alt: str = "Le pont") -> Figure:
    return Figure(href, alt=alt, caption=(Text(f"Légende de {href}"),))


def test_the_size_of_a_picture_is_told_to_the_page() -> None:
    page = lxml_html.fromstring(write_page(edition(figure("a.png"), figure("d.svg")), STYLE).value)
    shown = [(each.get("width"), each.get("height"), each.get("src", "")[:15]) for each in page.iter("img")]
    assert shown == [("300", "200", "data:image/png;"), ("30", "20", "data:image/svg+")]


def test_two_upright_pictures_stand_beside_each_other() -> None:
    tall, broad = '<figure class="tall"/>', "<figure/>"
    page = lxml_html.fromstring(f"<div>{tall * 3}{broad}{tall}</div>".replace("/>", "></figure>"))
    pair_tall_figures(page)
    assert [(each.tag, len(each)) for each in page] == [("div", 2), ("figure", 0), ("figure", 0), ("figure", 0)]
    page = lxml_html.fromstring(write_page(edition(*map(figure, ("b.png", "c.png", "a.png"))), STYLE).value)
    assert [len(each) for each in page.xpath("//div[@class='pair']")] == [2]


def test_a_picture_without_words_for_those_who_do_not_see_it_is_told() -> None:
    _, notices = pictures(edition(figure("a.png"), figure("b.png", "")))
    assert [(each.code, each.detail) for each in notices] == [("W008", "b.png")]


def test_a_drawing_that_cannot_be_shown_is_missing() -> None:
    made = edition(figure("d.svg"))
    assert pictures(made)[1] == ()
    assert [each.code for each in pictures(made, shown=lambda _: None)[1]] == ["W001"]


def test_a_mail_carries_each_of_its_pictures_once() -> None:
    data = write_mail(edition(figure("a.png"), figure("b.png"), figure("b.png")), STYLE).value
    mail = email.message_from_bytes(data, policy=email.policy.default)
    related = next(part for part in mail.walk() if part.get_content_type() == "multipart/related")
    page, *files = related.iter_parts()
    assert related.get_param("type") == "text/html"
    assert [file.get_content_type() for file in files] == ["image/png"] * 2
    named = [each.get("src") for each in lxml_html.fromstring(page.get_content()).iter("img")]
    assert named == [f"cid:{file['Content-ID'].strip('<>')}" for file in (*files, files[-1])]
    assert files[0].get_content() == ASSETS["a.png"]


def test_a_mail_without_pictures_is_no_package() -> None:
    data = write_mail(replace(edition(figure("a.png")), assets={}), STYLE).value
    assert b"multipart/related" not in data
    assert (
        "Légende de a.png"
        in lxml_html.fromstring(
            email.message_from_bytes(data, policy=email.policy.default).get_body().get_content()  # type: ignore[union-attr]
        ).text_content()
    )


def test_newsrooms_get_an_item_for_each_picture() -> None:
    made = json.loads(write_news(edition(figure("https://a.test/x.jpg"), figure("b.png", "")), STYLE).value)
    first, second = made["associations"]
    assert (first["type"], first["uri"], first["renditions"][0]["href"]) == ("picture", *["https://a.test/x.jpg"] * 2)
    assert [each["role"] for each in first["descriptions"]] == ["caption", "alt"]
    assert second["uri"] == "urn:oimpress:release:a:picture:2"
    assert "renditions" not in second
