"""What the commands of digests say of issues: what is planned, what was sent, what is left and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from oimpress.cli.standing import delivery_state, notice_lines
from oimpress.cli.words import _
from oimpress.i18n import plural, user_language

if TYPE_CHECKING:
    from oimpress.digest import Issue, Ledger, LeftOut, Sent
    from oimpress.digest.mailroom import MailRoom

language = user_language()
_n = plural(language)


def say_planned(room: MailRoom, ledger: Ledger, planned: Issue | None) -> None:
    if planned is None:
        say_idle(room)
        return
    members = ledger.members(planned)
    count = len(members)
    click.echo(
        _n("{issue}: {count} release", "{issue}: {count} releases", count).format(issue=planned.name, count=count)
    )
    for member in members:
        click.echo(f"  {member.release.id} ({member.role})")


def sent_lines(room: MailRoom, sent: Sent, quiet: bool) -> Iterator[str]:
    """What somebody should know of a run; ``quiet`` leaves out what only waits."""
    for issue, delivery in sent.open:
        words = _("{issue}: {recipient}: {state}: {answer}")
        who = delivery.recipient or room.wanted.name
        answer = delivery.answer or _("not tried yet")
        yield words.format(issue=issue.name, recipient=who, state=delivery_state(delivery), answer=answer)
    if sent.waiting:
        words = _("{issue}: waits for approval; look at it, then: oimpress digest approve")
        yield from (words.format(issue=issue.name) for issue in sent.waiting)
    yield from notice_lines(room.wanted.name, sent.notices)
    yield from left_lines(room, sent.left)
    if sent.busy and not quiet:
        yield _("{name}: another run has the list in hand").format(name=room.wanted.name)
    elif not (quiet or sent.issues or sent.open or sent.waiting):
        yield idle_line(room)


def left_lines(room: MailRoom, left: Iterable[LeftOut]) -> Iterator[str]:
    """What could not be made; it counts as a source left for the next run."""
    for name, fault in left:
        room.candidates.left += 1
        yield _("{name}: left for the next run: {reason}").format(name=name, reason=fault.text(_))


def held_lines(room: MailRoom, ledger: Ledger) -> Iterator[str]:
    """What embargoes hold back; one that cannot be read counts as a source left for the next run."""
    from oimpress.digest.account import held_back, reason

    for met in held_back(ledger, room.wanted, room.place.now):
        room.candidates.left += met.verdict == "sealed"
        words = reason(met, language, room.wanted.calendar.zone)
        yield _("{place}: {words}").format(place=met.release, words=words)


def say_outlook(room: MailRoom) -> None:
    """The next issue by its name and its cut-off, then each release with what it would decide; those sent as a sum."""
    from oimpress.digest import judge
    from oimpress.digest.account import reason_of
    from oimpress.digest.outlook import next_issue

    with room.look() as ledger:
        issue = next_issue(ledger, room.wanted, room.place.now)
        judged = judge(ledger, room.wanted, room.candidates, room.place.now)
    words = _("{issue}: planned, not sent yet") if issue.id else _("{issue}: cut-off {when}")
    click.echo(words.format(issue=issue.name, when=room.local(issue.cut_off)))
    for each in judged:
        room.candidates.left += each.verdict == "sealed"
        if each.verdict != "in":
            words = reason_of(each.verdict, language, each.candidate.until, room.wanted.calendar.zone)
            click.echo(_("{place}: {words}").format(place=f"  {each.candidate.release.id}", words=words))
    if sent := sum(each.verdict == "in" for each in judged):
        click.echo("  " + _n("{count} sent before", "{count} sent before", sent).format(count=sent))


def idle_line(room: MailRoom) -> str:
    if room.wanted.calendar.period == "count":
        return _("{name}: too little waits for an issue").format(name=room.wanted.name)
    when = room.local(room.wanted.calendar.upcoming(room.place.now)[1])
    return _("{name}: nothing is due before {when}").format(name=room.wanted.name, when=when)


def say_idle(room: MailRoom) -> None:
    click.echo(idle_line(room), err=True)


def tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
