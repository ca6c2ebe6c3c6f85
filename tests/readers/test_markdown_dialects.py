"""What pandoc, kramdown, MultiMarkdown, Obsidian and CriticMarkup add to Markdown is read as they show it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.model.trail import Drop
from oimpress.readers.markdown.dialects import spoken
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.outlines import outline, words

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
GRID = "+-----+-----+\n| Bac | Mur |\n+=====+=====+\n| un  | six |\n|     | dix |\n+-----+-----+"
SIMPLE = "  Bac     Mur\n  ----- -----\n  un      six\n  deux    dix"
HEADLESS = "------ ------\nun     six\n\ndeux   dix\n------ ------"
SEVERAL = (
    "--------------------\n Bac    Mur\n ------ -------\n un     six\n        dix\n\n deux   onze\n--------------------"
)


def seen(text: str) -> list[str]:
    """The lines of what is read below the title and a first paragraph."""
    done = lawful(Source("a.md", f"# La piscine ouvre\n\n{PROSE}\n\n{text}\n".encode()))
    return [line.strip() for line in outline(done.value)[2:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"## Le coût {{#cout .unnumbered}}\n\n{PROSE} Voir [là](#cout).", ["Le coût", "[là](#a1)"]),
        (f"Le coût {{#cout}}\n-------\n\n{PROSE} Voir [là](#cout).", ["Le coût", "[là](#a1)"]),
        (f"## Le coût [cout]\n\n{PROSE} Voir [là](#cout).", ["Le coût", "[là](#a1)"]),
        ("Un **mot**{: .vu} dit.\n{: .chapo #x}", ["Un mot dit."]),
        ("Un [mot rare]{.smallcaps} et `code`{.py} dit.", ["Un mot rare et code dit."]),
        ("De l’H~2~O sur 3 m^2^ ici.", ["De l’H₂O sur 3 m² ici."]),
        ("Voir [[Accueil|la page]] et [[Plan]], ==vus== %%par qui ?%%.", ["Voir la page et Plan, vus"]),
        (
            "Un {++mot++}{--signe--} et {~~hier~>demain~~}{>>sûr ?<<} sur [[1]](https://a.fr/).",
            ["Un mot et demain sur"],
        ),
        ("Dit ici.^[Une note *en ligne*.]", ["Dit ici.^1", "Une note en ligne."]),
        ("Dit ici.[^qui]\n\n[^qui]: Une note.", ["Dit ici.^1", "Une note."]),
        ("- [ ] à faire\n- [x] fait", ["\u2610 à faire", "\u2611 fait"]),
        ("::: encadré\nUn mot à part.\n:::", ["Un mot à part."]),
        ("> [!NOTE] À savoir\n> Un mot à part.", ["À savoir", "Un mot à part."]),
        ("| rue du Port\n| 75001 Paris", ["rue du Port", "75001 Paris"]),
    ],
)
def test_signs_of_dialects_are_read(text: str, expected: list[str]) -> None:
    whole = "\n".join(seen(text))
    assert all(each in whole for each in expected), whole
    assert not set("{}^~=%") & set(whole.replace("^1", ""))


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Un mot{>>sûr ?<<} dit.", "R012", "sûr ?"),
        ("Un mot %%sûr ?%% dit.", "R012", "sûr ?"),
        ("Un {--petit--} mot dit.", "R063", "petit"),
        ("Un {~~petit~>grand~~} mot dit.", "R063", "petit"),
    ],
)
def test_what_an_author_took_away_has_its_rule(text: str, rule: str, words: str) -> None:
    done = lawful(Source("a.md", f"# La piscine ouvre\n\n{PROSE}\n\n{text}\n".encode()))
    assert done.trail is not None
    assert (rule, words) in [(step.rule, step.text) for step in done.trail.steps if isinstance(step, Drop)]


@pytest.mark.parametrize(
    "text",
    [
        "Un prix de 3 ~ 4 euros, soit 2^10 ou a^b.",
        "Voir https://a.fr/~moi/~x et https://a.fr/?a==b==c ici.",
        "Le code `a^b^ {.x} [[y]]` reste.",
        "    un code ==de== {.x} [[y]]",
        "```\nH~2~O {.x} [[y]]\n```",
        "Horaires : de 9 h à 12 h, {entre accolades}.",
        "Un [renvoi] {sans} suite.",
    ],
)
def test_what_only_looks_like_such_a_sign_stays(text: str) -> None:
    marks = "{}~=[]"
    whole = "".join(seen(text))
    assert [sign for sign in whole if sign in marks] == [sign for sign in text if sign in marks] or "https" in text
    assert "sub" not in whole


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (GRID, ["| Bac | Mur", "| un | six dix"]),
        (SIMPLE, ["| Bac | Mur", "| un | six", "| deux | dix"]),
        (HEADLESS, ["| un | six", "| deux | dix"]),
        (SEVERAL, ["| Bac | Mur", "| un | six dix", "| deux | onze"]),
        ("| Bac | Mur |\n|---|---|\n| un | six |", ["| Bac | Mur", "| un | six"]),
    ],
)
@pytest.mark.parametrize("caption", ["{}", "{}\n\n: Les murs {{#t}}", "{}\n\nTable: Les murs", "Table: Les murs\n\n{}"])
def test_drawn_tables_are_tables_with_their_captions(drawn: str, rows: list[str], caption: str) -> None:
    captions = ["! Les murs"] if "murs" in caption else []
    assert seen(caption.format(drawn)) == [*captions, *rows]


def test_terms_stand_beside_what_they_mean() -> None:
    text = "Quand\n:   Lundi\n\nOù\n:   à la *mairie*\n:   au port\n\nUn mot."
    assert seen(text) == ["| Quand | Lundi", "| Où | à la mairie", "|  | au port", "Un mot."]


@pytest.mark.parametrize("text", ["un mot\n\n--- ---\n\nun autre", "Un titre\n--------\n\nun mot", "-- --\n\nun mot"])
def test_rules_between_blocks_are_no_tables(text: str) -> None:
    assert "<table" not in spoken(text, [])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*"{}[]^~=|:-+>#!%. \n", "\n\n", "    ", "mot", "{#a}", ":::", "`"]), max_size=40))
def test_no_word_is_lost_and_the_law_holds(parts: list[str]) -> None:
    text = "".join(parts)
    done = lawful(Source("a.md", f"# La piscine ouvre\n\n{PROSE}\n\n{text}\n\nfin".encode()))
    assert done.value.title
    if not {"%", "`", "!"} & set(text) and "[^" not in text and "{>" not in text:
        assert spoken(text, []).count("mot") >= text.count("mot") - text.count("|") * 2


@pytest.mark.parametrize(
    "front",
    [
        "% La piscine ouvre\n  à *midi*\n% Aude\n% 12 mars 2024\n",
        "Title: La piscine ouvre à *midi*\nDate: 2024-03-12\n",
        "---\ntitle: >-\n  La piscine ouvre\n  à *midi*\ndate: 2024-03-12\n---\n",
        "---\ntitle: La piscine ouvre\n  à *midi*\ndate: 2024-03-12\n---\n",
    ],
)
def test_the_head_of_other_dialects_is_read(front: str) -> None:
    done = lawful(Source("a.md", f"{front}\n{PROSE}\n\n## Suite\n\n{PROSE}\n".encode()))
    assert (words(done.value.title), done.value.published) == ("La piscine ouvre à *midi*", "2024-03-12")


@pytest.mark.parametrize(
    ("said", "title"), [("'L''été à l''eau'", "L’été à l’eau"), (r'"Un \"mot\" dit"', "Un « mot » dit")]
)
def test_marks_within_a_quoted_title_are_as_yaml_has_them(said: str, title: str) -> None:
    done = lawful(Source("a.md", f"---\ntitle: {said}\n---\n\n{PROSE}\n".encode()))
    assert words(done.value.title) == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{% notice tip %}}\nUn mot à part.\n{{% /notice %}}", ["> Un mot à part."]),
        (
            '{{< callout type="tip" title="À savoir" >}}\nUn mot à part.\n{{< /callout >}}',
            ["> À savoir Un mot à part."],
        ),
        (
            '!!! note "À savoir"\n    Un mot à part.\n\n    Un autre.\n\nUn mot.',
            ["> À savoir Un mot à part. Un autre.", "Un mot."],
        ),
        ("??? question\n\n    Un mot à part.", ["> Un mot à part."]),
        ("*[PMR]: personne à mobilité réduite\n\nUn mot.", ["Un mot."]),
        ("export const meta = {\n  a: 1,\n};\n\nUn mot.", ["Un mot."]),
        ('{{< figure src="a.jpg" alt="Un lac" title="Le lac" attr="Zoé" >}}', ["! Le lac / Zoé"]),
        ("{{< youtube w7F >}}\n\nUn mot.", ["Un mot."]),
        ('Voir [le plan]({{< ref "plan.md" >}}) ici.', ["Voir le plan ici."]),
        ("Voir [le plan]({{ site.baseurl }}/plan/) ici.", ["Voir le plan ici."]),
        ("{% if page.x %}\nUn mot.\n{% endif %}", ["Un mot."]),
        (":::tip[À savoir]\n\nUn mot à part.\n\n:::", ["> À savoir Un mot à part."]),
        (":::danger\n\nUn mot à part.\n\n:::", ["> Un mot à part."]),
        (":::{admonition} À savoir\n:class: tip\nUn mot à part.\n:::", ["> À savoir Un mot à part."]),
        ("```{note}\nUn mot à part.\n```", ["> Un mot à part."]),
        ("```{figure} a.png\n:alt: Un lac\n\nLe lac au soir.\n```", ["! Le lac au soir. /"]),
        ("(lac)=\nL’eau, H{sub}`2`O, coule (voir {ref}`le lac <lac>`).", ["L’eau, H₂O, coule (voir le lac)."]),
        ("Un mot.\n\n% un reste\n\n+++\n\nUn autre.", ["Un mot.", "Un autre."]),
        ("import Tabs from '@theme/Tabs';\n\nUn mot. {/* à voir */}", ["Un mot."]),
        ("Un mot dit. ^dit", ["Un mot dit."]),
        ("![[affiche.jpg|300]]", ["!  /"]),
        ("Statut : publié\nLieu : la halle\n\nUn mot.", ["Statut : publié", "Lieu : la halle", "Un mot."]),
    ],
)
def test_signs_of_programs_of_web_sites_are_read(text: str, expected: list[str]) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un mot {{et un autre.",
        "!!! Un mot\n\nUn autre.",
        "export const meta = {\n\nUn mot.\n\n}",
        "*[un mot]* : un autre.",
        "Les hausses :\n12\n% des communes.",
        "L’exposant 2 ^dit est au milieu.",
        "Le mot import vient de « importer » ; export aussi.",
        "```{python}\nprint(1)\n```",
        "`{{< youtube w7F >}}`",
        "Dites-le à part :\n\n(voir plus bas)",
    ],
)
def test_what_only_looks_like_a_sign_of_such_a_program_stays(text: str) -> None:
    done = lawful(Source("a.md", f"# La piscine ouvre\n\n{PROSE}\n\n{text}\n".encode()))
    assert done.trail is not None
    assert "R096" not in done.trail.rules
    assert not [line for line in seen(text) if line.startswith(">")]
