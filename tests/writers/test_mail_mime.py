"""MIME entities parse back to what went in."""

from __future__ import annotations

import quopri
from email import message_from_bytes, policy

from hypothesis import given
from hypothesis import strategies as st

from oimpress.writers.mail.mime import Leaf, Multi, entity_bytes, message, quoted_printable

lines = st.lists(st.one_of(st.text(max_size=120), st.sampled_from([".", "From x", "é" * 60, "=" * 80, " ", "\t"])))


@given(lines)
def test_quoted_printable_decodes_to_the_text(parts: list[str]) -> None:
    text = "\n".join(parts).replace("\r", "").encode("utf-8", "replace")
    coded = quoted_printable(text)
    assert quopri.decodestring(coded.replace(b"\r\n", b"\n")).removesuffix(b"\n") == text.removesuffix(b"\n")
    for line in coded.split(b"\r\n"):
        assert len(line) <= 76
        assert not line.endswith((b" ", b"\t"))
        assert line != b"."
        assert not line.startswith(b"From ")


def test_parts_parse_back() -> None:
    content = bytes(range(256)) * 3
    entity = Multi(
        "mixed", (Leaf("text/plain; charset=utf-8", "é\n".encode()), Leaf("application/pdf", content, (), "base64"))
    )
    made = message(("Subject: x\r\n",), entity)
    assert b"\n" not in made.replace(b"\r\n", b"")
    parsed = message_from_bytes(made, policy=policy.default)
    assert not parsed.defects
    one, two = parsed.iter_parts()
    assert one.get_content() == "é\r\n"
    assert two.get_content() == content
    assert not one.defects
    assert not two.defects


def test_a_boundary_hangs_on_the_content() -> None:
    def made(text: bytes) -> bytes:
        return entity_bytes(Multi("alternative", (Leaf("text/plain", text),)))

    assert made(b"a") == made(b"a")
    assert made(b"a").split(b"\r\n")[1] != made(b"b").split(b"\r\n")[1]
