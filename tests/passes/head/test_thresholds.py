"""Every threshold of the passes over the head: what is just inside is read otherwise than what is just outside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oimpress.knowledge.folding import fold
from oimpress.model.draft import Draft, Line, lines_of
from oimpress.model.nodes import Break, Cell, Emphasis, Release, Row, SourceRef, Table, Text
from oimpress.passes.head.borne_out import is_unlike
from oimpress.passes.head.covering import covering
from oimpress.passes.head.dateline import dateline
from oimpress.passes.head.dates import stamp_of
from oimpress.passes.head.doubts import doubts
from oimpress.passes.head.enclosing import only_encloses
from oimpress.passes.head.ending import FIRST_NAME
from oimpress.passes.head.evidence import Page
from oimpress.passes.head.evidence import evidence_on as heads_evidence
from oimpress.passes.head.evidence.asking import sights_of
from oimpress.passes.head.facts import facts
from oimpress.passes.head.letterhead import letterhead
from oimpress.passes.head.reading import head, page_of, without_poor
from oimpress.passes.head.rows import in_rows
from oimpress.passes.head.sight import CAPITALISED, Sight
from oimpress.passes.head.withheld import orders
from oimpress.passes.labelling import Reading
from tests.passes.drafts import PROSE, draft, line
from tests.thresholds import Boundary, blind, names, reach, wording

ROOM = "oimpress.passes.head"

DATED = "Dakar, Sénégal, 3 mai 2020 – Une équipe mobile a remis des abris à mille familles."
TITLE = "Le pont de Vézelin rouvre samedi"
SAYS = "La ville rouvre sa piscine après trois ans de travaux"
UNTITLED = Page()


def covered(*texts: str) -> int:
    """How many lines of a note go that covers a release."""
    return len(covering(draft("Bonjour,", *texts, "Un titre", PROSE)).dropped)


def greeted(above: int) -> bool:
    """Whether the greeting goes that opens a sentence of a mail so many lines down."""
    mail = Release("x", source=SourceRef("x.eml", "", "message/rfc822", "mail"))
    lines = [line(text) for text in [*["Un mot"] * above, f"Bonjour, {PROSE}"]]
    return bool(covering(Draft(mail, tuple(lines))).dropped)


def ended(*below: str) -> int:
    """How many lines below a release go with the mail that covers it."""
    return len(covering(draft("Bonjour,", "*****", PROSE, *below)).dropped) - 2


def encloses(size: int) -> bool:
    """Whether a note of so many characters only accompanies what is attached to the mail."""
    note = f"Le texte est ci-joint, {'m' * (size - 24)}."
    return only_encloses(replace(draft(note), encloses=True))


def apart(above: int, *rows: str, wide: int = 1) -> bool:
    """Whether a table below so many lines is taken apart as a letterhead."""
    table = Table(tuple(Row((Cell((Text(text),)),) * wide) for text in rows))
    flow = letterhead(Draft(Release("x", lang="fr"), (*[line("Mot")] * above, table))).value.flow
    return table not in flow


def rows_of(words: int) -> int:
    """How many lines become of a title above a slanted row of so many words."""
    rows = (Text("La piscine rouvre"), Break(), Emphasis((Text(" ".join(["mot"] * words)),)))
    return len(list(in_rows(Draft(Release("x"), (Line(rows, 1, 1),))).lines()))


def heads_site(below: int) -> bool:
    """Whether a name heads a site with a lower heading so many lines below it."""
    texts = [("Vinci", 1), ("Communiqué", 0), *[("mot", 0)] * (below - 2), ("La halle", 2)]
    lines = [Line((Text(text),), 1, 1, level=level) for text, level in texts]
    return "heads the site" in heads_evidence(lines, Page(site=frozenset({"vinci"})))[0]


def sight(text: str) -> Sight:
    return Sight(line(text), 0, ())


def titled(support: int = 9, margin: int = 9, below: int = 0, page: Page = UNTITLED, text: str = TITLE) -> bool:
    """Whether a title is told as a doubt: what speaks for it, against it, and what stands below it."""
    seen = frozenset({"verb"})
    readings = [Reading("title", support, margin, "stray", {"title": 0, "stray": margin}, seen)]
    readings += [Reading("stray", 9, 9, "title", {"stray": 0, "title": 9}, seen)] * below
    return bool(doubts([line(text), *[line("Le maire se félicite")] * below], readings, page))


def poor(support: int) -> bool:
    """Whether a line that only so much speaks for is the title all the same."""
    return without_poor([Reading("title", support, 9, "", {}, frozenset())], {})[0].label == "title"


def holding(size: int) -> bool:
    """Whether a title is doubted that holds more than the page's own one, of so many characters."""
    own = "Un pont rouvre à Vézelin".ljust(size, "s")[:size]
    return titled(page=Page(frozenset({fold(own)})), text=f"Actualités | {own}")


