"""How a publication will look: its pages as pictures, its web page, its mail; made once for what has not changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from oimpress.desk.workroom import Workroom
from oimpress.digest.preview import by_day, by_night
from oimpress.errors import ReadError
from oimpress.index import stamp_of
from oimpress.model.nodes import Asset, Edition
from oimpress.pdfium import opened, picture
from oimpress.publish.assets import shown_pictures
from oimpress.publish.build import Options, make_edition, read_all
from oimpress.publish.identifiers import Names
from oimpress.publish.kept import keep
from oimpress.publish.means import Means
from oimpress.publish.report import Report
from oimpress.records import record
from oimpress.writers import find

SHOWN = 12  # releases of a preview: more would make somebody wait, and look the same
KEPT = 12  # publications that are remembered
WIDTH = 620  # pixels of a page


@record
class Choice:
    """The sources at ``paths`` and how they are published. ``query`` says the same in an address."""

    paths: tuple[Path, ...]
    whole: bool  # all that the folder holds
    formats: tuple[str, ...]
    style: str
    options: Options
    query: Mapping[str, Sequence[str]]


class Previews:
    """Makes previews, one at a time."""

    def __init__(self, room: Workroom) -> None:
        self._room = room
        self._made: OrderedDict[tuple[Any, ...], bytes] = OrderedDict()
        self._turn = threading.Lock()

    def page(self, wanted: Choice, number: int) -> bytes:
        """A page of the PDF as a picture. Raises ReadError when there is none of that number."""
        with opened(self.publication(wanted, "pdf"), "pdf") as document:
            if not 0 < number <= len(document):
                raise ReadError("{path}: no such page", path=number)
            return picture(document, number - 1, WIDTH)

    def pages(self, wanted: Choice) -> int:
        """How many pages the PDF has."""
        with opened(self.publication(wanted, "pdf"), "pdf") as document:
            return len(document)

    def web(self, wanted: Choice, night: bool) -> str:
        """The web page, for a bright or a dark screen."""
        page = self.publication(wanted, "html").decode()
        return by_night(page) if night else by_day(page)

    def mail(self, wanted: Choice, night: bool) -> str:
        """What a mail shows of it, for a bright or a dark screen."""
        return shown_mail(self.publication(wanted, "digest"), night)

    def publication(self, wanted: Choice, name: str) -> bytes:
        """The bytes of the format called ``name``. Raises what reading and writing raise."""
        stamps = tuple(stamp_of(path) for path in wanted.paths[:SHOWN])
        options = replace(wanted.options, force=False)
        key = name, wanted.paths[:SHOWN], stamps, wanted.style, repr(options), self._room.settings_text
        with self._turn:
            if key not in self._made:
                style = self._room.style(wanted.style)
                self._made[key] = find(name).write(self._edition(wanted), style).value
                while len(self._made) > KEPT:
                    self._made.popitem(last=False)
            self._made.move_to_end(key)
            return self._made[key]

    def _edition(self, wanted: Choice) -> Edition:
        report, given, releases, places = Report(), Names(), [], []
        assets: dict[Asset, bytes] = {}
        paths = wanted.paths[:SHOWN]
        means = Means(self._room.cache)
        for reading in read_all(paths, wanted.options.profile, report, house=wanted.options.house, means=means):
            release = given.own(keep(reading.done)).value
            shown = shown_pictures(release, reading.source)
            assets |= {(str(release.id), href): data for href, data in shown.value.items()}
            releases.append(release)
            places.append(reading.source.metadata.order)
        if not releases:
            raise report.failures[0].error if report.failures else ReadError("{path}: no such page", path="")
        style = self._room.style(wanted.style)
        return replace(make_edition(releases, wanted.options, style, places), assets=assets)


def shown_mail(mail: bytes, night: bool) -> str:
    """The HTML of a mail, for a bright or a dark screen."""
    part = message_from_bytes(mail, policy=policy.default).get_body(("html",))
    html = str(part.get_content()) if part else ""
    return by_night(html) if night else by_day(html)
