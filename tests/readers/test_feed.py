"""Feeds and exports: a release for each item, streamed, safe; every letter of an item has its rule."""

from __future__ import annotations

import json
from collections import Counter
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oimpress.errors import OimpressError, ReadError
from oimpress.model.nodes import Figure, Para
from oimpress.model.runs import flatten
from oimpress.model.trail import Drop, rebuild
from oimpress.pipeline import Normalised, normalise_all, normalise_each
from oimpress.readers import find, read
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import Source
from tests.readers.laws import lawful_all
from tests.readers.outlines import words
from tests.readers.pages import BODIES
from tests.readers.test_mail_laws import peak

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
MORE = "La Région a payé la moitié du chantier, que la commune avait voté en 2021."
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)


def rss(*items: str, head: str = "<title>Ville</title><language>fr</language>") -> Source:
    found = "".join(f"<item>{item}</item>" for item in items)
    return Source(
        "a.rss", f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{head}{found}</channel></rss>'.encode()
    )


def item(title: str, text: str, more: str = "") -> str:
    return f"<title>{title}</title><content:encoded><![CDATA[{text}]]></content:encoded>{more}"


ONE = item(
    "La piscine rouvre &amp;amp; s&#8217;agrandit",
    f'<p>{PROSE} <a href="/p">Le programme</a></p><p>{MORE}</p>',
    "<link>https://vezelin.example/p/1</link><pubDate>Tue, 12 Mar 2024 23:30:00 +0100</pubDate>"
    f"<dc:creator>Aude</dc:creator><category>eau</category><description>{PROSE}</description>",
)
TWO = f"<title>La halle</title><description>{escape(f'<p>{PROSE}</p><p>{MORE}</p>')}</description>"


def title(done: Normalised) -> str:
    return str(flatten(done.value.title))


def test_rss_items_are_releases() -> None:
    one, two = lawful_all(rss(ONE, TWO))
    assert [title(one), title(two)] == ["La piscine rouvre & s’agrandit", "La halle"]
    assert (one.value.published, two.value.published) == ("2024-03-12", "")
    assert one.value.source is not None
    assert (one.value.source.url, one.value.source.name) == ("https://vezelin.example/p/1", "a.rss/1.html")
    assert "https://vezelin.example/p" in repr(one.value.body)
    assert one.trail is not None
    assert {"R045", "R047", "R018"} <= one.trail.rules.keys()


def test_a_language_with_its_region_and_what_leads_back_to_the_site() -> None:
    back = '<p>L’article <a href="/1">La halle</a> est apparu en premier sur <a href="/">Ville</a>.</p>'
    (done,) = lawful_all(rss(item("La halle", f"<p>{PROSE}</p>{back}"), head="<language>fr-be</language>"))
    assert done.value.lang == "fr-BE"
    assert "apparu" not in repr(done.value)
    (kept,) = lawful_all(rss(item("La halle", f"<p>L’article est apparu en premier sur le site.</p><p>{PROSE}</p>")))
    assert "apparu" in repr(kept.value)


def test_atom_entries_are_releases() -> None:
    entry = (
        f'<entry><title type="html">La &amp;lt;piscine&amp;gt;</title><published>2024-03-12T23:30:00+01:00</published>'
        f'<link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p><p>{MORE}</p></div></content></entry>'
    )
    feed = (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>V</title>{entry}</feed>'
    )
    (done,) = lawful_all(Source("a.xml", feed.encode()))
    assert (title(done), done.value.published) == ("La <piscine>", "2024-03-12")
    assert done.value.source is not None
    assert done.value.source.url == "https://x.example/1"
    assert len(done.value.body) == 2


def test_an_address_is_completed_by_the_base_of_its_feed() -> None:
    entry = f'<entry><title>La halle</title><link href="p/1"/><content>{PROSE}</content></entry>'
    data = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://v.example/fr/">{entry}</feed>'
    (done,) = lawful_all(Source("a.atom", data.encode()))
    assert done.value.source is not None
    assert done.value.source.url == "https://v.example/fr/p/1"


@pytest.mark.parametrize(
    ("said", "day"), [("12 mars 2024", "2024-03-12"), ("le 12 mars et le 14 mars 2024", ""), ("hier", "")]
)
def test_a_date_in_words_is_read_where_it_is_one(said: str, day: str) -> None:
    (done,) = lawful_all(rss(item("La halle", f"<p>{PROSE}</p>", f"<pubDate>{said}</pubDate>")))
    assert done.value.published == day


def test_items_with_a_summary_alone_are_told_apart() -> None:
    one, two = lawful_all(rss(*(f"<title>Halle</title><description>{words}</description>" for words in (PROSE, MORE))))
    assert one.source.data != two.source.data


