"""Releases made up by hypothesis from the grammar: any that the schema allows, in normal form."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from oimpress.model import nodes
from oimpress.model.grammar import GRAMMAR, Part
from oimpress.model.runs import inlines

# Spaces, marks and scripts that matter here, and anything else that XML may hold.
CHARACTERS = st.one_of(
    st.sampled_from("aeéàçœŒ'’\"«»“”:;!?%…–—-.,()& <>\u00a0\u202f0123456789"),
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


texts = st.text(CHARACTERS, min_size=1, max_size=24).map(nfc)
optional_text = st.one_of(st.just(""), texts)
tags = st.sampled_from(["fr", "es", "en", "fr-CA", "ar", "zh-Hant"])
countries = st.sampled_from(["MX", "CH", "TD", "HT"])
dates = st.sampled_from(["2010", "2010-12", "2010-12-10"])
names = st.sampled_from(["n1", "n2", "note-3"])
marks = st.sampled_from(["*", "**", "†"]).map(lambda mark: (nodes.Text(mark),))  # of notes: no word runs into them

#: What machines read: attributes, by node and field. One that is missing here is a KeyError that names it.
ATTRIBUTES: dict[tuple[type[Any], str], st.SearchStrategy[str]] = {
    (nodes.Link, "href"): st.sampled_from(
        ["https://www.iom.int/fr?a=1&b=2", "mailto:x@iom.int", "http://example.org/é", "#a1", "#a2"]
    ),
    (nodes.Foreign, "lang"): tags,
    (nodes.Anchor, "id"): st.sampled_from(["a1", "a2", "note-3"]),
    (nodes.Call, "to"): names,
    (nodes.List, "marker"): st.sampled_from(["", "1)", "•"]),
    (nodes.Aside, "kind"): st.sampled_from(["context", "quote", "sidebar"]),
    (nodes.Cell, "align"): st.sampled_from(nodes.ALIGNS),
    (nodes.Figure, "href"): st.sampled_from(["", "a.png"]),
    (nodes.Figure, "alt"): optional_text,
    (nodes.Note, "id"): st.one_of(st.just(""), names),
    (nodes.Place, "country"): st.one_of(st.just(""), countries),
    (nodes.Date, "when"): st.one_of(st.just(""), dates),
    (nodes.Embargo, "until"): st.sampled_from(["", "2026-03-20T06:00:00Z"]),
    (nodes.Moment, "when"): dates,
    (nodes.Money, "amount"): st.sampled_from(["1.00", "200000.00"]),
    (nodes.Money, "currency"): st.sampled_from(["USD", "CHF"]),
    (nodes.Countries, "codes"): st.lists(countries, min_size=1, max_size=3).map(" ".join),
    (nodes.Fact, "name"): st.sampled_from(["budget", "start-date", "x1"]),
    (nodes.Phone, "uri"): st.sampled_from(["", "tel:+41227179111", "tel:+525555363922;ext=112"]),
    (nodes.Phone, "kind"): st.sampled_from(nodes.PHONE_KINDS),
    (nodes.Web, "href"): st.sampled_from(["https://example.org/presse", "http://example.org/é"]),
    (nodes.SourceRef, "name"): texts,
    (nodes.SourceRef, "sha256"): st.just("0" * 64),
    (nodes.SourceRef, "media_type"): st.just("text/plain"),
    (nodes.SourceRef, "reader"): st.just("text"),
    (nodes.SourceRef, "url"): st.sampled_from(["", "https://x"]),
    (nodes.SourceRef, "licence"): optional_text,
    (nodes.SourceRef, "author"): optional_text,
    (nodes.SourceRef, "description"): optional_text,
    (nodes.SourceRef, "image"): st.sampled_from(["", "https://x/a.jpg"]),
    (nodes.Release, "id"): st.from_regex(r"\A[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?\Z"),
    (nodes.Release, "lang"): tags,
    (nodes.Release, "kind"): st.sampled_from(nodes.KINDS),
    (nodes.Release, "published"): st.one_of(st.just(""), dates),
}
#: Words that the schema never lets be empty.
ALWAYS = {nodes.Place, nodes.Date, nodes.Words, nodes.Moment, nodes.Money, nodes.Countries, nodes.Phone, nodes.Web}
#: What no two fields say alone: nodes that say nothing at all are none.
SOMETHING = (nodes.Contact, nodes.Dateline)
DEEPEST = 2


def _tuples(inner: st.SearchStrategy[Any], least: int = 1, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(inner, min_size=least, max_size=most).map(tuple)


def _children(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[nodes.Inlines]:
    return st.lists(inner, min_size=1, max_size=4).map(lambda parts: inlines(*parts)).filter(bool)


def _marked(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    made = _children(inner)
    return st.one_of(
        *(
            st.builds(
                kind,
                **{
                    part.field: ATTRIBUTES[kind, part.field]
                    if part.is_attribute
                    else marks
                    if kind is nodes.Call
                    else made
                    for part in GRAMMAR[kind].parts
                },
            )
            for kind in get_args(nodes.Marked)
        )
    )


inline = st.recursive(st.one_of(st.builds(nodes.Text, texts), st.just(nodes.Break())), _marked, max_leaves=5)
children = _children(inline)
maybe = st.one_of(st.just(()), children)


@cache
def any_of(kind: type[Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Nodes of this kind, every part of which the grammar names; blocks in blocks nest so deep and no deeper."""
    made = st.builds(kind, **{part.field: _part(kind, part, depth) for part in GRAMMAR[kind].parts})
    return made.filter(lambda node: node != kind()) if kind in SOMETHING else made


def _part(kind: type[Any], part: Part, depth: int) -> st.SearchStrategy[Any]:
    match part.how:
        case "attribute":
            return ATTRIBUTES[kind, part.field]
        case "flag":
            return st.booleans()
        case "count":
            return st.sampled_from([1, 1, 1, 2, 3])
        case "text":
            return texts if part.required or kind in ALWAYS | {nodes.Embargo} else optional_text
        case "texts":
            return _tuples(texts, least=0)
        case "inlines":
            return children if part.required else maybe
        case "node":
            return _node(kind, part.field, depth)
        case "nodes":
            return _nodes(kind, part, depth)


def _node(kind: type[Any], field: str, depth: int) -> st.SearchStrategy[Any]:
    hint = get_type_hints(kind, vars(nodes))[field]
    return st.one_of(*(st.none() if each is type(None) else any_of(each, depth) for each in get_args(hint) or (hint,)))


def _nodes(kind: type[Any], part: Part, depth: int) -> st.SearchStrategy[Any]:
    inner = get_args(get_type_hints(kind, vars(nodes))[part.field])[0]
    kinds = [each for each in get_args(inner) or (inner,) if depth < DEEPEST or each not in NESTING]
    least = 1 if part.required else 0
    return _tuples(st.one_of(*(any_of(each, depth + 1) for each in kinds)), least, 2 if depth else 3)


NESTING = {
    kind
    for kind in get_args(nodes.Block)
    if any(word in str(hint) for hint in kind.__annotations__.values() for word in ("Block", "Item"))
}
blocks = _nodes(nodes.Release, Part("body", "nodes"), 0)
embargoes = any_of(nodes.Embargo)
contacts = any_of(nodes.Contact)
releases = any_of(nodes.Release)
