"""How a list of a digest stands, for people and for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from oimpress.cli.words import _
from oimpress.i18n import gettext_noop, plural, user_language
from oimpress.notices import Notice

if TYPE_CHECKING:
    from oimpress.digest import Delivery
    from oimpress.digest.account import IssueStatus, Status
    from oimpress.digest.mailroom import MailRoom

STATES = {
    "planned": gettext_noop("planned"),
    "stored": gettext_noop("stored"),
    "handed-over": gettext_noop("handed over"),
    "empty": gettext_noop("empty"),
}


def lines(room: MailRoom, stands: Status) -> Iterator[str]:
    """Each issue with what is open of it, then what is due and what comes next."""
    for one in stands.issues:
        yield from _issue_lines(room, one)
    name = room.wanted.name
    if stands.due:
        yield _("{name}: due since {when}").format(name=name, when=room.local(stands.due))
    if stands.upcoming:
        yield _("{name}: the next cut-off is {when}").format(name=name, when=room.local(stands.upcoming))
    else:
        least = room.wanted.at_least
        many = plural(user_language())
        words = many(
            "{name}: an issue as soon as {count} release waits",
            "{name}: an issue as soon as {count} releases wait",
            least,
        )
        yield words.format(name=name, count=least)
    if stands.late or any(one.idle for one in stands.issues):
        yield _("{name}: nothing has tried to send it; is oimpress digest send --due still run?").format(name=name)


def _issue_lines(room: MailRoom, one: IssueStatus) -> Iterator[str]:
    many = plural(user_language())
    releases = many("{count} release", "{count} releases", one.releases).format(count=one.releases)
    state = _("waits for approval") if one.waits else _(STATES[one.issue.state])
    yield f"{one.issue.name}\t{state}\t{releases}"
    for each in one.open:
        words = _("{recipient}: {state}: {answer}").format(
            recipient=each.recipient or room.wanted.name,
            state=delivery_state(each),
            answer=each.answer or _("not tried yet"),
        )
        when = _("; next try {when}").format(when=next_try(room, each)) if each.next_try else ""
        yield f"  {words}{when}"


def rows(room: MailRoom, stands: Status) -> Iterator[dict[str, Any]]:
    """A row for each issue, then one for the list: what is due, what comes next, whether somebody should look."""
    for one in stands.issues:
        yield {
            "list": one.issue.list,
            "issue": one.issue.name,
            "state": one.issue.state,
            "releases": one.releases,
            "approval": "wanted" if one.waits else "",
            "open": [
                {
                    "recipient": each.recipient,
                    "state": each.state,
                    "attempts": each.attempts,
                    "answer": each.answer,
                    "next_try": next_try(room, each),
                }
                for each in one.open
            ],
        }
    yield {
        "list": room.wanted.name,
        "due": room.local(stands.due) if stands.due else "",
        "next": room.local(stands.upcoming) if stands.upcoming else "",
        "stuck": stands.stuck or stands.lost,
    }


def next_try(room: MailRoom, delivery: Delivery) -> str:
    """When a delivery is tried next, by the clocks of the list; empty for one that is not put off."""
    from oimpress.digest.ledger import moment

    return room.local(moment(delivery.next_try)) if delivery.next_try else ""


def delivery_state(delivery: Delivery) -> str:
    """How far a delivery has come that is not done, in words."""
    match delivery.state:
        case "refused":
            return _("refused")
        case "lost":
            return _("not known whether it arrived; look at the list, and run send --retry if it did not")
        case "waiting" if not delivery.attempts:
            return _("waits")
        case _:
            return _("tried again later")


def notice_lines(place: str, notices: Iterable[Notice]) -> Iterator[str]:
    """Each notice on a line, behind the place that it is of."""
    lang = user_language()
    return (_("{place}: {words}").format(place=place, words=f"{each.code} {each.text(lang)}") for each in notices)
