"""TOML of anybody's: within limits, and a sentence for what is beyond them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.errors import UsageError
from oimpress.settings.toml import DEEPEST, LARGEST, LONGEST_WORD, MOST_PARTS, parse_table, read_table

BEYOND = {
    "lists": "a = " + "[" * 3000 + "]" * 3000,
    "tables": "a = " + "{a = " * 3000 + "1" + "}" * 3000,
    "table header": "[" * 3000,
    "digits": "a = " + "9" * 5000,
    "hexadecimal": "a = 0x" + "f" * 5000,
    "parts": ".".join(["a"] * 100_000) + " = 1",
    "parts with blanks": " . ".join(["a"] * 100_000) + " = 1",
    "quoted parts": ".".join(['"a"'] * 100_000) + " = 1",
    "parts of a header": "[" + ".".join(["a"] * 100_000) + "]",
    "behind a text": 'a = [\'[\', "\\"[", \'\'\'x\'\'\'\', """y"""", ' + "[" * 3000,
    "behind lines": '"""\n[[\n""" = 1\nb = ' + "[" * 3000,
}


@pytest.mark.parametrize("case", BEYOND)
def test_what_no_settings_hold_is_refused_with_its_line(case: str) -> None:
    before = "# a remark with [[[[ and ' and \"\n"
    with pytest.raises(UsageError, match=r"a\.toml:\d: deeper or longer than any setting; mend this line"):
        parse_table(before + BEYOND[case], "a.toml")


@pytest.mark.parametrize(
    ("inside", "beyond"),
    [
        ("a = " + "[" * DEEPEST + "]" * DEEPEST, "a = " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)),
        ("a" * LONGEST_WORD + " = 1", "a" * (LONGEST_WORD + 1) + " = 1"),
        (".".join(["a"] * MOST_PARTS) + " = 1", ".".join(["a"] * (MOST_PARTS + 1)) + " = 1"),
    ],
)
def test_the_limits_stand_where_they_are_said_to(inside: str, beyond: str) -> None:
    assert parse_table(inside, "a.toml") == tomllib.loads(inside)
    with pytest.raises(UsageError, match="deeper or longer"):
        parse_table(beyond, "a.toml")


def test_brackets_in_texts_and_remarks_count_for_nothing() -> None:
    text = "a = '" + "[" * 99 + "' # " + "{" * 99 + '\nb = """' + "[\n" * 99 + '"""\nc = "' + '\\"[' * 99 + '"\n'
    assert parse_table(text, "a.toml") == tomllib.loads(text)


def test_long_texts_are_no_words() -> None:
    assert parse_table(f'a = "{"x" * 5000}"', "a.toml") == {"a": "x" * 5000}


@given(st.text("ab.=[]{}\"'\\\n#, 1", max_size=60))
def test_any_text_is_a_table_or_a_sentence(text: str) -> None:
    try:
        wanted = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(UsageError, match=r"a\.toml:\d+: "):
            parse_table(text, "a.toml")
    else:
        assert parse_table(text, "a.toml") == wanted


def test_a_file_that_is_no_settings(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    with pytest.raises(UsageError, match=r"a\.toml: cannot be read \(No such file"):
        read_table(path)
    path.write_bytes(b"a = 1\n" * (LARGEST // 6 + 1))
    with pytest.raises(UsageError, match="more than 1000000 bytes"):
        read_table(path)
    path.write_bytes(b"a = '\xff'")
    with pytest.raises(UsageError, match="byte 5 is not UTF-8"):
        read_table(path)
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = \r\n")
    with pytest.raises(UsageError, match=r"a\.toml:2: not TOML"):
        read_table(path)
