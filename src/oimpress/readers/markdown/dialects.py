"""What dialects of Markdown write beyond CommonMark, as CommonMark or the HTML that it lets through.

Sources: the manuals of pandoc (« Pandoc’s Markdown »), kramdown, PHP Markdown Extra, Obsidian, CriticMarkup, and GitHub
(« Basic writing and formatting syntax »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby
from operator import itemgetter

from oimpress.patterns import lazy
from oimpress.readers.markdown.drawn import with_tables
from oimpress.readers.markdown.fenced import with_boxes, with_indented
from oimpress.readers.markdown.templates import COMMAND, embedded, with_templates
from oimpress.readers.shared.commands import command
from oimpress.readers.shared.tree import Node

WORD = r"(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+)|-)"
ATTRIBUTES = rf"\{{:?[ \t]*{WORD}(?:[ \t]+{WORD})*[ \t]*\}}"
NAME = lazy(r"#([\w:.-]+)")
BARE_NAME = lazy(r"([\w-]+)")
ENDING = lazy(rf"({ATTRIBUTES})[ \t]*$")  # of a heading
HEADING = lazy(r" {0,3}#{1,6}(?=[ \t])")
LABEL = lazy(r"\[([\w-]+)\][ \t]*+#*+[ \t]*+$")  # the name of a heading in MultiMarkdown
LED = lazy(r"\]\(#([\w-]+)\)")
UNDERLINE = lazy(r" {0,3}(?:=+|-+)[ \t]*$")
ALONE = lazy(r" {0,3}\{:[^{}\n]*\}[ \t]*$")  # what kramdown says of the block beside it
CALLOUT = lazy(r" {0,3}> ?\[!\w+\][+-]?[ \t]*(?P<title>[^\n]*)$")
ROW = lazy(r"\| +\S")  # of a line block
TERM = lazy(r"(?![ \t>#:|<*+=-]|\d+[.)]|$)[^|\n]+$")
MEANING = lazy(r" {0,3}:[ \t]+(?=\S)")
CAPTION = lazy(r" {0,3}(?:Table)?:[ \t]+(?=\S)")
BOX = lazy(r"(?<=^)([ \t]*(?:[-*+]|\d+[.)])[ \t]+)\[([ xX])\](?=[ \t])")
FAR = 5  # lines between a table and its caption
INDENT = lazy(r" {4}|\t")
ITEM = lazy(r" {0,3}(?:[-*+]|\d+[.)])[ \t]")
BOXES = {" ": "\u2610", "x": "\u2611", "X": "\u2611"}
ROLE_TARGET = lazy(r"(?<=\S)[ \t]+<[^<>]+>$")
INLINE = lazy(
    rf"(?P<code>(?P<tick>`+)(?!`)[^`]*(?<!`)(?P=tick)(?!`))(?:{ATTRIBUTES})?"
    r"|(?P<kept><[A-Za-z/][^<>]*>|https?://[^\s<>()\[\]{}]+)"
    rf"|\[(?P<span>[^\[\]\n]+)\](?P<said>{ATTRIBUTES})"
    rf"|(?<=[)\]])(?:{ATTRIBUTES})|(?<=[*_])(?={{:)(?:{ATTRIBUTES})"
    r"|\^\[(?P<note>(?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]"
    r"|(?<=\w)\^(?P<raised>[^\s^]+)\^(?!\^)"
    r"|(?<=\w)~(?P<low>[^\s~]+)~(?!~)"
    rf"|(?P<command>{COMMAND})|\{{[a-z][\w:.+-]*\}}(?P<marks>`+)(?P<role>[^`\n]+)(?P=marks)"
    r"|!\[\[(?P<file>[^\[\]|\n]+)(?:\|(?P<alt>[^\[\]|\n]*))?\]\]"
    r"|(?<!!)\[\[(?:[^\[\]|\n]+\|)?(?P<page>[^\[\]|\n]+)\]\](?![(\[:])"
    r"|(?<!=)==(?P<mark>[^=\s](?:[^=\n]*[^=\s])?)==(?!=)"
    r"|\{--(?P<gone>[^{}]+?)--\}|\{\+\+(?P<new>[^{}]+?)\+\+\}"
    r"|\{~~(?P<old>[^{}]+?)~>(?P<newer>[^{}]*?)~~\}"
    r"|(?P<remark>\{>>[^{}]+?<<\}|%%[^%]+%%|\{/\*[^{}]+?\*/\})"
)


def spoken(text: str, notes: list[str]) -> str:
    """``text``, which is no code, without what only dialects have; ``notes`` takes the notes within its lines."""
    for step in (
        with_templates,
        with_boxes,
        with_indented,
        with_tables,
        _headings,
        _ticked,
        _callouts,
        _line_blocks,
        _captions,
        _definitions,
    ):
        text = "\n".join(step(text.split("\n")))
    stretches = groupby(_with_code(text.splitlines(keepends=True)), itemgetter(0))
    parts = ((code, "".join(line for _, line in lines)) for code, lines in stretches)
    return "".join(part if code else INLINE.sub(lambda found: _inline(found, notes), part) for code, part in parts)


def _with_code(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line, after whether it is code by its indent: below an empty line, and not in a list."""
    code, empty, in_list = False, True, False
    for line in lines:
        indented = bool(INDENT.match(line))
        code = indented and (code or empty) and not in_list
        empty = not line.strip()
        in_list = bool(ITEM.match(line)) or (in_list and (indented or empty))
        yield code, line


