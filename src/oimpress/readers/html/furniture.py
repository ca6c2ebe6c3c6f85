"""What of a web page is no part of its article, element by element: scripts, hidden text, navigation, share bars."""

from __future__ import annotations

import re

from oimpress.model.traced import Traced
from oimpress.patterns import lazy
from oimpress.readers.html.bylines import is_byline, words_of
from oimpress.readers.html.calling import says_whom_to_ask
from oimpress.readers.html.limits import LARGEST_FURNITURE, LEAST_LINKS, LEAST_PROSE, LONGEST_CATEGORY
from oimpress.readers.html.office import LABEL, is_comment
from oimpress.readers.html.panels import panels
from oimpress.readers.html.sizes import Sizes
from oimpress.readers.html.surtitle import kinds_at_title
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.commands import COMMAND
from oimpress.readers.shared.tree import Node

FURNITURE, SCRIPT, HIDDEN, HEAD, ALTERNATE = "R010", "R011", "R012", "R015", "R018"
RELATED, COMMENTS, BYLINE, STRUCK, NOTED, LISTED = "R060", "R061", "R062", "R063", "R017", "B003"
COMMANDED = "R096"

TAGS = {
    "head": HEAD,
    "script": SCRIPT,
    "style": SCRIPT,
    "template": SCRIPT,
    "noscript": ALTERNATE,
    "audio": ALTERNATE,
    "video": ALTERNATE,
    "canvas": ALTERNATE,
    "iframe": ALTERNATE,
    "object": ALTERNATE,
    "svg": ALTERNATE,
    "annotation": ALTERNATE,  # an equation once more, for programs
    "annotation-xml": ALTERNATE,
    "nav": FURNITURE,
    "menu": FURNITURE,
    "dialog": FURNITURE,
    "button": FURNITURE,
    "select": FURNITURE,
    "textarea": FURNITURE,
    "datalist": FURNITURE,
    "amp-ad": FURNITURE,
    "amp-sidebar": FURNITURE,
    "amp-social-share": FURNITURE,
    LABEL: LISTED,
    COMMAND: COMMANDED,
    "del": STRUCK,
    "s": STRUCK,
    "strike": STRUCK,
}
HOLDERS = frozenset({"nav", "menu", "noscript", "header"})  # of what follows, where nobody closed them
ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog",
    "tablist",
})  # fmt: skip
UNSEEN = frozenset({
    "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "element-invisible", "off-screen",
    "offscreen",
})  # fmt: skip
UNSHOWN = lazy(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?<![\w-])font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|\A(?=[\s\S]*(?<![\w-])max-height\s*:\s*0(?![.\d]*[1-9]))(?=[\s\S]*overflow\s*:\s*hidden)"
    # put where nobody sees it, or cut down to nothing, for programs that read a page aloud
    r"|(?<![\w-])text-indent\s*:\s*-\d{3,}|\A(?=[\s\S]*position\s*:\s*absolute)(?=[\s\S]*(?<![\w-])(?:left|top)\s*:\s*-\d{3,})"
    r"|(?<![\w-])clip(?:-path)?\s*:\s*(?:rect\(\s*[01](?:px)?[\s,]|inset\(\s*(?:50|100)%)",
    re.IGNORECASE,
)
FADED = lazy(r"(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?=;|$)", re.IGNORECASE)  # until a script shows it
THROUGH = lazy(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
STREAMED = lazy(r"[SP]:[0-9a-f]+")  # what React sends hidden and shows by script, by its id
# Words of class names and ids that are given to furniture only, or to text as short as furniture.
WORDS = frozenset({
    "addthis", "addtoany", "breadcrumb", "breadcrumbs", "cookie", "cookies", "menu", "nav", "navbar",
    "navigation", "pager", "pagination", "partage", "partager", "share", "sharethis", "sharing", "skip",
    "social", "toolbar", "sharedaddy", "backlink", "print", "advert", "advertisement", "publicite", "pub", "ad", "ads",
    "tags", "hashtags", "taxonomy", "keywords", "tagcloud", "motscles", "ticker", "messenger", "playlist",
    "cta", "promo", "crumbs",
})  # fmt: skip
SLOGANS = frozenset({"site-slogan", "site-tagline", "site-description", "slogan", "tagline"})  # whole names of lines
# The same outside the article only, where no contacts for the press stand in it.
AROUND = frozenset({"footer", "pied", "pieddepage", "colophon", "bas"})
# A box about who wrote a text.
WRITER = lazy(
    r"(?<![a-z])(?:about-?(?:the-?)?(?:authors?|auteurs?)|short-bio"
    r"|(?:authors?|auteurs?|autor|writer|contrib[a-z]*)[-_]{0,2}(?:bio[a-z]*|box|block|card|about|blurb|excerpt|details?"
    r"|row|tooltip|profile|desc(?:ription)?|info))(?![a-z])",
    re.IGNORECASE,
)
# What shows itself while the pointer rests on the words beside it.
HOVERED = lazy(
    r"(?<![a-z])(?:tooltip|popover|hovercard|rollover)[\w-]*?(?:content|block|body|inner|box|bubble|text)(?![a-z])",
    re.IGNORECASE,
)
LABELS = frozenset({"span", "div", "p", "dd", "li", "ul"})  # elements that name the category of a page
TAGGED = lazy(r"(?<![a-z])(?:categor(?:y|ies)|cat-links|rubriques?)(?![a-z])", re.IGNORECASE)
# The same for what can be long: it is furniture while most of the text stands elsewhere.
LONG = {
    **dict.fromkeys(("related", "relatedposts", "recirculation", "recommended", "recommandations", "readalso",
                     "connexes", "similaires", "mostread", "trending", "recirc", "prevnext",
                     "teasers", "taboola", "outbrain"), RELATED),
    **dict.fromkeys(("comment", "comments", "commentaire", "commentaires", "respond", "disqus", "reactions",
                     "trackback", "trackbacks", "pingback", "pingbacks", "pings"), COMMENTS),
    **dict.fromkeys(("newsletter", "infolettre", "subscribe", "subscription", "abonnement", "mailchimp"), FURNITURE),
}  # fmt: skip
# Names of two words of which each alone can be a text's.
PAIRS = (
    (frozenset({"breaking", "news"}), RELATED),
    (frozenset({"prev", "next"}), RELATED),
    (frozenset({"previous", "next"}), RELATED),
    (frozenset({"form", "done"}), HIDDEN),
    (frozenset({"form", "fail"}), HIDDEN),
)
CONTENTS = lazy(r"(?<![a-z])(?:toc|table-?of-?contents?)(?![a-z])", re.IGNORECASE)  # of the page, by its names
SPLIT = lazy(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")


class Judge:
    """Says of each element of ``page`` why it is left out; ``gone`` are those whose neighbours tell it, by identity."""

    def __init__(self, page: Node) -> None:
        self.sizes = Sizes(page)
        self.gone: dict[int, str] = {}
        self._most = LARGEST_FURNITURE * self.sizes.prose(page)
        self._titled = _around_titles(page)
        self.kinds = kinds_at_title(page)
        self._panels = panels(page)
        self._commented = any(node.tag == "a" and is_comment(node) for node in page.walk())
        self._known: dict[tuple[int, bool], str] = {}

    def enter(self, article: Node) -> None:
        """From now on what is large is so beside ``article``."""
        self._most = LARGEST_FURNITURE * self.sizes.prose(article)
        self._known = {}

    def rule(self, node: Node, within: bool = True) -> str:
        """The rule that leaves ``node`` out, or nothing. ``within`` is true inside the article."""
        if rule := self.gone.get(id(node), ""):
            return rule
        if (key := (id(node), within)) not in self._known:
            rule = self._judged(node, within)
            if not self.sizes.knows(node):
                return rule  # put together for a moment; another may stand there next
            self._known[key] = rule
        return self._known[key]

    def _judged(self, node: Node, within: bool) -> str:
        if rule := TAGS.get(node.tag, ""):
            return "" if self._stays(node) else rule
        if self._commented and is_comment(node):
            return NOTED
        if id(node) in self.kinds:
            return self._unseen(node)
        if within and self._leads_within(node):
            return FURNITURE
        if not node.attributes and node.tag not in ("form", "footer", "aside", "article", "td"):
            return ""
        return self._unseen(node) or self._named(node, within)

    def small(self, node: Node) -> bool:
        """Whether most of the prose stands elsewhere."""
        return self.sizes.prose(node) < self._most

    def is_menu(self, node: Node) -> bool:
        """Whether nothing but several links stands in ``node``."""
        return self.sizes.only_links(node) and sum(each.tag == "a" for each in node.walk()) >= LEAST_LINKS

    def is_bar(self, items: list[Node | Traced]) -> bool:
        """Whether ``items`` are several links, and marks between them."""
        nodes = [item for item in items if isinstance(item, Node)]
        links = sum(leads_on(each) for node in nodes for each in node.walk())
        loose = sum(self.sizes.prose(node) for node in nodes) + sum(
            len(str.strip(item)) for item in items if not isinstance(item, Node)
        )
        return links > 1 and loose <= 2 * links

    def _stays(self, node: Node) -> bool:
        """An element that holds most of the page was not closed; the button of a heading is the heading."""
        if node.tag in HOLDERS:
            return self.sizes.prose(node) > LEAST_PROSE / 2 and not self.small(node)
        return node.tag == "button" and id(node) in self._titled

    def _unseen(self, node: Node) -> str:
        said = node.attributes
        if id(node) in self._panels:
            return ""
        if ("hidden" in said and not STREAMED.fullmatch(node.get("id"))) or UNSEEN & {*node.get("class").split()}:
            return HIDDEN
        style = said.get("style", "")
        if style and UNSHOWN.search(style if self.small(node) else FADED.sub("", style)):
            return HIDDEN
        if style and THROUGH.search(style):
            return STRUCK
        aside = said.get("aria-hidden") == "true" or "tooltip" in node.get("role").split()
        aside = aside or HOVERED.search(node.get("class")) is not None
        return HIDDEN if aside and self.sizes.prose(node) < LEAST_PROSE else ""

    def _named(self, node: Node, within: bool) -> str:
        if node.tag == "h1":
            return ""
        short = self.sizes.prose(node) < LEAST_PROSE
        roles = ROLES & {*node.get("role").split()}
        if roles and (self.small(node) if roles != {"tablist"} else not _has_panel(node)):
            return FURNITURE
        if short and node.tag in ("form", "footer" if not within else "form"):
            return FURNITURE
        if (rule := self._by_words(node, short, within)) or (within and is_byline(node, self.sizes)):
            return rule or BYLINE
        if node.tag in ("aside", "article") and within:
            return FURNITURE if self.sizes.of_links(node) else ""
        return FURNITURE if node.tag == "td" and self.is_menu(node) else ""

    def _by_words(self, node: Node, short: bool, within: bool) -> str:
        if node.tag == "a" and "tag" in node.get("rel").split():
            return FURNITURE
        if node.tag in LABELS and self.sizes.of(node).all <= LONGEST_CATEGORY and TAGGED.search(node.get("class")):
            return FURNITURE
        if node.tag in ("html", "body", "main") or id(node) in self._titled:
            return ""
        names = f"{node.get('class')} {node.get('id')}"
        words = {word.lower() for word in SPLIT.split(names)}
        if short and not (words.isdisjoint(WORDS) and SLOGANS.isdisjoint(names.split())):
            return FURNITURE
        if self._lists_contents(node, names):
            return FURNITURE
        if short and not (within or words.isdisjoint(AROUND) or says_whom_to_ask(words_of(node))):
            return FURNITURE
        if not self.small(node):
            return ""
        if WRITER.search(names):
            return BYLINE
        paired = (rule for pair, rule in PAIRS if pair <= words and (short or self.sizes.of_links(node)))
        return next((LONG[word] for word in words if word in LONG), "") or next(paired, "")

    def _leads_within(self, node: Node) -> bool:
        """Whether nothing but links to several places of the same page stands in an element, none of them a heading."""
        if node.tag not in ("div", "p", "ul", "ol", "details") or not self.sizes.only_links(node):
            return False
        inner = list(node.walk())
        links = [each.get("href") for each in inner if each.tag == "a" and any(map(str.isalpha, each.words))]
        within = len(links) >= LEAST_LINKS and all(href.startswith("#") for href in links)
        return within and not any(each.tag in HEADINGS for each in inner)

    def _lists_contents(self, node: Node, names: str) -> bool:
        """Whether an element lists the headings of the page, by its names, with a title of its own at most."""
        called = node.tag not in ("span", *HEADINGS) and CONTENTS.search(names) is not None
        return called and self.sizes.prose(node) <= LONGEST_CATEGORY


def leads_on(node: Node) -> bool:
    """Whether an element is a link to some page, and not to somebody's mailbox or telephone, whose words say it."""
    href = node.get("href")
    reaches = href.startswith("tel:") or (href.startswith("mailto:") and "@" in href.partition("?")[0])
    return node.tag == "a" and "href" in node.attributes and not (reaches and node.words.strip())


def _has_panel(node: Node) -> bool:
    """Whether the panels stand with their tabs, as in an accordion."""
    return any(each.get("role") == "tabpanel" for each in node.walk())


def _around_titles(page: Node) -> frozenset[int]:
    """The elements with a first-level heading in them, and the buttons in headings."""
    found: set[int] = set()
    waiting: list[tuple[Node, tuple[int, ...]]] = [(page, ())]
    while waiting:
        node, path = waiting.pop()
        if node.tag == "h1":
            found.update(path)
        if node.tag in HEADINGS:
            found.update(id(each) for each in node.walk() if each.tag == "button")
        deeper = (*path, id(node))
        waiting += ((child, deeper) for child in node.elements())
    return frozenset(found)
