"""Handing over by SMTP to a real server on loopback: lost answers, refusals, slowness, TLS."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from oimpress.digest import Ledger, open_ledger, send
from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.smtp import Smtp
from oimpress.errors import UsageError
from tests.digest.lists import MONDAY, free_port, listed, made, place

PARCEL = Parcel(
    "presse-1-048", b"Subject: x\r\nMessage-ID: <a@b.test>\r\n\r\n.\r\nFrom here\r\n", "p@oim.test", "l@oim.test"
)


@dataclass
class Office:
    """A server's memory and its next answers to DATA; ``lose`` answers get lost after the mail was taken."""

    answers: list[str] = field(default_factory=list)
    lose: int = 0
    slow: float = 0.0
    refused: tuple[str, ...] = ()
    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.slow)
        if self.answers and not (answer := self.answers.pop(0)).startswith("250"):
            return answer
        assert isinstance(envelope.content, bytes)
        self.taken.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        if self.lose:
            self.lose -= 1
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 OK"


@contextmanager
def serving(office: Office, **settings: Any) -> Iterator[int]:
    controller = Controller(office, hostname="127.0.0.1", port=free_port(), ready_timeout=10, **settings)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as opened:
        yield opened


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def run(ledger: Ledger, root: Path, port: int, minutes: int = 0, retry: bool = False, **settings: Any) -> Any:
    transport = {"kind": "smtp", "host": "127.0.0.1", "port": port, "security": "none", "timeout": 2}
    wanted = listed(transport=transport, **settings)
    return send(ledger, wanted, lambda: [made("a")], place(root, MONDAY + timedelta(minutes=minutes)), retry=retry)


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


def test_no_server_is_a_reason_to_wait(tmp_path: Path) -> None:
    outcome = Smtp("127.0.0.1", free_port(), "none", timeout=1).deliver(PARCEL, tmp_path)
    assert outcome.state == "deferred"


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # aiosmtpd does not count TLS from the first byte
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_over_tls_with_a_password(
    security: Any, authority: trustme.CA, tmp_path: Path, check_passwords: Callable[..., AuthResult]
) -> None:
    office = Office()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(server)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    secrets = {"OIMPRESS_SMTP_USER": "press", "OIMPRESS_SMTP_PASSWORD": "secret"}
    settings = {"ssl_context": server} if security == "tls" else {"tls_context": server, "require_starttls": True}
    settings |= {"authenticator": check_passwords, "auth_required": True, "auth_require_tls": security != "tls"}
    with serving(office, **settings) as port:
        smtp = Smtp("127.0.0.1", port, security, timeout=5)
        assert smtp.deliver(PARCEL, tmp_path, client, secrets).state == "done"
        wrong = smtp.deliver(PARCEL, tmp_path, client, {**secrets, "OIMPRESS_SMTP_PASSWORD": "guess"})
        assert (wrong.state, "guess" in wrong.answer) == ("deferred", False)
        stranger = smtp.deliver(PARCEL, tmp_path, None, secrets)
        assert (stranger.state, "certificate" in stranger.answer.lower()) == ("deferred", True)
    assert len(office.taken) == 1
    assert office.taken[0].endswith(b"\r\n\r\n.\r\nFrom here\r\n")


@pytest.fixture
def check_passwords() -> Callable[..., AuthResult]:
    def check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        good = (data.login, data.password) == (b"press", b"secret")
        return AuthResult(success=good, handled=good)

    return check


def test_a_password_never_goes_over_an_open_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="open line"):
        Smtp("127.0.0.1", 1, "none").deliver(PARCEL, tmp_path, None, {"OIMPRESS_SMTP_USER": "x"})


def test_a_server_without_starttls_gets_nothing(tmp_path: Path) -> None:
    office = Office()
    with serving(office) as port:
        outcome = Smtp("127.0.0.1", port, "starttls", timeout=5).deliver(PARCEL, tmp_path)
    assert (outcome.state, office.taken) == ("deferred", [])


def test_addresses_beyond_ascii_need_a_server_that_knows_them(tmp_path: Path) -> None:
    parcel = Parcel("a", "To: josé@oim.test\r\n\r\nx\r\n".encode(), "p@oim.test", "josé@oim.test")
    office, plain = Office(), Office()
    with serving(office, enable_SMTPUTF8=True) as port:
        assert Smtp("127.0.0.1", port, "none", timeout=5).deliver(parcel, tmp_path).state == "done"
    with serving(plain, enable_SMTPUTF8=False) as port:
        assert Smtp("127.0.0.1", port, "none", timeout=5).deliver(parcel, tmp_path).state == "refused"
    assert (office.recipients, plain.taken) == (["josé@oim.test"], [])
    assert office.taken[0].startswith("To: josé@oim.test\r\n".encode())


