"""Documents with the damage that old web sites do, made up by hypothesis from clean parts."""

from __future__ import annotations

import textwrap

from hypothesis import strategies as st

SENTENCES = st.sampled_from(
    [
        "L'OIM et ses partenaires ont fourni une aide à 12 500 personnes déplacées dans trois provinces.",
        "« Nous devons agir maintenant », a déclaré Amadou Diallo, chef de mission de l’OIM au Niger.",
        "Le programme, financé par l'Union européenne, prendra fin en 2012.",
        "Plus de 45% des familles vivent dans des abris de fortune; beaucoup n'ont pas d'eau potable.",
        "La réunion s'est tenue à Genève : elle a rassemblé 14 pays d'Afrique de l'Ouest.",
        "Selon le gouvernement, 1 531 298 habitants sont concernés.",
    ]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join)
MENUS = st.sampled_from(
    [
        "",
        "-\nQui sommes nous\nQui sommes nousL'Organisation est là.\nStructure\nStructure\n- Bureau\n- 2030 AGENDA\n",
        "-\nWho we are\nWHO WE ARE\n-\nOur Work\nOur WorkAs the leading organization, IOM works.\n- Where we work\n",
        "-\nQuiénes somos\nQuiénes somosLa OIM forma parte.\n- Estructura\n-\nNuestro trabajo\nNuestro trabajo\n",
    ]
)
HEADS = st.sampled_from(
    ["", "Communiqué\nGlobal\n\n", "Official Statements\n", "27 nov 2023\n\n", "Share this\n", " date 2018-06 "]
)
TITLES = st.sampled_from(["", "L'OIM aide 12 500 personnes au Niger\n", "Haïti : un an après -\n"])
DATELINES = st.sampled_from(["", "Niger - ", "Port-au-Prince, Haïti – ", "N'Djamena, 9 mars – ", "Switzerland -"])
CONTACTS = st.sampled_from(
    [
        "",
        "Pour plus d'informations, veuillez contacter\nAwa Sow\nOIM Niger\nTel: + 227 20 75 31 41 ext. 12\n"
        "Email: asow@iom.int",
        "Pour plus d’informations, contactez Jean Dupont de l’OIM. Email: jd@iom.int, Tél : +41 22 717 9111.",
        'E-mail :\n"mailto:x@iom.int">x@iom.int',
        "Awa Sow | +227 20 75 31 41 | asow@iom.int",
    ]
)
TAILS = st.sampled_from(
    [
        "",
        '"http://www.iom.int/" target="_blank" title=\n"">http://www.iom.int/ ',
        'alt="" src=\n"/x.gif">',
        '"oui" > non ',
    ]
)
FACTS = st.sampled_from(["", "-\nAnnée\n2019\n-\nBudget (USD)\n200000.00\n-\nPays\nCosta Rica Belize\n"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text dump: menu, head matter, facts, paragraphs wrapped or not, leftovers of tags, contacts."""
    width = draw(st.sampled_from([0, 0, 60, 68, 85]))
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    body = draw(st.lists(PARAGRAPHS, min_size=1, max_size=4))
    if width:
        body = [textwrap.fill(paragraph, width) for paragraph in body]
    parts = [draw(part) for part in (MENUS, HEADS, TITLES, FACTS, DATELINES)]
    text = "".join(parts) + gap.join(body) + gap + draw(TAILS) + draw(CONTACTS)
    return text if draw(st.booleans()) else text.replace("\n", "\r\n")
