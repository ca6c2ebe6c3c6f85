"""Web furniture: menus, and single lines of buttons, cookie bars and link boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from oimpress.knowledge.folding import fold
from oimpress.knowledge.lexicon import words
from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Draft, Flow, Line, LineReading
from oimpress.model.nodes import Block
from oimpress.model.runs import cut, length
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.passes.leaving import without
from oimpress.passes.lines.buttons import bare_label, is_button
from oimpress.passes.lines.copied import copied_top
from oimpress.passes.lines.limits import LEAST_HEADED, LONGEST_PHRASE, SWALLOWED_TITLE
from oimpress.passes.lines.menu import AT_THE_FOOT, foot_start, menu_of
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import heads_a_part
from oimpress.patterns import lazy

MENU, PHRASE, TOKEN, BREADCRUMB, CONSENT, DATE_TOKEN = "F001", "F002", "F003", "F004", "F005", "F006"
MAILING, SITE_TOP = "F009", "F012"

# Placeholders of a content management system that was never filled in (Drupal tokens).
TOKENS = lazy(r"\[(?:block|node|site|current-page|view|views|term|user|file|date)[:_][^\]\s]{1,120}\]")


BREADCRUMBS = lazy(
    r"(?:accueil|home|inicio|vous êtes ici|you are here|usted está aquí)[\s\u00a0]*:?[\s\u00a0]*[>»/›|→][^.!?]{2,200}",
    re.IGNORECASE,
)
CONSENTS = lazy(
    r"(?=[^.]{0,200}\bcookies?\b)[^.]{0,60}\b(?:ce site|nous utilisons|notre site|en poursuivant|this (?:web)?site"
    r"|we use|our (?:web)?site|by continuing|este sitio|utilizamos|nuestro sitio)\b.{0,400}"
    r"|(?:abonnez-vous|inscrivez-vous|s['’]abonner|s['’]inscrire|subscribe|sign up|suscríbase|suscríbete)\b"
    r".{0,80}\b(?:newsletter|lettre d['’]information|infolettre|bulletin|boletín)\b.{0,80}",
    re.IGNORECASE,
)
RIGHTS = lazy(
    r"(?:copyright|©)[^.!?]{0,80}\.?[\s\u00a0]*(?:tous droits réservés|all rights reserved"
    r"|todos los derechos reservados).{0,40}",
    re.IGNORECASE,
)
VISITS = lazy(r"(?:vous êtes|you are) (?:le|la|the|our) [^.!?:]*\b(?:visiteur|visitor)\b[^.!?:]*", re.IGNORECASE)
# What mailing programs put around a message. Source: what RFC 8058 and the CNIL ask of mailings, as programs word it.
_THIS = r"(?:ce|cet|cette|le présent|la présente|this|este|el presente)"
_MESSAGE = r"(?:message|courriel|mail|e-?mail|newsletter|lettre|infolettre|mensaje|correo|bolet[ií]n)"
MAILINGS = lazy(
    r"(?:p +(?=(?:pensez|avant)\b))?"
    rf"(?:(?:voir|lire|afficher|visualiser|consulter|ouvrir|view|read|see|open|ver|leer)\b[^.!?]{{0,40}}\b{_MESSAGE}\b"
    r"[^.!?]{0,20}\b(?:navigateur|en ligne|browser|online|navegador|en línea)"
    rf"|(?:si|if)\b[^.!?]{{0,30}}\b{_MESSAGE}\b[^.!?]{{0,20}}(?:s['’]affiche|display|visuali)[^!?]{{0,120}}"
    rf"|(?:vous recevez|you (?:are receiving|received)|(?:usted )?recibe)\b[^.!?]{{0,12}}\b{_MESSAGE}\b[^.!?]{{0,12}}"
    r"\b(?:car|parce|en tant que|because|as|porque)\b[^!?]{0,300}"
    r"|our mailing address is\b[^!?]*"
    rf"|(?:attention|caution|warning|avertissement) ?[:!-]? ?{_THIS} {_MESSAGE} "
    r"(?:provient|vient|a été envoyé|originated|comes|came|was sent)\b[^!?]*"
    r"\b(?:extérieure?|externe|outside|external)\b[^!?]*"
    r"|(?:\[(?:externe?|external|ext)\]|(?:courriel|mail|e-?mail|message) externe)"
    r"|(?:vous )?(?:souhaitez|voulez)(?:[- ]vous)? (?:modifier|changer) (?:la réception|la façon|vos préférences)\b"
    r"[^.!?]*\??"
    r"|(?:vous (?:l['’]avez|avez) reçu|vous êtes destinataire)\b[^.!?]*\b(?:car|parce)\b[^!?]*"
    rf"|(?:ce|cet|cette|this|este) {_MESSAGE} (?:a été|était|was|ha sido) (?:envoyée?|adressée?|sent|enviado)"
    r" (?:à|to|a) \S+@\S+"
    r"|(?:pour |vous pouvez )?(?:(?:se|vous) (?:désinscrire|désabonner)|désinscription|désabonnement|désabonnez-vous"
    r"|unsubscribe|darse de baja)\b[^.!?]{0,120}"
    r"|(?:envoyé|sent|enviado) (?:de|depuis|à partir de|from|desde) (?:mon|my|mi|outlook|yahoo|gmail)\b[^.!?]{0,40}"
    r"|(?:trouble|problems?|difficult(?:y|ies)) (?:reading|viewing|seeing) this\b[^.!?]*\? *(?:view|read|see|open)\b"
    r"[^.!?]*"
    r"|conformément (?:au rgpd|à la loi informatique|au règlement général)\b[^.!?,]*,"
    r" vous (?:pouvez|disposez|avez|bénéficiez)\b[^.!?]*"
    rf"|{_THIS} {_MESSAGE} (?:(?:ainsi que|et|and|y|with|avec)\b[^.!?]*\b"
    r"(?:jointe?s?|attachments?|adjuntos?|anexos?) )?(?:sont|est|are|is|son|es) "
    r"(?:(?:strictement|strictly|estrictamente) )?confiden\w+(?: (?:et|and|y)\b[^.!?,]*)?"
    r"(?:\. (?:merci|veuillez|please|si vous|if you|si usted)\b[^!?]*)?"
    rf"|(?:ce|cet|this|este) {_MESSAGE}\b[^!?]{{0,120}}\bconfiden[^!?]{{0,300}}"
    r"\b(?:destinataires?|recipients?|destinatarios?)\b[^!?]{0,300}"
    rf"|(?:(?:ce|cet) {_MESSAGE} est destiné aux? [\w ]+\. )?"
    r"(?:(?:avant d['’]imprimer|before (?:you )?print(?:ing)?|antes de imprimir)\b[^.!?,]*, ?)?"
    r"(?:(?:merci de )?pense[zr] à l['’]environnement"
    r"|please (?:consider|think of) the environment|(?:por favor,? )?piense en el medio ambiente)\b[^!?]{0,120}"
    r"|(?:voir|ouvrir|afficher) dans (?:le|votre|mon|un) navigateur"
    r"|(?:vous pouvez )?(?:mettre à jour|modifier|gérer) (?:vos|mes) (?:préférences|abonnements)\b[^.!?]{0,40}"
    rf"|pour ne plus recevoir (?:nos|ces|ce|cette) (?:{_MESSAGE}s?|communiqués|envois)\b[^!?]{{0,80}}"
    rf"|to (?:stop receiving|unsubscribe from) (?:these|this|our|such) (?:{_MESSAGE}s?|mailings|updates"
    r"|releases)\b[^!?]*"
    r"|(?:si vous ne (?:souhaitez|voulez|désirez) plus|if you (?:no longer|do not|don['’]t) (?:wish|want) to"
    r"|si (?:ya )?no (?:desea|quiere)) (?:recevoir|receive|(?:seguir )?reci\w+)"
    r" (?:nos|ces|our|these|any more|más|nuestros|estos)"
    rf" (?:{_MESSAGE}e?s?|communiqués|communications|invitations|envois|releases|comunicados|notas"
    r"|comunicaciones|envíos)\b[^!?]{0,80}"
    rf"|(?:merci de )?ne pas répondre à (?:ce|cet|cette) {_MESSAGE}"
    rf"|message (?:relayé|transmis|diffusé) par le serveur\b[^!?]{{0,120}}"
    r"|(?:le contenu de|(?:les|the) informations? (?:contenues? dans|contained in|in)|la información (?:contenida )?en)"
    rf" (?:ce|cet|cette|this|este) {_MESSAGE}\b[^!?]{{0,120}}\bconfiden[^!?]{{0,300}}"
    rf"|(?:devez-vous|faut-il) (?:vraiment )?imprimer (?:ce|cet|cette) {_MESSAGE}\s*\?(?:[^!?]{{0,60}}environnement)?"
    r")(?:[\s(<\[]+https?://[^\s<>\[\]()]+[)>\]])?[\s.!»>]*",
    re.IGNORECASE,
)
ADDRESSED = lazy(r"(?:notre|our) (?:adresse(?: postale)?|(?:mailing|postal) address)(?: est| is)? ?:?", re.IGNORECASE)
CRUMBS = ("accueil", "home", "inicio", "vous êtes ici", "you are here", "usted está aquí")
NEWSLETTERS = ("abonnez", "inscrivez", "s'abonner", "s'inscrire", "subscribe", "sign up", "suscr")
GLUED_DATE = lazy(r"\s*date \d{4}-\d{2}(?:-\d{2})?\s+(?=\S)")


def furniture(draft: Draft) -> Result[Draft]:
    """Take menus off head and foot, and single furniture lines off the whole. Rules F001-F006, F009, F012.

    Notice F101 where the menu ends in a label that could be the title.
    """
    lines = [(at, line.plain.strip()) for at, line in draft.lines()]
    texts = [text for _, text in lines]
    menu = menu_of(texts)
    start, end = menu.start, menu.end
    gone = {at: rule for at, text in (*lines[:start], *lines[end:]) if (rule := _phrase(text))}
    gone = {at: rule for at, rule in gone.items() if not _heads_prose(draft.flow, at)}
    last = next((n for n in range(len(lines), end, -1) if lines[n - 1][0] not in gone), end)
    foot = foot_start(texts[:last], end)
    gone |= {at: MENU for at, _ in (*lines[start:end], *lines[foot:last])}
    gone |= dict.fromkeys(_weak(lines, end, gone), PHRASE)
    gone |= dict.fromkeys(_senders_address(lines), MAILING)
    top = {lines[n][0]: SITE_TOP for n in copied_top(texts)}
    gone = {at: rule for at, rule in top.items() if not _is_marked(draft.flow[at])} | gone
    own = set(map(fold, draft.house.furniture))
    gone |= {at: PHRASE for at, text in lines if own and fold(text) in own}
    if draft.pins:
        gone = {at: rule for at, rule in gone.items() if not _pinned(draft.flow[at])}
    rest = without(draft, gone)
    dropped = list(rest.dropped)
    kept = tuple(_without_token(item, dropped) for item in rest.value.flow)
    cases = (*menu.cases(), *((at, AT_THE_FOOT) for at in range(foot, last)))
    told = (_told(draft.flow[lines[at][0]], case) for at, case in cases)
    draft = replace(draft, readings=(*draft.readings, *told))
    return Result(draft.with_fields(kept), tuple(_doubt(lines[start:end], kept)), tuple(dropped))


def _senders_address(lines: Sequence[tuple[int, str]]) -> Iterator[int]:
    """« Notre adresse postale : » and the address below it, in one paragraph with how to unsubscribe."""
    for (at, text), (below, next_text) in pairwise(lines):
        _, _, rest = next_text.partition("\n")
        if ADDRESSED.fullmatch(text) and rest and _phrase(rest) == MAILING:
            yield from (at, below)


def _heads_prose(flow: Flow, at: int) -> bool:
    """Whether a line heads a part of the text, « Mentions légales » above a paragraph, and no link to a page."""
    line, below = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    text = below.plain.strip() if isinstance(below, Line) else ""
    headed = isinstance(line, Line) and heads_a_part(line.plain)
    return headed and len(text) >= LEAST_HEADED and ends_sentence(text)


def _told(item: Line | Block, case: str) -> LineReading:
    assert isinstance(item, Line)
    return LineReading(item.where, item.plain, "menu", "furniture", 0, {}, frozenset({case}))


def _is_marked(item: Line | Block) -> bool:
    """Whether the markup of the source says what the line is."""
    return isinstance(item, Line) and bool(item.level or item.marks)


def _pinned(item: Line | Block) -> bool:
    return isinstance(item, Line) and bool(pin_of(item))


def widgets(draft: Draft) -> Result[Draft]:
    """Take off buttons whose broken tag hid them until it was taken away. Rule F002."""
    gone = {at for at, line in draft.lines() if line.tag and is_button(line.plain.strip())}
    return without(draft, dict.fromkeys(gone, PHRASE))


def _without_token(item: Line | Block, dropped: list[Dropped]) -> Line | Block:
    """``item`` without a technical date glued to its head."""
    glued = GLUED_DATE.match(item.plain) if isinstance(item, Line) else None
    if not isinstance(item, Line) or not glued:
        return item
    dropped.append(Dropped(item.text[: glued.end()], DATE_TOKEN))
    return replace(item, children=cut(item.children, glued.end(), length(item.children)))


def _phrase(text: str) -> str:
    if "\n" in text:
        return MAILING if all(map(_phrase, text.split("\n"))) else ""
    if len(text) > LONGEST_PHRASE:
        return ""
    bare = bare_label(text)
    if ("©" in text or bare.startswith("copyright")) and RIGHTS.fullmatch(text):
        return PHRASE
    if bare.startswith(CRUMBS) and BREADCRUMBS.fullmatch(text):
        return BREADCRUMB
    if ("cookie" in bare or bare.startswith(NEWSLETTERS)) and CONSENTS.fullmatch(text):
        return CONSENT
    if "visit" in bare and VISITS.fullmatch(text):
        return PHRASE
    if bare not in words("furniture-weak") and is_button(text):
        return PHRASE
    if MAILINGS.fullmatch(text):
        return MAILING
    return TOKEN if text[0:1] == "[" and TOKENS.fullmatch(text) else ""


def _weak(lines: Sequence[tuple[int, str]], start: int, gone: Mapping[int, str]) -> Iterator[int]:
    """Single words of a page ("Accueil", "Menu"): beside furniture or another one, or at an end of the text."""
    weak = {n for n in range(start, len(lines)) if bare_label(lines[n][1]) in words("furniture-weak")}
    for n in sorted(weak):
        edge = n in (start, len(lines) - 1) and len(lines) - start > 3
        beside = any(m in weak or (start <= m < len(lines) and lines[m][0] in gone) for m in (n - 1, n + 1))
        if lines[n][0] not in gone and (edge or beside):
            yield lines[n][0]


def _doubt(menu: Sequence[tuple[int, str]], rest: Flow) -> list[Notice]:
    """A page whose text begins at once after a doubled label may have lost its title to the menu."""
    first = next((item for item in rest if isinstance(item, Line)), None)
    doubled = len(menu) > 1 and menu[-1][1].casefold() == menu[-2][1].casefold()
    return [notice("F101", first.where, menu[-1][1])] if first and doubled and len(first.text) > SWALLOWED_TITLE else []
