"""DOCX: an edition as a Word document in the named styles of ``reference.docx``.

Staff change the look by changing a style in Word; no paragraph has formatting of its own. What a paragraph is, the name
of its style says, and a reader of these documents goes by it:

- cover: ``Press Organisation``, ``Press Cover Kicker``, ``Title``, ``Subtitle``, ``Press Cover Embargo``,
  ``Press Cover Date``;
- contents: ``TOC Heading``, ``toc 1``;
- head of a release: ``Press Issuer`` (starts a page; empty where only the number is known), ``Press Reference``,
  ``Press Embargo``; ``Press Kicker`` (starts a page) or, below one of these, ``Press Kicker Below``; ``heading 1``
  (title with nothing above, starts a page) or ``Press Title``; ``Press Subtitle``, ``Press Dateline``
  (« place – date »);
- facts: table in ``Press Facts``, cells ``Press Fact Label`` and ``Press Fact Value``;
- body: ``Body Text``, ``heading 2`` to ``heading 9``, ``List Bullet``, ``List Number``, ``List Continue`` (2, 3),
  ``Quote`` with ``Press Attribution``, ``Press Aside`` with ``Press Aside Heading``, ``Press Aside Bullet``,
  ``Press Aside Number`` and ``Press Aside Attribution``, tables in ``Press Table`` with ``Press Cell`` and
  ``Press Cell Header`` (joined to how the cell is aligned: ``Press Cell + End``) below ``Table Caption``,
  ``HTML Preformatted``, ``Press Figure``, ``caption``, ``Press Credit``, ``footnote text``;
- ``Press Contacts Heading`` (a fixed phrase, or the release's own), ``Press Contacts Lead``, ``Press Contact Name``,
  ``… Role``, ``… Organisation``, ``… Phone``, ``… Email``, ``… Web``, ``… Address``; ``Press About``;
  ``Press Table End`` is an empty line below a table, and at the end of a section;
- runs: ``Emphasis``, ``Strong``, ``Hyperlink``, ``Press Foreign``, ``Press Superscript``, ``HTML Code``,
  ``Press Narrow Space`` (a U+202F) and ``Press Kept Space`` (a U+00A0 for a blank between the last words of a title),
  both drawn up where the reference lacks them; joined by `` + ``.

Bookmarks called ``_oimpress_release_<number>``, ``…_aside_<kind>_…``, ``…_quote_…``, ``…_section_…`` (one that ends
before its parent does), ``…_contacts_…``, ``…_contact_…`` and ``…_about_…`` enclose what belongs together; those called
``_anchor_<number of the release>_<number>`` are where its own links lead. A release
under embargo has a section of its own, whose headers begin with the embargo in ``Press Running Embargo``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from typing import IO

from oimpress.model.anchors import tied
from oimpress.model.nodes import Edition, Release
from oimpress.notices import Notice, Result
from oimpress.spool import Spool, spool
from oimpress.style import Style
from oimpress.writers import FindWhole, collected
from oimpress.writers.docx.blocks import Story
from oimpress.writers.docx.front import bookmark, contents, cover, entries
from oimpress.writers.docx.manner import ABOUT, Manner
from oimpress.writers.docx.markup import Elements, w
from oimpress.writers.docx.parts import DocumentPackage
from oimpress.writers.docx.sections import Stretches
from oimpress.writers.docx.words import RunWriter
from oimpress.writers.embargo import embargo_of, on_edge
from oimpress.writers.page.article import dropped_links
from oimpress.writers.page.house import LOGO, house_lines
from oimpress.writers.page.painted import Painter
from oimpress.writers.page.pictures import WIDEST, Picture, pictures
from oimpress.writers.wording import heading_of, label_language, ordered, when_where, with_ordinals


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as a Word document: a press kit with cover and contents, a single release without.

    Notices: W001 a missing picture, W004 a link left out, W020 a style that the reference document lacks.
    """
    return collected(stream, edition, style)


def stream(edition: Edition, whole: FindWhole, style: Style, out: IO[bytes]) -> tuple[Notice, ...]:
    """Write the same, one release after the other."""
    painter = Painter(style, WIDEST)
    house = painter.house()
    with spool() as aside, spool() as pieces:
        made = WordKit(edition, style, painter, house.logo, aside)
        for release in made.releases:
            made.add(whole(release))
        made.finish(pieces, out)
    return (*made.missing, *house.notices, *made.dropped, *made.package.styles.notices)


