"""Handing a mail over by SMTP: a talk with a server, which has an end."""

from __future__ import annotations

import os
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Timer
from typing import ClassVar

from oimpress.digest.parcels import Outcome, Parcel
from oimpress.errors import UsageError
from oimpress.records import record
from oimpress.settings.lists import Security

ANSWER = 600.0  # seconds for the answer to the final dot. Source: RFC 5321, 4.5.3.2.6
WHOLE = 900.0  # seconds for the whole talk, however slowly a server dribbles
LOCKED = (530, 534, 535, 538)  # no password, or not a good one: says nothing of the mail. Source: RFC 4954, 6


@record
class Smtp:
    """A mail server. User and password come from OIMPRESS_SMTP_USER and OIMPRESS_SMTP_PASSWORD only.

    ``timeout`` is for each step, ``answer`` for that to the final dot, ``whole`` for all together; in seconds.
    """

    takes_once: ClassVar[bool] = False
    by_recipient: ClassVar[bool] = True

    host: str
    port: int = 587
    security: Security = "starttls"
    timeout: float = 30
    answer: float = ANSWER
    whole: float = WHOLE

    def deliver(
        self, parcel: Parcel, root: Path, context: ssl.SSLContext | None = None, environ: Mapping[str, str] = os.environ
    ) -> Outcome:
        login = environ.get("OIMPRESS_SMTP_USER", ""), environ.get("OIMPRESS_SMTP_PASSWORD", "")
        if login[0] and self.security == "none":
            raise UsageError('{host}: a password over an open line; set security = "starttls" or "tls"', host=self.host)
        try:
            line = socket.create_connection((self.host, self.port), self.timeout)
        except (OSError, UnicodeError) as error:
            return self._down(error)
        with closing(line), _cut_off(line, self.whole) as over:
            outcome = self._talked(line, parcel, context or ssl.create_default_context(), login)
        if over.is_set() and outcome.state in ("deferred", "lost"):
            return replace(outcome, answer=f"{self.host}:{self.port}: no end within {self.whole:g} seconds")
        return outcome

    def _talked(self, line: socket.socket, parcel: Parcel, context: ssl.SSLContext, login: tuple[str, str]) -> Outcome:
        server = _Server(self.host, line, self.timeout)
        try:
            self._greet(server, line, context)
            if login[0]:
                server.login(*login)
            return self._handed(server, parcel)
        except smtplib.SMTPAuthenticationError as error:
            words = f"{error.smtp_code} {self.host} does not take OIMPRESS_SMTP_USER and its password"
            return Outcome("deferred", words, of_all=True)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return self._down(error)
        finally:
            _goodbye(server)

    def _greet(self, server: _Server, line: socket.socket, context: ssl.SSLContext) -> None:
        """Read the greeting, under TLS where that is wanted. Raises what smtplib does, for a refusal too."""
        if self.security == "tls":
            server.sock = context.wrap_socket(line, server_hostname=self.host)
        code, words = server.getreply()
        if code != 220:
            raise smtplib.SMTPConnectError(code, words)
        if self.security == "starttls":
            server.starttls(context=context)
        server.ehlo_or_helo_if_needed()

    def _handed(self, server: smtplib.SMTP, parcel: Parcel) -> Outcome:
        head = parcel.content.partition(b"\r\n\r\n")[0]
        wide = not (head.isascii() and (parcel.sender + parcel.recipient).isascii())  # RFC 6531
        if wide and not server.has_extn("smtputf8"):
            return Outcome("refused", f"{self.host}: cannot carry addresses beyond ASCII (no SMTPUTF8)")
        options = ["SMTPUTF8", "BODY=8BITMIME"] if wide else []
        if server.has_extn("size"):
            options.append(f"SIZE={len(parcel.content)}")
        for code, words in _asked(server, parcel, options):
            if not 200 <= code < 400:
                return _answered(code, words)
        return self._given(server, parcel.content)

    def _given(self, server: smtplib.SMTP, content: bytes) -> Outcome:
        """Send the mail. Once the final dot is on its way the mail may have been taken, whatever happens then."""
        server.send(re.sub(rb"(?m)^\.", b"..", content))
        try:
            server.send(b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n")
            if server.sock:
                server.sock.settimeout(self.answer)
            code, words = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            return self._unanswered(str(error))
        if 200 <= code < 300:
            return Outcome("done", f"{code}")
        return _answered(code, words) if 400 <= code < 600 else self._unanswered(_words(words))

    def _unanswered(self, found: str) -> Outcome:
        return Outcome("lost", f"{self.host}:{self.port}: no answer after the final dot ({found})", of_all=True)

    def _down(self, error: Exception) -> Outcome:
        if isinstance(error, smtplib.SMTPResponseException):
            return Outcome("deferred", f"{error.smtp_code} {_words(error.smtp_error)}", of_all=True)
        return Outcome("deferred", f"{self.host}:{self.port}: {str(error) or type(error).__name__}", of_all=True)


class _Server(smtplib.SMTP):
    """A server at the other end of a line that is open; its certificate is checked against ``host``."""

    def __init__(self, host: str, line: socket.socket, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self._host = host
        self.sock = line


def _asked(server: smtplib.SMTP, parcel: Parcel, options: list[str]) -> Iterator[tuple[int, bytes]]:
    """The answers to the commands before the mail itself, each sent when the one before was taken."""
    yield server.mail(parcel.sender, options)
    yield server.rcpt(parcel.recipient)
    code, words = server.docmd("DATA")
    yield (code, words) if code == 354 or code >= 400 else (451, words)


def _answered(code: int, words: bytes | str) -> Outcome:
    """A server's refusal: final for 5xx, else to be tried again. Source: RFC 5321, 4.2.1."""
    said = f"{code} {_words(words)}"
    if code in LOCKED:
        return Outcome("deferred", said, of_all=True)
    return Outcome("refused" if 500 <= code < 600 else "deferred", said)


def _words(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said


@contextmanager
def _cut_off(line: socket.socket, seconds: float) -> Iterator[Event]:
    """Shut ``line`` when the time is over, whatever is read from it then; the event tells that it was.

    A second handle on the connection serves for that, since TLS takes the first one for itself.
    """
    over = Event()

    def cut() -> None:
        over.set()
        with suppress(OSError):
            handle.shutdown(socket.SHUT_RDWR)

    with closing(line.dup()) as handle:
        clock = Timer(seconds, cut)
        clock.daemon = True
        clock.start()
        try:
            yield over
        finally:
            clock.cancel()


def _goodbye(server: smtplib.SMTP) -> None:
    """End the talk; what goes wrong now says nothing of the mail that was taken before."""
    with suppress(smtplib.SMTPException, OSError, ValueError):
        server.quit()
    server.close()
