"""``oimpress init``"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from oimpress.cli.words import _
from oimpress.knowledge.languages import LANGUAGES
from oimpress.records import record

TEMPLATE = """\
#:schema ./{schema}
# {intention}
{found:<27} # {sources}
output = "build"            # {output}
{wanted:<27} # {formats}
style = "oim"               # {style}
# styles = "styles"         # {styles}
{spoken:<27} # {lang}
# each = true               # {each}
# page = "letter"           # {page}
# print-shop = true         # {print_shop}
# hyphenate = true          # {hyphenate}
# justify = true            # {justify}
# run-on = true             # {run_on}
# draft = true              # {draft}
# colophon = true           # {colophon}

[office]
{office:<27} # {office_name}
# country = "FR"            # {office_country}

[edition]
{title:<27} # {edition_title}
# date = 2026-11-22         # {edition_date}

# [typography]
# quotes = "guillemets"     # {typography_quotes}
# dash = "en"               # {typography_dash}
# minus = "minus"           # {typography_minus}
# narrow = "no-break"       # {typography_narrow}
# guillemets = "narrow"     # {typography_guillemets}
# thousands = "narrow"      # {typography_thousands}
# off = ["T016"]            # {typography_off}
# tell = ["T019"]           # {typography_tell}
# keep = ["L'Express"]      # {typography_keep}

# [publications.page]       # {publication}
# formats = ["html"]        # {publication_own}

# [lists.presse]            # {list}
# title = "Communiqués"     # {list_title}
# since = 2026-11-01        # {since}
# period = "weekly"         # {period}
# from = "Presse <presse@oim.example>"
# to = ["liste@oim.example"]

# [lists.presse.transport]
# kind = "eml"              # {transport}
"""


SCHEMA = ".oimpress.schema.json"  # beside the file, so that an editor finds it wherever the folder goes


@record
class Answers:
    """What the settings begin with."""

    spoken: str = ""
    formats: tuple[str, ...] = ("pdf",)
    title: str = ""
    office: str = ""


@click.command(help=_("Write a commented oimpress.toml that reads the sources of this folder."))
@click.option("--yes", is_flag=True, help=_("Ask nothing."))
def init(yes: bool) -> None:
    from oimpress.errors import UsageError
    from oimpress.publish.files import make_folder, store
    from oimpress.settings import SETTINGS
    from oimpress.settings.schemas import schema_text

    path = Path(SETTINGS)
    if path.exists():
        raise UsageError("{path}: is there already; edit it, or move it away first", path=path)
    answers = Answers() if yes or not sys.stdin.isatty() else asked(Answers())
    make_folder(path.parent)
    store(Path(SCHEMA), schema_text("oimpress").encode())
    text = TEMPLATE.format(
        schema=SCHEMA,
        found=f"sources = [{_listed(found_sources(path.parent))}]",
        spoken=f"lang = {_quoted(answers.spoken)}" if answers.spoken else f"# lang = {_quoted(LANGUAGES[0])}",
        wanted=f"formats = [{_listed(answers.formats)}]",
        title=f"title = {_quoted(answers.title)}",
        office=f"name = {_quoted(answers.office)}" if answers.office else '# name = ""',
        **_words(),
    )
    store(path, text.encode())
    click.echo(path)
    click.echo(_("Next: oimpress build --open"), err=True)


def asked(usual: Answers) -> Answers:
    """What a person at the terminal answers to four questions; Enter takes what is ``usual``."""
    words = _("What is the name of your office? (Enter: as its releases say)")
    office = click.prompt(words, default="", show_default=False)
    title = click.prompt(_("What is the title of your press kit? (Enter: none yet)"), default="", show_default=False)
    formats = asked_formats(" ".join(usual.formats))
    languages = click.Choice(("", *LANGUAGES))
    words = _("In which language? ({known}; Enter: that of the releases)").format(known=", ".join(LANGUAGES))
    spoken = click.prompt(words, type=languages, default=usual.spoken, show_default=False, show_choices=False)
    return Answers(spoken, formats, title.strip(), office.strip())


def asked_formats(usual: str) -> tuple[str, ...]:
    """The formats that a person names, asked again where one of them is none."""
    from oimpress.writers import names

    known = (*names(), "all")
    while True:
        words = click.prompt(_("In which formats? ({known})").format(known=", ".join(known)), default=usual)
        wanted = tuple(dict.fromkeys(words.replace(",", " ").split()))
        if not (unknown := [word for word in wanted if word not in known]):
            return wanted
        click.echo(_("{name}: no such format").format(name=", ".join(unknown)), err=True)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(_quoted, words))


def _quoted(words: str) -> str:
    """``words`` as a text of TOML."""
    return json.dumps(words, ensure_ascii=False)


def found_sources(folder: Path) -> list[str]:
    """What to read in ``folder``: its subfolders that hold sources, or all of it where some lie in it directly."""
    from oimpress.errors import UsageError
    from oimpress.sources import files_at

    try:
        files = [file.relative_to(folder) for file in files_at(folder)]
    except UsageError:  # nothing there yet
        return ["."]
    return ["."] if any(len(file.parts) == 1 for file in files) else sorted({file.parts[0] for file in files})


def _words() -> dict[str, str]:
    """What stands behind each line of the template, in the user's language."""
    from oimpress.settings.office import EditionTable, OfficeTable, Settings
    from oimpress.settings.tables import meanings
    from oimpress.settings.typography import TypographyTable

    office = {f"office_{name}": words for name, words in meanings(OfficeTable).items()}
    edition = {f"edition_{name}": words for name, words in meanings(EditionTable).items()}
    typography = {f"typography_{name}": words for name, words in meanings(TypographyTable).items()}
    said = {name: _(words) for name, words in (meanings(Settings) | office | edition | typography).items()}
    return said | {
        "intention": _("What oimpress does in this folder when it is called without words."),
        "publication": _("one of several publications; then oimpress build makes them all"),
        "publication_own": _("what differs from the settings above: sources, formats, style, title, output …"),
        "list": _("a mailing list, for oimpress digest; see docs/digest.md"),
        "list_title": _("the title of its mails"),
        "since": _("older releases stay out"),
        "period": _("or daily, fortnightly, monthly, quarterly, count"),
        "transport": _("or maildir, smtp, sendmail"),
    }
