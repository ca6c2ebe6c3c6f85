"""What a proof-reader asks about: each fault with its place, its words and what would mend it; sound sentences pass."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Para, Release, Text
from oimpress.notices import Notice
from oimpress.passes.finish.proof import proof


def told(text: str, lang: str = "fr") -> list[Notice]:
    release = Release("x", title=(Text("Un titre"),), body=(Para((Text(text),)),), lang=lang)
    done = proof(release)
    assert done.value is release
    return list(done.notices)


@pytest.mark.parametrize(
    ("text", "code", "found", "proposal"),
    [
        ("Hier, nous somme inquiets.", "B111", "nous somme", "nous sommes"),
        ("Nous avon parlé.", "B111", "Nous avon", "Nous avons"),
        ("Vous ête venus.", "B111", "Vous ête", "Vous êtes"),
        ("Quand vous seré là", "B111", "vous seré", "vous serez"),
        ("Et il sont partis.", "B111", "il sont", "il est"),
        ("Elle étaient là.", "B111", "Elle étaient", "Elle était"),
        ("Puis ils est parti.", "B111", "ils est", "ils sont"),
        ("Elles fut là.", "B111", "Elles fut", "Elles furent"),
        ("Le centre reçoit un repas et bénéficient d'un appui.", "B111", "", ""),
        ("Il accueille trois cents familles et permettent le retour.", "B111", "", ""),
        ("Il a à participé au projet.", "B111", "", ""),
        ("Elle a parlé de de la paix.", "B112", "de de", "de"),
        ("Et le le maire est là.", "B112", "le le", "le"),
        ("Ils vont à la l'école.", "B113", "", ""),
        ("dans le l’hôpital", "B113", "", ""),
        ("les pays du Mexique du Nicaragua", "B114", "du Mexique du Nicaragua", "du Mexique, du Nicaragua"),
        ("ceux de la Suisse de l'Italie", "B114", "de la Suisse de l'Italie", "de la Suisse, de l'Italie"),
    ],
)
def test_a_fault_is_told_with_what_would_mend_it(text: str, code: str, found: str, proposal: str) -> None:
    (fault,) = told(text)
    assert (fault.code, fault.where, fault.found, fault.proposal) == (code, "body/p[1]", found, proposal)


@pytest.mark.parametrize(
    "text",
    [
        "Nous sommes inquiets.",
        "Il est là, ils sont là.",
        "Elles étaient là et vous avez parlé.",
        "Une femme sont",
        "Celui-ci et l'un d'eux sont partis.",
        "Nous nous réunissons ; vous vous levez.",
        "C'est très très bien, non non.",
        "Il reçoit des dons et bénéficie d'un appui.",
        "Les centres reçoivent un repas et bénéficient d'un appui.",
        "Le centre, qui reçoit des gens et que les équipes soutiennent",
        "Le centre reçoit ceux qui partent et bénéficient d'un appui.",
        "Le centre reçoit des dons. Les familles et bénéficient.",
        "Le centre reçoit un chant.",
        "Il va à l'école.",
        "la l",
        "l'une des l'",
        "le président du Mexique du Nord",
        "le nord du Mexique et du Nicaragua",
        "du Comité du Nicaragua",
        "un deux, deux trois",
        "2 2 chaises",
        "",
    ],
)
def test_sound_words_are_no_fault(text: str) -> None:
    assert told(text) == []


def test_sentences_of_other_languages_are_not_read_as_french() -> None:
    assert told("Nous somme inquiets.", "en") == []
    assert [each.code for each in told("Nous somme inquiets.", "fr-CA")] == ["B111"]


@pytest.mark.parametrize(
    ("pronouns", "verbs"),
    [
        (("Nous",), "somme sommes avon avons allon allons seron serons feron ferons devon devons"),
        (("nous",), "pouvon pouvons voulon voulons"),
        (("Vous",), "ête êtes avé avez seré serez"),
        (("Il", "elle"), "sont est étaient était seront sera furent fut"),
        (("ils", "Elles"), "est sont était étaient sera seront fut furent"),
    ],
)
def test_every_verb_that_does_not_agree_is_told_with_the_one_that_does(pronouns: tuple[str, ...], verbs: str) -> None:
    forms = verbs.split()
    for pronoun in pronouns:
        for wrong, right in zip(forms[::2], forms[1::2], strict=True):
            assert [each.proposal for each in told(f"Ici {pronoun} {wrong} là.")] == [f"{pronoun} {right}"]
            assert told(f"Ici {pronoun} {right} là.") == []


@pytest.mark.parametrize("word", ["nous", "vous", "très", "bien", "non", "si", "tout", "que"])
def test_words_that_may_stand_twice(word: str) -> None:
    assert told(f"Ce {word} {word} bon soir.") == []
    assert [each.proposal for each in told(f"Ce {word} {word} soir le le maire vient.")] == ["le"]


@pytest.mark.parametrize(
    "verb",
    [
        *("été", "participé", "déclaré", "annoncé", "signé", "lancé", "souligné", "ajouté", "expliqué", "organisé"),
        *("permis", "reçu", "rencontré", "affirmé", "indiqué", "précisé"),
    ],
)
def test_an_accent_too_much_before_a_participle(verb: str) -> None:
    (fault,) = told(f"Le maire a à {verb} hier.")
    assert (fault.code, fault.proposal) == ("B111", "")
    assert told(f"Le maire a {verb} hier. Il tient à recevoir.") == []


@pytest.mark.parametrize("article", ["le", "la", "les", "un", "une", "des", "du", "au", "aux"])
def test_an_article_before_another(article: str) -> None:
    assert [each.code for each in told(f"Il voit {article} l'école.")] == ["B113"]
    assert told(f"Il voit x{article} l'école.") == []
    assert told(f"Il voit {article}s' l'école.") == []


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("Le centre reçoit un repas et bénéficient", "reçoit un repas et bénéficient"),
        ("Les gens arrivent, le centre reçoit un repas et bénéficient", "reçoit un repas et bénéficient"),
        ("Il vient ; le centre reçoit un repas et bénéficient", "reçoit un repas et bénéficient"),
    ],
)
def test_verbs_that_are_joined_and_differ_are_shown_from_one_to_the_other(clause: str, found: str) -> None:
    (fault,) = told(f"{clause} d'un appui.")
    assert found in fault.detail
    assert (fault.code, fault.found, fault.proposal) == ("B111", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Le centre reçoit un repas ; ils attendent et bénéficient d'un appui.",
        "Le centre reçoit un repas dont ils vivent et bénéficient.",
        "Le centre reçoit un repas où ils dorment et bénéficient.",
        "Le centre reçoit des gens lesquels dorment et bénéficient.",
        "Le centre reçoit et bénéficient-ils ?",
        "Le centre reçoit un moment et comment.",
    ],
)
def test_a_clause_with_another_subject_is_sound(text: str) -> None:
    assert told(text) == []


def test_typographic_blanks_hide_nothing() -> None:
    assert [each.code for each in told("Hier, nous\u00a0somme là et elle\u202fsont là.")] == ["B111", "B111"]


def test_a_fault_is_shown_with_a_little_of_its_sentence() -> None:
    (fault,) = told("Les équipes disent partout que nous somme inquiets de la situation.")
    assert fault.detail == "partout que nous somme inquiets de"
    (fault,) = told("Nous somme là.")
    assert fault.detail == "Nous somme là."


def test_a_clause_is_looked_at_as_far_as_it_can_reach() -> None:
    near = "x" * 100
    far = "x" * 160
    assert [each.code for each in told(f"Il reçoit {near} et bénéficient.")] == ["B111"]
    assert told(f"Il reçoit {far} et bénéficient.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ces m?res sont s?res, dit-il.", ["m?res", "s?res"]),
        ("(l'?t? dernier)", []),
        ("la for?t ; les for?ts.", ["for?t", "for?ts"]),
    ],
)
def test_letters_lost_to_question_marks(text: str, words: list[str]) -> None:
    assert [(each.code, each.detail) for each in told(text, "es")] == [("R023", word) for word in words]


@pytest.mark.parametrize("text", ["Vraiment ? Oui.", "Où vas-tu?", "http://x.example/a?b=c", "Quoi?Oui", "a?b&c"])
def test_question_marks_that_ask(text: str) -> None:
    assert told(text) == []


def test_text_decoded_wrongly_is_told_with_what_it_may_have_been() -> None:
    (fault,) = told("La rÃ©gion a reÃ§u des abris.")
    assert (fault.code, fault.where) == ("R009", "body/p[1]")
    assert fault.detail == "région a reçu des abris."


def test_each_run_is_told_on_its_own() -> None:
    body = (Para((Text("Nous somme là."),)), Para((Text("Bien."),)), Para((Text("Vous ête là."),)))
    done = proof(Release("x", title=(Text("Il sont là"),), body=body))
    assert [(each.code, each.where) for each in done.notices] == [
        ("B111", "head/title"),
        ("B111", "body/p[1]"),
        ("B111", "body/p[3]"),
    ]
