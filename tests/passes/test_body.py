"""Lists, tables, headings, sidebars, pictures, notes, copies: found where they are, not where they are not."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Aside, Figure, List, Note, Para, Section, Table
from oimpress.model.runs import flatten
from oimpress.model.trail import UNEXPLAINED, Drop
from oimpress.model.walk import runs
from tests.passes.reading import LEAD, MORE, bare, codes, paragraphs, read, release

HEAD = f"L'OIM aide les sinistrés\nHaïti - {LEAD}\n"


def items(block: List) -> list[str]:
    return [
        bare(str(flatten(child.children))) for item in block.items for child in item.blocks if isinstance(child, Para)
    ]


@pytest.mark.parametrize(
    ("lines", "ordered", "marker"),
    [
        ("1) Abris ;\n2) Eau ;\n3) Soins.", True, "1)"),
        ("• Abris\n• Eau\n• Soins.", False, "•"),
        ("- Abris ;\n- Eau ;\n- Soins.", False, "-"),
        ("a) Abris ;\nb) Eau ;\nc) Soins.", True, "a)"),
        ("1. Abris\n1. Eau\n1. Soins.", True, "1."),
    ],
)
def test_lists(lines: str, ordered: bool, marker: str) -> None:
    (found,) = [
        block
        for block in release(f"{HEAD}{MORE}\nIl s'agit de :\n{lines}\n{MORE} Fin.").body
        if isinstance(block, List)
    ]
    assert len(items(found)) == 3
    assert items(found)[0].startswith("Abris")
    assert (found.ordered, found.marker) == (ordered, marker)


@pytest.mark.parametrize(
    "lines",
    [
        "2010. Une année noire.",
        "1) Un seul point.",
        "- Oui, dit-il.",
        "4. Quatre\n7. Sept",
        "1.3 millions\n1.4 millions",
    ],
)
def test_what_is_no_list(lines: str) -> None:
    assert not any(isinstance(block, List) for block in release(f"{HEAD}{MORE}\n{lines}\n{MORE} Fin.").body)


def test_a_table_laid_flat_stands_again() -> None:
    flat = "Pays |\nFamilles |\nAbris |\nMali |\n12 |\n30 |\nTotal |\n||\n"
    (found,) = [block for block in release(f"{HEAD}{MORE}\n{flat}{MORE} Fin.").body if isinstance(block, Table)]
    assert [[str(flatten(cell.children)) for cell in row.cells] for row in found.rows] == [
        ["Pays", "Familles", "Abris"],
        ["Mali", "12", "30"],
        ["Total", "", ""],
    ]


def test_a_table_by_rows() -> None:
    (found,) = [
        block
        for block in release(f"{HEAD}{MORE}\nPays | Familles\n---|---\nMali | 12\nNiger | 30\n{MORE} Fin.").body
        if isinstance(block, Table)
    ]
    assert [[str(flatten(cell.children)) for cell in row.cells] for row in found.rows] == [
        ["Pays", "Familles"],
        ["Mali", "12"],
        ["Niger", "30"],
    ]
    assert found.rows[0].cells[0].header


def test_a_table_that_cannot_be_counted_is_left_and_told() -> None:
    done = read(f"{HEAD}{MORE}\nPays |\nMali |\nNiger |\n{MORE} Fin.")
    assert not any(isinstance(block, Table) for block in done.value.body)
    assert "B104" in codes(done.notices)


def test_headings_open_sections() -> None:
    body = release(f"{HEAD}{MORE}\nUn appui aux autorités\n{MORE} Fin.\nProchaines étapes\n{LEAD} Suite.").body
    assert [bare(str(flatten(block.heading))) for block in body if isinstance(block, Section)] == [
        "Un appui aux autorités",
        "Prochaines étapes",
    ]


@pytest.mark.parametrize("line", ["Il a dit ceci :", "Amadou Diallo", "Une phrase courte.", "et la suite", "Merci !"])
def test_what_is_no_heading(line: str) -> None:
    assert not any(isinstance(block, Section) for block in release(f"{HEAD}{MORE}\n{line}\n{MORE} Fin.").body)


@pytest.mark.parametrize("question", ["Et maintenant ?", "QUE FAIRE DES AUTRES ?", "Et l'argent ?", "¿Y ahora?"])
def test_a_question_above_its_answer_is_a_heading(question: str) -> None:
    body = release(f"{HEAD}{MORE}\n{question}\n{MORE} Fin.").body
    assert [bare(str(flatten(block.heading))) for block in body if isinstance(block, Section)] == [question]


@pytest.mark.parametrize(
    "lines",
    [
        f"Pourquoi ?\n{MORE}",
        f"« Et maintenant ?\n{MORE} »",
        f"« Nous avons tout perdu, disent-ils. {MORE}\nEt maintenant ?\n{MORE} »",
        f"- Et maintenant ?\n- On attend. {MORE}",
        f"Elle se demande ceci :\nEt maintenant ?\n{MORE}",
        f"Et maintenant, que vont devenir tous ces enfants nés pendant la longue traversée du désert ?\n{MORE}",
        f"D'où venez-vous ?\n{MORE}\nQui vous a aidé ?\n{MORE} Voilà.\nEt demain, que ferez-vous ?\n{MORE} Fin.",
        "Et maintenant ?\nRien.",
    ],
)
def test_what_question_is_no_heading(lines: str) -> None:
    assert not any(isinstance(block, Section) for block in release(f"{HEAD}{LEAD} Oui.\n{lines}\n").body)


SAID = "« Je connais le bruit que fait la colline avant de partir. »"


@pytest.mark.parametrize(
    ("lines", "attribution"),
    [
        ("Hasina Begum\nbénévole au camp 9", "Hasina Begum, bénévole au camp 9"),
        ("Hasina Begum\nChef de mission de l'OIM", "Hasina Begum, Chef de mission de l'OIM"),
        ("Hasina Begum, institutrice", "Hasina Begum, institutrice"),
        ("— Hasina Begum", "Hasina Begum"),
        ("Hasina Begum", "Hasina Begum"),
    ],
)
def test_a_quotation_alone_above_its_speaker_is_set_apart(lines: str, attribution: str) -> None:
    done = release(f"{HEAD}{SAID}\n{lines}\n{LEAD} Suite.\n{MORE}")
    (found,) = [block for block in done.body if isinstance(block, Aside)]
    assert found.kind == "quote"
    assert paragraphs(found.blocks) == [SAID]
    assert bare(str(flatten(found.attribution))) == attribution
    assert paragraphs(done.body) == [LEAD, f"{LEAD} Suite.", MORE]


@pytest.mark.parametrize(
    "lines",
    [
        f"{SAID}\nHasina Begum\nOIM Dacca\nTel: +880 1711 56 32 08",
        f"{SAID}\nHasina Begum\nchargée de communication\nEmail: hbegum@iom.int",
        f"{SAID}\n{MORE}",
        f"{SAID}\nHasina Begum a vu passer trois moussons dans ce camp.\n{MORE}",
        f"« Je pars », dit-elle, « demain matin »\nHasina Begum\n{MORE} {LEAD}",
    ],
)
def test_what_is_no_pull_quote(lines: str) -> None:
    assert not any(isinstance(block, Aside) for block in release(f"{HEAD}{MORE}\n{lines}\n").body)


PLEA = "On ne part pas parce qu'on le veut, on part parce que le puits est mort"


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (f"« {PLEA} », raconte Soanirina, 34 ans. {MORE}", f"« {PLEA} »"),
        (f"« {PLEA}, dit-elle encore. {MORE} »", f"“{PLEA.replace(chr(39), '’')}.”"),
        (f'Elle le dit : "Hier, {PLEA}". {MORE}', f"« {PLEA} ! »"),
    ],
)
@pytest.mark.parametrize("below", [f"{LEAD} Suite.", "Un point, puis un autre\n" + MORE])
def test_a_quotation_that_the_text_above_holds_is_taken_once(above: str, line: str, below: str) -> None:
    done = read(f"{HEAD}{above}\n{line}\n{below}")
    said = str([flatten(run.children) for run in runs(done.value)])
    assert bare(said).count("le puits est mort") == 1
    assert done.trail
    assert any(isinstance(step, Drop) and step.rule == "B007" for step in done.trail.steps)


@pytest.mark.parametrize(
    "lines",
    [
        f"« {PLEA} »\n« {PLEA} », raconte Soanirina, 34 ans. {MORE}",
        f"« {PLEA} »\n{LEAD} Suite.\n« {PLEA} »",
        f"{PLEA}, dit-on. {MORE}\n« {PLEA} »",
        f"« {PLEA} », raconte Soanirina. {MORE}\n« {PLEA} »\nSoanirina, 34 ans\n{LEAD} Suite.",
        f"« {PLEA}eaux », raconte Soanirina. {MORE}\n« {PLEA} »",
        f"« Nous partons », raconte Soanirina. {MORE}\n« Nous partons »",
    ],
)
def test_a_quotation_that_may_be_meant_stays(lines: str) -> None:
    said = bare(str([flatten(run.children) for run in runs(release(f"{HEAD}{lines}\n{MORE} Fin."))]))
    assert said.count("le puits est mort") + said.count("Nous partons") == 2


def test_a_sidebar_ends_at_the_dateline() -> None:
    text = f"Un titre ici\nContexte:\n{MORE}\n{MORE} Fin.\nAmadou Diallo\nChef de mission, OIM Niger\nNiger - {LEAD}\n{MORE} Suite."
    body = release(text).body
    assert isinstance(body[0], Aside)
    assert bare(str(flatten(body[0].attribution))) == "Amadou Diallo, Chef de mission, OIM Niger"
    assert paragraphs(body)[0] == LEAD


def test_a_heading_without_an_end_is_no_sidebar() -> None:
    done = read(f"Un titre ici\nContexte :\n{LEAD}\n{MORE}\n{MORE} Fin.")
    assert not any(isinstance(block, Aside) for block in done.value.body)
    assert "B101" in codes(done.notices)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Photo: IOM 2018", "", "Photo: IOM 2018"),
        ("Crédit photo  OIM / Awa Sow 2022", "", "Crédit photo OIM / Awa Sow 2022"),
        ("©IOM 2018/A. Sow", "", "©IOM 2018/A. Sow"),
        ("Des familles attendent à Goma. © OIM 2021/Sow", "Des familles attendent à Goma.", "© OIM 2021/Sow"),
        ("Une famille à Goma. Photo: IOM 2017/Awa Sow", "Une famille à Goma.", "Photo: IOM 2017/Awa Sow"),
        ("Une famille. Crédit photo  OIM / Sow 2021", "Une famille.", "Crédit photo OIM / Sow 2021"),
        ("Une famille à Goma (Photo: OIM 2021)", "Une famille à Goma", "(Photo: OIM 2021)"),
    ],
)
def test_credits(line: str, caption: str, credit: str) -> None:
    (found,) = [block for block in release(f"{HEAD}{line}\n{MORE}\n{MORE} Fin.").body if isinstance(block, Figure)]
    assert bare(str(flatten(found.caption))) == caption
    assert bare(str(flatten(found.credit))).replace("  ", " ").replace(" :", ":") == credit


@pytest.mark.parametrize(
    "line",
    [
        "Photos et vidéos sont en ligne.",
        "Crédits accordés par la banque : 3 millions.",
        "Le crédit photo est libre.",
        "Il a tout perdu. Photos, lettres et actes ont brûlé.",
        "Elle vend ses toiles. Photo après photo, il raconte.",
    ],
)
def test_what_is_no_credit(line: str) -> None:
    assert not any(isinstance(block, Figure) for block in release(f"{HEAD}{line}\n{MORE}\n{MORE} Fin.").body)


def test_notes_are_called_by_their_mark() -> None:
    body = release(f"{HEAD}{MORE} Azeta* est arrivée[1] hier.\n{MORE}\n*Nom d'emprunt\n[1] Selon le HCR").body
    assert [bare(str(flatten(block.children))) for block in body if isinstance(block, Note)] == [
        "*Nom d'emprunt",
        "[1] Selon le HCR",
    ]
    assert not any(isinstance(block, Note) for block in release(f"{HEAD}{MORE}\n*Rien ne l'appelle\n{MORE} Fin.").body)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("L'apprentie Rim* coud.", "* Le prénom a été modifié."),
        ("Le fonds donne 12 000*.", "* Contribution annoncée, non encore versée."),
        ("Rim* et Aïda** cousent.", "** Le prénom a été modifié."),
    ],
)
def test_a_note_may_have_a_space_behind_its_mark(text: str, note: str) -> None:
    body = release(f"{HEAD}{MORE} {text}\n{MORE}\n{note}").body
    assert [bare(str(flatten(block.children))) for block in body if isinstance(block, Note)] == [note]


def test_a_cell_may_call_a_note() -> None:
    flat = "Pays |\nFamilles |\nAbris |\nMali |\n12* |\n30 |\nTotal |\n||\n"
    body = release(f"{HEAD}{MORE}\n{flat}{MORE} Fin.\n* Chiffre provisoire.").body
    assert isinstance(body[-1], Note)


@pytest.mark.parametrize(
    "lines",
    [
        "* Le prénom a été modifié.",
        "Rim* coud :\n* des nappes\n* des robes",
        "Le résultat de 3 * 4 est 12.\n* Le prénom a été modifié.",
        "Aïda** coud.\n* Le prénom a été modifié.",
    ],
)
def test_what_is_no_note(lines: str) -> None:
    assert not any(isinstance(block, Note) for block in release(f"{HEAD}{MORE}\n{lines}").body)


def test_who_the_organisation_is() -> None:
    found = release(f"{HEAD}{MORE}\nÀ propos de l'OIM\nL'OIM est une organisation qui compte 175 membres.")
    assert len(found.about) == 2
    found = release(f"{HEAD}{MORE}\nCréée en 1951, l'OIM est la principale organisation dans ce domaine.")
    assert len(found.about) == 1
    assert release(f"{HEAD}{MORE}\nL'école, créée en 1951, a brûlé hier.\n{MORE} Fin.").about == ()


def test_copies_are_taken_once() -> None:
    twice = LEAD.replace("'", "’")
    assert paragraphs(release(f"Un titre ici\n{LEAD}\n{twice}\n{MORE}").body) == [LEAD, MORE]
    whole = f"Un titre ici\n{LEAD}\n{MORE}\n"
    assert paragraphs(release(whole + whole).body) == [LEAD, MORE]


@pytest.mark.parametrize("place", ["Metetí, Darién, Panama - ", "Genève, le 9 mars 2021 – ", "GENÈVE — "])
def test_a_lead_again_without_its_dateline_is_taken_once(place: str) -> None:
    said = f"Hier, « l'eau » manquait. {LEAD}"
    typed = f'Hier, "l’eau" manquait. {LEAD}'.replace("'", "’")
    for lines in (f"{place}{said}\n{typed}", f"{typed}\n{place}{said}", f"{place}{said}\n{MORE}\n{typed}\n{MORE}"):
        found = release(f"Un titre ici\n{lines}\n{MORE} Fin.")
        assert found.dateline
        assert len(paragraphs(found.body)) == 1 + lines.count(MORE) // 2 + 1


def test_the_whole_article_again_may_alone_have_the_dateline() -> None:
    found = release(f"Un titre ici\n{LEAD}\n{MORE}\nMali - {LEAD}\n{MORE}\nFin de la mission, a dit le ministre.")
    assert paragraphs(found.body) == [LEAD, MORE, "Fin de la mission, a dit le ministre."]
    assert found.dateline


def test_a_copy_that_holds_a_link_is_accounted_for() -> None:
    said = f'{LEAD} Voir\n"http://www.iom.int/r" target="_blank">le rapport.'
    done = read(f"Un titre ici\n{said}\n\n{said}\n\n{MORE}")
    assert done.trail
    assert not any(isinstance(step, Drop) and step.rule == UNEXPLAINED for step in done.trail.steps)


@pytest.mark.parametrize("lead", [f"Mali - {LEAD}", LEAD])
def test_a_title_that_its_lead_says_again_stays(lead: str) -> None:
    heading = LEAD.rstrip(".")
    assert bare(str(flatten(release(f"{heading}\n{lead}\n{MORE}\n{MORE} Fin.").title))) == heading


def test_a_caption_again_is_taken_once() -> None:
    caption = "A family waits for the bus at the Miratovac crossing point."
    for again in (caption, f"{caption}\n©OIM 2015/Sow"):
        body = release(f"{HEAD}{caption}\n©OIM 2015/Sow\n{MORE}\n{again}\n{MORE} Fin.").body
        assert len([block for block in body if isinstance(block, Figure)]) == 1
        assert paragraphs(body) == [LEAD, MORE, f"{MORE} Fin."]


@pytest.mark.parametrize("again", ["Goma, avril.", "Un autre bus part pour le nord, vers Preševo et la Hongrie."])
def test_what_is_no_caption_again(again: str) -> None:
    body = release(f"{HEAD}Goma, avril. Photo: IOM 2021\n{MORE}\n{again}\n{MORE} Fin.").body
    assert again in paragraphs(body)


def test_a_caption_again_under_another_picture_stays() -> None:
    caption = "A family waits for the bus at the Miratovac crossing point."
    body = release(f"{HEAD}{caption}\n©OIM 2015/Sow\n{MORE}\n{caption}\n©OIM 2016/Diallo\n{MORE} Fin.").body
    assert [bare(str(flatten(block.caption))) for block in body if isinstance(block, Figure)] == [caption, caption]


def test_a_refrain_is_no_copy() -> None:
    assert len(paragraphs(release(f"Un titre ici\n{LEAD}\nMerci.\nMerci.\n{MORE}\nMerci.").body)) == 5


def test_stray_quotes_go_in_project_records_only() -> None:
    facts = "-\nAnnée\n2019\n-\nStatut\nAchevé\n"
    assert paragraphs(release(f'Un titre ici\n{facts}"{LEAD}\n{MORE}"').body) == [LEAD, MORE]
    assert paragraphs(release(f'Un titre ici\n"{LEAD}\n{MORE}"').body)[0] != LEAD


@pytest.mark.parametrize("heading", ["UN BASSIN PLUS SOBRE", "Des horaires élargis"])
def test_a_line_set_apart_above_a_short_text_is_a_heading(heading: str) -> None:
    body = release(f"{HEAD}\n{MORE}\n\n{heading}\nLe bassin ouvrira plus tôt.\n").body
    assert [bare(str(flatten(block.heading))) for block in body if isinstance(block, Section)] == [heading]


def test_a_line_in_the_midst_of_its_paragraph_is_none() -> None:
    body = release(f"{HEAD}\n{MORE}\nUN BASSIN PLUS SOBRE\n\nLe bassin ouvrira plus tôt.\n").body
    assert not any(isinstance(block, Section) for block in body)