def _called(own: str) -> bool:
    """Whether a title is doubted that has no longer word of the page's own one."""
    heading = Reading("title", 9, 9, "", {"title": 0}, frozenset({"verb", "lower heading"}))
    return bool(doubts([line("Un lacs rouvre à Vézelin")], [heading], Page(frozenset({fold(own)}))))


def weighed(*texts: str) -> int:
    """How many lines are read as the head of a page."""
    return sum(one.region == "head" for one in head(draft(*texts)).value.readings)


def told(text: str) -> frozenset[str]:
    """What speaks on a line of the head."""
    given = draft("Un titre", text, PROSE)
    return heads_evidence(lines_of(given.flow), page_of(given))[1]


def below(*texts: str) -> Sight:
    """The last of some lines that stand close together."""
    return sights_of([line(text) for text in texts])[-1]


def lettered(apart: int) -> bool:
    """Whether a line goes on with a body's name so many lines above the label."""
    texts = ("Préfecture de la", "Haute-Vézère", *["Mot"] * (apart - 1), "Communiqué de presse")
    return "body goes on" in heads_evidence([line(text) for text in texts], UNTITLED)[1]


def evidence(question: str, text: str, at: int = 0) -> bool:
    """Whether a question is answered by yes for a line of the head."""
    return question in heads_evidence([one for _, one in draft(*text.split("\n")).lines()], UNTITLED)[at]


def asked(name: str, text: str, at: int = 0, fill: str = "m") -> Boundary:
    """The boundary of a question such as « few_words(60) », with a line that is filled up for its ``…``."""
    question, _, most = name.rstrip(")").partition("(")
    given = len(text.split("\n")[at].replace("…", ""))
    return Boundary(
        name,
        int(most),
        int(most) + 1,
        lambda size: evidence(question.replace("_", " "), text.replace("…", fill * (size - given)), at),
    )


def borne_out(*below: str, title: str = "Marcher relie") -> bool:
    """Whether a title is told of whose words only those of another line are said by the text."""
    said = [title, *below, "Le chenal est dragué : les navires attendent."]
    labels = [("title", "verb"), *[("subtitle", "verb")] * len(below), ("body", "sentence")]
    readings = [Reading(label, 9, 9, "", {}, frozenset({name})) for label, name in labels]
    return is_unlike(0, 1, [line(text) for text in said], readings, Page(text="\n".join(said)))


def wrapped(first: int) -> bool:
    """Whether a title of two lines is told of whose first has so many characters, and the second 100."""
    title = [line("M" * (first - 1)), line("M" + " " + "M" * 98)]
    readings = [Reading(label, 9, 9, "", {}, frozenset()) for label in ("title", "title goes on")]
    return is_unlike(0, 2, title, readings, UNTITLED)


LONG_WORDS = [f"{letter * 11}" for letter in "bcdfghjklm"]


def told_again(words: int, again: int, below: int = 1) -> bool:
    """Whether a title of so many words is borne out by a text that says so many of them in its last paragraph."""
    title, said = " ".join(LONG_WORDS[:words]), " ".join(LONG_WORDS[:again])
    paragraphs = [*[PROSE] * (below - 1), f"Aujourd’hui {said} {PROSE}"]
    return evidence("told again by the text", "\n".join([title, *paragraphs]))


