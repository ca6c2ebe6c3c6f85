"""Parts of a page that their headings, their links or their words tell apart from the article around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from oimpress.knowledge.folding import fold
from oimpress.knowledge.lexicon import rows
from oimpress.patterns import lazy
from oimpress.readers.html.bylines import is_byline_text, is_clock, words_of
from oimpress.readers.html.furniture import BYLINE, COMMENTS, FURNITURE, RELATED, Judge
from oimpress.readers.html.leaves import leaf_blocks
from oimpress.readers.html.limits import (
    FORM_BOX,
    LEAST_LINKS,
    LINKED_LABEL,
    LONGEST_OPENING,
    LONGEST_SIGNPOST,
    LONGEST_TEASER,
)
from oimpress.readers.html.teasers import leave_teaser, opens
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

RULES = {"related": RELATED, "labels": RELATED, "comments": COMMENTS, "furniture": FURNITURE, "writer": BYLINE}
DOUBTED = frozenset({"labels", "writer"})  # what heads parts of a text too
MARKS = lazy(r"[\d()\[\]«»“”\"!?:.,…#|-]+")
# « À lire aussi : … » and the like on a line of their own, the rest of it links; and lines of nothing but tools.
SIGNPOST = lazy(
    r"(?:à )?(?:lire|voir|découvrir|relire) (?:aussi|également)\b|(?:read|see) also\b"
    r"|(?:(?:lea|lee|vea|mira|mire|puedes (?:leer|ver))(?: también| además| más)?|ver (?:también|además|más)) ?:"
    r"|lesen sie (?:auch|hier)\b"
    r"|(?:leggi|leia|lees|czytaj|zobacz) (?:anche|também|mais|ook|także|również|też)\b",
    re.IGNORECASE,
)
LISTED = lazy(r"(?:tags?|mots[- ]clés?|étiquettes?|thèmes?|catégories?|rubriques?) ?:", re.IGNORECASE)
FETCH = lazy(r"(?:télécharger?|download|descargar)\b", re.IGNORECASE)
ADDRESS = lazy(r"://|(?<!\w)www\.|@")
# Lines that ask a reader to take a newsletter, a channel or an account.
ASKING = lazy(
    r"(?:(?:cliquez ici pour vous abonner|abonnez-vous|inscrivez-vous|click here to subscribe|subscribe|sign up"
    r"|abonnieren sie|melden sie sich|jetzt (?:kostenlos )?abonnieren|suscríbe(?:te|ase)|iscriviti|assine|inscreva-se"
    r"|meld je aan|zapisz się)\b[^.!?]{0,100}(?<!\w)(?:newsletters?|lettres? d['’]information|infolettre|inbox"
    r"|boîte (?:mail|de réception)|youtube|podcasts?|boletín|boletim|nieuwsbrief)"
    r"|(?:suivez[- ]nous|retrouvez-nous|follow (?:us\b|(?-i:@|[A-Z]))|síguenos|folgen sie uns|seguici|siga-nos)"
    r"[^.!?]{0,60}(?<!\w)(?:facebook|twitter|linkedin|instagram|youtube|whatsapp|telegram|réseaux sociaux|social media"
    r"|redes sociales|google news)|reach the (?:reporters?|authors?|writers?) (?:on|at)\b"
    r"|(?:did you )?(?:liked?|enjoy(?:ed)?) (?:this|reading this)(?: article| story| post)? ?\?)(?!\w)",
    re.IGNORECASE,
)
TOOLS = lazy(
    r"(?:(?:partager|share|compartir)(?: (?:sur|on|en) \w+| par (?:e-?mail|courriel))?|envoyer par (?:e-?mail|courriel)"
    r"|imprimer|print|tweeter|publicité|écouter l['’]article"
    r"|facebook|twitter|linkedin|whatsapp|e-?mail|copier le lien|(?:image|photo|diapositive) \d+ (?:sur|of|de) \d+"
    r"|(?:agrandir|enlarge)(?: l['’]| the | )?image|ouvrir dans un nouvel onglet|open in (?:a )?new tab"
    r"|retour (?:en haut(?: de (?:la )?page)?|à la liste|aux actualités)|haut de (?:la )?page|back to (?:top|blog|news)"
    r"|zurück (?:nach oben|zur (?:übersicht|liste(?:nansicht)?|startseite)|zu allen meldungen)|volver arriba|[|·•\s])+"
    r"|(?:cet article vous a plu|(?:did you )?(?:like|enjoy) this (?:article|story|post)) ?\? (?:partagez|share)"
    r"[^.!?]*[.!]?",
    re.IGNORECASE,
)
RIGHTS = lazy(
    r"(?:copyright|©)[^.!?]{0,100}(?:mise à jour|mentions légales|plan du site|tous droits|all rights|derechos)",
    re.IGNORECASE,
)
# What names the page of who wrote a text, in a class or an address.
WRITER = lazy(r"(?<![a-z])(?:authors?|auteurs?|autor(?:es)?|contributors?|bio)(?![a-z])", re.IGNORECASE)
STAMPED = lazy(r"publi|timestamp|(?:post|article|entry|news)[-_]?(?:date|time|info|meta)", re.IGNORECASE)


def settle(root: Node, judge: Judge, published: str = "", author: str = "") -> None:
    """Find the parts in ``root`` that go as a whole, and put them with their rules into ``judge.gone``.

    ``published`` and ``author`` are the day and the writer that the page states.
    """
    _subscriptions(root, judge)
    leaves = list(leaf_blocks(root, judge, within=True))
    titles = [node for node in root.walk() if node.tag == "h1"]
    _head_out(leaves, judge)
    _buttons(leaves, judge)
    for path in leaves:
        if len(path) < 2 or any(id(node) in judge.gone for node in path):
            continue
        leaf = path[-1]
        size = judge.sizes.of(leaf).all
        if not 0 < size <= LONGEST_SIGNPOST or id(leaf) in judge.kinds:
            continue
        text = words_of(leaf)
        if rule := _line_rule(leaf, text, judge):
            judge.gone[id(leaf)] = rule
        elif leaf.tag not in HEADINGS and (is_byline_text(text, published, author) or _is_stamp(path, text)):
            judge.gone[id(leaf)] = BYLINE
        elif kind := _headed(text):
            if kind != "writer" or _is_of_writer(path):
                _lead_out(path, kind, judge)
        elif leaf.tag in HEADINGS and titles != [leaf] and _is_linked(leaf, path, judge):
            leave_teaser(path, judge)


def _is_stamp(path: Sequence[Node], text: str) -> bool:
    """Whether a line is nothing but the clock of what its names call a day of publication."""
    return is_clock(text) and any(STAMPED.search(f"{node.get('class')} {node.get('itemprop')}") for node in path[-4:])


def _is_of_writer(path: Sequence[Node]) -> bool:
    """Whether the page says by names or links that a part is about who wrote the text; a release may do so itself."""
    names = (f"{node.get('class')} {node.get('id')}" for node in path[-3:])
    links = (f"{node.get('href')} {node.get('rel')}" for node in path[-2].walk() if node.tag == "a")
    return any(WRITER.search(said) for said in (*names, *links))


def _is_linked(heading: Node, path: Sequence[Node], judge: Judge) -> bool:
    return judge.sizes.only_links(heading) or any(node.tag == "a" and node.get("href") for node in path)


def _subscriptions(root: Node, judge: Judge) -> None:
    """Leave out the boxes in which a reader leaves an address: the form, with the few words around it."""
    waiting: list[tuple[Node, ...]] = [(root,)]
    while waiting:
        path = waiting.pop()
        if path[-1].tag == "form" and any(
            node.tag == "input" and node.get("type") == "email" for node in path[-1].walk()
        ):
            box = next(
                (node for node in path[1:] if judge.sizes.prose(node) < FORM_BOX and judge.small(node)), path[-1]
            )
            judge.gone[id(box)] = FURNITURE
        else:
            waiting += ((*path, child) for child in path[-1].elements())


def _head_out(leaves: Sequence[Sequence[Node]], judge: Judge) -> None:
    """Leave out what is nothing but links before the title or the first words of prose; and a heading of nothing."""
    for path in leaves:
        if len(path) > 1 and path[-1].tag in HEADINGS and names_site(path[-1], judge):
            judge.gone[id(path[-1])] = FURNITURE
            continue
        if path[-1].tag in HEADINGS or judge.sizes.prose(path[-1]) > LINKED_LABEL:
            break
        if len(path) > 1 and judge.sizes.only_links(path[-1]) and id(path[-1]) not in judge.kinds:
            judge.gone[id(path[-1])] = FURNITURE
    last = leaves[-1] if leaves else ()
    if len(last) > 2 and last[-1].tag in HEADINGS and judge.sizes.of(last[-2]).all == judge.sizes.of(last[-1]).all:
        judge.gone[id(last[-2])] = FURNITURE


def _buttons(leaves: Sequence[Sequence[Node]], judge: Judge) -> None:
    """Leave out lines that are a link with the same words each time, as what several boxes let press."""
    links = [path[-1] for path in leaves if path[-1].tag not in HEADINGS and judge.sizes.only_links(path[-1])]
    web = [leaf for leaf in links if not any(each.get("href").startswith(("mailto:", "tel:")) for each in leaf.walk())]
    found = Counter(words_of(leaf) for leaf in web)
    judge.gone |= {id(leaf): FURNITURE for leaf in web if found[words_of(leaf)] >= LEAST_LINKS}


def names_site(node: Node, judge: Judge) -> bool:
    """Whether a heading is nothing but a link to the front page."""
    link = next((each for each in node.walk() if each.tag == "a" and "href" in each.attributes), None)
    return link is not None and judge.sizes.only_links(node) and urlsplit(link.get("href")).path in ("", "/")


@cache
def _said() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole = {_key(words): kind for words, kind in rows("page-sections") if not words.endswith("*")}
    begun = tuple((_key(words[:-1]) + " ", kind) for words, kind in rows("page-sections") if words.endswith("*"))
    return whole, begun


def _key(text: str) -> str:
    return " ".join(MARKS.sub(" ", fold(text)).split())


def _headed(text: str) -> str:
    """What kind of part stands below a heading of these words; empty for words that head an article's own part."""
    if len(text) > LONGEST_OPENING:
        return ""
    key = _key(text)
    whole, begun = _said()
    return whole.get(key, "") or next((kind for start, kind in begun if f"{key} ".startswith(start)), "")


