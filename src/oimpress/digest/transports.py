"""Ways of handing a mail over: a folder of files, a maildir, SMTP, a sendmail program.

Folders take a mail once however often it is handed over. SMTP and sendmail cannot promise that: when an answer is lost
the mail goes again, under the same Message-ID.
"""

from __future__ import annotations

import os
import smtplib
import ssl
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from oimpress.digest.storing import store
from oimpress.errors import UsageError

Security: TypeAlias = Literal["starttls", "tls", "none"]
State: TypeAlias = Literal["done", "deferred", "refused"]
TEMPORARY = 75  # EX_TEMPFAIL of sysexits.h, and what a signal or a missing program counts as


@dataclass(frozen=True, slots=True)
class Parcel:
    """A mail on its way. ``name`` is unique and fixed for the issue; ``recipient`` is empty for folders."""

    name: str
    content: bytes
    sender: str
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``deferred`` may be tried again, ``refused`` may not; ``answer`` is what the other side said."""

    state: State
    answer: str = ""


@dataclass(frozen=True, slots=True)
class EmlFolder:
    """A folder of ``.eml`` files."""

    path: str

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        target = root / self.path / f"{parcel.name}.eml"
        return _stored(target, parcel.content)


@dataclass(frozen=True, slots=True)
class Maildir:
    """A maildir; lines end with LF there, as its readers expect."""

    path: str

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        folder = root / self.path
        if any((folder / "cur").glob(f"{parcel.name}:*")) or (folder / "new" / parcel.name).exists():
            return Outcome("done", "was there already")
        try:
            for name in ("cur", "new", "tmp"):
                (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return Outcome("deferred", f"{folder}: {error.strerror or error}")
        content = parcel.content.replace(b"\r\n", b"\n")
        return _stored(folder / "new" / parcel.name, content, folder / "tmp" / parcel.name)


@dataclass(frozen=True, slots=True)
class Sendmail:
    """A program that takes a mail on its standard input; the recipient is its last argument."""

    command: tuple[str, ...]
    timeout: int = 120

    def deliver(self, parcel: Parcel, root: Path) -> Outcome:
        call = [*self.command, "-f", parcel.sender, "--", parcel.recipient]
        content = parcel.content.replace(b"\r\n", b"\n")
        try:
            done = subprocess.run(call, input=content, capture_output=True, timeout=self.timeout, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return Outcome("deferred", f"{self.command[0]}: {error}")
        words = f"{self.command[0]}: exit {done.returncode} {done.stderr.decode('utf-8', 'replace').strip()}".strip()
        if done.returncode == 0:
            return Outcome("done", words)
        return Outcome("deferred" if done.returncode < 0 or done.returncode == TEMPORARY else "refused", words)


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server. User and password come from OIMPRESS_SMTP_USER and OIMPRESS_SMTP_PASSWORD only."""

    host: str
    port: int = 587
    security: Security = "starttls"
    timeout: float = 30

    def deliver(
        self, parcel: Parcel, root: Path, context: ssl.SSLContext | None = None, environ: Mapping[str, str] = os.environ
    ) -> Outcome:
        user, password = environ.get("OIMPRESS_SMTP_USER", ""), environ.get("OIMPRESS_SMTP_PASSWORD", "")
        if user and self.security == "none":
            raise UsageError('{host}: a password over an open line; set security = "starttls" or "tls"', host=self.host)
        try:
            server = self._connected(context or ssl.create_default_context())
            try:
                if user:
                    server.login(user, password)
                return self._handed(server, parcel)
            finally:
                _goodbye(server)
        except smtplib.SMTPAuthenticationError as error:  # says nothing of the mail: it waits until this is mended
            return Outcome(
                "deferred", f"{error.smtp_code} {self.host} does not take OIMPRESS_SMTP_USER and its password"
            )
        except smtplib.SMTPResponseException as error:
            return _answered(error.smtp_code, error.smtp_error)
        except (smtplib.SMTPException, OSError) as error:
            return Outcome("deferred", f"{self.host}:{self.port}: {str(error) or type(error).__name__}")

    def _connected(self, context: ssl.SSLContext) -> smtplib.SMTP:
        if self.security == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout, context=context)
        server = smtplib.SMTP(self.host, self.port, timeout=self.timeout)
        if self.security == "starttls":
            try:
                server.starttls(context=context)
            except BaseException:
                server.close()
                raise
        return server

    def _handed(self, server: smtplib.SMTP, parcel: Parcel) -> Outcome:
        server.ehlo_or_helo_if_needed()
        head = parcel.content.partition(b"\r\n\r\n")[0]
        wide = not (head.isascii() and (parcel.sender + parcel.recipient).isascii())  # RFC 6531
        if wide and not server.has_extn("smtputf8"):
            return Outcome("refused", f"{self.host}: cannot carry addresses beyond ASCII (no SMTPUTF8)")
        options = ["SMTPUTF8", "BODY=8BITMIME"] if wide else []
        try:
            server.sendmail(parcel.sender, [parcel.recipient], parcel.content, options)
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            return _answered(code, words)
        return Outcome("done", "250")


Transport: TypeAlias = EmlFolder | Maildir | Smtp | Sendmail


def _goodbye(server: smtplib.SMTP) -> None:
    """End the talk; what goes wrong now says nothing of the mail that was taken before."""
    with suppress(smtplib.SMTPException, OSError):
        server.quit()
    server.close()


def _answered(code: int, words: bytes | str) -> Outcome:
    """A server's refusal: final for 5xx, else to be tried again. Source: RFC 5321, 4.2.1."""
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Outcome("refused" if 500 <= code < 600 else "deferred", f"{code} {said}")


def _stored(target: Path, content: bytes, through: Path | None = None) -> Outcome:
    try:
        store(target, content, through)
    except OSError as error:
        return Outcome("deferred", f"{target}: {error.strerror or error}")
    return Outcome("done", str(target))
