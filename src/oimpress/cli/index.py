"""``oimpress index list|search|count``"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import click

from oimpress.buckets import in_bucket
from oimpress.cli import completion
from oimpress.cli.common import gather, json_option, near, settings
from oimpress.cli.progress import progress
from oimpress.cli.words import _
from oimpress.errors import UsageError
from oimpress.i18n import plural, user_language
from oimpress.model.nodes import KINDS
from oimpress.visible import visible

if TYPE_CHECKING:
    import sqlite3

    from oimpress.index import Hit, IndexQuestion

BY = ("year", "month", "country", "person", "kind", "lang", "issuer")


class Asked(TypedDict):
    """What the options ask for."""

    sources: tuple[str, ...]
    since: str | None
    until: str | None
    country: str | None
    person: str
    kind: str | None
    lang: str | None


def question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of :class:`Asked`."""
    for option in (
        click.option(
            "--in",
            "sources",
            multiple=True,
            metavar=_("SOURCE"),
            shell_complete=completion.files,
            help=_("A file or folder to look in; those of oimpress.toml when not given."),
        ),
        click.option(
            "--lang", metavar=_("TAG"), shell_complete=completion.languages, help=_("Only releases in this language.")
        ),
        click.option("--kind", type=click.Choice(KINDS), help=_("Only releases of this kind.")),
        click.option("--person", default="", metavar=_("NAME"), help=_("Only those with this contact or speaker.")),
        click.option("--country", metavar=_("COUNTRY"), help=_("Only those of a country: its code or its name.")),
        click.option("--until", metavar=_("DATE"), help=_("Only those of this day, month or year, or before.")),
        click.option("--since", metavar=_("DATE"), help=_("Only those of this day, month or year, or after.")),
    ):
        command = option(command)
    return command


@click.group(help=_("List, search and count what an archive holds; what has changed in it is read first."))
def index() -> None:
    pass


@index.command("list", help=_("List the releases, the newest first."))
@question_options
@json_option
def list_(as_json: bool, **asked: Unpack[Asked]) -> None:
    _answer((), asked, as_json)


@index.command(
    help=_(
        "Find the releases that hold all of WORDS, without regard to accents and capitals; quote a phrase, and end the "
        "beginning of a word with *."
    )
)
@click.argument("words", nargs=-1, required=True, metavar=_("WORDS..."))
@question_options
@json_option
def search(words: tuple[str, ...], as_json: bool, **asked: Unpack[Asked]) -> None:
    _answer(words, asked, as_json)


@index.command(help=_("Count the releases of each year, month, country, person, kind, language or issuing body."))
@click.argument("words", nargs=-1, metavar=_("[WORDS]..."))
@click.option("--by", type=click.Choice(BY), default="year", show_default=True, help=_("What to count by."))
@question_options
@json_option
def count(words: tuple[str, ...], by: Any, as_json: bool, **asked: Unpack[Asked]) -> None:
    from oimpress.index import count as counted

    with _index(asked["sources"], as_json) as (db, code):
        rows = counted(db, _question(words, asked), by)
    if as_json:
        click.echo(json.dumps([{by: row.value, "count": row.releases} for row in rows], ensure_ascii=False, indent=1))
    else:
        width = max((len(str(row.releases)) for row in rows), default=0)
        for row in rows:
            click.echo(f"{row.releases:>{width}}  {visible(row.value) or _('none')}")
    sys.exit(code)


def _answer(words: tuple[str, ...], asked: Asked, as_json: bool) -> None:
    from oimpress.index import search as find

    with _index(asked["sources"], as_json) as (db, code):
        hits = find(db, _question(words, asked))
    if as_json:
        click.echo(json.dumps([_row(hit) for hit in hits], ensure_ascii=False, indent=1))
    else:
        for hit in hits:
            _show(hit)
        many = plural(user_language())
        click.echo(many("{count} release", "{count} releases", len(hits)).format(count=len(hits)), err=True)
    sys.exit(code)


@contextmanager
def _index(names: tuple[str, ...], quiet: bool) -> Iterator[tuple[sqlite3.Connection, int]]:
    """The index, up to date, and the exit code of a run that may have met sources which cannot be read."""
    from oimpress.cli.account import ToldAccount
    from oimpress.index import INDEX, ReadingWay, fill, open_index
    from oimpress.publish.report import Failure

    config = settings()
    account = ToldAccount()
    if any(map(in_bucket, (*names, *config.sources))):
        raise UsageError("index: what lies in a bucket is not looked through; name files and folders of this machine")
    items = gather(names, config, config.folder / config.output)
    for item in items:
        if isinstance(item, Failure):
            account.note_failure(item)
    paths = [item for item in items if isinstance(item, Path)]
    with closing(open_index(near(config.folder / INDEX))) as db:
        with progress(len(paths), quiet) as tick:
            filled = fill(db, paths, account, ReadingWay(config.profile, config.house), tick)
        yield db, account.exit_code(filled.known)


def _question(words: tuple[str, ...], asked: Asked) -> IndexQuestion:
    from oimpress.index import IndexQuestion
    from oimpress.settings.values import COUNTRY, DATE, LANGUAGE

    since, until, country, lang = (
        kind.at(f"--{name}", value) if value else ""
        for name, kind, value in (
            ("since", DATE, asked["since"]),
            ("until", DATE, asked["until"]),
            ("country", COUNTRY, asked["country"]),
            ("lang", LANGUAGE, asked["lang"]),
        )
    )
    return IndexQuestion(words, since, until, country, asked["person"], asked["kind"] or "", lang)


def _row(hit: Hit) -> dict[str, Any]:
    from oimpress.index import CLOSING, OPENING

    taste = hit.taste.replace(OPENING, "").replace(CLOSING, "")
    shown = {**hit._asdict(), "path": visible(_near(hit.path)), "countries": hit.countries.split(), "taste": taste}
    return shown if taste else {key: value for key, value in shown.items() if key != "taste"}


def _show(hit: Hit) -> None:
    """Date, countries and title; below them the place, and the words that were found."""
    from oimpress.publish.report import numbered

    when = hit.published or _("undated")
    click.echo("  ".join(filter(None, (when, hit.countries, click.style(visible(hit.title) or hit.id, bold=True)))))
    click.echo(f"    {visible(numbered(_near(hit.path), hit.part))}")
    if hit.taste:
        click.echo(f"    {_coloured(hit.taste)}")


def _coloured(taste: str) -> str:
    """The words around what was found, on one line, those found in colour."""
    from oimpress.index import CLOSING, OPENING

    first, *others = visible(taste.replace("\n", " ")).split(visible(OPENING))
    found = (each.partition(visible(CLOSING)) for each in others)
    return first + "".join(click.style(word, fg="green") + rest for word, _mark, rest in found)


def _near(path: str) -> str:
    return str(near(Path(path)))
