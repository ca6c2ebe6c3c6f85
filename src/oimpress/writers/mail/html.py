"""The HTML part: entries as elements, the style's page shell around them, its style sheet inlined.

Only elements that mail readers know remain: tables lay out, ``div`` stands for what has no meaning in a mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from oimpress.model.convention import NBSP
from oimpress.model.nodes import Blocks, Contact, Inlines
from oimpress.model.runs import plain
from oimpress.style import Style
from oimpress.writers.mail.letter import Letter, LetterEntry
from oimpress.writers.page.characters import mark_scripts
from oimpress.writers.page.fragment import Context, block_elements, inline_children
from oimpress.writers.page.house import LOGO, logo_words
from oimpress.writers.page.linebreaks import keep_hyphenated
from oimpress.writers.page.markup import Element, add, element, lang_attributes, mailto, other_lang, safe_href, to_html
from oimpress.writers.page.notes import tie_notes
from oimpress.writers.page.placing import FindShown, nothing_shown
from oimpress.writers.wording import counted, letterhead, phone_line, said_in, with_ordinals

SHELL, SHEET = "mail.html.j2", "mail.css"
UNKNOWN = ("section", "aside", "figure", "figcaption", "blockquote")
WIDEST = 536  # pixels between the margins of the paper
FIGURE_SPACE, PUNCTUATION_SPACE = "\u2007", "\u2008"  # as wide as a figure, and as a full stop
PREHEADER = 110  # code points that a list of messages shows behind the subject


def html_part(letter: Letter, style: Style, picture: FindShown = nothing_shown) -> str:
    """The whole HTML part, a page that reads no file and no network; ``picture`` finds what the mail carries."""
    from markupsafe import Markup

    page = _shell(style).render(
        letter=letter,
        logo=picture("", LOGO),
        logo_words=logo_words(letter.organisation),
        attributes=lang_attributes(letter.lang),
        preheader=preheader(letter),
        entries=[_shown(entry, letter, picture) for entry in letter.entries],
        about=[Markup(_html(blocks, f"about{number}", Context(3))) for number, blocks in enumerate(letter.about, 1)],
        footer=[(words, safe_href(address)) for words, address in letter.footer],
        css=Markup(style_sheet(style)),
        _=letter.say,
    )
    return inlined(page)


@lru_cache(maxsize=8)
def _template(source: str) -> Any:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        source
    )


def _shell(style: Style) -> Any:
    return _template(style.text(SHELL))


def style_sheet(style: Style) -> str:
    """The style's mail sheet, tokens filled in; ``var(--dark-ink)`` is the colour ``ink`` on a dark screen."""
    dark = style.settings.dark
    filled = re.sub(r"var\(--dark-([a-z0-9-]+)\)", lambda found: dark.get(found[1], found[0]), style.plain_css(SHEET))
    return re.sub(r"/\*.*?\*/", "", filled, flags=re.DOTALL)


