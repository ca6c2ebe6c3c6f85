"""``oimpress build``"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oimpress.buckets import Address, in_bucket
from oimpress.cli import completion
from oimpress.cli.account import Account, Rows, ToldAccount, leave
from oimpress.cli.common import (
    force_option,
    gather,
    json_option,
    near,
    output_option,
    output_place,
    profile_option,
    settings,
    sharded_option,
    sources_argument,
    unread,
)
from oimpress.cli.progress import progress
from oimpress.cli.watching import Watched, watch
from oimpress.cli.words import _
from oimpress.cli.working import Working, dry_run_option, means_for, tell_plan, working_options
from oimpress.errors import UsageError
from oimpress.publish.report import Failure
from oimpress.records import record
from oimpress.settings import SETTINGS, Config
from oimpress.sources import STDIN
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.publish.cache import StepCache
    from oimpress.publish.fetching import BuildInput
    from oimpress.publish.publications import Options
    from oimpress.style import Style
    from oimpress.writers import Format


@click.command(help=_("Make publications from SOURCES: files, folders, or - for standard input."))
@sources_argument
@click.option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    metavar=_("NAME"),
    shell_complete=completion.formats,
    help=_("A format, or all; may be repeated."),
)
@output_option
@click.option("--style", metavar=_("NAME"), shell_complete=completion.styles, help=_("The style to dress them in."))
@click.option("--styles", metavar=_("DIR"), shell_complete=completion.folders, help=_("A folder of your own styles."))
@click.option("--page", metavar="a4|letter", shell_complete=completion.papers, help=_("The paper of PDF."))
@click.option("--print-shop", is_flag=True, help=_("PDF with bleed and crop marks."))
@click.option("--hyphenate", is_flag=True, help=_("PDF with words hyphenated at line ends."))
@click.option("--justify", is_flag=True, help=_("PDF with both edges of the text even."))
@click.option("--run-on", is_flag=True, help=_("PDF in which releases share pages."))
@click.option("--colophon", is_flag=True, help=_("PDF, EPUB and HTML that name their sources and programs."))
@click.option("--draft", is_flag=True, help=_("PDF that says on every page that it is a draft."))
@click.option("--each", is_flag=True, help=_("A file for each release instead of one kit."))
@click.option(
    "--lang",
    metavar=_("TAG"),
    shell_complete=completion.languages,
    help=_("The language of publications; without it that of their releases."),
)
@click.option("--title", metavar=_("TEXT"), help=_("The title of the publication."))
@click.option("--date", metavar=_("DATE"), help=_("Its date, as 2026-11-22; without one it is undated."))
@click.option(
    "--publication",
    "publications",
    multiple=True,
    metavar=_("NAME"),
    shell_complete=completion.publications,
    help=_("A publication of oimpress.toml; all of them when neither one nor sources are given."),
)
@click.option("--watch", "watched", is_flag=True, help=_("Make it again with each change, until Ctrl-C."))
@click.option("--open", "show", is_flag=True, help=_("Open the first file that is made."))
@force_option
@sharded_option
@profile_option
@working_options
@dry_run_option
@json_option
def build(
    sources: tuple[str, ...],
    formats: tuple[str, ...],
    publications: tuple[str, ...],
    output: str | None,
    styles: str | None,
    show: bool,
    watched: bool,
    force: bool,
    sharded: bool,
    dry_run: bool,
    as_json: bool,
    jobs: int | None,
    cache: str | None,
    no_cache: bool,
    executor: str | None,
    **given: str | bool | None,
) -> None:
    working: Working = {"jobs": jobs, "cache": cache, "no_cache": no_cache, "executor": executor}
    own = {**given, "formats": formats}
    call = BuildCall(sources, publications, output, styles, force, sharded, dry_run, as_json, working, own)
    if watched:
        watch(lambda: _closed(_publish_all(call)), lambda: watched_by(call.chosen(), call))
        return
    account = _publish_all(call)
    if dry_run:
        return
    if show and account.first:
        click.launch(str(account.first.path))
    leave(_closed(account))


def _publish_all(call: BuildCall) -> Account:
    """Make every publication that is meant; the account of all of them."""
    account = Rows() if call.as_json else ToldAccount()
    for name, config in call.chosen().items():
        _publish(name, config, call, account)
    return account


def _closed(account: Account) -> int:
    """Tell the end of the account; the exit code."""
    return account.close(account.exit_code(account.written))


@record
class BuildCall:
    """What a call says; ``given`` goes before the settings of its publications."""

    sources: tuple[str, ...]
    publications: tuple[str, ...]
    output: str | None
    styles: str | None
    force: bool
    sharded: bool
    dry_run: bool
    as_json: bool
    working: Working
    given: Mapping[str, object]

    def chosen(self) -> dict[str, Config]:
        """The settings of each publication that is meant, under its name."""
        return {name: config.with_options(**self.given) for name, config in self._publications_of(settings())}

    def _publications_of(self, config: Config) -> list[tuple[str, Config]]:
        """Those that are named, all that ``config`` has where nothing is, or the one that has no name."""
        wanted = self.publications or (() if self.sources else tuple(config.publications))
        return [(name, config.publication(name)) for name in dict.fromkeys(wanted)] or [("", config)]

    def folder_of(self, name: str, config: Config) -> Path | Address:
        """Where a publication goes; where there may be several, each has a folder of its own."""
        folder = output_place(self.output, config)
        alone = len(self.publications) == 1 or not name
        return folder / name if self.output and not alone else folder

    def styles_of(self, config: Config) -> Path | None:
        """The folder of the house's own styles."""
        own = Path(self.styles) if self.styles else config.folder / config.styles if config.styles else None
        return near(own) if own else None


