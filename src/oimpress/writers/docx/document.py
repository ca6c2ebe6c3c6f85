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
before its parent does), ``…_contacts_…``, ``…_contact_…`` and ``…_about_…`` enclose what belongs together. A release
under embargo has a section of its own, whose headers begin with the embargo in ``Press Running Embargo``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from oimpress.model.nodes import Edition, Release
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers import Format
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
from oimpress.writers.page.pictures import WIDEST, pictures
from oimpress.writers.wording import heading_of, label_language, ordered, when_where, with_ordinals


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as a Word document: a press kit with cover and contents, a single release without.

    Notices: W001 a missing picture, W004 a link left out, W020 a style that the reference document lacks.
    """
    painter = Painter(style, WIDEST)
    shown, missing = pictures(edition, shown=painter)
    house = painter.house()
    if house.logo:
        shown[("", LOGO)] = house.logo
    package = DocumentPackage(edition, style, shown)
    releases = ordered(edition)
    words = RunWriter(package, edition.lang)
    story = Story(package, words)
    made = [_release(release, edition.lang, story, number, style) for number, release in enumerate(releases, 1)]
    stretches = Stretches(package, words)
    if edition.kind != "single":
        stretches.add(_front(edition, releases, made, package, words, style.phrases(edition.lang)))
    for release, elements in zip(releases, made, strict=True):
        stretches.add(story.bookmarks.around(elements, "release"), on_edge(release), release.lang)
    if lines := house_lines(style):
        stretches.close([story.para("Press Colophon", lines)])
    package.fill(stretches, package.letterhead(story) if edition.kind == "single" else None)
    package.annotate(story)
    missing = (*missing, *house.notices)
    return Result(package.saved(), (*missing, *dropped_links(edition), *package.styles.notices))


FORMAT = Format(
    name="docx",
    extension=".docx",
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    scope="edition",
    summary="Word document in the styles of reference.docx",
    write=write,
    pictures=True,
)


def _front(
    edition: Edition,
    releases: Sequence[Release],
    made: Sequence[Elements],
    package: DocumentPackage,
    words: RunWriter,
    say: Callable[[str], str],
) -> Elements:
    story, pages = Story(package, words), package.pages()
    front = [*package.logo(story), *cover(edition, story, say)]
    front[-1][0].append(w("sectPr"))
    if not releases:
        return front
    fill = [pages.count(elements) for elements in made]
    shown = story, words, say("Contents"), edition.lang
    first = 2 + pages.count(contents(entries(releases, edition.lang, 1, fill), *shown))
    return front + contents(entries(releases, edition.lang, first, fill), *shown)


def _release(release: Release, lang: str, story: Story, number: int, style: Style) -> Elements:
    """Head, facts, body, contacts and « À propos » of one release."""
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