def inlined(page: str) -> str:
    """``page`` with its style sheet on the elements; rules under ``@`` stay in the head. Nothing is fetched."""
    from css_inline import CSSInliner

    inliner = CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, minify_css=True)
    made: str = inliner.inline(page)
    made = re.sub(r"<head>(<style>.*?</style>)(.*?)</head>", r"<head>\2\1</head>", made, count=1, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", made) + "\n"  # the charset must stand in the first 1024 bytes


def preheader(letter: Letter) -> str:
    """The first titles, as far as a list of messages shows them."""
    say = letter.say
    words = " · ".join(plain(entry.title) for entry in letter.entries) or say("No release in this issue.")
    return words if len(words) <= PREHEADER else words[:PREHEADER].rpartition(" ")[0] + " …"


def _shown(entry: LetterEntry, letter: Letter, picture: FindShown) -> dict[str, Any]:
    """What the shell says of one entry, in words and in finished HTML."""
    from markupsafe import Markup

    release = entry.release
    return {
        "anchor": entry.anchor,
        "label": entry.label,
        "letterhead": letterhead(release),
        "embargo": entry.embargo,
        "kicker": plain(release.kicker),
        "title": Markup(to_html_children(entry.title)),
        "linked_title": Markup(to_html_children(entry.title, linked=True)),
        "subtitle": Markup(to_html_children(release.subtitle)) if entry.whole else "",
        "when_where": Markup(to_html_children(with_ordinals(entry.when_where, entry.lang))),
        "correction": entry.correction,
        "facts": [(str(fact.label), str(fact.value.text)) for fact in release.facts] if entry.whole else [],
        "body": Markup(_html(entry.blocks, entry.anchor, Context(3, picture=picture, release=str(release.id)))),
        "more": safe_href(entry.more),
        "contacts_title": Markup(to_html_children(entry.contacts_heading)),
        "contacts": [Markup(to_html(each)) for each in _contacts(entry)],
        "say": entry.say,
        "labelled": other_lang(entry.lang, release.lang),
        "outside": other_lang(said_in(letter.lang), release.lang),
        "lang": lang_attributes(release.lang) if release.lang != letter.lang else {},
    }


def to_html_children(children: Inlines, linked: bool = False) -> str:
    """A run of a title or the like as HTML, without an element around it; without links where it is ``linked``."""
    made = element("i", *inline_children(children, linked=linked))
    keep_hyphenated(made)
    mark_scripts(made)
    return to_html(made)[3:-4]


def _html(blocks: Blocks, name: str, context: Context) -> str:
    page = element("div", *block_elements(blocks, context))
    tie_notes(page, name)
    mark_scripts(page)
    for each in list(page.iterdescendants()):
        _make_known(each)
    return "\n".join(map(to_html, page))


def _make_known(each: Element) -> None:
    """Turn an element that mail readers do not know into a ``div``, and let a wide table scroll."""
    each.attrib.pop("role", None)
    if each.tag == "img":
        each.set("width", str(min(WIDEST, int(each.get("width", WIDEST)))))
        each.attrib.pop("height", None)
    if behind := each.attrib.pop("data-behind", ""):
        add(each, ["".join(FIGURE_SPACE if sign.isdigit() else PUNCTUATION_SPACE for sign in behind)])
    if each.tag in UNKNOWN:
        each.set("class", " ".join(dict.fromkeys(f"{each.tag} {each.get('class', '')}".split())))
        each.tag = "div"
    elif each.tag == "ol" and "parenthesis" in (each.get("class") or ""):
        _say_labels(each)
    elif each.tag == "table" and (parent := each.getparent()) is not None:
        each.set("class", "figures")
        scroll = element("div", class_="scroll")
        parent.replace(each, scroll)
        scroll.append(each)


def _say_labels(numbered: Element) -> None:
    """Put ``a)`` before the words of each item: no sheet says it to all mail readers, and all can leave out ``a.``."""
    numbered.attrib.pop("class")
    numbered.set("style", "list-style-type:none")
    first, start = numbered.get("type", "1"), int(numbered.get("start", "1"))
    for at, item in enumerate(numbered, start - 1):
        if not len(item) or item[0].tag != "p":
            item.insert(0, element("p"))
        opening = item[0]
        opening.set("class", "hanging")
        opening.text = f"{counted(first, at)}){NBSP}{opening.text or ''}"


def _contacts(entry: LetterEntry) -> Iterator[Element]:
    for contact in entry.contacts:
        if isinstance(contact, Contact):
            yield _contact(contact, entry.lang)
        else:
            yield element("p", *inline_children(contact.children), class_="lead-in")


def _contact(contact: Contact, lang: str) -> Element:
    lines: list[tuple[str, str]] = [(str(part), "") for part in (contact.role, contact.organisation) if part]
    lines += [(phone_line(phone, lang), str(phone.uri)) for phone in contact.phones]
    lines += [(str(email), mailto(email)) for email in contact.emails]
    lines += [(str(web.text), str(web.href)) for web in contact.webs]
    lines += [(str(contact.address), "")] if contact.address else []
    made = element("p", class_="contact")
    if contact.name:
        made.append(element("strong", str(contact.name)))
    for number, (words, href) in enumerate(lines):
        if number or contact.name:
            made.append(element("br"))
        target = safe_href(href)
        add(made, [element("a", words, href=target) if target else words])
    return made
