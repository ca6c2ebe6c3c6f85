"""By SMTP to servers of every temper: locked, silent, slow, refusing; what each means for a mail."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from oimpress.digest import Ledger
from oimpress.digest.parcels import Parcel
from oimpress.digest.smtp import Smtp
from oimpress.errors import UsageError
from tests.digest.lists import free_port
from tests.digest.office import PARCEL, Office, run, serving


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


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
