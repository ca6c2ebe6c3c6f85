"""Every threshold of the passes over lines and body: what is just inside is read otherwise than what is just outside.

``./dev sensitivity`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest

from oimpress.errors import UsageError
from oimpress.knowledge.folding import fold
from oimpress.model.draft import Draft, Line, lines_of
from oimpress.model.nodes import Aside, Cell, Figure, Link, List, Note, Para, Release, Row, Section, Table, Text
from oimpress.model.runs import flatten
from oimpress.passes.body.grids import keyed_table
from oimpress.passes.body.headings import headings
from oimpress.passes.body.lists import lists
from oimpress.passes.body.settle import settle
from oimpress.passes.body.sidebar import pull_quotes, sidebar
from oimpress.passes.credits import figure_of
from oimpress.passes.datelines import opening_of, reads_like_place
from oimpress.passes.finish.foreign import foreign
from oimpress.passes.finish.links import links
from oimpress.passes.finish.proof import proof
from oimpress.passes.foot.backmatter import about, figures, notes
from oimpress.passes.foot.cards import Card, in_doubt
from oimpress.passes.foot.evidence import evidence_on
from oimpress.passes.foot.leads import has_number, is_dialled
from oimpress.passes.foot.marks import end_marks
from oimpress.passes.foot.pieces import Cut
from oimpress.passes.foot.region import is_tool, regions
from oimpress.passes.foot.signed import signed
from oimpress.passes.head.covering import covering
from oimpress.passes.head.dateline import dateline
from oimpress.passes.head.dates import stamp_of
from oimpress.passes.head.evidence import Page
from oimpress.passes.head.evidence import evidence_on as heads_evidence
from oimpress.passes.head.facts import facts
from oimpress.passes.head.letterhead import letterhead
from oimpress.passes.head.reading import doubts, head, page_of, without_poor
from oimpress.passes.head.sight import Sight
from oimpress.passes.labelling import Reading
from oimpress.passes.lines.boxes import boxes
from oimpress.passes.lines.breaks import ITEM_END, Seam, read_break
from oimpress.passes.lines.columns import in_columns
from oimpress.passes.lines.duplicates import duplicates
from oimpress.passes.lines.furniture import furniture
from oimpress.passes.lines.learned import learn
from oimpress.passes.lines.menu import foot_start, menu_end, menu_of
from oimpress.passes.lines.parted import inner_lines
from oimpress.passes.lines.side_by_side import side_by_side
from oimpress.passes.lines.unwrap import by_length, check
from oimpress.passes.lines.wrapping import Wrapper, detect, ends_in
from oimpress.passes.pins import pinned
from oimpress.readers.shared.characters import lines_of as lines_of_text
from tests.thresholds import Boundary, blind, names

PROSE = "Le gouvernement a salué ce geste et annoncé que la reconstruction durerait deux ans dans toute la région."
DATELINE = "Dakar, Sénégal – Une équipe mobile a remis des abris à mille familles des provinces du nord."
SPANISH = ("agua", "vida", "salud", "luz", "paz", "amor", "voz")
ABOUT = "À propos de l'OIM"
DATED = "Dakar, Sénégal, 3 mai 2020 – Une équipe mobile a remis des abris à mille familles."
NAME = "Amina Diallo"
ODD = "Un mot de la fin qui passe ici."
EDGE = "+----------------------+"
TITLE = "Le pont de Vézelin rouvre samedi"
UNTITLED = Page()


def line(text: str, number: int = 1, gap: int = 0) -> Line:
    return Line((Text(text),), number, number, gap)


def draft(*texts: str) -> Draft:
    return Draft(Release("x", lang="fr"), tuple(line(text, at) for at, text in enumerate(texts, 1)))


def wide(size: int, start: str = "m") -> str:
    """A line of ``size`` characters without a capital or a stop."""
    return (start + " mots" * size)[: size - 1] + "s"


def wrapped(size: int, count: int = 4) -> list[Line]:
    """Lines of one width, each going on in the next, whose first word had no room."""
    return [line("m" * size, at) for at in range(count)]


def menu(count: int, words: int = 1, size: int = 0) -> list[str]:
    """Labels that stand twice each."""
    labels = [" ".join([f"{chr(65 + at % 26)}{at}", *["b"] * (words - 1)]).ljust(size, "x") for at in range(count)]
    return [label for label in labels for _ in range(2)]


def bridged(*odd: str, text: str = PROSE, more: int = 0) -> bool:
    """Whether a menu goes on over odd lines."""
    goes_on = ["-", "Delta", "Delta"] if not more else [*menu(more, 2), "-", "Delta", "Delta"]
    return menu_end([*menu(3), *odd, *goes_on, text]) > 6


def paragraph(size: int) -> list[str]:
    """Four lines of a text that was wrapped."""
    return [f"{at}" + "m" * (size - 2) + "." for at in range(4)]


def ends_with_items(size: int) -> bool:
    items = [wide(size, "m") + " ;", PROSE]
    return any(isinstance(item, List) for item in lists(draft("Il faut :", *items)).value.flow)


def heads(*texts: str) -> bool:
    return any(isinstance(item, Section) for item in headings(draft(*texts)).value.flow)


def apart_heads(text: str) -> bool:
    """Whether a word heads a section that stands between blank lines."""
    given = Draft(Release("x", lang="fr"), (line(PROSE), line(text, 3, 1), line(PROSE, 5, 1)))
    return any(isinstance(item, Section) for item in headings(given).value.flow)


def has_aside(given: Draft) -> bool:
    return any(isinstance(item, Aside) for item in given.flow)


def beside(count: int) -> bool:
    return has_aside(sidebar(draft("Contexte :", *["Un fait."] * (count - 1), DATELINE)).value)


def confidential(size: int) -> str:
    """What a mail says at its end, with stops up to the size."""
    return "Le contenu de ce message est confidentiel".ljust(size, ".")


def signed_beside(size: int) -> bool:
    return has_aside(sidebar(draft("Contexte :", "Un fait.", "Un autre.", "Amina Diallo", wide(size), "Fin.")).value)


def role(size: int) -> bool:
    """Whether what a person is, in so many characters, stands with the name below a sidebar."""
    given = draft("Un témoin", "Un fait.", "Un autre.", "Amina Diallo", "directrice " + wide(size - 11), DATELINE)
    found = next(item for item in sidebar(given).value.flow if isinstance(item, Aside))
    return "directrice" in flatten(found.attribution)


def pulled(size: int) -> bool:
    words = wide(size)
    return bool(pull_quotes(draft(f"Elle a dit : « {words}, et plus encore »", f"« {words} »", PROSE)).dropped)


def named(size: int) -> bool:
    name = "Amina Diallo, "
    return has_aside(
        pull_quotes(draft("« Nous avons tout laissé là-bas »", name + wide(size - len(name)), PROSE)).value
    )


def parts(size: int, *sure: str) -> int:
    """How many paragraphs two lines of ``size`` characters in all make, whose break was doubted."""
    two = [line("m" * (size // 2 - 1), 1), line("m" * (size - size // 2 - 1), 2)]
    return len(list(by_length([*([line(text, 9)] for text in sure), two], {2})))


def indented(columns: int) -> bool:
    """Whether the second item of a list, which stands farther in, has a list of its own."""
    given = lists(draft("Il faut :", "- un toit", " " * columns + "- de l'eau", "- du pain", PROSE))
    return [len(item.items) for item in given.value.flow if isinstance(item, List)] == [2]


def said(text: str) -> Release:
    return Release("x", lang="fr", body=(Para((Text(text),)),))


def quoted(words: int) -> bool:
    """Whether so many Spanish words in quotation marks are marked."""
    given = said(f"Elle a crié « {' '.join(SPANISH[:words])} » hier soir.")
    return foreign(given).value != given


def linked(address: str) -> bool:
    paragraph = links(said(address)).value.body[0]
    return isinstance(paragraph, Para) and isinstance(paragraph.children[0], Link)


def is_found(count: int) -> bool:
    """Whether a pin finds its words on so many lines."""
    texts = [f"mot{at}" for at in range(count)]
    try:
        pinned(replace(draft(*texts), pins={"title": (" ".join(texts),)}))
    except UsageError:
        return False
    return True


def captioned(size: int) -> bool:
    """Whether a line above a credit is the caption of its picture."""
    flow = figures(draft(PROSE, PROSE, "Un camp".ljust(size, "m"), "© OIM 2020")).value.flow
    return any(isinstance(item, Figure) and item.caption for item in flow)


def noted(gap: int) -> bool:
    """Whether a mark so far behind its word calls a note."""
    flow = notes(draft(f"Un mot{' ' * gap}* et la suite", "*Une note")).value.flow
    return any(isinstance(item, Note) for item in flow)


def signed_at(*texts: str) -> bool:
    return signed(draft(PROSE, *texts)).value.release.dateline is not None


def rivalled(points: int) -> bool:
    """Whether a reading is doubted that so many points part from where a contact would begin elsewhere."""
    one = Reading("person", 0, points, "person*", {"person": 0, "person*": points}, frozenset())
    return in_doubt([one], [Card(), Card()])


def crowded(names: int) -> bool:
    """Whether a contact with two addresses and so many names can be several people's."""
    words = line(" ".join(["Abc", "Bcd", "Cde", "Def", "Efg"][:names])).text
    return in_doubt([], [Card(names=[words], emails=[line("a@b.fr").text, line("c@d.fr").text])])