def watched_by(chosen: Mapping[str, Config], call: BuildCall) -> Watched:
    """What changes the publications that are ``chosen``, and what they write. Raises UsageError."""
    if STDIN in call.sources:
        raise UsageError("-: standard input is read once; name files or folders to watch")
    configs = list(chosen.values())
    outputs = [call.folder_of(name, config) for name, config in chosen.items()]
    if any(map(in_bucket, (*outputs, *call.sources, *(name for config in configs for name in config.sources)))):
        raise UsageError("--watch: nobody tells what changes in a bucket; name files and folders of this machine")
    roots = {near(config.folder / name) for config in configs for name in config.sources}
    given = {Path(name) for name in call.sources}
    own = {folder for config in configs if (folder := call.styles_of(config))}
    return Watched(
        sources=frozenset(path.resolve() for path in (given or roots) | own),
        settings=configs[0].folder.resolve() / SETTINGS,
        outputs=frozenset(folder.resolve() for folder in outputs if isinstance(folder, Path)),
    )


def _publish(name: str, config: Config, call: BuildCall, account: Account) -> None:
    """Make one publication in all its formats, or print the plan of it."""
    from oimpress.publish.build import Options, build_editions
    from oimpress.style import load_style
    from oimpress.writers import find_each, names

    edition = config.edition
    said = edition.title, edition.date, config.lang, config.profile, config.each, config.house
    options = Options(*said, call.force, call.sharded)
    found, broken = find_each(names() if "all" in config.formats else dict.fromkeys(config.formats))
    style = load_style(config.style, call.styles_of(config)).with_settings(**config.printing)
    folder = call.folder_of(name, config)
    items = gather(call.sources, config, folder)
    account.tell_unread(unread(call.sources, config))
    for error in broken:
        account.note_failure(Failure(str(error.values["name"]), error))
    with means_for(config, items, call.working) as means:
        if call.dry_run:
            _tell_plan(items, found, folder, style, options, means.cache)
            return
        files = sum(1 if form.scope == "edition" and not config.each else len(items) for form in found)
        with progress(len(items) + files, call.as_json) as step:
            build_editions(items, found, folder, style, options, account, step, means)


def _tell_plan(
    items: Iterable[BuildInput],
    formats: list[Format],
    output: Path | Address,
    style: Style,
    options: Options,
    cache: StepCache | None,
) -> None:
    """Print the steps of a build; those of its publications as far as its releases are known."""
    from oimpress.publish.planning import PlanStep, reading_steps, writing_steps

    steps = list(reading_steps(items, options, cache))
    known = [each for _step, parts in steps for each in parts]
    if all(step.kept for step, _parts in steps):
        writing: list[PlanStep] = list(writing_steps(known, formats, output, style, options, cache))
    else:
        writing = [PlanStep(form.name, visible(str(output)), False) for form in formats]
    tell_plan([*(step for step, _parts in steps), *writing])
