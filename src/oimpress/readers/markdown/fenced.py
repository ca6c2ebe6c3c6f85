"""Stretches between fences: boxes beside the text with their titles, and figures.

Sources: the manuals of pandoc (« Divs and Spans »), Docusaurus (« Admonitions »), MyST (« Directives »,
« Admonitions », « Images and figures »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from oimpress.patterns import lazy
from oimpress.readers.shared.commands import command

FENCE = lazy(r" {0,3}:{3,}+[ \t]*+(?P<kind>[^:\n]*+(?::(?!:)[^:\n]*+)*+):*+[ \t]*+$")
ASIDE = lazy(
    r"\b(?:abstract|admonition|alert|aside|attention|box|callout|caution|danger|dropdown|encadr[eé]|example|hint|important|info"
    r"|margin|note|notice|question|seealso|sidebar|success|tip|topic|warning)s?\b",
    re.IGNORECASE,
)
TITLE = lazy(
    r"[\w-]+[ \t]*\[(?P<box>[^\]]+)\]|(?:\{[\w-]+\}|[\w-]+)[ \t]+(?P<words>[^{\s][^{]*)"
    r"|[^\n]*\btitle=\"(?P<said>[^\"]+)\""
)
PICTURE = lazy(r"\{(?:figure|image)\}[ \t]+(?P<address>\S+)")
OPTION = lazy(r" {0,3}:(?P<name>[\w-]+):[ \t]*(?P<value>.*)$")
INDENTED = lazy(r"(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*[ \t]*(?:\"(?P<title>[^\"]*)\")?[ \t]*$")
SPELLED = lazy(r"\*\[[^\]]+\]:[ \t]+\S")
# Directives between the fences of code.
TICKS = lazy(r" {0,3}(?P<fence>`{3,}+|~{3,}+)[ \t]*+(?P<kind>\{[\w-]+\}[^`\n]*)?$")


def without_ticks(text: str) -> str:
    """``text`` with the fences of boxes and figures that are those of code made their own."""
    return "\n".join(_unticked(text.split("\n"))) if "{" in text else text


def _unticked(lines: list[str]) -> Iterator[str]:
    ends = {line.strip() for line in lines if (found := TICKS.match(line)) and not found["kind"]}
    fence, boxed = "", False
    for line in lines:
        found = TICKS.match(line)
        if fence:
            ended = found is not None and not found["kind"] and found["fence"] == fence
            yield ":::" if ended and boxed else line
            fence = "" if ended else fence
            continue
        kind = (found["kind"] or "") if found else ""
        if found and found["fence"] in ends:
            fence = found["fence"]
            boxed = bool(ASIDE.search(kind.partition("}")[0]) or PICTURE.match(kind))
        yield f":::{kind}" if fence and boxed else line


def with_boxes(lines: list[str]) -> Iterator[str]:
    """Fenced stretches as asides where their name says so, as figures, else as what stands in them; all must end."""
    opened: list[str] = []
    closed = sum(bool(fence) and not fence["kind"] for fence in map(FENCE.match, lines) if fence)
    at = 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        at += 1
        if fence is None:
            yield lines[at - 1]
        elif fence["kind"]:
            ends = len(opened) < closed
            end = _options_end(lines, at) if fence["kind"].startswith("{") else at
            begin, tag = _begun(fence["kind"].strip(), lines[at:end]) if ends else ("", "")
            yield begin
            opened.append(tag)
            at = end
        else:
            yield f"\n{opened.pop()}\n" if opened else ""


def with_indented(lines: list[str]) -> Iterator[str]:
    """Boxes whose text stands farther in below « !!! note "Titre" », as asides; abbreviations spelled out, marked.

    Sources: Python-Markdown, « Admonition », « Abbreviations »; PyMdown, « Details ».
    """
    at = 0
    while at < len(lines):
        opened = INDENTED.match(lines[at])
        end = _indented_end(lines, at + 1) if opened else 0
        if opened and end > at + 1:
            title = (opened["title"] or "").strip()
            yield "\n<aside>\n\n" + (f"#### {title}\n" if title else "")
            yield from (line[4:] if line.startswith("    ") else line.lstrip("\t") for line in lines[at + 1 : end])
            yield "\n</aside>\n"
            at = end
        else:
            yield f"{command(lines[at])}\n" if SPELLED.match(lines[at]) else lines[at]
            at += 1


def _indented_end(lines: Sequence[str], at: int) -> int:
    """Where the lines end that stand farther in, empty ones between them."""
    end = at
    for n in range(at, len(lines)):
        if lines[n].startswith(("    ", "\t")):
            end = n + 1
        elif lines[n].strip():
            break
    return end


def _options_end(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and OPTION.match(lines[at]):
        at += 1
    return at


def _begun(kind: str, options: Sequence[str]) -> tuple[str, str]:
    """What opens a stretch of this kind, and what ends it."""
    said = {found["name"]: found["value"].strip() for found in map(OPTION.match, options) if found}
    others = "".join(f"{command(line.strip())}\n\n" for line in options if not line.strip().startswith(":alt:"))
    if picture := PICTURE.match(kind):
        image = f'<img src="{escape(picture["address"])}" alt="{escape(said.get("alt", ""))}">'
        return f"\n{others}<figure>{image}<figcaption>\n", "</figcaption></figure>"
    if not ASIDE.search(kind):
        return f"\n{others}", ""
    title = TITLE.match(kind)
    words = next(filter(None, title.groups()), "").strip() if title else ""
    return f"\n{others}<aside>\n\n" + (f"#### {words}\n" if words else ""), "</aside>"
