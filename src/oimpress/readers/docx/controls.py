"""Content controls: what stands in them, and the tags by which ours say what that is."""

from __future__ import annotations

from oimpress.readers.docx.styles import of
from oimpress.readers.shared.tree import Node

CONTROL = "oimpress:"


def contents(control: Node) -> list[Node]:
    """What stands in a content control."""
    return list((control.find("sdtContent") or Node("sdtContent")).elements())


def tag_of(control: Node) -> str:
    """The tag that we gave a content control, without our name; empty for any other."""
    tag = of(control.find("sdtPr") or Node("sdtPr"), "tag")
    return tag.removeprefix(CONTROL) if tag.startswith(CONTROL) else ""


def control(tag: str, inner: Node) -> Node:
    """A content control of ours with this tag, around ``inner``."""
    return Node("sdt", {}, [Node("sdtPr", {}, [Node("tag", {"val": f"{CONTROL}{tag}"})]), inner])
