"""The note above a release in a mail goes, and the farewell below; a page that only begins politely stays whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.model.draft import SUBJECT, Line
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.runs import flatten
from oimpress.passes.head.covering import covering
from oimpress.passes.head.limits import LONGEST_GREETING
from oimpress.pipeline import Normalised, normalise_source
from oimpress.sources import Source
from tests.passes.reading import MORE, codes, draft, paragraphs, read, said

TEXT = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux payés par la Région."
RELEASE = f"Lyon, le 12 mars 2024\n\nLa piscine rouvre après deux ans de travaux\n\n{TEXT}\n\n{TEXT.replace('3', '4')}"
NOTE = "Bonjour à tous,\n\nJe vous prie de trouver ci-après notre communiqué, que vous pouvez reprendre.\n\nBien à vous,\nMaud"


def title(done: Normalised) -> str:
    return str(flatten(done.value.title))


def gone(done: Normalised) -> int:
    assert done.trail is not None
    return done.trail.rules.get("F010", 0)


def test_a_note_above_the_label_goes() -> None:
    done = read(f"{NOTE}\n\nCommuniqué de presse\n{RELEASE}\n\nCordialement,\n")
    assert title(done) == "La piscine rouvre après deux ans de travaux"
    assert gone(done) == 5
    assert str(flatten(done.value.kicker)) == "Communiqué de presse"


def test_a_note_above_a_line_of_marks_goes() -> None:
    done = read(f"{NOTE}\n\n*****************\n\n{RELEASE}\n")
    assert title(done) == "La piscine rouvre après deux ans de travaux"
    assert gone(done) == 5


def test_the_first_name_below_a_farewell_goes_with_it() -> None:
    page = (
        f"Estimados compañeros:\n\nOs enviamos la nota.\n\nNota de prensa\n\n{RELEASE}\n\nUn saludo cordial,\nKarim\n"
    )
    done = read(page)
    assert gone(done) == 4
    assert "Karim" not in str([flatten(run) for run in (done.value.title,)])
    stays = read(page.replace("Un saludo cordial,\n", ""))
    assert gone(stays) == 2


def test_a_subject_above_the_greeting_is_the_title_of_a_text_without_one() -> None:
    done = read(f"La piscine rouvre ses portes\n{NOTE}\n\n****************\n\n{TEXT}\n\n{TEXT.replace('3', '4')}\n")
    assert title(done) == "La piscine rouvre ses portes"


def test_a_greeting_that_nothing_parts_from_the_text_stays() -> None:
    done = read(f"Bonjour la piscine\n\n{TEXT}\n\n{TEXT.replace('3', '4')}\n\nCordialement,\n")
    assert gone(done) == 0


def test_a_label_deep_in_the_text_parts_nothing() -> None:
    prose = "\n\n".join(f"{TEXT} Numéro {n}." for n in range(20))
    done = read(f"Chers amis,\n\n{prose}\n\nCommuniqué de presse\n")
    assert gone(done) == 0


def test_the_marks_of_a_wire_go_from_a_title_sent_again() -> None:
    done = read(
        f"/R E P R I S E -- La piscine rouvre après deux ans de travaux/\n\n{TEXT}\n\n{TEXT.replace('3', '4')}\n"
    )
    assert title(done) == "La piscine rouvre après deux ans de travaux"


def test_titles_that_could_be_a_topic_or_lost_letters_are_told() -> None:
    for line in ("Actualité de la recherche", "L?étoile des neiges gagne quarante trains par jour"):
        done = read(f"{line}\n\n{TEXT}\n\n{TEXT.replace('3', '4')}\n")
        assert {"H101", "H104"} & set(codes(done.notices)), line


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("For immediate use: Tuesday 11 March 2025", "2025-03-11"),
        ("Pour diffusion immédiate – 11 mars 2025", "2025-03-11"),
        ("We met on Tuesday 11 March 2025", ""),
        ("The text of 11 March 2025, for immediate use", ""),
    ],
)
def test_the_day_of_an_order_of_release_is_of_no_note(line: str, day: str) -> None:
    done = read(f"Dear all,\n\nOur text follows.\n\n{line}\n\nPRESS RELEASE\n\nLa piscine rouvre\n\n{TEXT}\n\n{MORE}\n")
    date = done.value.dateline and done.value.dateline.date
    assert (date.when if date else "", gone(done)) == (day, 2 if day else 3)


LINES = ["La piscine rouvre", "Elle accueillera le public."]


@pytest.mark.parametrize(
    ("above", "kept", "titles"),
    [
        (["Bonjour à tous,", "Voici notre texte.", "*****"], [], ()),
        (["Bonjour,", "-----"], [], ()),
        (["Bonjour,", "Voici notre texte.", "Communiqué de presse"], ["Communiqué de presse"], ()),
        (["La piscine", "Bonjour,", "Voici.", "_____"], [], ("La piscine",)),
        (["  La piscine ", "Bonjour,", "Voici.", "Communiqué de presse"], ["Communiqué de presse"], ("La piscine",)),
    ],
)
def test_the_note_goes_to_the_line_that_parts_it(above: list[str], kept: list[str], titles: tuple[str, ...]) -> None:
    done = covering(draft("\n".join([*above, *LINES])))
    assert (said(done.value), done.value.titles) == ([*kept, *LINES], titles)
    assert [str(each.text) for each in done.dropped] == [line for line in above if line not in kept]
    assert {each.rule for each in done.dropped} == {"F010"}


@pytest.mark.parametrize(
    "lines",
    [
        ["Bonjour,", "Voici notre texte.", "----"],  # four marks part nothing
        ["Bonjour,", "Voici notre texte."],
        ["Un mot", "Un autre", "Bonjour,", "*****"],
        ["*****", "Bonjour,"],
        ["Communiqué de presse", "Bonjour à tous,"],
        ["Bonjour " + "x" * 60, "*****"],
        ["Bonjour,", "Communiqué de presse, le maire a parlé de la piscine.", "Il est content."],
        ["Bonjour,", "Communiqué de presse que vous pouvez reprendre,", "Il est content."],
        ["Bonjour,", "Communiqué de presse " + "x" * 60],
        ["Bonjour,", *("Une phrase." for _ in range(15)), "*****"],
    ],
)
def test_what_covers_nothing_stays(lines: list[str]) -> None:
    done = covering(draft("\n".join([*lines, *LINES])))
    assert (said(done.value), done.dropped) == ([*lines, *LINES], ())


def test_a_note_of_sixteen_lines_is_looked_through() -> None:
    lines = ["Bonjour,", *("Une phrase." for _ in range(14)), "*****"]
    assert said(covering(draft("\n".join([*lines, *LINES]))).value) == LINES


def test_the_farewell_below_goes_and_what_only_resembles_one_stays() -> None:
    text = ["Bonjour,", "Voici.", "*****", *LINES, "Cordialement,", "Cordialement, dit le maire, la ville accueille."]
    done = covering(draft("\n".join(text)))
    assert said(done.value) == [*LINES, "Cordialement, dit le maire, la ville accueille."]
    labelled = ["Bonjour,", "Communiqué de presse", *LINES, "Bien cordialement"]
    assert said(covering(draft("\n".join(labelled))).value) == ["Communiqué de presse", *LINES]


MAIL = "From: a@b.example\nSubject: La piscine rouvre samedi\nContent-Type: text/{kind}; charset=utf-8\n\n{text}\n"


def mailed(text: str, kind: str = "plain") -> Normalised:
    return normalise_source(Source("x.eml", MAIL.format(kind=kind, text=text).encode()))


@pytest.mark.parametrize(
    ("greeting", "begins"),
    [
        ("Bonjour, la ville", "La ville"),
        ("Bonjour à toutes et à tous, la ville", "La ville"),
        ("Madame, Monsieur, à Lannec la ville", "À Lannec la ville"),
        ("Hola, Lannec", "Lannec"),
    ],
)
def test_a_greeting_that_opens_the_first_sentence_of_a_mail_goes_alone(greeting: str, begins: str) -> None:
    done = mailed(f"{greeting} met en service une piscine de vingt-cinq mètres à partir du 3 juin.\n\n{TEXT}")
    assert paragraphs(done.value.body)[0].startswith(begins)
    assert gone(done) == 1
    assert title(done) == "La piscine rouvre samedi"
    assert done.trail is not None
    assert done.trail.rules.get("F011", 0) == (not greeting.endswith("Lannec"))


@pytest.mark.parametrize(
    "begins",
    [
        "Bonjour, je vous annonce que la ville met en service",
        "Bonjour, veuillez noter que la ville met en service",
        "Madame la Ministre, la ville met en service",
        "« Bonjour, la ville » est le titre d'un festival qui met en service",
    ],
)
def test_a_sentence_that_speaks_to_somebody_keeps_its_greeting(begins: str) -> None:
    done = mailed(f"{begins} une piscine de vingt-cinq mètres à partir du 3 juin.\n\n{TEXT}")
    assert paragraphs(done.value.body)[0].startswith(begins[:14])


def test_the_subject_said_again_parts_the_greeting_from_the_release() -> None:
    done = mailed(f"Chers journalistes,\n\nVoici notre texte.\n\nLa piscine rouvre samedi\n\n{TEXT}\n")
    assert (title(done), paragraphs(done.value.body)) == ("La piscine rouvre samedi", [TEXT])
    assert done.value.issuer == ""


@pytest.mark.parametrize(
    "formula",
    [
        "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
        "Veuillez agréer, Madame, Monsieur, nos sincères salutations.",
        "Dans l'attente de vous lire, je vous prie de croire, Madame, en l'assurance de mes sentiments les meilleurs.",
        "Nous restons à votre disposition et vous prions de recevoir, Madame, Monsieur, nos salutations.",
        "Recevez, Madame, Monsieur, nos meilleures salutations,",
        "Merci de votre attention,",
        "Bonne réception,",
        "Gracias y un abrazo,",
    ],
)
def test_a_formula_ends_a_mail(formula: str) -> None:
    done = mailed(f"{TEXT}\n\n{MORE}\n\n{formula}\n\nMaud Berthier\n")
    assert paragraphs(done.value.body) == [TEXT, MORE]
    assert gone(done) == 2


@pytest.mark.parametrize(
    "line",
    [
        "La ville prie les habitants de recevoir les agents avec leurs salutations.",
        "Le maire vous prie d'agréer ses regrets.",
        "Veuillez appeler le 05 99 00 12 34 pour présenter vos salutations.",
    ],
)
def test_what_only_resembles_a_formula_stays(line: str) -> None:
    done = mailed(f"{TEXT}\n\n{MORE}\n\n{line}\n\nMaud Berthier\n")
    assert line in paragraphs(done.value.body)


def test_nothing_of_the_release_is_the_end_of_its_note() -> None:
    polite = ["Bonjour,", "Bien à vous,", "*****", "La piscine rouvre"]
    assert said(covering(draft("\n".join(polite))).value) == ["La piscine rouvre"]
    empty = ["Bonjour,", "*****", "Je reste à votre disposition.", "Cordialement,"]
    assert said(covering(draft("\n".join(empty))).value) == []


def test_a_greeting_that_is_the_subject_too_parts_nothing() -> None:
    given = draft("\n".join(["Bonjour,", "Voici.", "*****", *LINES]))
    first, *rest = given.flow
    assert isinstance(first, Line)
    marked = replace(given, flow=(replace(first, marks=frozenset({SUBJECT})), *rest))
    assert said(covering(marked).value) == LINES


def test_who_signs_with_a_number_goes_before_what_a_mark_has_set_apart() -> None:
    given = draft("\n".join(["Bonjour,", "*****", *LINES, "Cordialement,", "Maud", "01 99 00 12 34"]))
    apart = draft("Ville de Lannec").flow
    done = covering(replace(given, signature=apart))
    assert said(done.value) == LINES
    assert said(replace(done.value, flow=done.value.signature)) == ["Maud", "01 99 00 12 34", "Ville de Lannec"]


@pytest.mark.parametrize(("more", "covers"), [(0, True), (1, False)])
def test_a_label_that_parts_a_note_is_short(more: int, covers: bool) -> None:
    label = "Communiqué de presse ".ljust(LONGEST_GREETING + more, "x")
    done = covering(draft("\n".join(["Bonjour,", "Voici.", label, *LINES]))).value
    assert said(done)[0] == (label if covers else "Bonjour,")


@pytest.mark.parametrize(("more", "goes"), [(0, False), (1, True)])
def test_a_greeting_goes_from_a_sentence_that_is_longer_than_one(more: int, goes: bool) -> None:
    sentence = "Bonjour, la ville rouvre ".ljust(LONGEST_GREETING + more, "x")
    done = covering(draft(sentence, Release("x", source=SourceRef("a.eml", "0" * 64, "message/rfc822", "mail"))))
    assert said(done.value)[0].startswith("La ville") is goes
