"""A specimen of a style: every block in every format, and one page that shows them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

from oimpress.contrast import LEAST, PAIRS, contrast
from oimpress.i18n import phrases
from oimpress.model.codec import from_xml
from oimpress.model.nodes import Edition
from oimpress.notices import Notice
from oimpress.own_files import own_file
from oimpress.publish.publications import Options, make_edition
from oimpress.style import Style
from oimpress.writers import find
from oimpress.writers.mail.message import html_of

PAGE, STEM = "index.html", "specimen"
BINARY = ("pdf", "docx", "epub", "digest")
PICTURE, SIZE = "couleurs.png", (900, 420)
DAY = "2026-03-19"


class Specimen(NamedTuple):
    """The files of a specimen by their names, its page among them, and what is to be known of the style."""

    files: dict[str, bytes]
    notices: tuple[Notice, ...]


def specimen(style: Style, lang: str) -> Specimen:
    """The specimen of ``style``, the words of its page in ``lang``. Raises UsageError, MissingDependency."""
    edition = specimen_edition(style)
    made, told = {}, dict.fromkeys(style.notices)
    for name in (*BINARY, "html", "text", "markdown"):
        form = find(name)
        written = form.write(edition, style)
        made[f"{STEM}{form.extension}"] = written.value
        told |= dict.fromkeys(written.notices)
    return Specimen(made | {PAGE: _page(style, lang, edition, made, tuple(told)).encode()}, tuple(told))


def specimen_edition(style: Style) -> Edition:
    """Two releases with all that a release can hold, one of them under embargo, in the style's own colours."""
    whole = from_xml(own_file(__package__, "specimen.xml").read_bytes(), "specimen")
    short = replace(whole, id="specimen-2", embargo=None, body=whole.body[:2], facts=(), kicker=())
    return replace(make_edition([whole, short], Options(date=DAY), style), assets={PICTURE: _picture(style)})


def _picture(style: Style) -> bytes:
    """A picture of stripes in the colours of the style."""
    from PIL import Image, ImageDraw

    colours = list(style.settings.colours.values()) or ["#000000"]
    made = Image.new("RGB", SIZE)
    draw, wide = ImageDraw.Draw(made), SIZE[0] / len(colours)
    for at, colour in enumerate(colours):
        draw.rectangle((at * wide, 0, (at + 1) * wide, SIZE[1]), fill=colour)
    made.save(out := BytesIO(), "PNG")
    return out.getvalue()


def _page(style: Style, lang: str, edition: Edition, made: dict[str, bytes], told: tuple[Notice, ...]) -> str:
    from jinja2 import Environment, StrictUndefined

    source = own_file(__package__, "specimen.html.j2").read_text("utf-8")
    shell = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return shell.from_string(source).render(
        _=phrases(lang),
        lang=lang,
        name=style.name,
        title=style.settings.title or style.name,
        notices=[(each.code, each.text(lang)) for each in told],
        schemes=[
            (words, colours, list(_swatches(colours)))
            for words, colours in (("colours", style.settings.colours), ("dark", style.settings.dark))
            if colours
        ],
        fonts=[(role, font.family, font.stack) for role, font in style.fonts.items()],
        mail=html_of(edition, style),
        text=made[f"{STEM}.txt"].decode(),
        markdown=made[f"{STEM}.md"].decode(),
        stem=STEM,
    )


def _swatches(colours: Any) -> Iterator[tuple[str, str, str, str, bool]]:
    """Each colour of text on each of its grounds: both by name, both as they are, with their contrast, and whether it
    is enough."""
    for text, grounds in PAIRS.items():
        for ground in grounds:
            if text in colours and ground in colours:
                found = contrast(colours[text], colours[ground])
                look = f"color:{colours[text]};background:{colours[ground]}"
                yield text, ground, f"{found:.1f} : 1", look, found >= LEAST
