"""Releases made up by hypothesis: any that the schema allows, in normal form."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import strategies as st

from oimpress.model import nodes
from oimpress.model.runs import inlines

# Spaces, marks and scripts that matter here, and anything else that XML may hold.
CHARACTERS = st.one_of(
    st.sampled_from("aeéàçœŒ'’\"«»“”:;!?%…–—-.,()& <>\u00a0\u202f0123456789"),
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


texts = st.text(CHARACTERS, min_size=1, max_size=24).map(nfc)
tags = st.sampled_from(["fr", "es", "en", "fr-CA", "ar", "zh-Hant"])
countries = st.sampled_from(["MX", "CH", "TD", "HT"])
dates = st.sampled_from(["2010", "2010-12", "2010-12-10"])
hrefs = st.sampled_from(["https://www.iom.int/fr?a=1&b=2", "mailto:x@iom.int", "http://example.org/é"])


def _children(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[nodes.Inlines]:
    return st.lists(inner, min_size=1, max_size=4).map(lambda parts: inlines(*parts)).filter(bool)


def _marked(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    children = _children(inner)
    return st.one_of(
        st.builds(nodes.Emphasis, children),
        st.builds(nodes.Strong, children),
        st.builds(nodes.Superscript, children),
        st.builds(nodes.Link, hrefs, children),
        st.builds(nodes.Foreign, tags, children),
    )


inline = st.recursive(st.one_of(st.builds(nodes.Text, texts), st.just(nodes.Break())), _marked, max_leaves=5)
children = _children(inline)
paras = st.builds(nodes.Para, children)


def _tuples(inner: st.SearchStrategy[Any], least: int = 1, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(inner, min_size=least, max_size=most).map(tuple)


maybe = st.one_of(st.just(()), children)
rows = st.builds(nodes.Row, _tuples(st.builds(nodes.Cell, maybe, st.booleans())))
words = st.sampled_from(["context", "quote", "sidebar"])


def _containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    blocks = _tuples(inner)
    return st.one_of(
        st.builds(nodes.Section, children, _tuples(inner, least=0)),
        st.builds(nodes.List, _tuples(st.builds(nodes.Item, blocks)), st.booleans(), st.sampled_from(["", "1)", "•"])),
        st.builds(nodes.Quote, blocks, maybe),
        st.builds(nodes.Aside, blocks, words, maybe, maybe),
    )


leaves = st.one_of(
    paras,
    st.builds(nodes.Table, _tuples(rows)),
    st.builds(nodes.Figure, st.sampled_from(["", "a.png"]), st.one_of(st.just(""), texts), maybe, maybe),
    st.builds(nodes.Note, children),
)
blocks = _tuples(st.recursive(leaves, _containers, max_leaves=6), least=0, most=4)
optional_text = st.one_of(st.just(""), texts)
places = st.builds(nodes.Place, texts, st.one_of(st.just(""), countries))
moments = st.builds(nodes.Date, texts, st.one_of(st.just(""), dates))
datelines = st.builds(nodes.Dateline, st.one_of(st.none(), places), st.one_of(st.none(), moments)).filter(
    lambda line: line.place is not None or line.date is not None
)
values = st.one_of(
    st.builds(nodes.Words, texts),
    st.builds(nodes.Moment, texts, dates),
    st.builds(nodes.Money, texts, st.sampled_from(["1.00", "200000.00"]), st.sampled_from(["USD", "CHF"])),
    st.builds(nodes.Countries, texts, st.lists(countries, min_size=1, max_size=3).map(" ".join)),
)
facts = st.builds(nodes.Fact, st.sampled_from(["budget", "start-date", "x1"]), texts, values)
phones = st.builds(
    nodes.Phone,
    texts,
    st.sampled_from(["", "tel:+41227179111", "tel:+525555363922;ext=112"]),
    st.sampled_from(nodes.PHONE_KINDS),
)
webs = st.builds(nodes.Web, texts, st.sampled_from(["https://example.org/presse", "http://example.org/é"]))
contacts = st.builds(
    nodes.Contact,
    optional_text,
    optional_text,
    optional_text,
    _tuples(phones, least=0),
    _tuples(texts, least=0),
    _tuples(webs, least=0),
    optional_text,
).filter(lambda contact: contact != nodes.Contact())
sources = st.builds(
    nodes.SourceRef,
    texts,
    st.just("0" * 64),
    st.just("text/plain"),
    st.just("text"),
    st.sampled_from(["", "https://x"]),
)

embargoes = st.builds(nodes.Embargo, texts, st.sampled_from(["", "2026-03-20T06:00:00Z"]))

releases = st.builds(
    nodes.Release,
    id=st.from_regex(r"\A[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?\Z"),
    lang=tags,
    kind=st.sampled_from(nodes.KINDS),
    issuer=optional_text,
    reference=optional_text,
    embargo=st.one_of(st.none(), embargoes),
    kicker=maybe,
    title=maybe,
    subtitle=maybe,
    dateline=st.one_of(st.none(), datelines),
    published=st.one_of(st.just(""), dates),
    facts=_tuples(facts, least=0),
    body=blocks,
    contacts=_tuples(st.one_of(paras, contacts), least=0),
    about=blocks,
    source=st.one_of(st.none(), sources),
)
