"""``oimpress digest plan|build|preview|send|status|log``"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oimpress.cli.common import json_option
from oimpress.cli.mailing import Desk, desks, say
from oimpress.cli.words import _
from oimpress.errors import OimpressError, UsageError
from oimpress.i18n import gettext_noop, plural, user_language

if TYPE_CHECKING:
    from oimpress.digest import Delivery, Issue, Ledger, LeftOut, Sent

UNFINISHED = 8  # exit code: something could not be handed over yet, or was refused
GIVEN_UP = 9  # exit code: nobody knows whether something arrived, and it is not tried again unasked

language = user_language()
_n = plural(language)

list_option = click.option(
    "--list", "names", multiple=True, metavar="NAME", help=_("A list of oimpress.toml; all of them when not given.")
)
now_option = click.option("--now", metavar="MOMENT", help=_("The moment to act for, such as 2026-11-23T08:00."))

STATES = {
    "planned": gettext_noop("planned"),
    "stored": gettext_noop("stored"),
    "handed-over": gettext_noop("handed over"),
    "empty": gettext_noop("empty"),
}


@click.group(help=_("Send a mailing list its digest: every release once, whatever crashed in between."))
def digest() -> None:
    pass


@digest.command(help=_("Fix which releases the issue that is due holds; with --dry-run only say which."))
@list_option
@now_option
@click.option("--dry-run", is_flag=True, help=_("Say what the next issue would hold, and change nothing."))
@click.option("--again", is_flag=True, help=_("Forget planned issues of which nothing was sent, and plan anew."))
def plan(names: tuple[str, ...], now: str | None, dry_run: bool, again: bool) -> None:
    from oimpress import digest as library

    exit_code = 0
    for desk in desks(names, now):
        if dry_run:
            _say_outlook(desk)
        else:
            with desk.ledger() as ledger:
                if again:
                    library.discard(ledger, desk.wanted)
                planned = library.plan(ledger, desk.wanted, desk.candidates, desk.place.now)
                _say_planned(desk, ledger, planned)
                _say_held(desk, ledger)
        exit_code = exit_code or desk.exit_code
    sys.exit(exit_code)


@digest.command(help=_("Plan what is due and store its mail, without sending it."))
@list_option
@now_option
def build(names: tuple[str, ...], now: str | None) -> None:
    from oimpress import digest as library

    exit_code = 0
    for desk in desks(names, now):
        with desk.ledger() as ledger:
            library.plan(ledger, desk.wanted, desk.candidates, desk.place.now)
            stored = library.build(ledger, desk.wanted, desk.place)
            _say_held(desk, ledger)
        for built in stored:
            click.echo(built.path)
            _tell(built.issue.name, built.notices)
            _say_left(desk, built.left)
        if not stored:
            _say_idle(desk)
        exit_code = exit_code or desk.exit_code
    sys.exit(exit_code)


@digest.command(help=_("Show the next issue as it would be now, in a page for the browser."))
@list_option
@now_option
@click.option("--output", "-o", metavar="FILE", help=_("Where the page goes."))
def preview(names: tuple[str, ...], now: str | None, output: str | None) -> None:
    from oimpress import digest as library
    from oimpress.digest.preview import preview as page
    from oimpress.publish.outputs import store_page

    chosen = list(desks(names, now))
    if output and len(chosen) > 1:
        raise UsageError("{path}: one page for several lists; name one with --list", path=output)
    for desk in chosen:
        with desk.look() as ledger:
            made = library.outlook(ledger, desk.wanted, desk.candidates, desk.place)
        target = Path(output) if output else desk.folder / desk.wanted.name / "preview.html"
        store_page(target, page(made.value, desk.wanted.language).encode())
        click.echo(target)
        _tell(desk.wanted.name, made.notices)


@digest.command(help=_("Plan what is due, build it and hand it over; finish what was begun before."))
@list_option
@now_option
@click.option("--due", is_flag=True, help=_("Keep still when nothing is due: for timers, safe every minute."))
@click.option("--retry", is_flag=True, help=_("Try deliveries again that were refused for good."))
def send(names: tuple[str, ...], now: str | None, due: bool, retry: bool) -> None:
    from oimpress import digest as library

    exit_code = 0
    for desk in desks(names, now):
        try:
            with desk.ledger() as ledger:
                sent = library.send(ledger, desk.wanted, desk.candidates, desk.place, retry=retry)
                if sent.issues or not due:
                    _say_held(desk, ledger)
        except OimpressError as error:  # one list in trouble holds up no other
            say(error)
            exit_code = error.exit_code
            continue
        _say_sent(desk, sent, quiet=due)
        exit_code = exit_code or _how_it_went(sent) or desk.exit_code
    sys.exit(exit_code)


@digest.command(help=_("Say how each list stands: its last issues, what is open, when the next is due."))
@list_option
@now_option
@json_option
def status(names: tuple[str, ...], now: str | None, as_json: bool) -> None:
    from oimpress.digest.account import status as account

    rows: list[dict[str, Any]] = []
    for desk in desks(names, now):
        with desk.look() as ledger:
            stands = account(ledger, desk.wanted, desk.place.now)
        for issue, releases, deliveries in stands.issues:
            state = issue.state if as_json else _(STATES[issue.state])
            rows.append({"list": issue.list, "issue": issue.name, "state": state, "releases": releases})
            rows[-1]["open"] = [f"{each.recipient}: {each.answer}" for each in deliveries if each.state != "done"]
        if stands.upcoming:
            rows.append({"list": desk.wanted.name, "next": desk.local(stands.upcoming)})
    _print(rows, as_json)


@digest.command(help=_("Say of each release in which issue it is, or why in none."))
@list_option
@json_option
def log(names: tuple[str, ...], as_json: bool) -> None:
    from dataclasses import asdict

    from oimpress.digest import account

    rows: list[dict[str, Any]] = []
    for desk in desks(names, None):
        with desk.look() as ledger:
            met = account.log(ledger, desk.wanted)
        zone = desk.wanted.calendar.zone
        rows += [
            {"list": desk.wanted.name, **asdict(each), "reason": account.reason(each, language, zone)} for each in met
        ]
    shown = ("list", "first_seen", "published", "release", "reason")
    _print(rows if as_json else [{key: row[key] for key in shown} for row in rows], as_json)


def _say_planned(desk: Desk, ledger: Ledger, planned: Issue | None) -> None:
    if planned is None:
        _say_idle(desk)
        return
    members = ledger.members(planned)
    count = len(members)
    click.echo(
        _n("{issue}: {count} release", "{issue}: {count} releases", count).format(issue=planned.name, count=count)
    )
    for member in members:
        click.echo(f"  {member.release.id} ({member.role})")


def _say_sent(desk: Desk, sent: Sent, quiet: bool) -> None:
    for issue in sent.issues:
        click.echo(_("{issue}: handed over").format(issue=issue.name))
    for issue, delivery in sent.open:
        words = _("{issue}: {recipient}: {state}: {answer}")
        who = delivery.recipient or desk.wanted.name
        answer = delivery.answer or _("not tried yet")
        click.echo(words.format(issue=issue.name, recipient=who, state=_state(delivery), answer=answer), err=True)
    _tell(desk.wanted.name, sent.notices)
    _say_left(desk, sent.left)
    if sent.busy and not quiet:
        click.echo(_("{name}: another run has the list in hand").format(name=desk.wanted.name), err=True)
    elif not (quiet or sent.issues or sent.open):
        _say_idle(desk)


def _how_it_went(sent: Sent) -> int:
    if any(delivery.state == "lost" for _issue, delivery in sent.open):
        return GIVEN_UP
    return UNFINISHED if sent.open else 0


def _state(delivery: Delivery) -> str:
    match delivery.state:
        case "refused":
            return _("refused")
        case "lost":
            return _("not known whether it arrived; look at the list, and run send --retry if it did not")
        case _:
            return _("tried again later")


def _say_left(desk: Desk, left: Iterable[LeftOut]) -> None:
    """Tell what could not be made; it counts as a source left for the next run."""
    for name, fault in left:
        desk.candidates.left += 1
        words = _("{name}: left for the next run: {reason}")
        click.echo(words.format(name=name, reason=fault.text(_)), err=True)


def _say_held(desk: Desk, ledger: Ledger) -> None:
    """Tell what embargoes hold back; one that cannot be read counts as a source left for the next run."""
    from oimpress.digest.account import held_back, reason

    for met in held_back(ledger, desk.wanted, desk.place.now):
        desk.candidates.left += met.verdict == "sealed"
        words = reason(met, language, desk.wanted.calendar.zone)
        click.echo(_("{place}: {words}").format(place=met.release, words=words), err=True)


def _say_outlook(desk: Desk) -> None:
    from oimpress.digest import judge
    from oimpress.digest.account import reason_of

    with desk.look() as ledger:
        for each in judge(ledger, desk.wanted, desk.candidates, desk.place.now):
            desk.candidates.left += each.verdict == "sealed"
            words = reason_of(each.verdict, language, each.candidate.until, desk.wanted.calendar.zone)
            click.echo(_("{place}: {words}").format(place=each.candidate.release.id, words=words))


def _say_idle(desk: Desk) -> None:
    if desk.wanted.calendar.period == "count":
        click.echo(_("{name}: too little waits for an issue").format(name=desk.wanted.name), err=True)
        return
    when = desk.local(desk.wanted.calendar.upcoming(desk.place.now)[1])
    click.echo(_("{name}: nothing is due before {when}").format(name=desk.wanted.name, when=when), err=True)


def _tell(place: str, notices: Iterable[Any]) -> None:
    for each in notices:
        click.echo(f"{place}: {each.code} {each.text(language)}", err=True)


def _print(rows: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        cells = ("; ".join(value) if isinstance(value, list) else str(value) for value in row.values())
        click.echo("\t".join(cells))
