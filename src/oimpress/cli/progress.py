"""A bar on the terminal while a command works, and lines of text that never mix with it."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

PAUSE = 0.1  # seconds between two drawings


class _Shown:
    bar: Progress | None = None  # one terminal, one bar


def on_terminal(err: bool = False) -> bool:
    """Whether a person watches the stream: elsewhere click takes colours out again."""
    return (sys.stderr if err else sys.stdout).isatty()


def echo(text: str, err: bool = False) -> None:
    """Print a line; a bar that stands on the terminal is wiped before and drawn anew below it."""
    if _Shown.bar is None or not on_terminal(err):
        click.echo(text, err=err)
        return
    from rich.text import Text

    _Shown.bar.console.print(Text.from_ansi(text), soft_wrap=True, highlight=False)


@contextlib.contextmanager
def progress(total: int, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """A function to call at each step: it moves a bar on a terminal and does nothing in a pipe."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = BarColumn(bar_width=24), MofNCompleteColumn(), TextColumn("{task.description}", markup=False)
    bar = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    task = bar.add_task("", total=total)
    drawn = -PAUSE
    begun = False

    def step(words: str) -> None:
        nonlocal begun, drawn
        bar.update(task, advance=int(begun), description=words)
        begun = True
        if time.monotonic() - drawn >= PAUSE:
            bar.refresh()
            drawn = time.monotonic()

    with bar:
        _Shown.bar = bar
        try:
            yield step
        finally:
            _Shown.bar = None