STATED = {"version": "https://jsonfeed.org/version/1.1", "language": "fr-be"}


def test_items_of_a_json_feed_are_releases() -> None:
    author = {"name": "Aude", "links": ["https://v.example/aude"]}
    items = [
        {"id": "1", "title": "La piscine rouvre", "content_html": f"<p>{PROSE}</p><p>{MORE}</p>", "authors": [author],
         "url": "https://v.example/1", "date_published": "2024-03-12T23:30:00+01:00"},
        {"id": 2, "title": "La <halle>", "content_text": PROSE},
        "rien",
    ]  # fmt: skip
    one, two = lawful_all(Source("a.json", json.dumps({**STATED, "items": items}).encode()))
    assert [title(one), title(two)] == ["La piscine rouvre", "La <halle>"]
    assert (one.value.published, one.value.lang, len(one.value.body)) == ("2024-03-12", "fr-BE", 2)
    assert one.value.source is not None
    assert one.value.source.url == "https://v.example/1"
    assert one.trail is not None
    said = Counter(rebuild(one.value, one.trail).decode())
    assert said >= Counter("".join((PROSE, MORE, "Aude", "https://v.example/aude", "https://v.example/1")))


@pytest.mark.parametrize("rest", ["", '"items": 3}', '"items": [' + "[" * 100_000, '"items": []}'])
def test_a_json_feed_that_is_damaged_is_refused(rest: str) -> None:
    with pytest.raises(ReadError):
        normalise_all(Source("a.json", (json.dumps(STATED)[:-1] + ", " + rest).encode()))


def test_of_an_export_the_published_posts_are_taken() -> None:
    post = item("La halle", f"{PROSE}\n\n{MORE}", "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>")
    draft = item("Brouillon", PROSE, "<wp:post_type>post</wp:post_type><wp:status>draft</wp:status>")
    file = item("photo", "", "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>")
    (done,) = lawful_all(rss(draft, post, file))
    assert title(done) == "La halle"
    assert len(done.value.body) == 2
    assert [each.detail for each in done.notices if each.code == "R054"] == ["2"]


def test_a_bad_item_costs_itself() -> None:
    found = list(normalise_each(rss(ONE, "<guid> </guid>", TWO)))
    assert [isinstance(each, OimpressError) for each in found] == [False, True, False]


def test_what_stands_before_damage_is_read() -> None:
    data = rss(ONE, TWO).data
    found = list(normalise_each(Source("a.rss", data[: data.index(b"La halle")])))
    assert [isinstance(each, OimpressError) for each in found] == [False, True]
    assert "damaged from line 1 on" in str(found[1])


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = rss(item("x &b; &x;", PROSE)).data.replace(
        b'<?xml version="1.0"?>', b'<?xml version="1.0"?>' + bomb.encode()
    )
    try:
        done = normalise_all(Source("a.rss", data))
    except OimpressError:
        return
    assert "root:" not in repr(done)
    assert "aaaaaaaaaa" not in repr(done)


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (rss(ONE).data, "feed"),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', "feed"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b'<?xml version="1.0"?><feed><release/></feed>', "xml"),
        (b"<rssx>", "text"),
    ],
)
def test_feeds_are_told_by_their_first_element(data: bytes, reader: str) -> None:
    assert find(Source("a.txt" if reader == "text" else "a.xml", data)).name == reader


def test_a_feed_without_posts_is_refused() -> None:
    with pytest.raises(ReadError, match="0 items"):
        normalise_all(rss())


def test_deep_nesting_is_refused_or_read() -> None:
    found = list(read(rss(item("x", PROSE), "<a>" * 3000 + "</a>" * 3000)))
    assert len(found) == 2


def test_a_feed_is_read_one_item_at_a_time() -> None:
    few, many = rss(*[ONE] * 20), rss(*[ONE] * 250)
    peak(read(few))
    assert peak(read(many)) < peak(read(few)) + 3 * len(many.data)


@pytest.mark.campaign
def test_fifty_thousand_items_are_read() -> None:
    assert sum(1 for _ in read(rss(*[ONE] * 50_000))) == 50_000


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(BODIES, st.sampled_from(["Un titre", "x &amp;lt;b&amp;gt;gras&amp;lt;/b&amp;gt;", ""]), st.booleans())
def test_every_letter_of_an_item_has_its_rule(html: str, name: str, described: bool) -> None:
    clean = "".join(char for char in html if char >= " " and char not in "\ufffe\uffff").replace("]]>", "")
    extra = f"<description>{PROSE}</description><category>eau</category>" if described else ""
    source = rss(item(name, clean, extra))
    found = [each for each in read(source) if isinstance(each, Drafted)]
    if not found:
        return
    lawful_all(source)
    assert found[0].text is not None
    wanted = PROSE + "eau" if described else ""
    assert not Counter(filter(str.isalnum, wanted)) - Counter(filter(str.isalnum, found[0].text.characters))


