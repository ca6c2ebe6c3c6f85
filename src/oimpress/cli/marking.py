"""Notices for tools: SARIF, or the annotations of GitHub."""

from __future__ import annotations

from collections.abc import Sequence

import click

from oimpress import __version__
from oimpress.cli.account import Account
from oimpress.cli.words import _
from oimpress.i18n import user_language
from oimpress.publish.findings import Finding, as_github, as_sarif
from oimpress.publish.places import NoticePlace
from oimpress.publish.report import Failure, Output


class MarkedAccount(Account):
    """Every notice as a finding on standard output at the end, failures on standard error as they come."""

    def __init__(self, report: str) -> None:
        super().__init__(every_notice=True)
        self._report = report
        self._findings: list[Finding] = []

    def tell_notices(self, places: Sequence[NoticePlace]) -> None:
        lang = user_language()
        for place in places:
            notice, line = place.notice, max(place.line, 1)
            said = notice.text(lang)
            self._findings.append(
                Finding(place.source, line, 1, line, 1, notice.code, notice.severity, said, notice.proposal)
            )

    def tell_output(self, output: Output) -> None:
        """Nothing is made."""

    def tell_failure(self, failure: Failure) -> None:
        click.echo(click.style(failure.error.text(_), fg="red"), err=True)

    def close(self, exit_code: int) -> int:
        if self._report == "github":
            click.echo(as_github(self._findings), nl=False)
        else:
            click.echo(as_sarif(self._findings, __version__))
        return exit_code