def place_captions(page: Node) -> None:
    """Put each caption that ``spoken`` marked into the table above it, else into the one below."""
    for parent in [*page.walk()]:
        captions = [node for node in parent.elements() if node.tag == "div" and node.get("role") == "caption"]
        for caption in captions:
            beside = parent.elements()
            at = beside.index(caption)
            table = next((node for node in (*beside[:at][-1:], *beside[at + 1 :][:1]) if _wants(node)), None)
            if table:
                table.content.append(Node("caption", {}, caption.content))
                parent.content.remove(caption)


def _wants(node: Node) -> bool:
    return node.tag == "table" and node.find("caption") is None


def _inline(found: re.Match[str], notes: list[str]) -> str:
    match found.lastgroup:
        case "tick" | "code" | "kept" | "page":
            return found["code"] or found["kept"] or found["page"]
        case "note":
            notes.append(found["note"])
            return f"[^inline-{len(notes)}]"
        case "span" | "said":
            return f"{_anchor(found['said'])}{found['span']}"
        case "remark":
            return f"<span hidden>{found['remark'].strip('{}<>%/*')}</span>"
        case "command":
            return command(found["command"])
        case "role":
            return _role(found[0], found["role"])
        case "file" | "alt":
            return embedded(found["file"], found["alt"] or "")
        case "old" | "newer":
            return f"<del>{found['old']}</del><ins>{found['newer']}</ins>"
        case "raised" | "low" | "mark" | "gone" | "new" as kind:
            tag = {"raised": "sup", "low": "sub", "mark": "mark", "gone": "del", "new": "ins"}[kind]
            return f"<{tag}>{found[kind]}</{tag}>"
        case _:
            return ""


def _role(whole: str, words: str) -> str:
    """What MyST shows of a role: its words, without the address that it leads to. Source: its manual, « Roles »."""
    tag = {"sub": "sub", "subscript": "sub", "sup": "sup", "superscript": "sup"}.get(whole[1 : whole.index("}")], "")
    said = ROLE_TARGET.sub("", words)
    return f"<{tag}>{said}</{tag}>" if tag else said


def _anchor(attributes: str) -> str:
    """The place of the name among ``attributes``, for links to lead to."""
    named = NAME.search(attributes) or BARE_NAME.fullmatch(attributes)
    return f'<a name="{named[1]}"></a>' if named else ""


def _headings(lines: list[str]) -> Iterator[str]:
    """Headings with their names, and without other attributes; so other blocks, which have them on a line alone."""
    led = {name for line in lines for name in LED.findall(line)}
    for line, below in zip(lines, (*lines[1:], ""), strict=True):
        begin = HEADING.match(line)
        said = _name(line, led) if begin or (line.strip() and UNDERLINE.match(below)) else None
        if said:
            start = begin.end() if begin else 0
            yield f"{line[:start]}{' ' * bool(begin)}{_anchor(said[1])}{_unclosed(line[start : said.start()])}"
        elif not ALONE.match(line):
            yield line


