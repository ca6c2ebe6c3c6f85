"""Notes of a page and their calls, tied both ways."""

from __future__ import annotations

from collections import defaultdict

from oimpress.writers.page.markup import Element, element

CALLED = "called"


def tie_notes(root: Element, prefix: str) -> None:
    """Let each call lead to its note and the note back to its first call; ids on the page begin with ``prefix``.

    A call of a note that is not there is no link. Source: Digital Publishing WAI-ARIA Module 1.1.
    """
    notes: dict[str, Element] = {}
    for note in root.xpath(".//*[contains(concat(' ', @class, ' '), ' note ')][@id]"):
        name = note.attrib.pop("id")
        notes.setdefault(name, note)
    calls: dict[str, list[Element]] = defaultdict(list)
    for call in root.xpath(".//a[@class='call']"):
        name = call.get("href", "").removeprefix("#")
        if name in notes:
            calls[name].append(call)
            call.set("href", f"#{prefix}-{name}")
            call.set("role", "doc-noteref")
            call.set("id", f"{prefix}-{name}-call" + (f"-{len(calls[name])}" if len(calls[name]) > 1 else ""))
        else:
            call.tag = "span"
            del call.attrib["href"]
    for name, found in calls.items():
        _lead_back(notes[name], f"{prefix}-{name}", "".join(found[0].itertext()))


def _lead_back(note: Element, name: str, label: str) -> None:
    note.set("id", name)
    note.set("class", f"note {CALLED}")
    note.set("role", "doc-footnote")
    back = element("a", label, href=f"#{name}-call", role="doc-backlink", class_="mark")
    back.tail = "\u00a0" + (note.text or "")
    note.text = None
    note.insert(0, back)
