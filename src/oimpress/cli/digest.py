"""``oimpress digest plan|build|preview|send|status|log``"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oimpress.cli import completion
from oimpress.cli.common import json_option
from oimpress.cli.mailing import left_code, mail_rooms, say
from oimpress.cli.words import _
from oimpress.errors import OimpressError, UsageError
from oimpress.i18n import gettext_noop, plural, user_language

if TYPE_CHECKING:
    from oimpress.digest import Delivery, Issue, Ledger, LeftOut, Sent
    from oimpress.digest.mailroom import MailRoom

UNFINISHED = 8  # exit code: something could not be handed over yet, or was refused
GIVEN_UP = 9  # exit code: nobody knows whether something arrived, and it is not tried again unasked

language = user_language()
_n = plural(language)

list_option = click.option(
    "--list",
    "names",
    multiple=True,
    metavar="NAME",
    shell_complete=completion.lists,
    help=_("A list of oimpress.toml; all of them when not given."),
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
    for room in mail_rooms(names, now):
        if dry_run:
            _say_outlook(room)
        else:
            with room.ledger() as ledger:
                if again:
                    library.discard(ledger, room.wanted)
                planned = library.plan(ledger, room.wanted, room.candidates, room.place.now)
                _say_planned(room, ledger, planned)
                _say_held(room, ledger)
        exit_code = exit_code or left_code(room)
    sys.exit(exit_code)


@digest.command(help=_("Plan what is due and store its mail, without sending it."))
@list_option
@now_option
def build(names: tuple[str, ...], now: str | None) -> None:
    from oimpress import digest as library

    exit_code = 0
    for room in mail_rooms(names, now):
        with room.ledger() as ledger:
            library.plan(ledger, room.wanted, room.candidates, room.place.now)
            stored = library.build(ledger, room.wanted, room.place)
            _say_held(room, ledger)
        for built in stored:
            click.echo(built.path)
            _tell(built.issue.name, built.notices)
            _say_left(room, built.left)
        if not stored:
            _say_idle(room)
        exit_code = exit_code or left_code(room)
    sys.exit(exit_code)


@digest.command(help=_("Show the next issue as it would be now, in a page for the browser."))
@list_option
@now_option
@click.option("--output", "-o", metavar="FILE", shell_complete=completion.files, help=_("Where the page goes."))
def preview(names: tuple[str, ...], now: str | None, output: str | None) -> None:
    from oimpress import digest as library
    from oimpress.digest.preview import preview as page
    from oimpress.publish.outputs import store_page

    chosen = list(mail_rooms(names, now))
    if output and len(chosen) > 1:
        raise UsageError("{path}: one page for several lists; name one with --list", path=output)
    for room in chosen:
        with room.look() as ledger:
            made = library.outlook(ledger, room.wanted, room.candidates, room.place)
        target = Path(output) if output else room.folder / room.wanted.name / "preview.html"
        store_page(target, page(made.value, room.wanted.language).encode())
        click.echo(target)
        _tell(room.wanted.name, made.notices)


@digest.command(help=_("Plan what is due, build it and hand it over; finish what was begun before."))
@list_option
@now_option
@click.option("--due", is_flag=True, help=_("Keep still when nothing is due: for timers, safe every minute."))
@click.option("--retry", is_flag=True, help=_("Try deliveries again that were refused for good."))
def send(names: tuple[str, ...], now: str | None, due: bool, retry: bool) -> None:
    from oimpress import digest as library

    exit_code = 0
    for room in mail_rooms(names, now):
        try:
            with room.ledger() as ledger:
                sent = library.send(ledger, room.wanted, room.candidates, room.place, retry=retry)
                if sent.issues or not due:
                    _say_held(room, ledger)
        except OimpressError as error:  # one list in trouble holds up no other
            say(error)
            exit_code = error.exit_code
            continue
        _say_sent(room, sent, quiet=due)
        exit_code = exit_code or _how_it_went(sent) or left_code(room)
    sys.exit(exit_code)


@digest.command(help=_("Approve the mails that are stored, as they are, where a list asks for that (approve = true)."))
@list_option
@click.option("--who", metavar=_("NAME"), help=_("Who approves; you by default."))
def approve(names: tuple[str, ...], who: str | None) -> None:
    from oimpress import digest as library
    from oimpress.cli.common import user_name
    from oimpress.digest.approval import approve as approve_mail

    for room in mail_rooms(names, None):
        with room.ledger() as ledger:
            stored = library.build(ledger, room.wanted, room.place)
        for built in stored:
            approve_mail(room.wanted, built, room.place, who or user_name())
            click.echo(_("{issue}: approved").format(issue=built.issue.name))
        if not stored:
            _say_idle(room)


@digest.command(help=_("Send the next issue as it would be now to one address, and nothing to the list."))
@list_option
@now_option
@click.option("--to", required=True, metavar=_("ADDRESS"), help=_("Who gets the proof."))
def proof(names: tuple[str, ...], now: str | None, to: str) -> None:
    from oimpress.digest.proofs import send_proof
    from oimpress.writers.mail.headers import address

    exit_code = 0
    for room in mail_rooms(names, now):
        with room.look() as ledger:
            outcome = send_proof(ledger, room.wanted, room.candidates, room.place, address(to, "--to"))
        click.echo(f"{room.wanted.name}: {outcome.answer}", err=outcome.state != "done")
        exit_code = exit_code or (0 if outcome.state == "done" else UNFINISHED)
    sys.exit(exit_code)


@digest.command(help=_("Say how each list stands: its last issues, what is open, when the next is due."))
@list_option
@now_option
@json_option
def status(names: tuple[str, ...], now: str | None, as_json: bool) -> None:
    from oimpress.digest.account import status as account

    rows: list[dict[str, Any]] = []
    for room in mail_rooms(names, now):
        with room.look() as ledger:
            stands = account(ledger, room.wanted, room.place.now)
        for issue, releases, deliveries in stands.issues:
            state = issue.state if as_json else _(STATES[issue.state])
            rows.append({"list": issue.list, "issue": issue.name, "state": state, "releases": releases})
            rows[-1]["open"] = [f"{each.recipient}: {each.answer}" for each in deliveries if each.state != "done"]
        if stands.upcoming:
            rows.append({"list": room.wanted.name, "next": room.local(stands.upcoming)})
    _print(rows, as_json)


@digest.command(help=_("Say of each release in which issue it is, or why in none."))
@list_option
@json_option
def log(names: tuple[str, ...], as_json: bool) -> None:
    from dataclasses import asdict

    from oimpress.digest import account

    rows: list[dict[str, Any]] = []
    for room in mail_rooms(names, None):
        with room.look() as ledger:
            met = account.log(ledger, room.wanted)
        zone = room.wanted.calendar.zone
        rows += [
            {"list": room.wanted.name, **asdict(each), "reason": account.reason(each, language, zone)} for each in met
        ]
    shown = ("list", "first_seen", "published", "release", "reason")
    _print(rows if as_json else [{key: row[key] for key in shown} for row in rows], as_json)


def _say_planned(room: MailRoom, ledger: Ledger, planned: Issue | None) -> None:
    if planned is None:
        _say_idle(room)
        return
    members = ledger.members(planned)
    count = len(members)
    click.echo(
        _n("{issue}: {count} release", "{issue}: {count} releases", count).format(issue=planned.name, count=count)
    )
    for member in members:
        click.echo(f"  {member.release.id} ({member.role})")


def _say_sent(room: MailRoom, sent: Sent, quiet: bool) -> None:
    for issue in sent.issues:
        click.echo(_("{issue}: handed over").format(issue=issue.name))
    for issue, delivery in sent.open:
        words = _("{issue}: {recipient}: {state}: {answer}")
        who = delivery.recipient or room.wanted.name
        answer = delivery.answer or _("not tried yet")
        click.echo(words.format(issue=issue.name, recipient=who, state=_state(delivery), answer=answer), err=True)
    for issue in () if quiet else sent.waiting:
        words = _("{issue}: waits for approval; look at it, then: oimpress digest approve")
        click.echo(words.format(issue=issue.name), err=True)
    _tell(room.wanted.name, sent.notices)
    _say_left(room, sent.left)
    if sent.busy and not quiet:
        click.echo(_("{name}: another run has the list in hand").format(name=room.wanted.name), err=True)
    elif not (quiet or sent.issues or sent.open or sent.waiting):
        _say_idle(room)


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


def _say_left(room: MailRoom, left: Iterable[LeftOut]) -> None:
    """Tell what could not be made; it counts as a source left for the next run."""
    for name, fault in left:
        room.candidates.left += 1
        words = _("{name}: left for the next run: {reason}")
        click.echo(words.format(name=name, reason=fault.text(_)), err=True)


def _say_held(room: MailRoom, ledger: Ledger) -> None:
    """Tell what embargoes hold back; one that cannot be read counts as a source left for the next run."""
    from oimpress.digest.account import held_back, reason

    for met in held_back(ledger, room.wanted, room.place.now):
        room.candidates.left += met.verdict == "sealed"
        words = reason(met, language, room.wanted.calendar.zone)
        click.echo(_("{place}: {words}").format(place=met.release, words=words), err=True)


def _say_outlook(room: MailRoom) -> None:
    from oimpress.digest import judge
    from oimpress.digest.account import reason_of

    with room.look() as ledger:
        for each in judge(ledger, room.wanted, room.candidates, room.place.now):
            room.candidates.left += each.verdict == "sealed"
            words = reason_of(each.verdict, language, each.candidate.until, room.wanted.calendar.zone)
            click.echo(_("{place}: {words}").format(place=each.candidate.release.id, words=words))


def _say_idle(room: MailRoom) -> None:
    if room.wanted.calendar.period == "count":
        click.echo(_("{name}: too little waits for an issue").format(name=room.wanted.name), err=True)
        return
    when = room.local(room.wanted.calendar.upcoming(room.place.now)[1])
    click.echo(_("{name}: nothing is due before {when}").format(name=room.wanted.name, when=when), err=True)


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
