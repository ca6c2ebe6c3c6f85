"""Writes ``share/`` anew: the manual pages of all commands, and what shells complete by: ``./dev man``.

The words of a page are those of ``--help``, in English and French; a process for each language, since commands ask for
their words when they are loaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

ROOT = Path(__file__).parents[1]
SHARE = ROOT / "share"
PAGES = {"en": "man/man1", "fr": "man/fr/man1"}
COMPLETIONS: dict[str, type[ShellComplete]] = {
    "bash-completion/completions/oimpress": BashComplete,
    "zsh/site-functions/_oimpress": ZshComplete,
    "fish/vendor_completions.d/oimpress.fish": FishComplete,
}
HEADINGS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "SEE ALSO"),
    "fr": ("NOM", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDES", "CODES DE SORTIE", "VOIR AUSSI"),
}


def completions() -> dict[str, str]:
    """The files that shells complete by, as click words them."""
    variables = {"complete_func": "_oimpress_completion", "complete_var": "_OIMPRESS_COMPLETE", "prog_name": "oimpress"}
    return {path: shell.source_template % variables for path, shell in COMPLETIONS.items()}


def pages(lang: str) -> dict[str, str]:
    """The manual pages in the language that messages are in, which is ``lang``."""
    from oimpress.cli import COMMANDS, _speak, exit_codes, program, summaries

    _speak([])  # has click's own phrases in the same language
    group, said = program(), summaries()
    name, synopsis, about, _options, commands, codes, also = HEADINGS[lang]
    ctx = click.Context(group, info_name="oimpress")
    others = ", ".join(f"\\fBoimpress\\-{each}\\fR(1)" for each in COMMANDS)
    made = {
        "oimpress": [
            *_head("oimpress"),
            *(f".SH {name}", f"oimpress \\- {_set(group.help or '')}", f".SH {synopsis}"),
            *(_usage(ctx), *_options_of(group, ctx, lang)),
            *(f".SH {commands}", *_terms((each, said[each]) for each in COMMANDS)),
            *(f".SH {codes}", *_terms(exit_codes().items())),
            *(f".SH {also}", others),
        ]
    }
    for each in COMMANDS:
        command = group.get_command(ctx, each)
        assert command
        inner = click.Context(command, info_name=each, parent=ctx)
        made[f"oimpress-{each}"] = [
            *_head(f"oimpress-{each}"),
            *(f".SH {name}", f"oimpress\\-{each} \\- {_set(said[each])}", f".SH {synopsis}", *_usages(inner)),
            *(f".SH {about}", _set(command.help or "")),
            *_options_of(command, inner, lang),
            *(f".SH {also}", "\\fBoimpress\\fR(1)"),
        ]
    return {f"{PAGES[lang]}/{page}.1": "\n".join(lines) + "\n" for page, lines in made.items()}


def _head(page: str) -> Iterator[str]:
    yield '.\\" Made by ./dev man from the words of --help.'
    yield f'.TH "{_set(page.upper())}" 1 "" oimpress'


def _usages(ctx: click.Context) -> Iterator[str]:
    yield _usage(ctx)
    for inner in _inner(ctx):
        yield from (".br", _usage(inner))


def _usage(ctx: click.Context) -> str:
    return f"\\fB{_set(ctx.command_path)}\\fR {_set(' '.join(ctx.command.collect_usage_pieces(ctx)))}"


def _inner(ctx: click.Context) -> Iterator[click.Context]:
    """The commands inside a command, but for those of oimpress itself, which have pages of their own."""
    if isinstance(ctx.command, click.Group) and ctx.parent:
        for name in ctx.command.list_commands(ctx):
            if command := ctx.command.get_command(ctx, name):
                yield click.Context(command, info_name=name, parent=ctx)


def _options_of(command: click.Command, ctx: click.Context, lang: str) -> Iterator[str]:
    options = HEADINGS[lang][3]
    yield from (f".SH {options}", *_terms(_records(command, ctx)))
    for inner in _inner(ctx):
        yield from (f".SH {_set(inner.command_path)}", _set(inner.command.help or ""))
        yield from _terms(_records(inner.command, inner))


def _records(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    return (record for param in command.get_params(ctx) if (record := param.get_help_record(ctx)))


def _terms(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, words in rows:
        yield from (".TP", f"\\fB{_set(term)}\\fR", _set(words))


def _set(words: str) -> str:
    """``words`` on one line, so that troff takes them as they are."""
    line = " ".join(words.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else SHARE
    if len(arguments) > 1:
        _store(folder, pages(arguments[1]))
        return
    _store(folder, completions())
    for lang in PAGES:
        environment = {**os.environ, "OIMPRESS_LANG": lang}
        subprocess.run([sys.executable, __file__, str(folder), lang], env=environment, check=True)


def _store(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
