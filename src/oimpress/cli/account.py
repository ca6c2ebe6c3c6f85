"""The account of a run: told line by line as it happens, or as one JSON document at its end."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from oimpress.cli.progress import echo, on_terminal
from oimpress.cli.words import _
from oimpress.errors import OimpressError, defects_told
from oimpress.i18n import plural, user_language
from oimpress.notices import Notice
from oimpress.publish.report import PARTLY, Failure, Output, ReadRelease
from oimpress.sources import Unread
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.publish.places import NoticePlace

UNREAD = 12  # names told on one line
COLOURS = {"info": "cyan", "warning": "yellow", "error": "red"}


class Account:
    """Counts what happens; it keeps no list, so that an archive may be as long as it likes."""

    def __init__(self, every_notice: bool = False) -> None:
        self.every_notice = every_notice  # or only warnings and errors
        self.read = self.written = self.noticed = self.serious = self.failed = 0
        self.first_code = 0
        self.first: Output | None = None

    def note_source(self, reading: ReadRelease) -> None:
        from oimpress.publish.places import placed_notices

        self.read += reading.first
        try:
            with defects_told(reading.place):
                places = placed_notices(reading)
        except OimpressError as error:
            self.note_failure(Failure(reading.place, error))
            return
        self._tell(places)

    def note_output(self, output: Output, notices: Iterable[Notice] = ()) -> None:
        from oimpress.publish.places import NoticePlace

        self.written += 1
        self.first = self.first or output
        self.tell_output(output)
        self._tell([NoticePlace(output.format, 0, notice) for notice in notices])

    def note_notice(self, place: str, notice: Notice) -> None:
        from oimpress.publish.places import NoticePlace

        self._tell([NoticePlace(place, 0, notice)])

    def note_failure(self, failure: Failure) -> None:
        self.failed += 1
        self.first_code = self.first_code or failure.error.exit_code
        self.tell_failure(failure)

    def _tell(self, places: Sequence[NoticePlace]) -> None:
        """Count what there is to say, and tell as much of it as is asked for."""
        serious = [place for place in places if place.notice.severity != "info"]
        self.noticed += len(places)
        self.serious += len(serious)
        if told := places if self.every_notice else serious:
            self.tell_notices(told)

    def exit_code(self, made: int) -> int:
        """0 all done, 1 ``made`` something and failed at something, else the code of the first failure."""
        return PARTLY if self.failed and made else self.first_code

    def tell_notices(self, places: Sequence[NoticePlace]) -> None:
        raise NotImplementedError

    def tell_output(self, output: Output) -> None:
        raise NotImplementedError

    def tell_failure(self, failure: Failure) -> None:
        raise NotImplementedError

    def tell_unread(self, unread: Unread) -> None:
        """Name the documents of folders that are not read, where the answer has a place for it."""

    def close(self, exit_code: int) -> int:
        """Say how it went, and give the exit code back."""
        raise NotImplementedError


class ToldAccount(Account):
    """Paths of what was made on standard output; failures and the sum on standard error; notices where asked."""

    def __init__(self, every_notice: bool = False, notices_on: str = "stderr") -> None:
        super().__init__(every_notice)
        self._aside = notices_on == "stderr"
        self._coloured = on_terminal(self._aside)
        self._lang = user_language()

    def tell_notices(self, places: Sequence[NoticePlace]) -> None:
        lines = (notice_line(place, self._lang, self._coloured) for place in places)
        echo("\n".join(lines), err=self._aside)

    def tell_output(self, output: Output) -> None:
        echo(visible(str(output.path)))

    def tell_failure(self, failure: Failure) -> None:
        echo(click.style(failure.error.text(_), fg="red"), err=True)

    def tell_unread(self, unread: Unread) -> None:
        for paths, sentence in (
            (unread.others, _("not read: {names}; save them as .docx, .html or .txt")),
            (unread.ours, _("not read, since oimpress made them: {names}; name those that are to be read")),
        ):
            if paths:
                shown = ", ".join(visible(str(path)) for path in paths[:UNREAD])
                rest = f" … (+{len(paths) - UNREAD})" if len(paths) > UNREAD else ""
                echo(sentence.format(names=shown + rest), err=True)

    def close(self, exit_code: int) -> int:
        many = plural(self._lang)
        parts = [many("{count} source read", "{count} sources read", self.read).format(count=self.read)]
        if self.written:
            parts.append(many("{count} file written", "{count} files written", self.written).format(count=self.written))
        parts.append(many("{count} notice", "{count} notices", self.noticed).format(count=self.noticed))
        if self.failed:
            parts.append(many("{count} failure", "{count} failures", self.failed).format(count=self.failed))
        echo(", ".join(parts), err=True)
        return exit_code


def notice_line(place: NoticePlace, lang: str, coloured: bool = True) -> str:
    """``file:line code message``, with colours or without."""
    where = f"{place.source}:{place.line}" if place.line else place.source
    code, words = place.notice.code, place.notice.text(lang)
    return f"{click.style(where, bold=True)} {_coloured(code)} {words}" if coloured else f"{where} {code} {words}"


@cache
def _coloured(code: str) -> str:
    return click.style(code, fg=COLOURS[Notice(code).severity])


class Rows(Account):
    """Everything as one JSON document on standard output."""

    def __init__(self) -> None:
        super().__init__(every_notice=True)
        self._notices: list[dict[str, Any]] = []
        self._outputs: list[dict[str, Any]] = []
        self._failures: list[dict[str, Any]] = []
        self._unread: list[str] = []

    def tell_notices(self, places: Sequence[NoticePlace]) -> None:
        self._notices += map(notice_row, places)

    def tell_output(self, output: Output) -> None:
        self._outputs.append({"path": visible(str(output.path)), "format": output.format, "size": output.size})

    def tell_failure(self, failure: Failure) -> None:
        row = {"place": failure.place, "error": failure.error.text(_), "exit_code": failure.error.exit_code}
        self._failures.append(row)

    def tell_unread(self, unread: Unread) -> None:
        self._unread = [visible(str(path)) for path in (*unread.others, *unread.ours)]

    def close(self, exit_code: int) -> int:
        document = {
            "read": self.read,
            "outputs": self._outputs,
            "notices": self._notices,
            "failures": self._failures,
            "unread": self._unread,
            "exit_code": exit_code,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return exit_code


def notice_row(place: NoticePlace) -> dict[str, Any]:
    """One notice as JSON tells it; ``line`` is 0 where no line of a source is meant."""
    notice = place.notice
    return {
        "source": place.source,
        "line": place.line,
        "code": notice.code,
        "severity": notice.severity,
        "where": notice.where,
        "detail": notice.detail,
        "text": notice.text(user_language()),
        **({"found": notice.found, "proposal": notice.proposal} if notice.proposal else {}),
    }


def leave(code: int) -> None:
    """End the command with its exit code."""
    if code:
        sys.exit(code)
