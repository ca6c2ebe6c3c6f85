"""Notes at the foot of the page that calls them. Source: CSS Generated Content for Paged Media 3, 2 (footnotes)."""

from __future__ import annotations

from collections import Counter

from oimpress.writers.page.markup import Element, add, element

#: What every style's sheet begins with; the mark that the release prints stands in the place of one that is counted.
FOOT = (
    ".foot { float: footnote; display: block; text-align: left }"
    " .foot::footnote-call { content: none } .foot::footnote-marker { content: none; list-style: none }"
)
# Where no foot of a page can be reached from: heads of tables come on every page, headings stand in running heads too.
APART = frozenset({"table", "header", "figure", "h1", "h2", "h3", "h4", "h5", "h6"})
LONGEST = 600  # characters of a note: a longer one stands where it stands in the release
MOST = 5  # notes that one paragraph calls: with more, their foot would take the page


def to_the_foot(article: Element) -> None:
    """Move each note behind the first call of it in running text; others stay where they are."""
    called: Counter[Element] = Counter()
    for note in article.xpath(".//p[@role='doc-footnote']"):
        if sum(map(len, note.itertext())) > LONGEST:
            continue
        calls = article.xpath(f".//a[@href='#{note.get('id')}']")
        call = next(filter(_can_reach_the_foot, calls), None)
        block = next(call.iterancestors("p"), None) if call is not None else None
        if call is None or block is None or called[block] >= MOST:
            continue
        called[block] += 1
        _move(note, call.getparent())


def _can_reach_the_foot(call: Element) -> bool:
    """Whether ``call`` stands in running text, and in no note, which may be the one that it calls."""
    return not any(up.tag in APART or up.get("role") == "doc-footnote" for up in call.iterancestors())


def _move(note: Element, call: Element) -> None:
    """Put the words of ``note`` behind ``call``, and take the note out of its place."""
    moved = element("span", id=note.get("id", ""), class_="note foot", role="doc-footnote")
    add(moved, [note.text or ""])
    for child in list(note):
        moved.append(child)
    moved.tail, call.tail = call.tail, None
    call.addnext(moved)
    parent = note.getparent()
    if parent is not None:
        parent.remove(note)