def speaking(script: Callable[[socket.socket], None]) -> Iterator[int]:
    """The port of a server that says what ``script`` sends to whoever comes."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = listener.accept()
                    with line, suppress(OSError):
                        script(line)

        Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    ("greeting", "state"),
    [(b"554 no service for you\r\n", "deferred"), (b"421 later\r\n", "deferred"), (b"hello\r\n", "deferred")],
)
def test_a_greeting_that_refuses_says_nothing_of_the_mail(greeting: bytes, state: str, tmp_path: Path) -> None:
    with contextmanager(speaking)(lambda line: line.sendall(greeting)) as port:
        outcome = Smtp("127.0.0.1", port, "none", timeout=5).deliver(PARCEL, tmp_path)
    assert (outcome.state, outcome.of_all) == (state, True)


def test_a_server_that_refuses_by_its_greeting_is_asked_once_a_run(ledger: Ledger, tmp_path: Path) -> None:
    calls: list[int] = []

    def refuse(line: socket.socket) -> None:
        calls.append(1)
        line.sendall(b"554 no service\r\n")

    with contextmanager(speaking)(refuse) as port:
        left = run(ledger, tmp_path, port, to=["a@oim.test", "b@oim.test"]).open
    assert [delivery.state for _, delivery in left] == ["deferred", "waiting"]
    assert len(calls) == 1


@pytest.mark.parametrize("command", [b"EHLO", b"MAIL", b"DATA"])
def test_a_want_of_a_password_says_nothing_of_the_mail(command: bytes, tmp_path: Path) -> None:
    def script(line: socket.socket) -> None:
        line.sendall(b"220 here\r\n")
        while said := line.recv(1000):
            line.sendall(b"530 5.7.0 Authentication required\r\n" if said.startswith(command) else b"250 yes\r\n")

    with contextmanager(speaking)(script) as port:
        outcome = Smtp("127.0.0.1", port, "none", timeout=5).deliver(PARCEL, tmp_path)
    assert outcome.state == "deferred"


def dribble(line: socket.socket, words: bytes) -> None:
    while True:
        for byte in words:
            line.sendall(bytes([byte]))
            time.sleep(0.05)


@pytest.mark.parametrize(("security", "words"), [("none", b"220-wait\r\n"), ("tls", b"\x16\x03\x03\x3f\xff" * 99)])
def test_a_server_that_dribbles_its_greeting_is_cut_off(security: Any, words: bytes, tmp_path: Path) -> None:
    began = time.monotonic()
    with contextmanager(speaking)(lambda line: dribble(line, words)) as port:
        outcome = Smtp("127.0.0.1", port, security, timeout=5, whole=1).deliver(PARCEL, tmp_path)
    assert (outcome.state, outcome.of_all) == ("deferred", True)
    assert "no end within 1 seconds" in outcome.answer
    assert time.monotonic() - began < 4


def test_a_server_that_dribbles_its_last_answer_is_cut_off_and_the_mail_counts_as_lost(tmp_path: Path) -> None:
    def script(line: socket.socket) -> None:
        line.sendall(b"220 here\r\n")
        while (said := line.recv(1000)) and not said.startswith(b"DATA"):
            line.sendall(b"250 yes\r\n")
        line.sendall(b"354 go on\r\n")
        while not said.endswith(b"\r\n.\r\n"):
            said += line.recv(1000)
        dribble(line, b"250-wait\r\n")

    began = time.monotonic()
    with contextmanager(speaking)(script) as port:
        outcome = Smtp("127.0.0.1", port, "none", timeout=5, whole=1).deliver(PARCEL, tmp_path)
    assert (outcome.state, "no end within 1 seconds" in outcome.answer) == ("lost", True)
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"250 yes", "done"),
        (b"451 later", "deferred"),
        (b"554 no", "refused"),
        (b"hello", "lost"),
        (b"354 what?", "lost"),
        (b"2" * 9000, "lost"),
        (b"", "lost"),
    ],
)
def test_answers_to_the_mail(answer: bytes, state: str, tmp_path: Path) -> None:
    """What is no answer does not tell whether the mail was taken."""

    def script(line: socket.socket) -> None:
        line.sendall(b"220 here\r\n")
        while (said := line.recv(1000)) and not said.startswith(b"DATA"):
            line.sendall(b"250 yes\r\n")
        line.sendall(b"354 go on\r\n")
        while not said.endswith(b"\r\n.\r\n"):
            said += line.recv(1000)
        line.sendall(answer and answer + b"\r\n")

    with contextmanager(speaking)(script) as port:
        assert Smtp("127.0.0.1", port, "none", timeout=5).deliver(PARCEL, tmp_path).state == state


def test_a_line_that_breaks_before_the_final_dot_is_no_lost_answer(tmp_path: Path) -> None:
    def script(line: socket.socket) -> None:
        line.sendall(b"220 here\r\n")
        while said := line.recv(1000):
            if said.startswith(b"DATA"):
                return
            line.sendall(b"250 yes\r\n")

    with contextmanager(speaking)(script) as port:
        assert Smtp("127.0.0.1", port, "none", timeout=5).deliver(PARCEL, tmp_path).state == "deferred"


def test_a_server_that_fails_holds_up_the_others_until_the_next_run_only(ledger: Ledger, tmp_path: Path) -> None:
    office = Office(lose=1)
    recipients = ["a@oim.test", "b@oim.test", "c@oim.test"]
    with serving(office) as port:
        left = run(ledger, tmp_path, port, to=recipients).open
        assert [delivery.state for _, delivery in left] == ["deferred", "waiting", "waiting"]
        assert run(ledger, tmp_path, port, to=recipients, minutes=1).issues
    assert office.recipients == ["a@oim.test", "a@oim.test", "b@oim.test", "c@oim.test"]