ONLINE = "Publié le 27 février 2025"
TOWN = "Ville de Vézelin"
BOUNDARIES = (
    Boundary("LEAST_STEMS", 4, 5, lambda n: told_again(n, n)),
    Boundary("SHARE_TOLD", 5, 6, lambda n: told_again(10, n)),
    Boundary("PARAGRAPHS", 2, 3, lambda n: told_again(6, 6, below=n)),
    Boundary("LEAST_DONE", 3, 4, lambda n: evidence("says more than a name above", f"{TOWN}\n{TOWN}{' neuf' * n}", 1)),
    Boundary("NEXT_LINES", 3, 4, lambda n: evidence("says less than below", "La halle\n" + "Mot\n" * (n - 1) + SAYS)),
    Boundary("ENOUGH_SHARED", 1, 2, lambda n: borne_out(" ".join(["Chenal", "navires"][:n]))),
    Boundary("SAME_STEM", 4, 5, lambda n: borne_out("Chenal, navires", title="attendent"[:n].ljust(9, "x"))),
    Boundary("CUT_SHORT", 69, 70, wrapped),
    Boundary("LEAST_WORDS", 3, 4, lambda n: len(letterhead(draft("Communiqué : " + "mot " * n)).value.flow) > 1),
    Boundary("LEAST_ROW", 2, 3, lambda n: rows_of(n) > 1),
    Boundary("NEXT", 4, 5, heads_site),
    Boundary("FIRST_LINES", 2, 3, greeted),
    Boundary("FEW", 3, 4, lambda n: below("Chambre régionale", "des comptes", " ".join(["Vézère"] * n)).named),
    Boundary("HALF_A_LINE", 24, 25, lambda n: below("Un".ljust(n, "m"), "et la suite").cut_above),
    Boundary("LETTERHEAD_REACH", 6, 7, lettered),
    Boundary("TABLE_PLACES", 1, 2, lambda n: apart(n, "a")),
    Boundary(
        "DATE_LINES",
        9,
        10,
        lambda n: len(letterhead(draft(*["Mot"] * n, "Une ville   le 3 mai 2024")).value.flow) > n + 1,
    ),
    Boundary("SHORT_PART", 40, 41, lambda n: len(letterhead(draft(f"{'M'.ljust(n, 'm')} | {ONLINE}")).value.flow) > 1),
    Boundary("MOST_ROWS", 3, 4, lambda n: apart(0, *"abcd"[:n])),
    Boundary("MOST_CELLS", 3, 4, lambda n: apart(0, "a", wide=n)),
    Boundary("CELL_SIZE", 240, 241, lambda n: apart(0, "m" * n)),
    Boundary("TINY", 15, 16, lambda n: "tiny" in told("m" * n)),
    Boundary("BRIEF", 39, 40, lambda n: "short" in told("m" * n)),
    Boundary("MIDDLE", 160, 161, lambda n: "middle" in told("m" * n)),
    Boundary("LONG", 350, 351, lambda n: "long" in told("m" * n)),
    Boundary("SHORT_SENTENCE", 100, 101, lambda n: "sentence" in told("M".ljust(n - 1, "m") + ".")),
    Boundary("MANY_NAMES", 2, 3, lambda n: "several bodies" in told(" – ".join(["F", "UN", "Sud"][:n]))),
    Boundary("LONGEST_NAME", 25, 26, lambda n: "several bodies" in told("CGT – FO – " + "Sud".ljust(n, "m"))),
    Boundary("LEAST_PROSE", 280, 281, lambda n: weighed("Un titre", "M".ljust(n - 1, "m") + ".", "Un mot") > 2),
    Boundary("SHORTEST_SENTENCE", 40, 41, lambda n: weighed(*["M".ljust(n - 1, "m") + "."] * 9) > 8),
    Boundary("HEAD_LINES", 40, 41, lambda n: weighed(*["Mot"] * n) == n),
    Boundary(
        "FEW_WORDS", 4, 5, lambda n: bool(head(draft(" ".join(["Pont", *["mot"] * (n - 1)]), PROSE, PROSE)).notices)
    ),
    Boundary("POOR", -4, -3, poor),
    Boundary("WEAK", 3, 4, lambda n: titled(support=n)),
    Boundary("NEAR", 3, 4, lambda n: titled(margin=n)),
    Boundary("LEAST_SAID", 20, 21, holding),
    Boundary("LONG_WORD", 3, 4, lambda n: not _called(f"De {'lac'.ljust(n, 's')} et de là, pourtant")),
    Boundary("TEASERS", 5, 6, lambda n: titled(below=n)),
    Boundary("LONGEST_HEADLINE", 90, 91, lambda n: sight("M".ljust(n - 1, "m") + ".").prose),
    Boundary("LINE_END", 10, 11, lambda n: sight("Un mot." + ")" * n).ends),
    Boundary("SHORT", 109, 110, lambda n: sight("le 3 mai 2019 ".ljust(n, "m")).date is None),
    Boundary("BODY_REACH", 70, 71, lambda n: sight("M".ljust(n - 13, "m") + " – préfecture").body < 0),
    Boundary("TYPED_APART", 3, 4, lambda n: sight("un mot").same(sight("un" + " " * (n + 1) + "mot"))),
    Boundary("NOTE_LINES", 14, 15, lambda n: covered(*["Un mot."] * n, "*****") > 0),
    Boundary("LONGEST_GREETING", 60, 61, lambda n: covered("Un mot.", "Communiqué de presse ".ljust(n, "m")) > 0),
    Boundary("LEAST_PARTING", 4, 5, lambda n: covered("Un mot.", "*" * n) > 0),
    Boundary("LONGEST_ENCLOSING", 500, 501, encloses),
    Boundary("LONGEST_COURTESY", 200, 201, lambda n: ended("En vous remerciant ".ljust(n, "m"), "Salutations") < 2),
    Boundary("MOST_SIGNING", 12, 13, lambda n: ended("Salutations", *["Un mot"] * n) == 1),
    Boundary("LONGEST_SIGNING", 100, 101, lambda n: ended("Salutations", "Un mot ".ljust(n, "m")) == 1),
    Boundary(
        "LATEST_PARAGRAPH", 7, 8, lambda n: dateline(draft(*["Un mot."] * n, DATED)).value.release.dateline is None
    ),
    Boundary(
        "LONGEST_DATE", 44, 45, lambda n: stamp_of(line(f"{'reçu'.ljust(n - 10)}3 mai 2019").text).date == "3 mai 2019"
    ),
    Boundary("LONG_ENOUGH", 12, 13, lambda n: evidence("said before", "m" * n + "\n" + "m" * n, 1)),
    Boundary("FEW_BEHIND", 11, 12, lambda n: evidence("label and date", "Communiqué du 3 mai 2020" + " mot" * (n - 5))),
    Boundary("BEHIND_LABEL", 34, 35, lambda n: evidence("label", "Communiqué " + "m" * n)),
    Boundary("GOING_ON", 69, 70, lambda n: evidence("goes on from above", "Régie des bus\n" + "m" * n, 1)),
    Boundary("LEAST_OPENED", 40, 41, lambda n: sight("Paris – La halle".ljust(n - 1, "m") + ".").opening is not None),
    Boundary(
        "LONGEST_LABEL", 90, 91, lambda n: bool(facts(draft("-", "m" * n, "1", "-", "Budget", "2")).value.release.facts)
    ),
    Boundary("LONGEST_EMBARGO", 200, 201, lambda n: orders("Sous embargo jusqu'à midi".ljust(n, "m"))),
    reach("ending.FIRST_NAME{1,20}", 20, FIRST_NAME, "A…"),
    reach("sight.CAPITALISED{1,45}", 45, CAPITALISED, "L…"),
)