def _line_rule(leaf: Node, text: str, judge: Judge) -> str:
    linked = any(node.tag == "a" for node in leaf.walk())
    if leaf.tag in HEADINGS:
        asks = linked and leaf.tag != "h1" and ASKING.match(text)
        return FURNITURE if asks else RELATED if _is_linked_behind(leaf, text, judge) else ""
    if judge.sizes.only_links(leaf) and FETCH.match(text):
        return FURNITURE
    if linked and (SIGNPOST.match(text.lstrip("([>» ")) or _is_signpost(leaf, text, judge)):
        return RELATED
    if linked and ASKING.match(text):
        return FURNITURE
    if (
        LISTED.match(text)
        and judge.sizes.prose(leaf) <= LINKED_LABEL
        and judge.sizes.prose(leaf) < judge.sizes.of(leaf).all
    ):
        return RELATED
    return FURNITURE if TOOLS.fullmatch(text) or RIGHTS.match(text) else ""


def _is_signpost(leaf: Node, text: str, judge: Judge) -> bool:
    """Whether a line is a label that heads related texts, then their links: no address, which is a text's own."""
    return _is_linked_behind(leaf, text, judge) and not ADDRESS.search(text.partition(":")[2])


def _is_linked_behind(leaf: Node, text: str, judge: Judge) -> bool:
    """Whether it is a label that heads related texts, then links, as a heading may be too."""
    label, colon, _ = text.partition(":")
    sizes = judge.sizes.of(leaf)
    return (
        bool(colon) and sizes.prose <= LINKED_LABEL and sizes.prose < sizes.all and RULES.get(_headed(label)) == RELATED
    )