def seen(text: str) -> frozenset[str]:
    """What speaks on the first piece of a contact line."""
    return evidence_on([Cut(line(text), 0, ())], {})[0]


def region(*texts: str) -> list[int]:
    """Where contacts begin."""
    return [start for start, _ in regions(draft(*texts).flow)]


def headed(cells: int) -> bool:
    """Whether contacts stand in a table whose heading stands behind so many cells."""
    texts = [*["mot"] * cells, "Contact presse", "a@b.fr"]
    return bool(regions((line(PROSE), Table(tuple(Row((Cell((Text(text),)),)) for text in texts)), line(PROSE))))


def covered(*texts: str) -> int:
    """How many lines of a note go that covers a release."""
    return len(covering(draft("Bonjour,", *texts, "Un titre", PROSE)).dropped)


def apart(above: int, *rows: str, wide: int = 1) -> bool:
    """Whether a table below so many lines is taken apart as a letterhead."""
    table = Table(tuple(Row((Cell((Text(text),)),) * wide) for text in rows))
    flow = letterhead(Draft(Release("x", lang="fr"), (*[line("Mot")] * above, table))).value.flow
    return table not in flow


def sight(text: str) -> Sight:
    return Sight(line(text), 0, ())


def boxed(lines: int) -> bool:
    """Whether the signs of a box of so many lines are taken away."""
    inside = (f"| Point {at:02} du programme |" for at in range(lines - 2))
    return bool(boxes(draft(PROSE, EDGE, *inside, EDGE)).dropped)


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


