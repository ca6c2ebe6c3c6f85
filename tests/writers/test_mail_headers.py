"""Header fields: whatever a title holds, one field stays one field, and it reads back as it was."""

from __future__ import annotations

import random
import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.errors import UsageError
from oimpress.writers.mail.headers import Mailbox, address, address_field, clean, text_field

HOSTILE = ("\r\nBcc: x@y.test", "\n\n<html>", "=?utf-8?q?A=0ABcc:_x?=", "\x00", "\u2028Bcc: z", "\x85To: a", "=?", "?=",
           '"', "\\", "<", ">", ",", ";", "(", ")", "é", "’", "« ", "\u00a0", "\u202f", "𝄞", "\u0301", "a" * 90, " ",
           "Subject:", "\x0b", "\x0c", "\t", ".", "From ", "--", "\ud800", "名", "ب", "\u202e")  # fmt: skip
LINE = re.compile(rb"(?:[A-Za-z-]+: [!-~][ -~]*| [!-~][ -~]*)")
words = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)), max_size=12).map("".join)


def parsed(field: str) -> EmailMessage:
    return message_from_bytes(field.encode() + b"\r\n", policy=policy.default)


def check_field(field: str, name: str) -> EmailMessage:
    """The parsed field; fails when it is not one well-formed folded field of short lines."""
    raw = field.encode()
    assert raw.endswith(b"\r\n")
    lines = raw[:-2].split(b"\r\n")
    assert lines[0].startswith(name.encode() + b":")
    assert all(line.startswith(b" ") for line in lines[1:])
    assert all(LINE.fullmatch(line) for line in lines if line != name.encode() + b":")
    message = parsed(field)
    assert message.keys() == [name]
    return message


@given(words)
@settings(max_examples=500)
def test_a_subject_reads_back_and_stays_alone(title: str) -> None:
    field = text_field("Subject", title)
    message = check_field(field, "Subject")
    assert max(map(len, field.split("\r\n"))) <= 78
    assert message["Subject"] == clean(title)


@given(words, words)
@settings(max_examples=300)
def test_a_name_reads_back_and_adds_no_mailbox(one: str, two: str) -> None:
    boxes = (Mailbox("a.b", "press.test", one), Mailbox("c", "xn--bcher-kva.test", two))
    field = address_field("To", boxes)
    message = check_field(field, "To")
    read = message["To"].addresses
    assert [each.addr_spec for each in read] == ["a.b@press.test", "c@xn--bcher-kva.test"]
    # Python 3.11 reads a blank between two encoded words of a name, which RFC 2047, 6.2 forbids.
    assert ["".join(each.display_name.split()) for each in read] == [
        "".join(clean(name).split()) for name in (one, two)
    ]


@pytest.mark.parametrize("count", [5_000, pytest.param(1_000_000, marks=pytest.mark.campaign)])
def test_very_many_hostile_titles_inject_nothing(count: int) -> None:
    """Every fourth is parsed back."""
    pick = random.Random(6924)
    for number in range(count):
        title = "".join(pick.choices(HOSTILE, k=pick.randint(1, 6)))
        field = text_field("Subject", title)
        name = address_field("From", (Mailbox("a", "b.test", title),))
        for line in (field + name).split("\r\n")[:-1]:
            assert line.startswith(("Subject:", "From:", " "))
            assert line.isascii()
            assert line.isprintable()
        if number % 4 == 0:
            again = parsed(field + name)
            assert sorted(again.keys()) == ["From", "Subject"]
            assert again["Subject"] == clean(title)


def test_a_mail_sent_on_by_the_standard_library_gains_no_field() -> None:
    """CVE-2024-6923: a library that folds the subject again must not find a line feed in it."""
    made = parsed(text_field("Subject", "=?utf-8?q?A=0ABcc:_x?="))
    assert made["Subject"] == "=?utf-8?q?A=0ABcc:_x?="
    assert b"\nBcc:" not in made.as_bytes(policy=policy.SMTP)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (text_field("Subject", "Plain words"), "Subject: Plain words\r\n"),
        (text_field("Subject", "Été"), "Subject: =?utf-8?b?w4l0w6k=?=\r\n"),
        (
            text_field("Subject", "Accord de coopération au Chili"),
            "Subject: =?utf-8?q?Accord_de_coop=C3=A9ration_au_Chili?=\r\n",
        ),
        (text_field("Subject", "移民与发展"), "Subject: =?utf-8?b?56e75rCR5LiO5Y+R5bGV?=\r\n"),
        (text_field("Subject", ""), "Subject:\r\n"),
        (address_field("From", (Mailbox("a", "b.test", "OIM, Press"),)), 'From: "OIM, Press" <a@b.test>\r\n'),
        (address_field("From", (Mailbox("a", "b.test", 'the "OIM"'),)), 'From: "the \\"OIM\\"" <a@b.test>\r\n'),
        (address_field("From", (Mailbox("a", "b.test"),)), "From: a@b.test\r\n"),
    ],
)
def test_fields_as_they_are_written(field: str, expected: str) -> None:
    assert field == expected


def test_long_ascii_is_folded_at_blanks() -> None:
    field = text_field("Subject", "word " * 40)
    assert field.count("\r\n ") == 2
    assert parsed(field)["Subject"] == ("word " * 40).strip()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a@b.test", Mailbox("a", "b.test")),
        ("Service de presse <presse@b.test>", Mailbox("presse", "b.test", "Service de presse")),
        ('"OIM, presse" <presse@b.test>', Mailbox("presse", "b.test", "OIM, presse")),
        ("p@bücher.test", Mailbox("p", "xn--bcher-kva.test")),
        ("josé@b.test", Mailbox("josé", "b.test")),
    ],
)
def test_addresses_that_are(text: str, made: Mailbox) -> None:
    assert address(text) == made


@pytest.mark.parametrize(
    "text",
    ["", "a", "a@", "@b", "a@b\r\nBcc: c@d", "a b@c.test", "a@b.test, c@d.test", "A <a@b.test", "a@b.test>",
     "a..b@c.test", ".a@c.test", "<>", "x <a@b.test> <c@d.test>", "a@b..test"],
)  # fmt: skip
def test_addresses_that_are_not(text: str) -> None:
    with pytest.raises(UsageError, match="place: "):
        address(text, "place")
