"""What a book says of who can read it: only what was checked while it was made.

It claims no conformance to WCAG: that is a person's judgement, who signs for it (EPUB Accessibility 1.1, 4.2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from oimpress.i18n import gettext_noop
from oimpress.notices import Notice
from oimpress.style import Style
from oimpress.writers.page.fragment import Context

UNDESCRIBED = "W008"
FEATURES = (
    "tableOfContents",
    "readingOrder",
    "structuralNavigation",
    "pageNavigation",
    "pageBreakMarkers",
    "ARIA",
    "displayTransformability",
)


def claims(
    context: Context, style: Style, shown: Collection[str], told: Collection[Notice]
) -> Iterator[tuple[str, str]]:
    """Properties of schema.org and their values, for a book with pictures of these types, of which this is told."""
    described = not any(each.code == UNDESCRIBED for each in told)
    yield "schema:accessMode", "textual"
    yield "schema:accessMode", "visual"
    if described:
        yield "schema:accessModeSufficient", "textual"
    for feature in (*FEATURES, *(("alternativeText",) if described else ())):
        yield "schema:accessibilityFeature", feature
    yield "pageBreakSource", "none"
    yield "schema:accessibilityHazard", "unknown" if "image/gif" in shown else "none"
    yield "schema:accessibilitySummary", " ".join(map(context.say, _summary(style, bool(shown), described)))


def _summary(style: Style, illustrated: bool, described: bool) -> Iterator[str]:
    _ = gettext_noop
    yield _("Reflowable text with headings, contents, landmarks and marked languages.")
    if illustrated:
        yield _("All pictures are described.") if described else _("Not all pictures are described.")
    if not style.notices:
        yield _("The contrast of text is 4.5 : 1 at least.")
