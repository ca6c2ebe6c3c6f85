"""Who publishes releases, as the head of a publication, its cover and its metadata name them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from oimpress.knowledge.folding import fold
from oimpress.settings.style import StyleTable

Issued: TypeAlias = tuple[str, Callable[[], bytes]]  # who issues a release, and a way to its canonical XML


def publisher(office: str, style: StyleTable, releases: Iterable[Issued]) -> str:
    """The name that ``oimpress.toml`` gives the ``office``, else the organisation of the style.

    A style that says by which words releases name its organisation (``named-as``) serves any office: its organisation
    publishes those that have one of them and that nobody else issues, all others are published by who issues them.
    Empty where the ``releases`` do not agree, and where nobody knows it of one of them.
    """
    told = office or ("" if style.named_as else style.organisation)
    if told:
        return told
    found = {fold(name): name for name in (_publisher(style, *one) for one in releases)}
    return found.popitem()[1] if len(found) == 1 else ""


def _publisher(style: StyleTable, issuer: str, xml: Callable[[], bytes]) -> str:
    if not style.named_as:
        return issuer
    said = issuer or xml().decode("utf-8", "replace")
    return style.organisation if _words(style.named_as).search(said) else issuer


@cache
def _words(named: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, named))})\b", re.IGNORECASE)
