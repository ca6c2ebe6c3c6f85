"""What programs of web sites write into Markdown for themselves: shortcodes, template tags, lines of script.

Sources: the manuals of Hugo (« Shortcodes »), Liquid and Jekyll (« Tags », « Includes »), MDX (« What is MDX? »), MyST
(« Comments », « Block breaks », « Targets »), and Obsidian (« Embed files », « Link to a block »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile

from oimpress.patterns import lazy
from oimpress.readers.markdown.fenced import ASIDE
from oimpress.readers.shared.commands import command

# A shortcode or an object, a tag.
COMMAND = r"\{\{[^{}]*+\}\}|\{%[^{}]*+(?<=%)\}"
HUGO = lazy(r"[ \t]*\{\{[<%][ \t]*(?P<end>/?)[ \t]*(?P<name>[\w/-]+)(?P<said>[^{}]*+)(?<=[%>])\}\}")
SAID = lazy(r"(?P<name>\w+)=(?:\"(?P<words>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>\S+))")
TARGET = lazy(rf"(?<!!)\[(?P<words>[^\[\]\n]++)\]\((?P<to>[^()\n{{}}]*+(?:{COMMAND})(?:[^()\n{{}}]++|{COMMAND})*+)\)")
SCRIPT = lazy(
    r"import\s+(?:[\w{}*,$ \t]+?\s+from\s+)?['\"][^'\"]+['\"];?[ \t]*$"
    r"|export\s+(?:const|let|default|function)\b.*[;})][ \t]*$"
)
OBJECT = lazy(r"export\s+(?:const|let|default)\b[^;{}\[\]]*[{\[][ \t]*$")
OBJECT_END = lazy(r"[}\]];?[ \t]*$")
PLACE = lazy(r"\([\w:.-]+\)=[ \t]*$")
REMARK = lazy(r"%[ \t]+\S.*$")
CELL = lazy(r"\+\+\+(?:[ \t].*)?$")
BLOCK_NAME = lazy(r"(?<=\S)[ \t]+\^[A-Za-z0-9-]{2,}+[ \t]*+$")
PICTURE = lazy(r"(?i)\.(?:jpe?g|png|gif|webp|avif|svg)\s*$")
SIZE = lazy(r"\d+(?:x\d+)?")


def with_templates(lines: list[str]) -> Iterator[str]:
    """``lines`` with figures and boxes of Hugo as such, without what is for programs alone, which is marked."""
    every = [each for each in map(HUGO.match, lines) if each]
    boxes = {each["name"] for each in every if each["end"]} & {each["name"] for each in every if not each["end"]}
    script = 0
    for at, line in enumerate(lines):
        script = script or _script_end(lines, at)
        if at < script:
            yield f"{command(line.strip())}\n" if line.strip() else line
            continue
        script = 0
        above = lines[at - 1].strip() if at else ""
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if _is_for_programs(line, above, below):
            yield f"{command(line.strip())}\n"
        else:
            named = line if below else BLOCK_NAME.sub(lambda name: command(name[0]), line)
            found = HUGO.match(named)
            yield TARGET.sub(_unlinked, _hugo(found, boxes) + named[found.end() :] if found else named)


def _script_end(lines: Sequence[str], at: int) -> int:
    """Where an object of script ends that begins at ``at``, with no empty line in it; 0 where none does."""
    if not OBJECT.match(lines[at]) or (at and lines[at - 1].strip()):
        return 0
    paragraph = takewhile(lambda n: lines[n].strip(), range(at + 1, len(lines)))
    return next((n + 1 for n in paragraph if OBJECT_END.match(lines[n])), 0)


def _is_for_programs(line: str, above: str, below: str) -> bool:
    """Whether nobody but a program reads a line: imports, the names of places, remarks, breaks between cells."""
    if SCRIPT.match(line):
        return not above or bool(SCRIPT.match(above))
    if not above and PLACE.match(line):
        return True
    alone = not above or bool(REMARK.match(above))
    return alone and bool(REMARK.match(line) or CELL.match(line)) and (not below or bool(REMARK.match(below)))


def _unlinked(found: re.Match[str]) -> str:
    """The words of a link to where a program knows; the address that is left once its commands are gone."""
    rest = re.sub(COMMAND, "", found["to"]).strip()
    return f"[{found['words']}]({rest})" if rest.startswith(("/", "#")) else f"{found['words']}{command(found['to'])}"


def _hugo(found: re.Match[str], boxes: set[str]) -> str:
    name = found["name"]
    if name == "figure" and not found["end"]:
        said = {each["name"]: each["words"] or each["single"] or each["bare"] or "" for each in SAID.finditer(found[0])}
        return _figure(said)
    if name not in boxes or not ASIDE.search(name):
        return found[0]
    said = {each["name"]: each["words"] or each["single"] or "" for each in SAID.finditer(found[0])}
    title = f"#### {said['title']}\n\n" if said.get("title") and not found["end"] else ""
    return f"{command(found[0])}\n\n<{'/' * bool(found['end'])}aside>\n\n{title}"


def _figure(said: dict[str, str]) -> str:
    """A picture with its title, its caption and whom it is by. Source: Hugo's manual, « Figure shortcode »."""
    title, caption, by = (escape(said.get(name, "")) for name in ("title", "caption", "attr"))
    words = " – ".join(filter(None, (title, caption)))
    credit = f' <span class="credit">{by}</span>' if by else ""
    under = f"<figcaption>{words}{credit}</figcaption>" if words or by else ""
    return (
        f'\n\n<figure><img src="{escape(said.get("src", ""))}" alt="{escape(said.get("alt", ""))}">{under}</figure>\n\n'
    )


def embedded(name: str, words: str) -> str:
    """What Obsidian shows in this place: a picture; anything else is another note, which does not stand here."""
    if not PICTURE.search(name):
        return command(f"{name}|{words}" if words else name)
    alt = "" if not words or SIZE.fullmatch(words) else f' alt="{escape(words)}"'
    return f'<img src="{escape(name.strip())}"{alt}>'
