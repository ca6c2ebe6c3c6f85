"""The language of a release, told by the small words of its first lines."""

from __future__ import annotations

from oimpress.knowledge.languages import detect
from oimpress.model.draft import Draft
from oimpress.model.traced import inserted
from oimpress.notices import Result, notice

LANGUAGE = "M001"


def language(draft: Draft) -> Result[Draft]:
    """Set the release's language from its text. Rule M001; notice M101 when two languages are as likely."""
    text = "\n".join(line.plain for _, line in draft.lines())
    found, sure = detect(text, draft.release.lang)
    doubts = () if sure else (notice("M101", detail=found),)
    return Result(draft.with_fields(lang=inserted(_with_region(found, draft), LANGUAGE)), doubts)


def _with_region(lang: str, draft: Draft) -> str:
    """``lang`` with the region that the source, else its house, writes it in."""
    known = (str(draft.release.lang), draft.house.lang)
    return next((tag for tag in known if tag.startswith(f"{lang}-")), lang)