def _unclosed(heading: str) -> str:
    """``heading`` without the signs of number that may close it."""
    words = heading.strip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else words


def _name(heading: str, led: AbstractSet[str]) -> re.Match[str] | None:
    """What ends ``heading`` without being of it: its attributes, or a name that a link leads to."""
    label = LABEL.search(heading)
    return label if label and label[1] in led else ENDING.search(heading)


def _ticked(lines: list[str]) -> Iterator[str]:
    """Boxes to tick as signs that say whether they are."""
    return (BOX.sub(lambda found: found[1] + BOXES[found[2]], line) for line in lines)


def _callouts(lines: list[str]) -> Iterator[str]:
    """Quotations that a mark makes asides, with their titles."""
    inside = False
    for line in lines:
        if found := CALLOUT.match(line):
            title = found["title"].strip()
            yield f"{'</aside>' if inside else ''}\n<aside>\n\n" + (f"#### {title}\n" if title else "")
            inside = True
        elif inside and line.lstrip().startswith(">"):
            yield line.lstrip()[1:].removeprefix(" ")
        else:
            yield f"\n</aside>\n\n{line}" if inside else line
            inside = False
    if inside:
        yield "\n</aside>\n"


def _line_blocks(lines: list[str]) -> Iterator[str]:
    """Lines that a bar begins and none ends: they stay lines."""
    for line in lines:
        row = ROW.match(line) and line.count("|") == 1
        yield f"{line[1:].strip()}  " if row else line


def _captions(lines: list[str]) -> Iterator[str]:
    """Captions beside tables, marked for ``place_captions``."""
    inside = False
    for at, line in enumerate(lines):
        begin = CAPTION.match(line)
        if begin and (not at or not lines[at - 1].strip()) and (_is_row(lines, at, -1) or _is_row(lines, at, 1)):
            yield f'\n<div role="caption">\n\n{ENDING.sub("", line[begin.end() :])}'
            inside = True
        elif inside and not line.strip():
            yield "\n</div>\n"
            inside = False
        else:
            yield line
    if inside:
        yield "\n</div>\n"


def _is_row(lines: list[str], at: int, step: int) -> bool:
    """Whether the next line with words in this direction, which is near, is one of a table."""
    beside = (lines[row] for row in range(at + step, at + FAR * step, step) if 0 <= row < len(lines))
    row = next((each for each in beside if each.strip()), "")
    return row.lstrip().startswith(("|", "<table", "</table"))


def _definitions(lines: list[str]) -> Iterator[str]:
    """Terms with what they mean below them, as a list of definitions."""
    at = 0
    while at < len(lines):
        begins = at == 0 or not lines[at - 1].strip()
        if not begins or not (end := _meanings_end(lines, at)):
            yield lines[at]
            at += 1
            continue
        yield "\n<dl>"
        while end:
            yield f"<dt>\n\n{lines[at].strip()}\n\n</dt>"
            yield from _meanings(lines[at + 1 : end])
            at = next((row for row in range(end, len(lines)) if lines[row].strip()), len(lines))
            end = _meanings_end(lines, at)
        yield "</dl>\n"


def _meanings_end(lines: list[str], at: int) -> int:
    """Where what is said of the term at ``at`` ends, 0 where there is no term; what is indented belongs to it."""
    if at >= len(lines) or not TERM.match(lines[at]):
        return 0
    begin = at + 1 + (at + 1 < len(lines) and not lines[at + 1].strip())
    if begin >= len(lines) or not MEANING.match(lines[begin]):
        return 0
    end = begin + 1
    while end < len(lines) and (lines[end].startswith(("  ", "\t")) or MEANING.match(lines[end])):
        end += 1
    return end


def _meanings(lines: list[str]) -> Iterator[str]:
    said = "\n".join(line if MEANING.match(line) else line.strip() for line in lines if line.strip())
    for each in re.split(r"(?m)^ {0,3}:[ \t]+", said)[1:]:
        yield f"<dd>\n\n{each.strip()}\n\n</dd>"
