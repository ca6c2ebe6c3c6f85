"""What feet of releases are read as, for their tests."""

from __future__ import annotations

from oimpress.model.nodes import Contact
from oimpress.model.runs import flatten
from tests.passes.reading import LEAD, MORE, bare, read

FRENCH = f"La halle rouvre ses portes\n\nLyon, le 3 mars 2026 – {LEAD}\n\n{MORE}\n\n"
UNPLACED = f"La halle rouvre ses portes\n\n{LEAD}\n\n{MORE}\n\n"


def cards(text: str) -> list[str]:
    """Each contact in a line, and in brackets the words that stay beside them."""
    found = []
    for item in read(text).value.contacts:
        if isinstance(item, Contact):
            reached = (*(phone.uri.removeprefix("tel:") or phone.text for phone in item.phones), *item.emails)
            parts = (item.name, item.role, item.organisation, item.address, *reached)
            found.append(bare(" | ".join(filter(None, map(str, parts)))))
        else:
            found.append(bare(f"[{flatten(item.children)}]"))
    return found
