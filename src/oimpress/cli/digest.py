"""``oimpress digest plan|build|preview|send|status|log``"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oimpress.cli import completion
from oimpress.cli.common import json_option
from oimpress.cli.issues import held_lines, left_lines, say_idle, say_outlook, say_planned, sent_lines, tell
from oimpress.cli.mailing import left_code, mail_rooms
from oimpress.cli.standing import notice_lines
from oimpress.cli.words import _
from oimpress.errors import OimpressError, UsageError
from oimpress.i18n import user_language

if TYPE_CHECKING:
    from oimpress.digest import Sent
    from oimpress.digest.mailroom import MailRoom

UNFINISHED = 8  # exit code: something could not be handed over yet, or was refused
GIVEN_UP = 9  # exit code: nobody knows whether something arrived, and it is not tried again unasked

language = user_language()

list_option = click.option(
    "--list",
    "names",
    multiple=True,
    metavar="NAME",
    shell_complete=completion.lists,
    help=_("A list of oimpress.toml; all of them when not given."),
)
now_option = click.option("--now", metavar="MOMENT", help=_("The moment to act for, such as 2026-11-23T08:00."))


dry_run_option = click.option(
    "--dry-run", is_flag=True, help=_("Say what the next issue would hold, and change nothing.")
)


@click.group(help=_("Send a mailing list its digest: every release once, whatever crashed in between."))
def digest() -> None:
    pass


@digest.command(help=_("Fix which releases the issue that is due holds; with --dry-run only say which."))
@list_option
@now_option
@dry_run_option
@click.option("--again", is_flag=True, help=_("Forget planned issues of which nothing was sent, and plan anew."))
def plan(names: tuple[str, ...], now: str | None, dry_run: bool, again: bool) -> None:
    from oimpress import digest as library

    exit_code = 0
    for room in mail_rooms(names, now):
        if dry_run:
            say_outlook(room)
        else:
            with room.ledger() as ledger:
                if again:
                    library.discard(ledger, room.wanted)
                planned = library.plan(ledger, room.wanted, room.candidates, room.place.now)
                say_planned(room, ledger, planned)
                tell(held_lines(room, ledger))
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
            tell(held_lines(room, ledger))
        for built in stored:
            click.echo(built.path)
            tell(notice_lines(built.issue.name, built.notices))
            tell(left_lines(room, built.left))
        if not stored:
            say_idle(room)
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
        tell(notice_lines(room.wanted.name, made.notices))


@digest.command(help=_("Plan what is due, build it and hand it over; finish what was begun before."))
@list_option
@now_option
@dry_run_option
@click.option("--due", is_flag=True, help=_("For timers, safe every minute: silent while waiting, each trouble once."))
@click.option(
    "--retry", is_flag=True, help=_("Try deliveries again that were refused for good, and those put off at once.")
)
def send(names: tuple[str, ...], now: str | None, dry_run: bool, due: bool, retry: bool) -> None:
    from oimpress.digest.telling import news

    exit_code = 0
    for room in mail_rooms(names, now) if dry_run else ():
        say_outlook(room)
        exit_code = exit_code or left_code(room)
    if dry_run:
        sys.exit(exit_code)
    lines: list[str] = []
    for room in mail_rooms(names, now, lambda error: lines.append(error.text(_))):
        lines.clear()
        code = _send(room, lines, due, retry)
        told = news(room.told, lines) if due else tuple(lines)
        for line in told:
            click.echo(line, err=True)
        exit_code = exit_code or (code if told or not due else 0)
    sys.exit(exit_code)


def _send(room: MailRoom, lines: list[str], due: bool, retry: bool) -> int:
    """Send what there is to send; ``lines`` gets what somebody should know. The exit code."""
    from oimpress import digest as library

    try:
        with room.ledger() as ledger:
            sent = library.send(ledger, room.wanted, room.candidates, room.place, retry=retry)
            if sent.issues or not due:
                lines += held_lines(room, ledger)
    except OimpressError as error:  # one list in trouble holds up no other
        lines.append(error.text(_))
        return error.exit_code
    for issue in sent.issues:
        click.echo(_("{issue}: handed over").format(issue=issue.name))
    lines += sent_lines(room, sent, quiet=due)
    return _how_it_went(sent) or left_code(room)


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
            say_idle(room)


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
        click.echo(
            _("{place}: {words}").format(place=room.wanted.name, words=outcome.answer), err=outcome.state != "done"
        )
        exit_code = exit_code or (0 if outcome.state == "done" else UNFINISHED)
    sys.exit(exit_code)


@digest.command(
    help=_(
        "Say how each list stands: its last issues, what is open and when it is tried next, what is due; exit code 8 "
        "when somebody should look, 9 when nobody knows whether a mail arrived."
    )
)
@list_option
@now_option
@json_option
def status(names: tuple[str, ...], now: str | None, as_json: bool) -> None:
    from oimpress.cli.standing import lines, rows
    from oimpress.digest.account import status as account

    exit_code = 0
    documents: list[dict[str, Any]] = []
    for room in mail_rooms(names, now):
        with room.look() as ledger:
            stands = account(ledger, room.wanted, room.place)
        documents += rows(room, stands)
        for line in () if as_json else lines(room, stands):
            click.echo(line)
        exit_code = exit_code or (GIVEN_UP if stands.lost else UNFINISHED if stands.stuck else 0)
    if as_json:
        click.echo(json.dumps(documents, ensure_ascii=False, indent=1))
    sys.exit(exit_code)


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


def _how_it_went(sent: Sent) -> int:
    if any(delivery.state == "lost" for _issue, delivery in sent.open):
        return GIVEN_UP
    return UNFINISHED if sent.open else 0


def _print(rows: list[dict[str, Any]], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        cells = ("; ".join(value) if isinstance(value, list) else str(value) for value in row.values())
        click.echo("\t".join(cells))
