"""What machines read of a page: schema.org as JSON-LD, and Open Graph. Only what the edition knows is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from oimpress.model.dating import day_of
from oimpress.model.nodes import Edition, Figure, Kind, Para, Release
from oimpress.model.runs import plain
from oimpress.model.walk import every_block
from oimpress.writers.page.markup import safe_href
from oimpress.writers.wording import heading_of, place_of

TYPES: dict[Kind, str] = {
    "press-release": "NewsArticle",
    "statement": "NewsArticle",
    "speech": "NewsArticle",
    "story": "NewsArticle",
    "note": "Article",
    "project": "Article",
    "other": "Article",
}
LONGEST = 200  # characters of a description


def description(edition: Edition, first: Release | None) -> str:
    """One or two sentences: the edition's subtitle, else what its ``first`` release says of itself, cut.

    That is its subtitle, else the words with which its source describes itself, else its first paragraph.
    """
    words = str(edition.subtitle)
    if not words and first:
        paragraphs = (block.children for block in first.body if isinstance(block, Para))
        stated = first.source.description if first.source else ""
        words = plain(first.subtitle) or str(stated) or plain(next(paragraphs, ()))
    return words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)] + "…"


def linked_data(edition: Edition) -> str:
    """The JSON-LD of the page, safe inside a ``script`` element. Source: https://schema.org/NewsArticle"""
    publisher = {"@type": "Organization", "name": str(edition.organisation)}
    parts = [_work(release, edition.lang, publisher) for release in edition.releases]
    whole: dict[str, Any] = (
        parts[0]
        if len(parts) == 1
        else _known(
            {
                "@type": "Collection",
                "name": edition.title,
                "inLanguage": edition.lang,
                "datePublished": edition.date,
                "publisher": publisher if publisher["name"] else "",
                "hasPart": parts,
            }
        )
    )
    text = json.dumps({"@context": "https://schema.org", **whole}, ensure_ascii=False, sort_keys=True)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _work(release: Release, lang: str, publisher: dict[str, str]) -> dict[str, Any]:
    url = safe_href(release.source.url) if release.source else ""
    place = place_of(release)
    stated = release.source.author if release.source else ""
    issuer = {"@type": "Organization", "name": str(release.issuer)} if release.issuer else publisher
    return _known(
        {
            "@type": TYPES[release.kind],
            "headline": plain(heading_of(release)),
            "alternativeHeadline": plain(release.subtitle),
            "inLanguage": release.lang,
            "datePublished": day_of(release),
            "dateline": place,
            "url": url,
            "identifier": release.reference,
            "author": stated or (issuer if issuer["name"] else ""),
            "image": safe_href(release.source.image) if release.source else "",
            "publisher": publisher if publisher["name"] else "",
            "license": safe_href(release.source.licence) if release.source else "",
        }
    )


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {key: str(value) if isinstance(value, str) else value for key, value in said.items() if value}


def open_graph(edition: Edition, first: Release | None, picture: tuple[str, str] | None) -> Iterator[tuple[str, str]]:
    """The Open Graph properties of the page and their values. Source: https://ogp.me/

    ``picture`` is what ``addressed`` gives first.
    """
    single = len(edition.releases) == 1
    release = first if single else None
    stated = safe_href(release.source.image) if release and release.source else ""
    image, alt = picture or (stated, "")
    said = {
        "og:type": "article" if single else "website",
        "og:title": plain(heading_of(release)) if release else edition.title,
        "og:description": description(edition, first),
        "og:site_name": str(edition.organisation),
        "og:locale": _locale(edition.lang),
        "og:url": safe_href(release.source.url) if release and release.source else "",
        "og:image": image,
        "og:image:alt": alt if image else "",
        "article:published_time": day_of(release) if release else "",
    }
    return ((name, str(value)) for name, value in said.items() if value)


def addressed(release: Release) -> Iterator[tuple[str, str]]:
    """Address and words of each picture that others can fetch, which one inside the page is not."""
    for block in every_block(release.body):
        if isinstance(block, Figure) and block.href.startswith(("http://", "https://")) and safe_href(block.href):
            yield safe_href(block.href), str(block.alt)


def _locale(lang: str) -> str:
    """The language with the country where it is most at home: ``fr_FR`` for ``fr``."""
    from babel.core import get_global

    if "-" in lang:
        return lang.replace("-", "_")
    likely = str(get_global("likely_subtags").get(lang, "")).split("_")
    return f"{lang}_{likely[-1]}" if len(likely) > 1 else ""
