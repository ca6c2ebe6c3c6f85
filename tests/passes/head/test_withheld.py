"""Embargoes outside the head: below the text, before a title on its line, in a mail's note or subject, beside a page."""

from __future__ import annotations

from dataclasses import replace
from email.header import Header
from email.message import EmailMessage

import pytest

from oimpress.model.draft import Draft, Line
from oimpress.model.nodes import Link, Para, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import inserted
from oimpress.model.trail import UNEXPLAINED
from oimpress.passes.head.limits import LONGEST_EMBARGO
from oimpress.passes.head.withheld import asked_first, below_the_head, orders
from oimpress.pipeline import Normalised, normalise_all, normalise_source
from oimpress.sources import Source
from tests.passes.reading import UNREAD, bare, codes, draft, read

TITLE = "La régie ouvre trois lignes de nuit"
TEXT = (
    "Paris, le 3 mars 2026 – La régie ouvrira trois lignes de nuit au printemps, entre la gare et le port.\n\n"
    "Le conseil a voté 3,2 millions d'euros pour ce projet, qui commencera en mai.\n\n{below}\n\n"
    "Contact presse\nAnne Dubreuil\n01 99 00 12 34\nanne@regie.example\n"
)
HTML = f"<main><h1>{TITLE}</h1><p>{TEXT.format(below='')}</p></main>"
MAIL = (
    "From: Anne <anne@regie.example>\nTo: b@desk.example\nSubject: {subject}\nDate: Tue, 03 Mar 2026 10:30:00 +0100\n"
    "Message-ID: <x@regie.example>\nContent-Type: text/plain; charset=utf-8\n\n{text}"
)
WORDS = "SOUS EMBARGO JUSQU'AU JEUDI 12 MARS 2026, 6 H"
SIX = "2026-03-12T05:00:00Z"
NOTE = (
    "Bonjour,\n\nVoici notre communiqué.\n\n{note}\n\nCOMMUNIQUÉ DE PRESSE\n\n{title}\n\n{text}\n\nCordialement,\nAnne"
)


def of_mail(subject: str, text: str) -> Normalised:
    mail = MAIL.format(subject=Header(subject, "utf-8").encode(), text=text)
    return normalise_source(Source("x.eml", mail.encode()))


def noted(note: str, subject: str = "Info") -> Normalised:
    return of_mail(subject, NOTE.format(note=note, title=TITLE, text=TEXT.format(below="")))


def paged(around: str) -> Normalised:
    return normalise_source(Source("x.html", around.format(HTML).encode()))


def whole(done: Normalised) -> bool:
    return done.trail is not None and UNEXPLAINED not in done.trail.rules


PLACES = {
    "a mail's note": lambda: noted(WORDS),
    "a sentence of it": lambda: noted(f"Ce texte est {WORDS}. Merci de le respecter."),
    "a mail's subject": lambda: noted("Merci.", f"[{WORDS}] {TITLE}"),
    "a subject that is the title": lambda: of_mail(f"{WORDS} | {TITLE}", TEXT.format(below="")),
    "the header of a page": lambda: paged(f"<header><p>{WORDS}</p></header>{{}}"),
    "what stands beside a page": lambda: paged(f"{{}}<aside><p>{WORDS}</p></aside>"),
    "a note below a subject without its day": lambda: noted(WORDS, "EMBARGOED: night lines"),
    "below the text": lambda: read(f"Communiqué\n\n{TITLE}\n\n{TEXT.format(below=WORDS)}"),
    "at the end": lambda: read(f"Communiqué\n\n{TITLE}\n\n{TEXT.format(below='')}\n\n{WORDS}"),
    "in brackets before the title": lambda: read(f"[{WORDS}] – {TITLE}\n\n{TEXT.format(below='')}"),
    "before the title": lambda: read(f"Communiqué\n\n{WORDS} – {TITLE}\n\n{TEXT.format(below='')}"),
}


@pytest.mark.parametrize("place", PLACES)
def test_an_embargo_holds_wherever_it_stands(place: str) -> None:
    done = PLACES[place]()
    assert done.value.embargo
    assert done.value.embargo.until == SIX
    assert bare(str(flatten(done.value.title))) == TITLE
    assert whole(done)


