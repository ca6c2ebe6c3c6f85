"""Handing over: each recipient once, what fails tried again later and later, what may have gone never without end."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from oimpress.digest import Built, Delivery, Ledger, MailingList, Workplace, look_at_ledger, mailing_list, plan
from oimpress.digest.handing import hand_over, reopen
from oimpress.digest.ledger import stamp
from oimpress.digest.parcels import Outcome, Parcel, ParcelState
from oimpress.errors import UsageError
from tests.digest.lists import BASE, MONDAY, listed, made

THREE = ["a@oim.test", "b@oim.test", "c@oim.test"]
MINUTE = timedelta(minutes=1)


class Killed(BaseException):
    """A kill, as far as one process can show it."""


@dataclass
class Post:
    """A way of handing over that says what it is told to, then « done »."""

    takes_once: ClassVar[bool] = False
    by_recipient: ClassVar[bool] = True

    answers: list[Outcome | BaseException] = field(default_factory=list)
    taken: list[Parcel] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        self.taken.append(parcel)
        answer = self.answers.pop(0) if self.answers else Outcome("done", "250 OK")
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def said(self, state: ParcelState, times: int = 1, of_all: bool = False) -> None:
        self.answers += [Outcome(state, f"{state} it is", of_all)] * times


class Folder(Post):
    """As a maildir does: a mail that is handed over again is taken once."""

    takes_once: ClassVar[bool] = True


@dataclass
class Office:
    """A ledger with one planned issue, a list for some recipients, and the post."""

    ledger: Ledger
    wanted: MailingList
    post: Post

    def run(self, now: datetime = MONDAY) -> list[tuple[str, str]]:
        """Hand the issue over; who did not get it, and why not."""
        (issue,) = self.ledger.issues("presse")
        place = Workplace(Path(), now, sleep=self.post.pauses.append)
        built = Built(issue, Path("presse-1-048.eml"), b"Subject: x\r\n\r\nMots\r\n")
        return [(each.recipient, each.state) for each in hand_over(self.ledger, self.wanted, built, place)]

    @property
    def state(self) -> str:
        return self.ledger.issues("presse")[0].state

    def delivery(self, at: int = 0) -> Delivery:
        return self.ledger.deliveries(self.ledger.issues("presse")[0])[at]

    def change(self, columns: str) -> None:
        self.ledger.db.execute(f"UPDATE deliveries SET {columns}")


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def office(tmp_path: Path, post: Post, request: pytest.FixtureRequest) -> Iterator[Office]:
    recipients = getattr(request, "param", THREE[:1])
    wanted = replace(listed(to=recipients, transport={"kind": "sendmail"}), transport=post)
    with look_at_ledger(tmp_path / "ledger.sqlite3") as ledger:
        plan(ledger, wanted, lambda: [made("x")], MONDAY)
        ledger.db.execute("UPDATE issues SET state = 'stored'")
        yield Office(ledger, wanted, post)


for_three = pytest.mark.parametrize("office", [THREE], indirect=True)


@for_three
def test_every_recipient_gets_one_mail(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    assert (office.run(), office.state) == ([], "handed-over")
    assert [(each.name, each.sender, each.recipient) for each in office.post.taken] == [
        ("presse-1-048", "presse@oim.test", recipient) for recipient in THREE
    ]
    assert office.post.taken[0].content == b"Subject: x\r\n\r\nMots\r\n"
    assert office.delivery() == Delivery("a@oim.test", "done", 1, 0, "", "250 OK")
    assert caplog.messages == ["presse-1-048: done (250 OK)"] * 3
    assert (office.run(), len(office.post.taken)) == ([], 3)


def test_what_comes_back_goes_to_the_address_for_it(office: Office) -> None:
    bounces = listed(bounces="retours@oim.test").bounces
    office.wanted = replace(office.wanted, bounces=bounces)
    office.run()
    assert office.post.taken[0].sender == "retours@oim.test"


def test_a_server_that_is_busy_is_asked_thrice_a_run(office: Office) -> None:
    office.post.said("deferred", 2)
    assert (office.run(), office.post.pauses, len(office.post.taken)) == ([], [1.0, 4.0], 3)
    assert office.delivery() == Delivery("a@oim.test", "done", 1, 0, "", "250 OK")


def test_a_server_that_stays_busy_is_asked_in_another_run(office: Office) -> None:
    office.post.said("deferred", 3)
    assert (office.run(), office.state) == ([("a@oim.test", "deferred")], "stored")
    assert office.delivery() == Delivery("a@oim.test", "deferred", 1, 0, stamp(MONDAY + MINUTE), "deferred it is")
    office.run(MONDAY + MINUTE - timedelta(seconds=1))
    assert len(office.post.taken) == 3
    assert (office.run(MONDAY + MINUTE), office.state) == ([], "handed-over")


def test_a_server_that_stays_busy_is_left_alone_for_longer_and_longer(office: Office) -> None:
    now, waits = MONDAY, []
    for _ in range(10):
        office.post.said("deferred", 3)
        office.run(now)
        later = datetime.fromisoformat(office.delivery().next_try)
        waits.append((later - now) // MINUTE)
        now = later
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240]
    office.change("attempts = 5000")
    office.post.said("deferred", 3)
    office.run(now)
    assert office.delivery().next_try == stamp(now + timedelta(hours=4))


@for_three
def test_a_refusal_is_final_and_holds_up_nobody(office: Office) -> None:
    office.post.answers = [Outcome("done"), Outcome("refused", "550 no such mailbox")]
    assert (office.run(), office.state) == ([("b@oim.test", "refused")], "handed-over")
    assert office.delivery(1) == Delivery("b@oim.test", "refused", 1, 0, "", "550 no such mailbox")
    assert office.post.pauses == []
    office.run(MONDAY + timedelta(days=2))
    assert len(office.post.taken) == 3


@for_three
@pytest.mark.parametrize("state", ["deferred", "lost"])
def test_a_server_that_is_down_is_left_alone_until_the_next_run(office: Office, state: ParcelState) -> None:
    office.post.said(state, of_all=True)
    left = [("a@oim.test", "deferred"), ("b@oim.test", "waiting"), ("c@oim.test", "waiting")]
    assert (office.run(), office.state, office.post.pauses) == (left, "stored", [])
    assert [each.recipient for each in office.post.taken] == ["a@oim.test"]
    assert office.run(MONDAY + MINUTE) == []


def test_an_answer_that_gets_lost_thrice_is_given_up(office: Office) -> None:
    office.post.said("lost", 4)
    for run, state in enumerate(("deferred", "deferred", "lost"), 1):
        assert office.run(MONDAY + timedelta(hours=run)) == [("a@oim.test", state)]
        assert (office.delivery().unsure, len(office.post.taken), office.post.pauses) == (run, run, [])
    assert (office.delivery().next_try, office.state) == ("", "handed-over")
    office.run(MONDAY + timedelta(days=2))
    assert len(office.post.taken) == 3


def test_a_lost_answer_counts_though_others_come(office: Office) -> None:
    office.post.said("lost")
    office.post.said("deferred", 3)
    office.run()
    office.run(MONDAY + timedelta(hours=1))
    assert (office.delivery().state, office.delivery().attempts, office.delivery().unsure) == ("deferred", 2, 1)
    office.run(MONDAY + timedelta(hours=9))
    assert (office.delivery().state, office.delivery().unsure) == ("done", 1)


def test_a_run_that_was_killed_thrice_over_a_mail_gives_it_up(office: Office) -> None:
    for run in range(1, 4):
        office.post.answers = [Killed()]
        with pytest.raises(Killed):
            office.run()
        assert (office.delivery().state, office.delivery().attempts, office.delivery().unsure) == ("trying", run, run)
    assert (office.run(), len(office.post.taken), office.state) == ([("a@oim.test", "lost")], 3, "handed-over")
    assert office.delivery() == Delivery("a@oim.test", "lost", 3, 3, "", "")
    last = office.ledger.db.execute("SELECT last_try FROM deliveries").fetchone()
    assert last == (stamp(MONDAY),)


def test_a_folder_takes_a_mail_once_however_often_it_is_tried(office: Office) -> None:
    office.post = Folder()
    office.wanted = replace(office.wanted, transport=office.post)
    office.change("state = 'trying', attempts = 7, unsure = 7")
    assert (office.run(), len(office.post.taken)) == ([], 1)


def test_a_fault_of_the_settings_is_raised_and_the_mail_waits(office: Office) -> None:
    office.post.answers = [UsageError("a password over an open line")]
    with pytest.raises(UsageError, match="open line"):
        office.run()
    assert office.delivery() == Delivery(
        "a@oim.test", "deferred", 1, 0, stamp(MONDAY + MINUTE), "a password over an open line"
    )


def test_of_a_long_answer_the_beginning_is_kept(office: Office) -> None:
    office.post.answers = [Outcome("refused", "5" * 501)]
    office.run()
    assert office.delivery().answer == "5" * 500


@for_three
def test_opening_again_what_was_given_up_or_put_off(office: Office) -> None:
    office.change("attempts = 2, unsure = 1, next_try = '2026-11-24T07:00:00Z'")
    for recipient, state in zip(THREE, ("refused", "lost", "done"), strict=True):
        office.ledger.db.execute("UPDATE deliveries SET state = ? WHERE recipient = ?", (state, recipient))
    office.ledger.db.execute("UPDATE issues SET state = 'handed-over'")
    other = mailing_list("autre", {**BASE, "to": THREE, "transport": {"kind": "sendmail"}})
    reopen(office.ledger, other)
    assert (office.state, office.delivery().state) == ("handed-over", "refused")
    reopen(office.ledger, office.wanted)
    assert office.state == "stored"
    assert [office.delivery(at) for at in range(3)] == [
        Delivery("a@oim.test", "waiting", 2, 0, "", ""),
        Delivery("b@oim.test", "waiting", 2, 0, "", ""),
        Delivery("c@oim.test", "done", 2, 1, "2026-11-24T07:00:00Z", ""),
    ]
    assert office.run() == []
    assert [each.recipient for each in office.post.taken] == THREE[:2]


def test_opening_again_tries_at_once_what_was_put_off(office: Office) -> None:
    office.post.said("lost")
    office.run()
    reopen(office.ledger, office.wanted)
    assert office.delivery() == Delivery("a@oim.test", "deferred", 1, 1, "", "lost it is")
    assert (office.state, office.run()) == ("stored", [])


def test_opening_again_what_is_done_opens_nothing(office: Office) -> None:
    office.run()
    reopen(office.ledger, office.wanted)
    assert (office.state, office.delivery().state) == ("handed-over", "done")