def taken_for_a_person(support: int) -> bool:
    """Whether a contact is doubted whose person only so much speaks for."""
    one = Reading("person", support, 20, "person*", {"person": 0, "person*": 20}, frozenset())
    return in_doubt([one], [Card()])


def weighed(*texts: str) -> int:
    """How many lines are read as the head of a page."""
    return sum(one.region == "head" for one in head(draft(*texts)).value.readings)


def told(text: str) -> frozenset[str]:
    """What speaks on a line of the head."""
    given = draft("Un titre", text, PROSE)
    return heads_evidence(lines_of(given.flow), page_of(given))[1]


def misfits(count: int) -> bool:
    """Whether a paragraph of forty lines is doubted, of which so many left the next word room."""
    texts = ["court" if 0 < at <= 2 * count and at % 2 else "ab " + "m" * 37 for at in range(40)]
    return bool(check([[line(text, at) for at, text in enumerate(texts)]], Wrapper(len, 40)))


def shared(documents: int, having: int, label: str = "Nos partenaires", after: int = 0) -> bool:
    pages = [
        draft(PROSE, *([label, *[f"Lien {n}" for n in range(after)]] if at < having else [])) for at in range(documents)
    ]
    return fold(label) in learn(pages).foot


def broken(count: int, pairs: int) -> bool:
    texts = [line("m" * 30, at) for at in range(count + 1)] + [line("M" * 30, 50 + at) for at in range(pairs - count)]
    return detect(texts) is not None