class WordKit:
    """A document in the making: its releases are put ``aside`` until it is known on which pages they are."""

    def __init__(self, edition: Edition, style: Style, painter: Painter, logo: Picture | None, aside: Spool) -> None:
        self._edition, self._style, self._painter, self._aside = edition, style, painter, aside
        self.releases = ordered(edition)
        self._house = {("", LOGO): logo} if logo else {}
        self.package = DocumentPackage(edition, style, self._house)
        self._words = RunWriter(self.package, edition.lang)
        self._story = Story(self.package, self._words)
        self._fill: list[int] = []  # how many pages each release fills
        self.missing: list[Notice] = []
        self.dropped: list[Notice] = []

    def add(self, release: Release) -> None:
        """Put the next release aside, which is whole."""
        alone = replace(self._edition, releases=(release,))
        shown, missing = pictures(alone, shown=self._painter)
        self.package.shown = shown | self._house
        made = _release(release, self._edition.lang, self._story, len(self._fill) + 1, self._style)
        self._fill.append(self.package.pages().count(made))
        self._aside.append(self.package.frame.written(made))
        self.missing += missing
        self.dropped += dropped_links(alone)

    def finish(self, pieces: Spool, out: IO[bytes]) -> None:
        """Write everything."""
        stretches, single = Stretches(self.package, self._words), self._edition.kind == "single"
        if not single:
            front = _front(self._edition, self.releases, self._fill, self.package, self._words, self._style)
            stretches.add(lambda: front)
        for at, release in enumerate(self.releases):
            stretches.add(partial(self._release, at), on_edge(release), release.lang)
        if lines := house_lines(self._style):
            stretches.close([self._story.para("Press Colophon", lines)])
        self.package.fill(stretches, self.package.letterhead(self._story) if single else None, pieces)
        self.package.annotate(self._story)
        self.package.save(pieces, out)

    def _release(self, at: int) -> Elements:
        return self._story.bookmarks.around(self.package.frame.read(self._aside[at]), "release")


def _front(
    edition: Edition,
    releases: Sequence[Release],
    fill: Sequence[int],
    package: DocumentPackage,
    words: RunWriter,
    style: Style,
) -> Elements:
    story, pages, say = Story(package, words), package.pages(), style.phrases(edition.lang)
    front = [*package.logo(story), *cover(edition, story, say)]
    front[-1][0].append(w("sectPr"))
    if not releases:
        return front
    shown = story, words, say("Contents"), edition.lang
    first = 2 + pages.count(contents(entries(releases, edition.lang, 1, fill), *shown))
    return front + contents(entries(releases, edition.lang, first, fill), *shown)


def _release(release: Release, lang: str, story: Story, number: int, style: Style) -> Elements:
    """Head, facts, body, contacts and « À propos » of one release."""
    places = count(1)
    release = tied(release, lambda _: f"_anchor_{number}_{next(places)}").release
    spoken, labels = release.lang, label_language(release, lang)
    story.begin(release)
    made = _letterhead(release, story)
    if release.kicker:
        made.append(story.para("Press Kicker Below" if made else "Press Kicker", release.kicker, spoken))
    title = story.title("Press Title" if made else "heading 1", heading_of(release), spoken)
    story.bookmarks.name([title], bookmark(number))
    made.append(title)
    if release.subtitle:
        made.append(story.para("Press Subtitle", release.subtitle, spoken))
    when = with_ordinals(when_where(release, labels), labels)
    made.append(story.para("Press Dateline", when, spoken))  # empty or not, it closes the head
    made += story.facts(release.facts, spoken)
    made += story.body(release.body, Manner(lang=spoken))
    made += story.contacts(release.contacts, labels, spoken, style.phrases(labels))
    return made + story.bookmarks.around(story.body(release.about, _about(spoken)), "about")


def _letterhead(release: Release, story: Story) -> Elements:
    """Issuer and number of the release, and its embargo; the issuer's line starts the page, if need be empty."""
    made: Elements = []
    if release.issuer or release.reference:
        made.append(story.para("Press Issuer", str(release.issuer), release.lang))
    if release.reference:
        made.append(story.para("Press Reference", str(release.reference), release.lang))
    if words := embargo_of(release):
        made.append(story.para("Press Embargo", words, release.lang))
    return made


def _about(lang: str) -> Manner:
    return Manner(para=ABOUT.para, lang=lang)
