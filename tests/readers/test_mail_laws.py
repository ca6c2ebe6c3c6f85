"""Any mail is read or refused, and every letter of its text parts and fields has a rule; mailboxes are streams."""

from __future__ import annotations

import hashlib
import pickle
import tracemalloc
from collections import Counter, deque
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oimpress.errors import OimpressError, ReadError
from oimpress.pipeline import normalise_all, normalise_each
from oimpress.readers import find, read
from oimpress.readers.mail.mailbox import messages
from oimpress.readers.shared.reader import Drafted
from oimpress.sources import LONG, Source, load
from tests.readers.laws import lawful_all
from tests.readers.mails import MORE, PROSE, mail, message, with_files
from tests.readers.pages import BODIES
from tests.readers.word import p, word

LINE = st.sampled_from([
    PROSE, MORE, "", "", "> cité", ">> cité deux fois", "-- ", "--", "De : Jean <j@x.example>",
    "Envoyé : lundi 11 mars 2024",
    "À : Aude", "Objet : La halle rouvre", "Le 12 mars 2024, Jean a écrit :", "-----Message d'origine-----", " décalé",
    "coupé au bout ", "---------- Forwarded message ----------", "Envoyé de mon iPhone",
    "Un intertitre", "\u200b", "é\u0301",
])  # fmt: skip
TEXTS = st.lists(LINE, max_size=14).map("\n".join)
SUBJECTS = st.sampled_from(
    ["", "La halle rouvre", "TR: La halle", "RE: RE: x", "Communiqué de presse", "[presse] Fwd: é"]
)
FLOWED = st.sampled_from(["", "; format=flowed", "; format=flowed; delsp=yes"])


