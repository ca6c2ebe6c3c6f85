"""``oimpress init``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli.words import _

TEMPLATE = """\
# {title}
sources = ["seeds"]         # {sources}
output = "build"            # {output}
formats = ["pdf"]           # {formats}
style = "oim"               # {style}
# styles = "styles"         # {styles}
lang = "fr"                 # {lang}
# each = true               # {each}
# page = "letter"           # {page}
# print-shop = true         # {print_shop}
# hyphenate = true          # {hyphenate}
# justify = true            # {justify}

[edition]
title = ""                  # {edition}
# date = 2026-11-22         # {date}

# [lists.presse]            # {list}
# title = "Communiqués"     # {list_title}
# since = 2026-11-01        # {since}
# period = "weekly"         # {period}
# from = "Presse <presse@oim.example>"
# to = ["liste@oim.example"]

# [lists.presse.transport]
# kind = "eml"              # {transport}
"""


@click.command(help=_("Write a commented oimpress.toml into this folder."))
def init() -> None:
    from oimpress.errors import UsageError
    from oimpress.publish.files import store
    from oimpress.settings import SETTINGS

    path = Path(SETTINGS)
    if path.exists():
        raise UsageError("{path}: is there already; edit it, or move it away first", path=path)
    words = {
        "title": _("What oimpress does in this folder when it is called without words."),
        "sources": _("files and folders to read"),
        "output": _("the folder for what is made"),
        "formats": _("see: oimpress formats"),
        "style": _("see: oimpress style"),
        "styles": _("a folder of your own styles"),
        "lang": _("the language of titles and headings"),
        "each": _("a file for each release instead of one kit"),
        "page": _("the paper of PDF: a4 or letter"),
        "print_shop": _("PDF with bleed and crop marks"),
        "hyphenate": _("PDF with words hyphenated at line ends"),
        "justify": _("PDF with both edges of the text even"),
        "edition": _("the title of the publication; empty: Press kit"),
        "date": _("its date; without one it is undated"),
        "list": _("a mailing list, for oimpress digest; see docs/digest.md"),
        "list_title": _("the title of its mails"),
        "since": _("older releases stay out"),
        "period": _("or daily, fortnightly, monthly, quarterly, count"),
        "transport": _("or maildir, smtp, sendmail"),
    }
    store(path, TEMPLATE.format(**words).encode())
    click.echo(path)
