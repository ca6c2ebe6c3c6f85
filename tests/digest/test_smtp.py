"""Handing over by SMTP to a real server on loopback: lost answers, refusals, slowness, TLS."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from threading import Thread

import pytest

from oimpress.digest import Ledger
from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.smtp import Smtp
from oimpress.errors import UsageError
from oimpress.settings.lists import Security
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


SHORT = replace(PARCEL, content=b"Subject: x\r\n\r\n.\r\nMots\r\n")
USUAL = {
    "": "220 oim.test",
    "ehlo": "250-oim.test\r\n250-SIZE 1000\r\n250 SMTPUTF8",
    "mail": "250 OK",
    "rcpt": "250 OK",
    "data": "354 go on",
    ".": "250 taken",
    "quit": "221 bye",
}


@contextmanager
def answering(answers: Mapping[str, str]) -> Iterator[tuple[int, list[str]]]:
    """A server of one talk with these answers beside the usual ones, its port, and what it hears."""
    said = USUAL | {{"greeting": "", "dot": "."}.get(name, name): words for name, words in answers.items()}
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            line, _ = listener.accept()
            with line, line.makefile("rwb", buffering=0) as stream:
                stream.write(f"{said['']}\r\n".encode())
                inside = False
                for each in stream:
                    heard.append(each.decode().rstrip("\r\n"))
                    verb = heard[-1].partition(" ")[0].lower()
                    if not inside or verb == ".":
                        stream.write(f"{said.get(verb, '500 what')}\r\n".encode())
                        inside = verb == "data" and said["data"].startswith("354")

        speaker = Thread(target=talk, daemon=True)
        speaker.start()
        yield listener.getsockname()[1], heard
        speaker.join(5)


def outcome(
    parcel: Parcel = SHORT, security: Security = "none", answers: Mapping[str, str] = USUAL
) -> tuple[Outcome, list[str]]:
    with answering(answers) as (port, heard):
        return Smtp("127.0.0.1", port, security, timeout=5, answer=5, whole=9).deliver(
            parcel, Path(), environ={}
        ), heard


@pytest.mark.parametrize(
    ("answers", "state", "answer", "of_all"),
    [
        ({}, "done", "250", False),
        ({"dot": "299 taken"}, "done", "299", False),
        ({"mail": "399 go on"}, "done", "250", False),
        ({"mail": "400 later"}, "deferred", "400 later", False),
        ({"rcpt": "499 later"}, "deferred", "499 later", False),
        ({"rcpt": "500 nobody"}, "refused", "500 nobody", False),
        ({"rcpt": "599 nobody"}, "refused", "599 nobody", False),
        ({"mail": "530 who are you"}, "deferred", "530 who are you", True),
        ({"data": "250 what"}, "deferred", "451 what", False),
        ({"data": "400 later"}, "deferred", "400 later", False),
        ({"dot": "400 later"}, "deferred", "400 later", False),
        ({"dot": "554 no"}, "refused", "554 no", False),
        ({"greeting": "554 no"}, "deferred", "554 no", True),
    ],
)
def test_what_becomes_of_a_mail_by_each_answer(answers: dict[str, str], state: str, answer: str, of_all: bool) -> None:
    found, _ = outcome(answers=answers)
    assert (found.state, found.answer, found.of_all) == (state, answer, of_all)


def test_an_answer_to_the_final_dot_that_says_nothing_leaves_the_mail_lost() -> None:
    found, _ = outcome(answers={"dot": "300 what"})
    assert (found.state, found.of_all) == ("lost", True)
    assert found.answer.endswith(": no answer after the final dot (what)")


def test_a_mail_is_told_by_its_size_and_its_dots_are_doubled() -> None:
    _, heard = outcome()
    assert heard[1:] == [
        f"mail FROM:<p@oim.test> SIZE={len(SHORT.content)}",
        "rcpt TO:<l@oim.test>",
        "DATA",
        *("Subject: x", "", "..", "Mots", ".", "quit"),
    ]
    _, heard = outcome(replace(SHORT, content=b"Subject: x\r\n\r\nMots"), answers={"ehlo": "250 oim.test"})
    assert heard[1] == "mail FROM:<p@oim.test>"
    assert heard[-3:] == ["Mots", ".", "quit"]


@pytest.mark.parametrize(
    "wide",
    [
        replace(SHORT, recipient="é@oim.test"),
        replace(SHORT, sender="é@oim.test"),
        replace(SHORT, content="Subject: é\r\n\r\nMots\r\n".encode()),
    ],
)
def test_what_is_beyond_ascii_wants_a_server_that_carries_it(wide: Parcel) -> None:
    found, heard = outcome(wide)
    assert found.state == "done"
    assert heard[1].split(" ")[2:4] == ["SMTPUTF8", "BODY=8BITMIME"]
    found, _ = outcome(wide, answers={"ehlo": "250 oim.test"})
    assert found == Outcome("refused", "127.0.0.1: cannot carry addresses beyond ASCII (no SMTPUTF8)")


def test_a_server_without_starttls_hears_no_mail() -> None:
    found, heard = outcome(security="starttls")
    assert (found.state, found.of_all) == ("deferred", True)
    assert not any(line.startswith("mail") for line in heard)


def test_a_user_without_tls_is_a_mistake() -> None:
    words = r'^x: a password over an open line; set security = "starttls" or "tls"$'
    with pytest.raises(UsageError, match=words):
        Smtp("x", security="none").deliver(SHORT, Path(), environ={"OIMPRESS_SMTP_USER": "u"})