@pytest.mark.parametrize(
    "subject", ["[EMBARGO 12/03 6h] La régie ouvre", "EMBARGOED: night lines", "Sous embargo jusqu'à demain : la régie"]
)
def test_one_without_a_certain_day_holds_the_release_back_with_a_warning(subject: str) -> None:
    done = noted("Merci.", subject)
    assert done.value.embargo
    assert not done.value.embargo.until
    assert "H106" in codes(done.notices)
    assert whole(done)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("Diffusion interdite avant le 12 mars 2026, 6 h", SIX),
        ("Publication : pas avant le 12 mars 2026, 6 h", SIX),
        ("Confidentiel jusqu'au 12 mars 2026, 6 h", SIX),
        ("Pour diffusion le 12 mars 2026 à 6 h", SIX),
        ("Embargo : 12/03/2026 – 6h00", SIX),
        ("Not for publication before 12 March 2026, 05:00 GMT", SIX),
        ("Not for release until 6 a.m. on March 12, 2026", SIX),
        ("HOLD FOR RELEASE until March 12, 2026, 1:00 a.m. EDT", SIX),
        ("For release at 5:00 GMT, 12 March 2026", SIX),
        ("No publicar antes del 12 de marzo de 2026 a las 6 h", SIX),
        ("Para publicar a partir del 12 de marzo de 2026 a las 6:00 h", SIX),
        ("[EMBARGO 12/03 6h]", ""),
    ],
)
def test_forms_of_an_embargo_are_read_above_and_below_the_text(words: str, until: str) -> None:
    for page in (f"{words}\n\n{TITLE}\n\n{TEXT.format(below='')}", f"{TITLE}\n\n{TEXT.format(below=words)}"):
        embargo = read(page).value.embargo
        assert embargo, page
        assert embargo.until == until, page


@pytest.mark.parametrize(
    "words",
    [
        "L'embargo sur les armes prolongé jusqu'au 12 mars 2026",
        "Embargo russe : les éleveurs demandent des aides",
        "Levée de l'embargo russe : les exportations reprennent",
        "Publication du rapport annuel avant le 12 mars 2026",
        "Confidentiel : un festival de jazz jusqu'au 12 mars",
        "Ouverture des inscriptions à partir du 12 mars 2026",
    ],
)
def test_what_a_release_is_about_is_no_embargo(words: str) -> None:
    below = read(f"Communiqué\n\n{TITLE}\n\n{TEXT.format(below=words)}")
    above = read(f"Communiqué\n\n{words}\n\n{TEXT.format(below='')}")
    assert (below.value.embargo, above.value.embargo) == (None, None)
    assert bare(str(flatten(above.value.title))) == words


def test_the_menu_of_a_press_site_holds_nothing_back() -> None:
    assert paged("<nav><a href='/e'>Sous embargo</a> <a href='/t'>Tous</a></nav>{}").value.embargo is None


def test_one_that_is_said_twice_stands_once() -> None:
    done = read(f"{WORDS}\n\n{TITLE}\n\n{TEXT.format(below=WORDS)}")
    assert done.value.embargo
    assert bare(str(done.value.embargo.text)).casefold() == bare(WORDS).casefold()
    assert whole(done)
    assert not any("embargo" in str(flatten(one.children)).lower() for one in done.value.body if isinstance(one, Para))


def test_two_that_differ_are_kept_and_told() -> None:
    done = read(f"{WORDS}\n\n{TITLE}\n\n{TEXT.format(below='Embargo : 20 mars 2026, 18 h')}")
    assert done.value.embargo
    assert not done.value.embargo.until
    assert "H107" in codes(done.notices)


def attached(note: str, subject: str = "Communiqué", text: str = TEXT.format(below="")) -> Normalised:
    """The release of a text that is attached to a mail with this note."""
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "anne@regie.example", subject, "Tue, 03 Mar 2026 10:30:00 +0100"
    mail.set_content(f"Bonjour,\n\n{note}\n\nCordialement,\nAnne\n")
    mail.add_attachment(f"Communiqué\n\n{TITLE}\n\n{text}".encode(), "text", "plain", filename="communique.txt")
    return normalise_all(Source("x.eml", mail.as_bytes()))[-1]


@pytest.mark.parametrize(
    ("note", "subject", "until"),
    [
        (f"Vous trouverez ci-joint un texte, {WORDS}.", "Communiqué", SIX),
        ("Vous trouverez ci-joint un texte.", f"[{WORDS}] Communiqué", SIX),
        ("Vous trouverez ci-joint un texte sous embargo.", "Communiqué", ""),
    ],
)
def test_what_is_attached_is_under_the_embargo_of_its_mail(note: str, subject: str, until: str) -> None:
    done = attached(note, subject)
    assert bare(str(flatten(done.value.title))) == TITLE
    assert done.value.embargo
    assert done.value.embargo.until == until
    assert ("H106" in codes(done.notices)) is (not until)
    assert whole(done)


