"""What the shell offers while somebody types: files, formats, styles, lists and whatever else a value can be.

Called in the middle of a line, so it says nothing of mistakes: where settings cannot be read, nothing is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click
from click.shell_completion import CompletionItem

from oimpress.errors import OimpressError

if TYPE_CHECKING:
    from oimpress.settings import Config

Offer: TypeAlias = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
SPOKEN = ("fr", "fr-BE", "fr-CA", "fr-CH", "en", "en-GB", "en-US", "es", "es-419")


def files(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Files and folders, as the shell itself finds them."""
    return [CompletionItem(typed, type="file")]


def folders(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Folders, as the shell itself finds them."""
    return [CompletionItem(typed, type="dir")]


def _offering(words: Callable[[click.Context], Iterable[str]]) -> Offer:
    """Those of ``words`` that begin with what was typed."""

    def offer(ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            return [CompletionItem(word) for word in words(ctx) if word.startswith(typed)]
        except OimpressError:
            return []

    return offer


def _formats(_ctx: click.Context) -> Iterable[str]:
    from oimpress.writers import names

    return (*names(), "all")


def _styles(ctx: click.Context) -> Iterable[str]:
    from oimpress.style import styles

    given, config = ctx.params.get("styles") or ctx.params.get("folder"), _settings()
    own = Path(given) if given else config.folder / config.styles if config.styles else None
    return styles(own)


def _lists(_ctx: click.Context) -> Iterable[str]:
    return _settings().lists


def _publications(_ctx: click.Context) -> Iterable[str]:
    return _settings().publications


def _profiles(_ctx: click.Context) -> Iterable[str]:
    from oimpress.passes.profiles import PROFILES
    from oimpress.plugins import EntryGroup, entries

    return (*PROFILES, *(entry.name for entry in entries(EntryGroup.PROFILES)), *map(str, Path().glob("*.toml")))


def _rules(_ctx: click.Context) -> Iterable[str]:
    from oimpress.notices import notice_texts, rule_texts

    rules = rule_texts()
    return sorted({*rules, *notice_texts(), *(row["name"] for row in rules.values())})


def _typographic(_ctx: click.Context) -> Iterable[str]:
    from oimpress.notices import rule_texts

    return sorted(word for code, row in rule_texts().items() if code.startswith("T") for word in (code, row["name"]))


def _settings() -> Config:
    from oimpress.settings import find_config

    return find_config(Path.cwd())


formats, styles, lists, profiles = _offering(_formats), _offering(_styles), _offering(_lists), _offering(_profiles)
publications = _offering(_publications)
rules, typographic = _offering(_rules), _offering(_typographic)
messages = _offering(lambda _ctx: ("fr", "en", "es"))
languages, papers = _offering(lambda _ctx: SPOKEN), _offering(lambda _ctx: ("a4", "letter"))
