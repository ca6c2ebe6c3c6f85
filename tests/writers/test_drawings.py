"""SVG: what is drawn stays, nothing that runs or comes from elsewhere does, and nothing grows without bounds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.writers.page.drawings import MOST_PARTS, drawing, is_drawing
from oimpress.writers.page.pictures import picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 20"'
RECT = '<rect width="30" height="20" fill="#0b4a8f"/>'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"{SVG} {attributes}>{inside}</svg>".encode()


HARMFUL = {
    "script": "<script>alert(1)</script>",
    "handler": '<g onclick="alert(1)"><circle r="3"/></g>',
    "page": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
    "picture": '<image href="https://a.test/x.png" width="3" height="3"/>',
    "file": '<use xlink:href="file:///etc/passwd#a"/>',
    "paint": '<circle r="3" fill="url(https://a.test/#p)"/>',
    "style": '<circle r="3" style="fill: url( \'https://a.test/#p\')"/>',
    "import": "<style>@import 'https://a.test/x.css';</style>",
    "escaped": r'<circle r="3" style="fill:\75rl(https://a.test/#p)"/>',
    "motion": '<set attributeName="href" to="https://a.test/"/>',
    "link": '<a href="javascript:alert(1)"><circle r="3"/></a>',
    "foreign": '<x:y xmlns:x="urn:x" href="https://a.test/"/>',
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_nothing_stays_that_runs_or_leads_elsewhere(kind: str) -> None:
    made = drawing(svg(RECT + HARMFUL[kind]))
    assert made is not None
    assert b"#0b4a8f" in made.data
    said = made.data.replace(b"http://www.w3.org/", b"").lower()
    for sign in (b"a.test", b"alert", b"passwd", b"javascript", b"script", b"foreign", b"<set", b"x:y"):
        assert sign not in said


def test_what_is_drawn_stays() -> None:
    inside = (
        '<defs><linearGradient id="g"><stop stop-color="red"/></linearGradient><g id="s"><path d="M0 0h3"/></g></defs>'
        '<style>.a { fill: url(#g) }</style><use href="#s"/><text x="1" y="9" class="a">É<tspan>t</tspan></text>'
    )
    made = drawing(svg(inside))
    assert made is not None
    for part in ("linearGradient", "stop-color", "url(#g)", 'href="#s"', "<tspan>t</tspan>", "M0 0h3"):
        assert part in made.data.decode()


def test_no_entity_is_resolved() -> None:
    made = drawing(b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>a &x; b</text>"))
    assert made is None or b"root:" not in made.data


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("", (30, 20)),
        ('width="60" height="40"', (60, 40)),
        ('width="6cm" height="4cm"', (6, 4)),
        ('width="100%"', (30, 20)),
    ],
)
def test_its_size_is_what_it_says_or_that_of_its_view(attributes: str, size: tuple[int, int]) -> None:
    made = drawing(svg(RECT, attributes))
    assert made is not None
    assert (made.width, made.height) == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg",
        b"<html><svg/></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        svg(RECT, 'width="0" height="4"'),
        svg(RECT, 'width="9999999" height="9999999"'),
        svg(RECT, 'width="10000" height="1"'),
        svg("<g>" * 200 + "</g>" * 200),
        svg("<g/>" * (MOST_PARTS + 1)),
        svg('<g id="a"><use href="#a"/></g>'),
        svg('<g id="a">' + RECT * 200 + "</g>" + '<use href="#a"/>' * 200),
        svg('<g id="a">' + RECT + '</g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>'),
    ],
)
def test_what_is_no_drawing_or_has_no_bounds_is_refused(data: bytes) -> None:
    assert drawing(data) is None


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_drawing_or_none(data: bytes) -> None:
    drawing(SVG.encode() + data)
    assert not is_drawing(data) or picture(data) is None


def test_a_picture_can_be_a_drawing() -> None:
    made = picture(svg(RECT))
    assert made is not None
    assert (made.media_type, made.width, made.height) == ("image/svg+xml", 30, 20)
