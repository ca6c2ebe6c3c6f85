"""``oimpress init``"""

from __future__ import annotations

import json
from pathlib import Path

import click

from oimpress.cli.words import _
from oimpress.knowledge.languages import LANGUAGES

TEMPLATE = """\
#:schema ./{schema}
# {intention}
sources = [{found}]  # {sources}
output = "build"            # {output}
formats = ["pdf"]           # {formats}
style = "oim"               # {style}
# styles = "styles"         # {styles}
lang = "{spoken}"                 # {lang}
# each = true               # {each}
# page = "letter"           # {page}
# print-shop = true         # {print_shop}
# hyphenate = true          # {hyphenate}
# justify = true            # {justify}
# run-on = true             # {run_on}
# draft = true              # {draft}

[edition]
title = ""                  # {edition_title}
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


@click.command(help=_("Write a commented oimpress.toml that reads the sources of this folder."))
def init() -> None:
    from oimpress.errors import UsageError
    from oimpress.i18n import user_language
    from oimpress.publish.files import make_folder, store
    from oimpress.settings import SETTINGS
    from oimpress.settings.schemas import schema_text

    path = Path(SETTINGS)
    if path.exists():
        raise UsageError("{path}: is there already; edit it, or move it away first", path=path)
    make_folder(path.parent)
    store(Path(SCHEMA), schema_text("oimpress").encode())
    found = ", ".join(json.dumps(name, ensure_ascii=False) for name in found_sources(path.parent))
    spoken = user_language() if user_language() in LANGUAGES else LANGUAGES[0]
    store(path, TEMPLATE.format(schema=SCHEMA, found=found, spoken=spoken, **_words()).encode())
    click.echo(path)


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
    from oimpress.settings.office import EditionTable, Settings
    from oimpress.settings.tables import meanings
    from oimpress.settings.typography import TypographyTable

    edition = {f"edition_{name}": words for name, words in meanings(EditionTable).items()}
    typography = {f"typography_{name}": words for name, words in meanings(TypographyTable).items()}
    said = {name: _(words) for name, words in (meanings(Settings) | edition | typography).items()}
    return said | {
        "intention": _("What oimpress does in this folder when it is called without words."),
        "list": _("a mailing list, for oimpress digest; see docs/digest.md"),
        "list_title": _("the title of its mails"),
        "since": _("older releases stay out"),
        "period": _("or daily, fortnightly, monthly, quarterly, count"),
        "transport": _("or maildir, smtp, sendmail"),
    }
