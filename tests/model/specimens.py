"""One of each block and each markup, in words that come back from any format."""

from __future__ import annotations

from typing import Any

from oimpress.model.nodes import (
    Anchor,
    Aside,
    Block,
    Blocks,
    Call,
    Cell,
    Code,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    Item,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Row,
    Section,
    Strong,
    Superscript,
    Table,
    Text,
)

OPENING = "La médiathèque de Vézelin rouvre ses portes samedi après quatorze mois de travaux et de patience."


def para(*parts: Inline | str) -> Para:
    return Para(tuple(Text(part) if isinstance(part, str) else part for part in parts))


def within(mark: Inline) -> Blocks:
    return (para("Le fonds compte ", mark, " et d’autres documents que chacun peut emprunter."),)


WORDS = (Text("douze mille livres"),)
NOTED: Blocks = (
    para("Le fonds a doublé", Call("n1", (Text("1"),)), " depuis dix ans, selon la directrice de la médiathèque."),
    Note((Text("Compte arrêté au 31\u00a0décembre de chaque année."),), "n1"),
)
TABLE = Table(
    (
        Row((Cell((Text("Salle"),), True), Cell((Text("Places"),), True, columns=2))),
        Row((Cell((Text("Lecture"),), True), Cell((Text("120"),)), Cell((Text("fauteuils"),), align="center"))),
        Row((Cell((Text("Écoute"),), True), Cell((Text("16"),)), Cell((Text("casques"),), align="center"))),
    ),
    (Text("Places par salle"),),
)
SPECIMENS: dict[type[Any], Blocks] = {
    Para: (para("Les ateliers du mercredi reprennent en septembre pour les enfants de six à douze ans."),),
    Section: (Section((Text("Les horaires"),), (para("La médiathèque ouvre de dix à dix-neuf heures."),)),),
    List: (List((Item((para("des livres\u202f;"),)), Item((para("des disques."),))), marker="•"),),
    Quote: (
        Quote((para("«\u00a0Nous avons pensé à tous les lecteurs.\u00a0»"),), (Text("Aline Fourcade, directrice"),)),
    ),
    Aside: (Aside((para("La première médiathèque date de 1974."),), "context", (Text("Contexte"),)),),
    Table: (TABLE,),
    Figure: (Figure("facade.png", "La façade", (Text("La façade après les travaux."),), (Text("© Ville"),)),),
    Note: NOTED,
    Preformatted: (Preformatted((Text("salle;places"),)),),
    Emphasis: within(Emphasis(WORDS)),
    Strong: within(Strong(WORDS)),
    Link: within(Link("https://vezelin.example/fonds", WORDS)),
    Foreign: within(Foreign("es", (Text("doce mil libros para todos"),))),
    Superscript: within(Superscript((Text("2"),))),
    Code: within(Code((Text("fonds.csv"),))),
    Call: NOTED,
    Anchor: (
        para("Les horaires sont donnés ", Link("#a1", (Text("plus bas"),)), " pour toutes les salles."),
        para(Anchor("a1", (Text("Ouverte"),)), " du mardi au samedi, la médiathèque ferme le lundi."),
    ),
}


def release(blocks: tuple[Block, ...]) -> Release:
    """A release that holds ``blocks`` between two paragraphs."""
    title = (Text("La médiathèque rouvre ses portes"),)
    return Release("mediatheque", title=title, body=(para(OPENING), *blocks))