def test_a_mail_without_one_puts_none_on_what_is_attached() -> None:
    assert attached("Ci-joint notre texte sur l'embargo russe et l'embargo sur les armes.").value.embargo is None


def test_what_is_attached_keeps_an_embargo_of_its_own() -> None:
    done = attached(
        f"Ci-joint un texte, {WORDS}.", text="Sous embargo jusqu'au 20 mars 2026, 6 h\n\n" + TEXT.format(below="")
    )
    assert done.value.embargo
    assert done.value.embargo.until == "2026-03-20T05:00:00Z"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (WORDS, WORDS),
        (f"Merci de noter ceci :\n{WORDS}\nBonne lecture.", WORDS),
        (
            "Ce texte est sous embargo jusqu'au 12 mars 2026, 6 h. Merci de le respecter.",
            "sous embargo jusqu'au 12 mars 2026, 6 h",
        ),
        ("Un texte (sous embargo jusqu'au 12 mars 2026, 6 h) est joint.", "sous embargo jusqu'au 12 mars 2026, 6 h"),
    ],
)
def test_an_embargo_is_what_is_said_of_it_and_no_more(note: str, said: str) -> None:
    for done in (noted(note), attached(note)):
        assert done.value.embargo
        assert bare(str(done.value.embargo.text)).lower() == bare(said).lower()
        assert done.value.embargo.until == SIX
        assert whole(done)


@pytest.mark.parametrize(
    ("line", "embargo", "title"),
    [
        (f"[{WORDS}] La régie ouvre trois", WORDS, "La régie ouvre trois"),
        (f"{WORDS} : La régie ouvre trois", WORDS, "La régie ouvre trois"),
        (f"[{WORDS}] La régie ouvre", None, None),
        (f"[{WORDS}] 14 lignes de nuit ouvrent", None, None),
        ("Embargo russe : la régie ouvre trois lignes", None, None),
    ],
)
def test_an_embargo_is_parted_from_a_title_of_four_words(line: str, embargo: str | None, title: str | None) -> None:
    texts = [each.plain for _, each in asked_first(draft(f"Communiqué\n{line}\n{TITLE}")).value.lines()]
    parted = ["Communiqué", f"[{embargo}]" if line[0] == "[" else embargo, title, TITLE]
    assert texts == (parted if title else ["Communiqué", line, TITLE])


def test_two_below_the_text_are_listed_and_their_links_are_left_out() -> None:
    first, second = "Sous embargo jusqu'au 12 mars 2026", "Embargo jusqu'au 14 mars 2026"
    found = below_the_head(draft("\n".join((TITLE, first, "Un texte.", second, first))))
    assert found.value.release.embargo
    assert str(found.value.release.embargo.text) == f"{first} – {second}"
    assert [each.plain for _, each in found.value.lines()] == [TITLE, "Un texte."]
    assert [str(each.text) for each in found.dropped] == [first]


def test_a_line_that_only_asks_to_wait_is_short() -> None:
    words = "Sous embargo jusqu'au 12 mars 2026, "
    assert orders(words + "a" * (LONGEST_EMBARGO - len(words)))
    assert not orders(words + "a" * (LONGEST_EMBARGO + 1 - len(words)))


def test_an_embargo_before_a_marked_title_is_no_heading_and_the_title_stays_one() -> None:
    (line,) = draft(f"[{WORDS}] {TITLE}").flow
    assert isinstance(line, Line)
    found = asked_first(Draft(UNREAD, (replace(line, level=1, marks=frozenset({"title"})),))).value
    assert [(each.level, each.marks) for _, each in found.lines()] == [(0, frozenset()), (1, {"title"})]


def test_a_line_of_a_page_s_header_counts_by_itself() -> None:
    for end in ("<br>", "\n"):
        done = paged(f"<header><p>Espace presse{end}{WORDS}{end}Nous suivre</p></header>{{}}")
        assert done.value.embargo
        assert bare(str(done.value.embargo.text)).lower() == bare(WORDS).lower()
    assert paged(f"<header><p>Espace presse, textes {WORDS}</p></header>{{}}").value.embargo is None


def test_where_a_link_of_an_embargo_leads_is_left_out() -> None:
    (line,) = draft("Sous embargo jusqu'au 12 mars 2026").flow
    assert isinstance(line, Line)
    (words,) = line.children
    assert isinstance(words, Text)
    linked = replace(line, children=(Link(inserted("https://regie.example/", "A001"), (words,)),))
    found = below_the_head(Draft(UNREAD, (linked,)))
    assert found.value.release.embargo
    assert [str(each.text) for each in found.dropped] == ["https://regie.example/"]
