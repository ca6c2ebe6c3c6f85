"""The page *Archive*: every source, searched and filtered."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from starlette.responses import Response

from oimpress.desk.calls import DeskCall
from oimpress.desk.index import PAGE
from oimpress.desk.marks import kinds, states
from oimpress.desk.workroom import Workroom
from oimpress.digest import look_at_ledger
from oimpress.digest.mailroom import LEDGER
from oimpress.errors import OimpressError
from oimpress.i18n import phrases
from oimpress.index import ORDERS, ArchiveQuestion, SourceOrder, refusal
from oimpress.visible import visible


def archive(call: DeskCall) -> Response:
    """The rows that the address asks for."""
    question = asked(call)
    listing = call.desk.index.look(question)
    pages = max(1, -(-listing.found // PAGE))
    return call.show(
        "archive.html.j2",
        here="archive",
        question=question,
        listing=listing,
        complete=call.desk.index.complete,
        pages=pages,
        kinds=kinds(call.say),
        states=states(call.say),
        orders=orders(call),
        told=partial(told, call),
    )


def asked(call: DeskCall) -> ArchiveQuestion:
    """What of the archive the address asks for."""
    order: SourceOrder = next((name for name in ORDERS if name == call.ask("order")), "newest")
    return ArchiveQuestion(
        call.ask("words")[:200],
        call.ask("kind"),
        call.ask("lang"),
        call.ask("state"),
        order,
        max(1, call.number("page", 1)),
        sent(call.room),
    )


def told(call: DeskCall, fault: str) -> str:
    """Why a source cannot be read, with its place in the folder."""
    return refusal(fault).text(phrases(call.lang)).replace(f"{visible(str(call.room.root))}/", "")


def orders(call: DeskCall) -> dict[str, str]:
    say = call.say
    return {
        "newest": say("newest first"),
        "oldest": say("oldest first"),
        "title": say("by title"),
        "name": say("by file name"),
    }


def sent(room: Workroom) -> frozenset[Path]:
    """The sources that a list has sent."""
    found = set[str]()
    for folder in {each.folder for each in room.config.lists.values()}:
        path = room.root / folder / LEDGER
        if path.is_file():
            with suppress(OimpressError), look_at_ledger(path) as ledger:
                query = "SELECT DISTINCT origin FROM members m JOIN issues i ON i.id = m.issue WHERE i.state = ?"
                found.update(str(row[0]).partition("#")[0] for row in ledger.rows(query, ("handed-over",), str))
    return frozenset(room.root / origin for origin in found)
