"""Handing over by SMTP to a real server on loopback: lost answers, refusals, slowness, TLS."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from oimpress.digest import Ledger
from oimpress.digest.parcels import Outcome
from oimpress.digest.smtp import Smtp
from tests.digest.office import PARCEL, Office, run, serving


def states(ledger: Ledger) -> dict[str, str]:
    return {each.recipient: each.state for issue in ledger.issues("presse") for each in ledger.deliveries(issue)}


def identities(office: Office) -> set[str]:
    return {message_from_bytes(mail, policy=policy.default)["Message-ID"] for mail in office.taken}


def test_a_mail_arrives_as_it_was_stored(ledger: Ledger, tmp_path: Path) -> None:
    office = Office()
    with serving(office) as port:
        run(ledger, tmp_path, port)
    assert office.taken == [(tmp_path / "digest" / "presse" / "presse-1-048.eml").read_bytes()]
    assert office.recipients == ["liste@oim.test"]
    assert states(ledger) == {"liste@oim.test": "done"}


def test_a_lost_answer_brings_the_mail_again_in_another_run_under_its_identity(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(lose=1)
    with serving(office) as port:
        ((_, delivery),) = run(ledger, tmp_path, port).open
        assert (delivery.state, delivery.unsure, len(office.taken)) == ("deferred", 1, 1)
        run(ledger, tmp_path, port, minutes=0)
        assert len(office.taken) == 1
        assert run(ledger, tmp_path, port, minutes=1).issues
    assert len(office.taken) == 2
    assert identities(office) == {"<presse-1-048@oim.test>"}
    assert len(set(office.taken)) == 1
    assert states(ledger) == {"liste@oim.test": "done"}


def test_a_server_that_always_loses_its_answer_gets_three_copies_and_an_alert(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(lose=99)
    with serving(office) as port:
        found = [run(ledger, tmp_path, port, minutes=60 * each).open for each in range(9)]
        assert len(office.taken) == 3
        assert [[delivery.state for _, delivery in left] for left in found] == [
            ["deferred"],
            ["deferred"],
            ["lost"],
            *[[]] * 6,
        ]
        assert states(ledger) == {"liste@oim.test": "lost"}
        office.lose = 0
        assert run(ledger, tmp_path, port, minutes=900, retry=True).issues
    assert len(office.taken) == 4
    assert identities(office) == {"<presse-1-048@oim.test>"}


def test_a_run_that_dies_over_every_attempt_is_not_repeated_without_end(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def deliver(*_: object) -> Outcome:
        calls.append(1)
        raise Killed

    calls: list[int] = []
    monkeypatch.setattr(Smtp, "deliver", deliver)
    for minutes in range(3):
        with pytest.raises(Killed):
            run(ledger, tmp_path, 1, minutes=minutes)
    ((_, delivery),) = run(ledger, tmp_path, 1, minutes=3).open
    assert (delivery.state, len(calls)) == ("lost", 3)


def test_put_off_attempts_do_not_count_as_lost(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(["451 later"] * 12)
    with serving(office) as port:
        for each in range(4):
            run(ledger, tmp_path, port, minutes=300 * each)
        assert run(ledger, tmp_path, port, minutes=9000).issues
    assert len(office.taken) == 1


def test_a_server_that_is_busy_is_asked_again(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(["451 later", "421 later"])
    with serving(office) as port:
        assert run(ledger, tmp_path, port).issues
    assert len(office.taken) == 1


def test_a_server_that_stays_busy_is_left_alone_for_longer_and_longer(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(["451 later"] * 9)
    with serving(office) as port:
        ((_, delivery),) = run(ledger, tmp_path, port).open
        assert (delivery.state, delivery.answer, delivery.attempts) == ("deferred", "451 later", 1)
        assert len(office.answers) == 6
        run(ledger, tmp_path, port, minutes=0)
        assert len(office.answers) == 6
        run(ledger, tmp_path, port, minutes=1)
        run(ledger, tmp_path, port, minutes=2)
        assert len(office.answers) == 3
        run(ledger, tmp_path, port, minutes=3)
        assert run(ledger, tmp_path, port, minutes=6).issues == ()
        assert len(office.answers) == 0
        assert run(ledger, tmp_path, port, minutes=7).issues
    assert len(office.taken) == 1


def test_a_refusal_is_final_until_asked_again(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(["554 never"])
    with serving(office) as port:
        ((_, delivery),) = run(ledger, tmp_path, port).open
        assert (delivery.state, delivery.answer) == ("refused", "554 never")
        run(ledger, tmp_path, port, minutes=600)
        assert office.taken == []
        assert run(ledger, tmp_path, port, minutes=601, retry=True).issues
    assert len(office.taken) == 1


def test_one_bad_recipient_holds_up_no_other(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(refused=("b@oim.test",))
    with serving(office) as port:
        run(ledger, tmp_path, port, to=["a@oim.test", "b@oim.test", "c@oim.test"])
    assert states(ledger) == {"a@oim.test": "done", "b@oim.test": "refused", "c@oim.test": "done"}
    assert office.recipients == ["a@oim.test", "c@oim.test"]


def test_the_answer_to_the_final_dot_may_take_its_time(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(slow=1)
    assert (Smtp("mail.test").answer, Smtp("mail.test").whole) == (600, 900)  # seconds
    with serving(office) as port:
        assert Smtp("127.0.0.1", port, "none", timeout=0.5, answer=5).deliver(PARCEL, tmp_path).state == "done"
        given_up = Smtp("127.0.0.1", port, "none", timeout=0.5, answer=0.3).deliver(PARCEL, tmp_path)
    assert (given_up.state, "timed out" in given_up.answer) == ("lost", True)