class Words(HTMLParser):
    """All text of a page, scripts and styles included."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


def counted(data: bytes) -> Counter[str]:
    """The letters of the text parts and of the fields that are shown, straight from the file."""
    found: Counter[str] = Counter()
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        for name in ("Subject", "From", "To", "Date"):
            found += letters(str(make_header(decode_header(part.get(name, "")))))
        if part.get_content_type() == "text/plain":
            found += letters(bytes(part.get_payload(decode=True)).decode())
        elif part.get_content_type() == "text/html":
            words = Words()
            words.feed(bytes(part.get_payload(decode=True)).decode())
            found += letters("".join(words.found))
    return found


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS, SUBJECTS, st.one_of(st.just(""), BODIES), FLOWED)
def test_every_letter_of_a_mail_has_its_rule(text: str, subject: str, html: str, flowed: str) -> None:
    made = message(text + "\n", subject=subject, html=html.replace("\0", "") and f"<div>{html}</div>".replace("\0", ""))
    plain = next(part for part in made.walk() if part.get_content_type() == "text/plain")
    plain.replace_header("Content-Type", plain["Content-Type"] + flowed)
    source = Source("a.eml", made.as_bytes())
    try:
        (found,) = read(source)
    except ReadError:
        return
    lawful_all(source)
    assert isinstance(found, Drafted)
    assert found.text is not None
    if not html:
        assert letters(found.text.characters) == counted(source.data)


def test_an_independent_count_finds_every_letter_of_both_forms() -> None:
    body = f"<p>{PROSE}</p><!-- rien --><p>{MORE} &amp; c&eacute;</p>"
    source = mail(html=f"<html><head><title>Titre</title></head><body>{body}</body></html>")
    (found,) = (each for each in read(source) if isinstance(each, Drafted))
    assert found.text is not None
    assert letters(found.text.characters) == counted(source.data)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 2**32))
def test_damaged_mails_are_read_or_refused(noise: bytes, seed: int) -> None:
    whole = with_files(message(html=f"<p>{PROSE}</p>"), ("a.docx", word(p(PROSE)).data)).data
    at = seed % len(whole)
    for data in (whole[:at], whole[:at] + noise + whole[at:], whole[:at] + noise):
        try:
            normalise_all(Source("a.eml", data))
        except OimpressError:
            continue


# -- bad input --------------------------------------------------------------------------------------------


def nested(depth: int) -> bytes:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return f"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n{heads}Content-Type: text/plain\n\n{PROSE}\n".encode()


@pytest.mark.parametrize("depth", [60, 1000, 20_000])
def test_parts_that_nest_deep_are_refused(depth: int) -> None:
    with pytest.raises(ReadError, match="too deep"):
        normalise_all(Source("a.eml", nested(depth)))


def test_many_parts_are_refused() -> None:
    part = "--b\nContent-Type: text/plain\n\nx\n"
    head = 'From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    with pytest.raises(ReadError, match="over 1000 parts"):
        normalise_all(Source("a.eml", (head + part * 2000).encode()))


def test_messages_in_messages_end_somewhere() -> None:
    inner = message()
    for _ in range(30):
        outer = message(f"{PROSE}\n\n{MORE}\n")
        outer.add_attachment(inner)
        inner = outer
    done = list(normalise_each(Source("a.eml", inner.as_bytes())))
    assert len(done) == 10
    assert isinstance(done[-1], ReadError)


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: =?utf-8?b?gibberish!!?=", b"Subject: =?x-none?q?abc?=", b"Subject: \xff\xfe", b"Date: never",
        b"Date: Tue, 99 Mar 2024 99:99:99 +9999", b"Content-Type: text/plain; charset=nonsense",
        b"Content-Type: ;;;", b"Content-Transfer-Encoding: base64", b"Content-Disposition: inline; filename*=x''%FF",
    ],
)  # fmt: skip
def test_odd_fields_are_read_or_refused(head: bytes) -> None:
    data = b"From: a@b.example\nMessage-ID: <1@b>\n" + head + b"\n\n" + f"{PROSE}\n\n{MORE}\n".encode()
    try:
        found = list(read(Source("a.eml", data)))
    except ReadError:
        return
    if all(isinstance(each, Drafted) and each.text and each.text.law == "text" for each in found):
        lawful_all(Source("a.eml", data))


# -- mailboxes --------------------------------------------------------------------------------------------


def mailbox(count: int) -> bytes:
    one = mail(f"{PROSE}\n\n>From Lyon\n\n{MORE}\n").data.replace(b"\r\n", b"\n")
    return b"".join(b"From a@b.example Tue Mar 12 09:00:00 2024\n" + one + b"\n" for _ in range(count))


def test_each_mail_of_a_box_is_a_release_and_bad_ones_are_told() -> None:
    data = mailbox(2) + b"From a@b.example Tue Mar 12 09:00:00 2024\nSubject: empty\n\n\n" + mailbox(1)
    found = list(normalise_each(Source("a.mbox", data)))
    assert [isinstance(each, OimpressError) for each in found] == [False, False, True, False]
    assert [each.source.name for each in lawful_all(Source("a.mbox", mailbox(2)))] == ["a.mbox/1.eml", "a.mbox/2.eml"]


def peak(items: Iterator[object]) -> int:
    """The most memory that the items cost while they are taken one by one."""
    tracemalloc.start()
    for _ in items:
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def test_a_mailbox_is_read_one_mail_at_a_time() -> None:
    few, many = Source("a.mbox", mailbox(20)), Source("a.mbox", mailbox(200))
    assert find(many).name == "mail"
    peak(read(few))
    assert peak(read(many)) < peak(read(few)) + 400_000


def test_a_long_mailbox_stays_on_the_disk(tmp_path: Path) -> None:
    one = mailbox(1).removesuffix(b"\n") + b"La halle ouvre.\n" * 9000 + b"\n"
    path, count = tmp_path / "A.MBOX", 2 * LONG // len(one)
    path.write_bytes(one * count)
    assert peak(messages(load(path))) < LONG / 4
    source = load(path)
    assert find(source).name == "mail"
    assert [source.data.startswith(begin) for begin in (b"From ", b"PK", b"")] == [True, False, True]
    assert source.sha256 == hashlib.sha256(one * count).hexdigest()
    assert pickle.loads(pickle.dumps(source)).data == one * count
    named = [(each.name, each.data) for each in (*islice(messages(source), 2), *deque(messages(source), 1))]
    (first, *_) = messages(Source("A.MBOX", one))
    assert named == [(f"A.MBOX/{number}.eml", first.data) for number in (1, 2, count)]


def test_other_long_files_are_no_mailboxes(tmp_path: Path) -> None:
    for name, begin in (("a.txt", b"From "), ("a.mbox", b"Le ")):
        (tmp_path / name).write_bytes(begin + b"m" * LONG)
        assert type(load(tmp_path / name).data) is bytes


@pytest.mark.campaign
def test_a_hundred_thousand_mails_are_read() -> None:
    source = Source("a.mbox", mailbox(100_000))
    assert sum(1 for _ in read(source)) == 100_000