ITEM = line("- " + "m" * 50)


def uneven(full: int) -> list[Line]:
    """Ten lines, each going on in the next, of which some and no others had no room for its first word."""
    sizes = [60] * full + [30] * (10 - full)
    return [line(f"m{'m' * (size - 6)} mots", at) for at, size in enumerate(sizes)]


def stretches(count: int, size: int = 60, *first: str) -> list[Line]:
    """Paragraphs of two lines and more between blank lines."""
    texts = (*first, "m" * size, "mots.") if first else ("m" * size, "Mots.")
    return [line(text, 10 * n + at, gap=int(not at)) for n in range(count) for at, text in enumerate(texts)]


def ended(count: int) -> list[Line]:
    """Sixteen breaks inside paragraphs, so many of which end a sentence before their line is full."""
    texts = ["M" * 30 + "."] * count + ["m" * 60] * (16 - count)
    paragraphs = ([*texts[at::4], "mots."] for at in range(4))
    return [
        line(text, 10 * n + at, gap=int(not at)) for n, each in enumerate(paragraphs) for at, text in enumerate(each)
    ]


def beside_prose(rows: int, size: int) -> bool:
    """Whether two columns, so many characters wide on average, are read one behind the other."""
    given = draft(*[f"{'m' * size}{' ' * 5}{'n' * size}"] * rows)
    return len(side_by_side(given).value.flow) > rows


def keyed(*rows: str) -> bool:
    """Whether rows are a table, as the reader of texts gives them."""
    found = [item for row in rows for item in lines_of(lines_of_text(row))]
    return keyed_table([replace(item, gap=0) for item in found], 0) is not None


