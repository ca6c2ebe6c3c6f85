"""Mails read as the standard library reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from oimpress.model.nodes import Text


def parsed(made: bytes) -> EmailMessage:
    message = message_from_bytes(made, policy=policy.default)
    for part in message.walk():
        assert not part.defects
        for value in part.values():
            assert not value.defects
    return message


def part(made: bytes, kind: str) -> str:
    body = parsed(made).get_body((kind,))
    assert body is not None
    text: str = body.get_content()
    return text.replace("\r\n", "\n")


def unflowed(text: str) -> str:
    """The paragraphs of a format=flowed text as RFC 3676 puts them together again."""
    kept: list[str] = []
    joins = False
    for raw in text.split("\n"):
        line = raw.lstrip(">")
        line = line.removeprefix(" ")
        if joins:
            kept[-1] += line
        else:
            kept.append(line)
        joins = raw.endswith(" ") and raw != "-- "
    return "\n".join(kept)


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def leaves(node: Any) -> Iterator[str]:
    """The words a node holds, in the order of its fields."""
    if isinstance(node, Text):
        yield str(node.value)
    elif isinstance(node, tuple):
        for each in node:
            yield from leaves(each)
    elif hasattr(node, "__dataclass_fields__"):
        for name in ("heading", "children", "blocks", "items", "rows", "cells", "caption", "credit", "attribution"):
            yield from leaves(getattr(node, name, ()))