ASKED = (
    asked("after_practical(200)", "Lieu : la halle\n…", at=1),
    asked("only_place(40)", "Paris…", fill=","),
    asked("few_words(60)", "Un mot …"),
    asked("begins_with_label(70)", "Communiqué …"),
    asked("a_kicker_we_know(50)", "Déclaration …", fill=":"),
    asked("embargo(200)", "Sous embargo …"),
    asked("order(90)", "À diffuser immédiatement…", fill="!"),
    asked("press_service(70)", "… – service presse"),
    asked("named_below(45)", "Régie M…\nLa Régie M… roule"),
    asked("goes_on_from_above(90)", "Régie des bus\nDe la ville …", at=1),
    asked("names_its_subject(200)", "Objet : …"),
    asked("topics(90)", "Énergie / M…\n" + "m" * 95),
    asked("practical(200)", "Lieu : …"),
    asked("period(90)", "Exercice 2019 et suivant…"),
    asked("page_tool(120)", "Partager sur …"),
    asked("byline(120)", "Par Awa S…"),
    asked("contact_words(160)", "Contact presse : …"),
    asked("person(80)", "Awa Sow directrice …"),
    asked("mark_alone(20)", "…", fill="*"),
    asked("heads_a_sidebar(60)", "Repères …"),
)
WORDINGS = (
    wording("number{0,20}", 19, ROOM, "n° …/7"),
    wording("number{0,30}", 30, ROOM, "n° 7…"),
    wording("greeting{0,40}", 39, ROOM, "Bonjour …"),
    wording("farewell{0,20}", 19, ROOM, "Bonne journée …"),
    wording("farewell{0,20} 2", 19, ROOM, "Merci pour votre attention …"),
    wording("formula{0,120}", 120, ROOM, "… veuillez agréer nos salutations"),
    wording("formula{0,110}", 108, ROOM, "Veuillez agréer … salutations"),
    wording("formula{0,40}", 40, ROOM, "Veuillez agréer nos salutations…"),
    wording("formula{0,80}", 79, ROOM, "Reciba …"),
    wording("press_service{3,30}", 30, ROOM, "Service presse et …", "search"),
    wording("crumbs{2,40}", 40, ROOM, "… > Presse", "match"),
    wording("crumbs{2,60}", 60, ROOM, "Presse > …", "match"),
)
EVERY = (*BOUNDARIES, *ASKED, *WORDINGS)


@pytest.mark.parametrize("boundary", EVERY, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("head") == sorted(boundary.name for boundary in EVERY)
    assert not list(blind("head", EVERY))
