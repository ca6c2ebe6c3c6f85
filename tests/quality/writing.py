"""Clean French press releases, made up from a grammar and a seed: what the damage is then done to."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

WHO = [
    "L'Organisation internationale pour les migrations",
    "Le gouvernement",
    "La mission de l'OIM",
    "Le ministère de l'Intérieur",
    "Une équipe mobile",
    "Les autorités locales",
    "Le Haut-Commissariat",
    "L'Union européenne",
    "La société civile",
    "Le Fonds central",
    "Un comité régional",
    "Les communautés d'accueil",
    "L'équipe médicale",
    "La délégation",
]
DOES = [
    "a lancé",
    "a achevé",
    "soutient depuis trois mois",
    "coordonne",
    "vient d'étendre",
    "évalue",
    "a remis",
    "prépare",
    "finance à hauteur de 4,2 millions de dollars",
    "met en œuvre",
    "a présenté",
]
WHAT = [
    "un programme de retour volontaire",
    "la distribution de 12 500 abris",
    "une campagne de lutte contre la traite",
    "des projets de réinsertion économique",
    "la réhabilitation de 37 points d'eau",
    "un plan d'évacuation sanitaire",
    "l'enregistrement des familles déplacées",
    "une étude sur les envois de fonds",
    "des cours d'alphabétisation",
    "la construction d'un centre d'accueil",
    "un système d'alerte précoce",
]
FOR = [
    "dans les provinces du nord",
    "en faveur de 1 240 femmes et enfants",
    "à la frontière avec le Tchad",
    "pour les rescapés du séisme",
    "au profit des éleveurs touchés par la sécheresse",
    "dans l'est du pays",
    "avec l'appui des Nations Unies",
    "malgré l'insécurité",
    "depuis le début de l'année",
    "à Port-au-Prince",
    "le long de l'itinéraire migratoire",
    "près de 45% d'entre eux étant mineurs",
]
TAIL = [
    "selon un rapport publié mardi",
    "ce qui porte à 171 le nombre de sites",
    "où l'accès reste difficile",
    "notamment à Goma et à Bukavu",
    "qui durera jusqu'en décembre",
    "une première dans la région",
    "afin d'éviter de nouvelles pertes",
]
PEOPLE = [
    "Amadou Diallo",
    "Marie-Thérèse Kouamé",
    "Jean-Pierre N'Guessan",
    "Élise Béraud",
    "Ousmane Traoré",
    "Lucía Fernández",
]
ROLES = [
    "chef de mission de l'OIM",
    "coordinatrice du programme",
    "gouverneur de la province",
    "porte-parole de l'Organisation",
]
PLACES = [
    "Haïti",
    "Niger",
    "Genève",
    "Port-au-Prince",
    "Tchad",
    "Mali",
    "Côte d'Ivoire",
    "Colombie",
    "Soudan",
    "Guatemala",
]
HEADS = [
    "Un appui aux autorités",
    "Des besoins considérables",
    "Prochaines étapes",
    "La réponse de l'OIM",
    "Retours volontaires",
]


@dataclass
class Clean:
    """A release before the damage: its title and the paragraphs of its body, in order."""

    title: str
    dateline: str
    paragraphs: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)  # positions of paragraphs that are headings
    items: set[int] = field(default_factory=set)  # positions of paragraphs that are list items


def sentence(chance: random.Random) -> str:
    """One sentence, of one to three clauses."""
    text = f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)}"
    if chance.random() < 0.7:
        text += f" {chance.choice(FOR)}"
    if chance.random() < 0.5:
        text += f", {chance.choice(TAIL)}"
    if chance.random() < 0.15:
        text += f" ; {chance.choice(WHO).lower()} {chance.choice(DOES)} {chance.choice(WHAT)}"
    return f"{text}."


def quotation(chance: random.Random) -> str:
    words = " ".join(sentence(chance) for _ in range(chance.randint(1, 3)))[:-1]
    return f"« {words} », a déclaré {chance.choice(PEOPLE)}, {chance.choice(ROLES)}."


def paragraph(chance: random.Random) -> str:
    if chance.random() < 0.25:
        return quotation(chance)
    return " ".join(sentence(chance) for _ in range(chance.randint(1, 5)))


def write(seed: int) -> Clean:
    """The release of this number; the same one every time."""
    chance = random.Random(seed)
    made = Clean(f"{chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHAT)}", chance.choice(PLACES))
    for _ in range(chance.randint(4, 10)):
        if chance.random() < 0.15:
            made.headings.add(len(made.paragraphs))
            made.paragraphs.append(chance.choice(HEADS))
        if chance.random() < 0.1:
            for n in range(chance.randint(2, 4)):
                made.items.add(len(made.paragraphs))
                made.paragraphs.append(f"{n + 1}) {chance.choice(WHAT)} {chance.choice(FOR)} ;")
        made.paragraphs.append(paragraph(chance))
    return made