LINES = (
    Boundary("TALLEST_BOX", 40, 41, boxed),
    Boundary(
        "COPY_HEAD", 20, 21, lambda n: bool(duplicates(draft("m" + " " * n + "m" * 60, "m " + "m" * 60, PROSE)).dropped)
    ),
    Boundary("SHORTEST_COPY", 39, 40, lambda n: bool(duplicates(draft(wide(n), wide(n), PROSE)).dropped)),
    Boundary("LINE_TAIL", 13, 14, lambda n: ends_in(ITEM_END, "mots ;" + " " * n + "et")),
    Boundary("TIDY_WIDTH", 67, 68, lambda n: (found := detect(wrapped(n))) is not None and found.opening > 0),
    Boundary("LONGEST_WRAPPED", 130, 131, lambda n: detect(wrapped(n)) is not None),
    Boundary("OVERLONG", 50, 51, lambda n: Wrapper(len, 40).overlong(line("m" * n))),
    Boundary("SHORTEST_WRAPPED", 20, 21, lambda n: detect(wrapped(n)) is not None),
    Boundary("LEAST_BROKEN", 1, 2, lambda n: broken(n, n)),
    Boundary("BROKEN_SHARE", 8, 9, lambda n: broken(2, n)),
    Boundary("LONGER_THAN_SURE", 130, 131, lambda n: parts(n, "m" * 98 + ".") > 2),
    Boundary("LONGEST_PARAGRAPH", 3250, 3251, lambda n: parts(n) > 1),
    Boundary("MISFITS", 4, 5, misfits),
    Boundary("LEAST_EXPLAINED", 4, 5, lambda n: (found := detect(uneven(n))) is not None and found.ragged),
    Boundary(
        "LEAST_CUT", 39, 40, lambda n: read_break(Seam(line("- " + "m" * (n - 2)), line("m"), None, None, ITEM)).joins
    ),
    Boundary(
        "HANGING", 1, 2, lambda n: read_break(Seam(ITEM, line(" " * n + "M"), None, Wrapper(len, 100), ITEM)).joins
    ),
    Boundary("FEWEST_STRETCHES", 2, 3, lambda n: bool(inner_lines(stretches(n)))),
    Boundary("LEAST_WIDTH", 49, 50, lambda n: bool(inner_lines(stretches(3, n)))),
    Boundary("SHORT_SHARE", 35, 36, lambda n: bool(inner_lines(stretches(3, 60, "m" * (n - 1) + ".")))),
    Boundary("FULL_SHARE", 2, 3, lambda n: bool(inner_lines(stretches(3, 60, *["m" * 60] * (n - 1), "m" * 20)))),
    Boundary("MOST_ENDED", 4, 5, lambda n: bool(inner_lines(ended(n)))),
    Boundary("LEAST_ROWS", 2, 3, lambda n: beside_prose(n, 24)),
    Boundary("LEAST_COLUMN", 19, 20, lambda n: beside_prose(4, n)),
    Boundary("MOST_COLUMNS", 5, 6, lambda n: in_columns(line("    ".join("m" * (n + 1))))),
    Boundary("LONGEST_ROW", 200, 201, lambda n: in_columns(line("Mali" + " " * (n - 6) + "12"))),
    Boundary("LEAST_TOKENS", 2, 3, lambda n: menu_end([*menu(n), PROSE]) > 0),
    Boundary("LABEL_WORDS", 7, 8, lambda n: menu_end([*menu(3, n), PROSE]) > 0),
    Boundary("LABEL_LENGTH", 60, 61, lambda n: menu_end([*menu(3, 1, n), PROSE]) > 0),
    Boundary("LONGEST_ODD", 300, 301, lambda n: bridged("M" * (n - 1) + ".")),
    Boundary("MOST_ODD", 3, 4, lambda n: bridged(*[ODD] * n)),
    Boundary("FORESEEN", 8, 9, lambda n: bridged(ODD, more=n)),
    Boundary("LONGEST_MENU", 400, 402, lambda n: menu_end([*menu(n // 2), PROSE]) == n),
    Boundary("LONGEST_FOOT", 80, 82, lambda n: foot_start([PROSE, PROSE, *menu(n // 2)], 0) == 2),
    Boundary("LONGEST_TITLE", 259, 260, lambda n: menu_of(["Le site", *menu(3), "M" * n, PROSE]).start > 0),
    Boundary("LEAST_TEXT", 79, 80, lambda n: bridged(ODD, text="M" * n)),
    Boundary("LEAST_WRAPPED", 39, 40, lambda n: menu_end([*menu(3), ODD, "-", "Delta", "Delta", *paragraph(n)]) > 6),
    Boundary("CASELESS_GLUE", 20, 21, lambda n: menu_end([*menu(2), "新闻", "新闻" + "字" * n, PROSE]) > 0),
    Boundary(
        "LEAST_HEADED", 79, 80, lambda n: bool(furniture(draft(PROSE, "Mentions légales", ".".rjust(n, "m"))).dropped)
    ),
    Boundary("LONGEST_PHRASE", 500, 501, lambda n: bool(furniture(draft(PROSE, confidential(n), PROSE)).dropped)),
    Boundary("SWALLOWED_TITLE", 200, 201, lambda n: bool(furniture(draft(*menu(3), "M" * n)).notices)),
    Boundary("LEAST_DOCUMENTS", 2, 3, lambda n: shared(n, n)),
    Boundary("LEAST_SHARE", 3, 4, lambda n: shared(20, n)),
    Boundary("SHARED_REACH", 11, 12, lambda n: shared(3, 3, after=n)),
    Boundary("LONGEST_SHARED", 90, 91, lambda n: shared(3, 3, label="M" * n)),
)
BODY = (
    Boundary("LEAST_PROSE", 119, 120, lambda n: heads("Une aide attendue", "m" * n, PROSE)),
    Boundary("SHORTEST_HEADING", 2, 3, lambda n: apart_heads("Abri"[:n])),
    Boundary("LONGEST_HEADING", 90, 91, lambda n: heads(PROSE, "A" + wide(n - 1), PROSE)),
    Boundary("LONGEST_SHORT", 40, 41, lambda n: heads("Une aide attendue", "m" * (n - 1) + ".", PROSE)),
    Boundary("LEAST_INDENT", 1, 2, indented),
    Boundary("LONGEST_ITEM", 398, 399, ends_with_items),
    Boundary("LONGEST_CELL", 80, 81, lambda n: keyed("M" * n + "    1", "Un    2")),
    Boundary("LEAST_TABBED", 2, 3, lambda n: keyed(*["Un\tmot"] * n)),
    Boundary("LONGEST_PARAGRAPH", 2500, 2501, lambda n: bool(settle(draft("m" * n)).notices)),
    Boundary("LONGEST_SIDEBAR", 11, 12, beside),
    Boundary("LEAST_TEXT", 100, 101, signed_beside),
    Boundary("LEAST_PULLED", 19, 20, pulled),
    Boundary("LONGEST_FUNCTION", 90, 91, named),
    Boundary("LONGEST_ROLE", 120, 121, role),
)

FINISH = (
    Boundary("MOST_QUOTED", 6, 7, quoted),
    Boundary("LONGEST_ADDRESS", 2000, 2001, lambda n: linked("http://a.fr/".ljust(n, "m"))),
    Boundary(
        "LONGEST_CLAUSE", 160, 161, lambda n: bool(proof(said(f"{'reçoit '.ljust(n, 'm')} et bénéficient")).notices)
    ),
)
SHARED = (
    Boundary(
        "LONGEST_CAPTION", 400, 401, lambda n: figure_of(line("Un camp".ljust(n - 11, "m") + " © OIM 2020")) is None
    ),
    Boundary("LONGEST_ACRONYM", 5, 6, lambda n: reads_like_place("ABCDEF"[:n])),
    Boundary(
        "LONGEST_DATELINE", 79, 80, lambda n: opening_of(f"{'Paris,'.ljust(n - 3)}le 3 mai 2020. {PROSE}") is None
    ),
    Boundary("LEAST_BEHIND", 24, 25, lambda n: opening_of("Paris, le 3 mars 2026. " + "M" * n) is None),
    Boundary("MOST_PINNED", 6, 7, is_found),
)

FOOT = (
    Boundary("SHORT_CAPTION", 160, 161, captioned),
    Boundary("NOTE_REACH", 11, 12, noted),
    Boundary(
        "ABOUT_REACH", 13, 14, lambda n: bool(about(draft(*[PROSE] * 3, ABOUT, *["Un mot."] * n)).value.release.about)
    ),
    Boundary("LONGEST_MARK", 60, 61, lambda n: bool(end_marks(draft(PROSE, "FIN".ljust(n, "-"))).dropped)),
    Boundary(
        "LONGEST_SOURCE",
        140,
        141,
        lambda n: bool(end_marks(draft(PROSE, "SOURCE Régie".ljust(n, "e"))).value.release.issuer),
    ),
    Boundary("LONGEST_SIGNED", 70, 71, lambda n: signed_at(f"{'Fait à Namur, le'.ljust(n - 10)}3 mai 2024")),
    Boundary("LEAST_LEAD", 2, 3, rivalled),
    Boundary("MOST_NAMES", 4, 5, crowded),
    Boundary("POOR", -13, -12, taken_for_a_person),
    Boundary(
        "MAIL_REACH", 6, 7, lambda n: "name in the mail" in seen("; ".join([NAME, *["mot"] * n, "amina.diallo@a.fr"]))
    ),
    Boundary("MANY_WORDS", 8, 9, lambda n: "many words" in seen(" ".join(["mot"] * n))),
    Boundary("REGISTER_DIGITS", 8, 9, lambda n: "many digits" in seen("a1" * n)),
    Boundary("LEAST_DIALLED", 8, 9, lambda n: has_number("123456789"[:n])),
    Boundary("LABEL_REACH", 24, 25, lambda n: is_dialled("siret".ljust(n), n, n)),
    Boundary("LONGEST_LINE", 140, 141, lambda n: has_number("123456789".rjust(n))),
    Boundary(
        "ROLE_WORDS", 6, 7, lambda n: region(PROSE, " ".join(["Directrice", *["mot"] * (n - 1)]), NAME, "a@b.fr") == [1]
    ),
    Boundary("ANSWER_REACH", 5, 6, lambda n: region(PROSE, "Contact presse", *["mot"] * n, "a@b.fr") == [1]),
    Boundary("MOST_HEADS", 2, 3, headed),
    Boundary("SHORT_LINE", 80, 81, lambda n: is_tool("Imprimer ".ljust(n, "m"))),
    Boundary("LAST_LINES", 14, 15, lambda n: signed_at("Fait à Namur, le 3 mai 2024", *["Un mot."] * n)),
)
HEAD = (
    Boundary("TABLE_PLACES", 1, 2, lambda n: apart(n, "a")),
    Boundary(
        "DATE_LINES",
        9,
        10,
        lambda n: len(letterhead(draft(*["Mot"] * n, "Une ville   le 3 mai 2024")).value.flow) > n + 1,
    ),
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
    Boundary("TEASERS", 5, 6, lambda n: titled(below=n)),
    Boundary("LONGEST_HEADLINE", 90, 91, lambda n: sight("M".ljust(n - 1, "m") + ".").prose),
    Boundary("LINE_END", 10, 11, lambda n: sight("Un mot." + ")" * n).ends),
    Boundary("SHORT", 109, 110, lambda n: sight("le 3 mai 2019 ".ljust(n, "m")).date is None),
    Boundary("BODY_REACH", 70, 71, lambda n: sight("M".ljust(n - 13, "m") + " – préfecture").body < 0),
    Boundary("TYPED_APART", 3, 4, lambda n: sight("un mot").same(sight("un" + " " * (n + 1) + "mot"))),
    Boundary("NOTE_LINES", 14, 15, lambda n: covered(*["Un mot."] * n, "*****") > 0),
    Boundary("LONGEST_GREETING", 60, 61, lambda n: covered("Un mot.", "Communiqué de presse ".ljust(n, "m")) > 0),
    Boundary("LEAST_PARTING", 4, 5, lambda n: covered("Un mot.", "*" * n) > 0),
    Boundary(
        "LATEST_PARAGRAPH", 7, 8, lambda n: dateline(draft(*["Un mot."] * n, DATED)).value.release.dateline is None
    ),
    Boundary(
        "LONGEST_DATE", 44, 45, lambda n: stamp_of(line(f"{'reçu'.ljust(n - 10)}3 mai 2019").text).date == "3 mai 2019"
    ),
    Boundary(
        "LONGEST_LABEL", 90, 91, lambda n: bool(facts(draft("-", "m" * n, "1", "-", "Budget", "2")).value.release.facts)
    ),
)


ROOMS = {"lines": LINES, "body": BODY, "finish": FINISH, "shared": SHARED, "foot": FOOT, "head": HEAD}


@pytest.mark.parametrize("boundary", [*chain.from_iterable(ROOMS.values())], ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


@pytest.mark.parametrize("room", ROOMS)
def test_every_threshold_has_its_boundary(room: str) -> None:
    assert names(room) == sorted(boundary.name for boundary in ROOMS[room])


@pytest.mark.parametrize("room", ROOMS)
def test_every_boundary_tells_where_its_threshold_stands(room: str) -> None:
    assert not list(blind(room, ROOMS[room]))
