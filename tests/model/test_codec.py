"""Release <-> canonical XML: without loss, valid, one byte sequence for one content."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from oimpress.errors import InvalidRelease
from oimpress.model.codec import check, fault, from_xml, to_xml
from oimpress.model.nodes import (
    Break,
    Cell,
    Contact,
    Dateline,
    Emphasis,
    Fact,
    Figure,
    Item,
    Link,
    List,
    Moment,
    Para,
    Place,
    Release,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from oimpress.model.schema import NAMESPACE, parse
from tests.model.example import RELEASE, XML
from tests.strategies import releases

HEAD = f'<release xmlns="{NAMESPACE}" id="a" xml:lang="fr" kind="note">'


@given(releases)
def test_a_release_survives_its_xml(release: Release) -> None:
    data = to_xml(release)
    assert from_xml(data) == release
    assert to_xml(from_xml(data)) == data


def test_the_xml_of_a_release_is_its_text_to_the_byte() -> None:
    assert to_xml(RELEASE).decode() == XML
    assert from_xml(XML.encode()) == RELEASE


@pytest.mark.parametrize(
    ("release", "said"),
    [
        (Release("a"), f'<release xmlns="{NAMESPACE}" id="a" xml:lang="fr" kind="press-release"/>'),
        (Release("a", body=(Para((Text('« A & B » <c> "d"'),)),)), '<p>« A &amp; B » &lt;c&gt; "d"</p>'),
        (Release("a", body=(Figure('a&"b".png'),)), '<figure href="a&amp;&quot;b&quot;.png"/>'),
        (Release("a", body=(Para((Link("", (Text("b"),)),)),)), '<p><link href="">b</link></p>'),
        (Release("a", body=(List((Item((Para((Text("b"),)),)),), ordered=True),)), '<list kind="ordered">'),
        (
            Release("a", facts=(Fact("n", "L", Moment("mai", "2020-05")),)),
            '<value type="date" when="2020-05">mai</value>',
        ),
        (Release("a", body=(Table((Row((Cell((), header=True, rows=3),)),)),)), '<cell role="header" rows="3"></cell>'),
    ],
)
def test_what_is_written(release: Release, said: str) -> None:
    xml = to_xml(release).decode()
    assert said in xml
    assert from_xml(xml.encode()) == release


@pytest.mark.parametrize(
    ("release", "said"),
    [
        (Release("a", title=(Text("a\x07b"),)), "head/title: the character U+0007 is not allowed in a text"),
        (Release("a", title=(Text("e\u0301"),)), "head/title: the text is not in NFC"),
        (Release("a", body=(Figure("a\nb"),)), "body/figure[1]/@href: the character U+000A is not allowed in a text"),
        (Release("a", body=(Para(()),)), "<p>: empty"),
        (Release("a", body=(Section((), ()),)), "<heading>: empty"),
        (Release("a", body=(Para((Text("a"), Text("b"))),)), "<p>: split or multi-line text"),
        (Release("a", body=(Para((Strong((Text("a\nb"),)),)),)), "<strong>: split or multi-line text"),
        (Release("a", issuer="a\nb"), "<issuer>: a line feed"),
        (
            Release(
                "a",
                contacts=(
                    Contact(
                        emails=("a@b.fr", "c\nd"),
                    ),
                ),
            ),
            "<email>: a line feed",
        ),
        (Release("a", body=(Table((Row((Cell((), columns=0),)),)),)), "<cell>: columns must be from 1 to 999"),
        (Release("a", body=(Table((Row((Cell((), rows=1000),)),)),)), "<cell>: rows must be from 1 to 999"),
        (Release("a", dateline=Dateline(Place("a\nb"))), "<place>: a line feed"),
    ],
)
def test_what_is_no_normal_form_is_told_with_its_place(release: Release, said: str) -> None:
    assert fault(release) == said
    with pytest.raises(InvalidRelease) as error:
        check(release, "here")
    assert str(error.value) == f"here: {said}; the release cannot be written as XML"


def test_a_cell_may_span_a_thousand_less_one() -> None:
    assert fault(Release("a", body=(Table((Row((Cell((), columns=999),)),)),))) == ""
    assert fault(Release("a")) == fault(RELEASE) == ""


@given(releases)
def test_every_release_is_valid(release: Release) -> None:
    parse(to_xml(release))


def test_the_compiled_schema_is_the_compact_one() -> None:
    from rnc2rng import dumps, load

    compact = files("oimpress.model").joinpath("release.rnc")
    compiled = etree.fromstring(files("oimpress.model").joinpath("release.rng").read_bytes())
    again = etree.fromstring(dumps(load(str(compact))).encode())
    assert etree.tostring(again, method="c14n") == etree.tostring(compiled, method="c14n")


def test_no_space_is_invented_between_inlines() -> None:
    glued = Release("a", body=(Para((Emphasis((Text("l’"),)), Emphasis((Text("État"),)), Break(), Text(" x"))),))
    assert b"<p><em>l\xe2\x80\x99</em><em>\xc3\x89tat</em><br/> x</p>" in to_xml(glued)


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ("<release", "not well-formed"),
        (f"<!DOCTYPE release [<!ENTITY a 'b'>]>{HEAD}</release>", "DOCTYPE"),
        (f"{HEAD}<body><div/></body></release>", "not a release"),
        (f"{HEAD}<body><p>two\nlines</p></body></release>", "on one line"),
        (f"{HEAD}<body><p>e\u0301</p></body></release>", "NFC"),
        ('<release xmlns="urn:other" id="a"/>', "not a release"),
        (f"{HEAD}<body><p></p></body></release>", "empty"),
    ],
)
def test_what_is_no_release_is_refused_in_one_sentence(xml: str, says: str) -> None:
    with pytest.raises(InvalidRelease, match=says) as refused:
        from_xml(xml.encode(), "x.xml")
    assert str(refused.value).startswith("x.xml")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    xml = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{HEAD}<body><p>&x;</p></body></release>'
    with pytest.raises(InvalidRelease, match="DOCTYPE"):
        from_xml(xml.encode())


@pytest.mark.parametrize("text", ["a\x00b", "a\nb", "e\u0301", "\ud800", ""])
def test_what_is_not_in_normal_form_is_not_written(text: str) -> None:
    with pytest.raises(InvalidRelease):
        to_xml(Release("a", body=(Para((Text(text),)),)))


ODD = st.sampled_from(["", "a\nb", "\n", "a\x00", "e\u0301", "\ud800", " a ", "a\tb", "a\r"])


# Words of machines, which their types and the schema guard.
TYPED = {
    "id",
    "lang",
    "kind",
    "published",
    "when",
    "until",
    "country",
    "amount",
    "currency",
    "codes",
    "uri",
    "sha256",
} | {"to", "align"}


def typed(node: object, name: str) -> bool:
    return name in TYPED or (isinstance(node, Fact) and name == "name")


def places(node: Any) -> Iterator[tuple[Any, str]]:
    """Every field of ``node`` and of the nodes in it, as (node, name of the field)."""
    for field in fields(node):
        value = getattr(node, field.name)
        yield node, field.name
        for child in value if isinstance(value, tuple) else (value,):
            if is_dataclass(child):
                yield from places(child)


def put(node: Any, target: Any, name: str, value: Any) -> Any:
    """``node`` with ``value`` in the field ``name`` of ``target``, which is somewhere in it."""
    if node is target:
        return replace(node, **{name: value})
    if isinstance(node, tuple):
        return tuple(put(child, target, name, value) for child in node)
    if not is_dataclass(node):
        return node
    return replace(node, **{each.name: put(getattr(node, each.name), target, name, value) for each in fields(node)})  # type: ignore[type-var]


@given(st.data(), releases)
def test_any_text_in_any_field_survives_or_is_refused(data: st.DataObject, release: Release) -> None:
    """One field, whichever, is given an odd text or emptied: the XML is the same release again, or is not written."""
    node, name = data.draw(st.sampled_from([each for each in places(release) if not typed(*each)]))
    old = getattr(node, name)
    odd = data.draw(ODD) if isinstance(old, str) else () if isinstance(old, tuple) else old
    changed = put(release, node, name, odd)
    with contextlib.suppress(InvalidRelease):
        xml = to_xml(changed)
        assert from_xml(xml) == changed
