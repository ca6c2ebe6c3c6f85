"""The page *Digest*: what is due and why, how it will look, proof, approval, sending, and what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import UTC, datetime

from starlette.responses import Response

from oimpress import digest as library
from oimpress.desk.calls import DeskCall, go
from oimpress.desk.framing import framed
from oimpress.desk.previews import shown_mail
from oimpress.digest.account import Met, Status, log, reason, reason_of, status
from oimpress.digest.approval import Approval, approval, approve, waits
from oimpress.digest.building import built
from oimpress.digest.mailroom import MailRoom, lists_of
from oimpress.digest.proofs import send_proof
from oimpress.digest.workplace import Built
from oimpress.errors import OimpressError, UsageError
from oimpress.i18n import phrases
from oimpress.model.runs import plain
from oimpress.records import record
from oimpress.writers.mail.headers import address

PAGE = "/digest"
FEW = 300  # sources that are judged unasked; more make somebody wait
MOST_MET = 100  # rows of what was sent


@record
class Waiting:
    """A release, and what the next issue decides on it, in words."""

    title: str
    published: str
    words: str
    taken: bool


@record
class ListView:
    """A list as the page shows it. ``due`` when an issue is to be planned now; ``stored`` are mails that wait."""

    room: MailRoom
    status: Status
    due: bool
    waiting: tuple[Waiting, ...] | None
    stored: tuple[tuple[Built, Approval | None, bool], ...]
    planned: tuple[str, ...]
    met: tuple[tuple[Met, str], ...]
    faults: list[str] = field(default_factory=list)


def digests(call: DeskCall) -> Response:
    """Every list of the settings."""
    return _page(call)


def _page(call: DeskCall, faults: tuple[str, ...] = (), status_code: int = 200) -> Response:
    rooms = list(_rooms(call)) if call.room.config.lists else []
    views = [_view(call, room) for room in rooms]
    say = call.say
    said = {
        "prepared": say("The issue is prepared: look at it, then send it."),
        "idle": say("Nothing is due."),
        "approved": say("Approved."),
        "sent": say("Handed over."),
        "proof": say("The proof is on its way."),
    }.get(call.ask("said"), "")
    return call.show("digest.html.j2", status_code, here="digest", views=views, faults=faults, said=said, few=FEW)


def _rooms(call: DeskCall) -> Iterator[MailRoom]:
    for wanted in lists_of(call.room.config):
        yield MailRoom(call.room.config, wanted, datetime.now(UTC), lambda _error: None)


def _room(call: DeskCall, name: str, faults: list[str]) -> MailRoom:
    """The list called ``name``; ``faults`` gets what cannot be taken, in words. Raises UsageError."""
    (wanted,) = lists_of(call.room.config, (name,))
    say = phrases(call.lang)
    return MailRoom(call.room.config, wanted, datetime.now(UTC), lambda error: faults.append(error.text(say)))


def _view(call: DeskCall, room: MailRoom) -> ListView:
    faults: list[str] = []
    with room.look() as ledger:
        stands = status(ledger, room.wanted, room.place)
        due = library.due(ledger, room.wanted, room.place.now) is not None
        open_issues = library.unsent(ledger, room.wanted)
        zone = room.wanted.calendar.zone
        met = [(each, reason(each, call.lang, zone)) for each in log(ledger, room.wanted) if each.issue]
        waiting = None
        if call.ask("look") or len(call.room.sources()) <= FEW:
            try:
                waiting = tuple(sorted(_waiting(call, room, ledger), key=lambda each: not each.taken))
            except OimpressError as error:
                faults.append(error.text(phrases(call.lang)))
    stored = [_stored(room, issue) for issue in open_issues]
    return ListView(
        room,
        stands,
        due,
        waiting,
        tuple(each for each in stored if each),
        tuple(issue.name for issue, mail in zip(open_issues, stored, strict=True) if mail is None),
        tuple(reversed(met[-MOST_MET:])),
        faults,
    )


def _waiting(call: DeskCall, room: MailRoom, ledger: library.Ledger) -> Iterator[Waiting]:
    """What the next issue would decide on every release that is in none."""
    for each in library.judge(ledger, room.wanted, room.candidates, room.place.now):
        if each.verdict != "in":
            one = each.candidate
            words = reason_of(each.verdict, call.lang, one.until, room.wanted.calendar.zone)
            yield Waiting(plain(one.release.title), one.published, words, each.verdict in ("new", "late", "corrected"))


def _stored(room: MailRoom, issue: library.Issue) -> tuple[Built, Approval | None, bool] | None:
    """The mail of an issue, with its approval, and whether it waits for one; None when it is not stored."""
    path = room.place.stored(room.wanted, issue)
    if issue.state != "stored" or not path.is_file():
        return None
    made = Built(issue, path, path.read_bytes())
    return made, approval(room.wanted, made, room.place), waits(room.wanted, made, room.place)


def look(call: DeskCall) -> Response:
    """The mail of the next issue of a list, for a frame of ours."""
    room = _room(call, call.ask("list"), [])
    with room.look() as ledger:
        mail = library.outlook(ledger, room.wanted, room.candidates, room.place).value
    return framed(shown_mail(mail, bool(call.ask("night"))))


def prepare(call: DeskCall) -> Response:
    """Plan the issue that is due and store its mail."""
    room = _room(call, call.give("list"), [])
    with room.ledger() as ledger:
        library.plan(ledger, room.wanted, room.candidates, room.place.now)
        made = library.build(ledger, room.wanted, room.place)
    return go(PAGE, said="prepared" if made else "idle")


def approved(call: DeskCall) -> Response:
    """Approve the stored mail that the page showed, and no other."""
    room = _room(call, call.give("list"), [])
    with room.ledger() as ledger:
        for issue in library.unsent(ledger, room.wanted):
            if issue.name == call.give("issue") and issue.sha256 == call.give("sha256"):
                approve(room.wanted, built(ledger, room.wanted, issue, room.place), room.place, call.room.who)
                return go(PAGE, said="approved")
    raise UsageError("{name}: the mail is another by now; look at it again", name=call.give("issue"))


def send(call: DeskCall) -> Response:
    """Hand over what is prepared, and what is due."""
    faults: list[str] = []
    room = _room(call, call.give("list"), faults)
    with room.ledger() as ledger:
        sent = library.send(ledger, room.wanted, room.candidates, room.place)
    say = phrases(call.lang)
    faults += [f"{name}: {fault.text(say)}" for name, fault in sent.left]
    faults += [f"{issue.name}: {each.recipient} {each.answer}" for issue, each in sent.open]
    faults += [say("{issue}: waits for approval").format(issue=issue.name) for issue in sent.waiting]
    if faults:
        return _page(call, tuple(faults), 409)
    return go(PAGE, said="sent" if sent.issues else "idle")


def proof(call: DeskCall) -> Response:
    """Send the next issue to one person."""
    room = _room(call, call.give("list"), [])
    say = call.say
    to = address(call.give("to"), say("Address"))
    with room.look() as ledger:
        outcome = send_proof(ledger, room.wanted, room.candidates, room.place, to)
    if outcome.state != "done":
        return _page(call, (outcome.answer,), 502)
    return go(PAGE, said="proof")