def test_an_item_of_a_title_alone_is_refused_and_the_others_are_read() -> None:
    empty = "<title>Vœux du maire</title><link>https://a.example/voeux</link>"
    bare, done, nothing = read(rss(empty, TWO, "<title>Vœux</title>"))
    assert isinstance(done, Drafted)
    assert [str(each).partition(": ")[2] for each in (bare, nothing)] == [
        "this item holds a title and no text; save the page it leads to: https://a.example/voeux",
        "this item holds no text; leave it out",
    ]


MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'


def test_what_is_said_of_a_picture_or_a_sound_is_no_text_of_the_item() -> None:
    beside = "<media:content><media:title>Une grue</media:title></media:content><itunes:title>Grue</itunes:title>"
    one = f"<title>La halle</title><itunes:summary>En bref.</itunes:summary><description>{PROSE}</description>{beside}"
    alone = f"<title>La halle</title><itunes:summary>{PROSE}</itunes:summary>"
    items = "".join(f"<item>{each}</item>" for each in (one, alone))
    found = lawful_all(Source("a.rss", f'<rss version="2.0" {MEDIA}><channel>{items}</channel></rss>'.encode()))
    for done in found:
        assert title(done) == "La halle"
        assert [words(each.children) for each in done.value.body if isinstance(each, Para)] == [PROSE]


def test_links_start_from_the_base_that_the_feed_says() -> None:
    text = f'<content type="html">&lt;p&gt;{PROSE} &lt;a href="d"&gt;ici&lt;/a&gt;&lt;/p&gt;</content>'
    entry = f'<entry><title>Halle</title><link href="p/1"/>{text}</entry>'
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"{}>{}</feed>'
    (based,) = lawful_all(Source("a.atom", atom.format(' xml:base="https://v.example/fr/"', entry).encode()))
    (bare,) = lawful_all(Source("a.atom", atom.format("", entry.replace("p/1", "https://v.example/p/1")).encode()))
    assert "'https://v.example/fr/d'" in repr(based.value.body)
    assert "'https://v.example/p/d'" in repr(bare.value.body)


def test_plain_text_keeps_its_paragraphs() -> None:
    items = [{"id": "1", "title": "La halle", "content_text": f"{PROSE}\n\nLes 3 < 4 bacs & la halle restent."}]
    (done,) = lawful_all(Source("a.json", json.dumps({**STATED, "items": items}).encode()))
    assert len(done.value.body) == 2
    assert "3 < 4 bacs & la" in repr(done.value.body)


@pytest.mark.parametrize("declared", ["ISO-8859-1", "us-ascii"])
def test_latin_1_is_the_code_page_that_holds_it(declared: str) -> None:
    data = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item>{{}}</item></channel></rss>'
    one = data.format(f"<title>L’été – la halle</title><description>{PROSE}</description>")
    for codec in ("cp1252", "utf-8"):
        (done,) = lawful_all(Source("a.rss", one.encode(codec)))
        assert title(done) == "L’été – la halle"


SHORTCODES = [
    ('[et_pb_text admin_label="x"]{}[/et_pb_text]', ["[et_pb_text", "[/et_pb_text]"]),
    ("{}\n\n[gallery]", ["[gallery]"]),
    ('{}\n\n[contact-form-7 id="5" title="Contact"]', ["[contact-form-7"]),
    ('{}\n\n[caption id="a"]<img src="/p.jpg" alt="Piste" /> La piste[/caption]', ["[caption", "[/caption]"]),
]


@pytest.mark.parametrize(("text", "gone"), SHORTCODES)
def test_shortcodes_are_left_out_by_their_rule(text: str, gone: list[str]) -> None:
    (done,) = lawful_all(rss(item("La halle", text.format(PROSE))))
    assert done.trail is not None
    dropped = [step.text for step in done.trail.steps if isinstance(step, Drop) and step.rule == "R096"]
    assert all(any(each.startswith(words) for each in dropped) for words in gone)
    assert "[" not in "".join(words(each.children) for each in done.value.body if isinstance(each, Para))
    figures = [each for each in done.value.body if isinstance(each, Figure)]
    assert [words(each.caption) for each in figures] == (["La piste"] if "La piste" in text else [])


@pytest.mark.parametrize("kept", ["[1]", "[sic]", "[...]", "[la halle]", "[Zoé](/a)", "<pre>[gallery]</pre>"])
def test_words_in_brackets_are_no_shortcodes(kept: str) -> None:
    (done,) = lawful_all(rss(item("La halle", f"<p>{PROSE}</p><p>{MORE} {kept}</p>")))
    assert done.trail is not None
    assert "R096" not in done.trail.rules
