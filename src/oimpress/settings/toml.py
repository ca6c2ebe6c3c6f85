"""TOML from files that anybody may have written, read in one place and within limits.

``tomllib`` reads brackets by recursion and refuses numbers of more than 4,300 digits with an error that is none of
TOML; a key of many parts costs it the square of their number. What is beyond any setting is refused before it sees it.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from oimpress.errors import UsageError
from oimpress.patterns import lazy

LARGEST = 1_000_000  # bytes of a file: a learned profile of some 20,000 labels
DEEPEST = 10  # brackets in brackets
LONGEST_WORD = 200  # characters of a bare key or a number
MOST_PARTS = 10  # of a dotted key
# From one token to the next, so that a bracket in a text or a comment is none. A text that does not end goes on to the
# end of its line or of the file, where tomllib stops too.
TOKENS = lazy(
    r'(?P<text>"""(?:[^\\"]|\\.|"{1,2}(?!"))*+(?:"{3,5}|\Z)|"(?:[^"\\\n]|\\.)*+"?'
    r"|'''(?:[^']|'{1,2}(?!'))*+(?:'{3,5}|\Z)|'[^'\n]*+'?)"
    r"|(?P<remark>#[^\n]*+)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<dot>\.)|(?P<word>[\w+:-]++)|(?P<end>[=\n,])",
    re.DOTALL,
)


def read_table(path: Path) -> dict[str, Any]:
    """The TOML file at ``path``. Raises UsageError with the line of a mistake."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(
            "{path}: cannot be read ({reason}); check the file and its rights", path=path, reason=error.strerror
        ) from None
    return table_of(data, str(path))


def table_of(data: bytes, path: str) -> dict[str, Any]:
    """The TOML in a file that was read at ``path``. Raises UsageError with the line of a mistake."""
    if len(data) > LARGEST:
        raise UsageError("{path}: more than {most} bytes; no settings are as long", path=path, most=LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("{path}: byte {at} is not UTF-8; save the file as UTF-8", path=path, at=error.start) from None
    return parse_table(text, path)


def parse_table(text: str, path: str) -> dict[str, Any]:
    """The TOML that ``text``, found at ``path``, is. Raises UsageError with the line of a mistake."""
    if line := _line_beyond(text):
        raise UsageError("{path}:{line}: deeper or longer than any setting; mend this line", path=path, line=line)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise UsageError(
            '{path}:{line}: not TOML; write key = "text", or key = ["text", "text"], on each line',
            path=path,
            line=found[1] if found else text.count("\n") + 1,
        ) from None


def _line_beyond(text: str) -> int:
    """The line of the first bracket, word or key beyond the limits; 0 when there is none."""
    depth = parts = 0
    for token in TOKENS.finditer(text):
        match token.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth -= 1
            case "dot":
                parts += 1
            case "end":
                parts = 0
            case _:  # a text, a word or a remark
                pass
        long = token.lastgroup == "word" and token.end() - token.start() > LONGEST_WORD
        if long or depth > DEEPEST or parts >= MOST_PARTS:
            return text.count("\n", 0, token.start()) + 1
    return 0
