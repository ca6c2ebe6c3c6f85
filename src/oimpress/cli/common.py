"""What several commands share: options, the settings in force, progress, and the account of a run."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from oimpress.config import Config, find_config
from oimpress.errors import UsageError
from oimpress.i18n import phrases, plural, user_language
from oimpress.publish.report import Report
from oimpress.sources import STDIN, Source, discover, from_stream

language = user_language()
_ = phrases(language)
_n = plural(language)

sources_argument = click.argument("sources", nargs=-1)
json_option = click.option("--json", "as_json", is_flag=True, help=_("Answer in JSON, for scripts."))
output_option = click.option("--output", "-o", metavar="DIR", help=_("The folder for what is made."))
profile_option = click.option("--profile", metavar="NAME", help=_("The passes to apply."))


def settings(**given: object) -> Config:
    """The configuration found from here upwards, with what the command line gave put over it."""
    config = find_config(Path.cwd())
    return replace(config, **{key: value for key, value in given.items() if value})  # type: ignore[arg-type]


def gather(names: tuple[str, ...], config: Config) -> list[Path | Source]:
    """The sources named, or the configured ones when none is. Raises UsageError."""
    if not names:
        names = tuple(str(config.folder / name) for name in config.sources)
        if not any(Path(name).exists() for name in names):
            raise UsageError(
                "{path}: not found, and no source was named; name files or folders, or write an oimpress.toml "
                "(oimpress init)",
                path=names[0] if names else ".",
            )
    found: list[Path | Source] = []
    for name in names:
        if name == STDIN:
            found.append(from_stream(sys.stdin.buffer))
        else:
            found += [path for path in discover([name]) if path not in found]
    return found


@contextlib.contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function to call at each step: it moves a bar on a terminal and does nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(
        BarColumn(bar_width=24), TextColumn("{task.description}"), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=total)

        def step(words: str) -> None:
            bar.update(task, advance=1, description=words)

        yield step


def tell(report: Report, as_json: bool) -> int:
    """Print the account of a run: outputs on standard output, failures and notices on standard error."""
    if as_json:
        click.echo(json.dumps(report_rows(report), ensure_ascii=False, indent=1))
        return report.exit_code
    for output in report.outputs:
        click.echo(f"{output.path}")
    for failure in report.failures:
        click.echo(f"{_('error')}: {failure.error.text(_)}", err=True)
    serious = [(place, notice) for place, notice in report.notices if notice.severity != "info"]
    for place, notice in serious:
        where = f"{place}:{notice.where}" if notice.where else place
        click.echo(f"{where}: {notice.code} {notice.text(language)}", err=True)
    click.echo(_summary(report), err=True)
    return report.exit_code


def _summary(report: Report) -> str:
    parts = [
        _n("{count} source read", "{count} sources read", report.read).format(count=report.read),
        _n("{count} file written", "{count} files written", len(report.outputs)).format(count=len(report.outputs)),
        _n("{count} notice", "{count} notices", len(report.notices)).format(count=len(report.notices)),
    ]
    if report.failures:
        failed = len(report.failures)
        parts.append(_n("{count} failure", "{count} failures", failed).format(count=failed))
    return ", ".join(parts)


def report_rows(report: Report) -> dict[str, Any]:
    """The report as JSON tells it."""
    return {
        "read": report.read,
        "outputs": [
            {"path": str(output.path), "format": output.format, "size": output.size} for output in report.outputs
        ],
        "failures": [{"place": failure.place, "error": str(failure.error)} for failure in report.failures],
        "notices": [notice_row(place, notice) for place, notice in report.notices],
        "exit_code": report.exit_code,
    }


def notice_row(place: str, notice: Any) -> dict[str, str]:
    """One notice as JSON tells it."""
    return {
        "source": place,
        "code": notice.code,
        "severity": notice.severity,
        "where": notice.where,
        "detail": notice.detail,
        "text": notice.text(language),
    }
