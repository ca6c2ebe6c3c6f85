"""Takes paragraphs out that speak to the picture desk only, such as « Photos disponibles sur demande ».

What a pass leaves out it names, with a rule: so the account of every character stays whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

import oimpress
from oimpress import Block, Dropped, Para, Release, Result, Texts

CODE = "F901"
TEXTS = Texts(
    rules={
        CODE: {
            "name": "picture-request",
            "en": "Request to the picture desk taken out",
            "fr": "Demande au service photo retirée",
        }
    }
)
REQUEST = re.compile(r"Photos? (?:disponibles?|available)\b[^.]*\.?")


def without_picture_requests(release: Release) -> Result[Release]:
    """The release without paragraphs that are such a request and nothing else. Rule F901."""
    asked = tuple(block for block in release.body if _is_request(block))
    body = tuple(block for block in release.body if block not in asked)
    dropped = tuple(Dropped(oimpress.flatten(block.children), CODE) for block in asked if isinstance(block, Para))
    return Result(replace(release, body=body), dropped=dropped)


def _is_request(block: Block) -> bool:
    return isinstance(block, Para) and REQUEST.fullmatch(oimpress.plain(block.children)) is not None