def _lead_out(path: Sequence[Node], kind: str, judge: Judge) -> None:
    """Leave out what the last of ``path`` heads: the largest small element it opens, or what follows it."""
    rule, top = RULES[kind], len(path) - 1
    while top > 1 and opens(path[top - 1], path[top]) and _is_part(path[top - 1], kind, judge):
        top -= 1
    part = path[top]
    if judge.sizes.of(part).all > judge.sizes.of(path[-1]).all:
        judge.gone[id(part)] = rule
        return
    siblings = path[top - 1].content
    at = next(i for i, item in enumerate(siblings) if item is part)
    following = list(_below(siblings[at + 1 :], path[-1], rule, judge))
    if following or (kind not in DOUBTED and (path[-1].tag in HEADINGS or rule != RELATED)):
        judge.gone |= {id(node): rule for node in (part, *following)}


def _is_part(node: Node, kind: str, judge: Judge) -> bool:
    """Whether most of the page stands elsewhere, with what is marked as its text; below a label, all are links."""
    marked = any("articleBody" in each.get("itemprop").split() for each in node.walk())
    return judge.small(node) and not marked and (kind != "labels" or judge.sizes.of_links(node))


def _below(siblings: Sequence[object], head: Node, rule: str, judge: Judge) -> Iterator[Node]:
    """What follows a heading up to the next one; of teasers, as long as they are links or short."""
    left = judge.sizes.prose
    for item in siblings:
        if not isinstance(item, Node):
            if str(item).strip():
                return
            continue
        if item.tag in HEADINGS or item.tag in ("main", "article"):
            return
        short = rule in (FURNITURE, BYLINE) and head.tag in HEADINGS and left(item) < LONGEST_TEASER
        alike = rule == COMMENTS or judge.sizes.of_links(item) or short
        if not alike or not judge.small(item):
            return
        yield item
