"""Every threshold of the passes over lines: what is just inside is read otherwise than what is just outside."""

from __future__ import annotations

import pytest

from oimpress.knowledge.folding import fold
from oimpress.model.draft import Line
from oimpress.passes.lines.anchors import PAIR, TAIL
from oimpress.passes.lines.boxes import boxes
from oimpress.passes.lines.breaks import ITEM_END, Seam, read_break
from oimpress.passes.lines.columns import in_columns
from oimpress.passes.lines.copied import copied_top, is_signpost
from oimpress.passes.lines.duplicates import duplicates
from oimpress.passes.lines.furniture import BREADCRUMBS, CONSENTS, MAILINGS, RIGHTS, TOKENS, furniture
from oimpress.passes.lines.learned import learn
from oimpress.passes.lines.menu import foot_start, menu_end, menu_of
from oimpress.passes.lines.parted import inner_lines
from oimpress.passes.lines.side_by_side import side_by_side
from oimpress.passes.lines.unwrap import by_length, check
from oimpress.passes.lines.wrapping import Wrapper, detect, ends_in
from tests.passes.drafts import PROSE, draft, line, paragraph, wide
from tests.thresholds import Boundary, blind, names, reach

ODD = "Un mot de la fin qui passe ici."
EDGE = "+----------------------+"


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


def confidential(size: int) -> str:
    """What a mail says at its end, with stops up to the size."""
    return "Le contenu de ce message est confidentiel".ljust(size, ".")


def parts(size: int, *sure: str) -> int:
    """How many paragraphs two lines of ``size`` characters in all make, whose break was doubted."""
    two = [line("m" * (size // 2 - 1), 1), line("m" * (size - size // 2 - 1), 2)]
    return len(list(by_length([*([line(text, 9)] for text in sure), two], {2})))


def boxed(lines: int) -> bool:
    """Whether the signs of a box of so many lines are taken away."""
    inside = (f"| Point {at:02} du programme |" for at in range(lines - 2))
    return bool(boxes(draft(PROSE, EDGE, *inside, EDGE)).dropped)


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
TOP = ("Ville", "Accueil > Presse")


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


def filled(size: int, breaks: int = 12) -> list[Line]:
    """A stretch of full lines with so many ends in it, a sentence of which ends that far into its line; two others."""
    texts = [*["m" * 62] * (breaks - 2), "M" * (size - 1) + ".", "Mots " + "m" * 57, "mots."]
    more = [line(text, 50 + at, gap=int(not at % 2)) for at, text in enumerate(("m" * 60, "mots.") * 2)]
    return [*(line(text, at, gap=int(not at)) for at, text in enumerate(texts)), *more]


def beside_prose(rows: int, size: int) -> bool:
    """Whether two columns, so many characters wide on average, are read one behind the other."""
    given = draft(*[f"{'m' * size}{' ' * 5}{'n' * size}"] * rows)
    return len(side_by_side(given).value.flow) > rows


BOUNDARIES = (
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
    Boundary("LEAST_ROOM", 51, 52, lambda n: bool(inner_lines(filled(n)))),
    Boundary("FEWEST_FILLED", 5, 6, lambda n: bool(inner_lines(filled(40, n)))),
    Boundary("LEAST_WIDTH", 49, 50, lambda n: bool(inner_lines(stretches(3, n)))),
    Boundary("SHORT_SHARE", 35, 36, lambda n: bool(inner_lines(stretches(3, 60, "m" * (n - 1) + ".")))),
    Boundary("FULL_SHARE", 2, 3, lambda n: bool(inner_lines(stretches(3, 60, *["m" * 60] * (n - 1), "m" * 20)))),
    Boundary("MOST_ENDED", 4, 5, lambda n: bool(inner_lines(ended(n)))),
    Boundary("LONGEST_TOP", 40, 41, lambda n: bool(copied_top([*["Ville"] * (n - 1), "Accueil > Presse"]))),
    Boundary("LEAST_SIGNS", 2, 3, lambda n: bool(copied_top(["Menu", *["Presse"] * (n - 1)]))),
    Boundary("FEW_WORDS", 3, 4, lambda n: bool(copied_top([" ".join([*["Bus"] * (n - 1), "ouvre"]), *TOP]))),
    Boundary("LEAST_ROW", 2, 3, lambda n: is_signpost(" | ".join(["Ville"] * (n - 1) + ["Presse"]))),
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
EXPRESSIONS = (
    reach("anchors.TAIL{0,30}", 30, TAIL, 'a…="b">'),
    reach("anchors.TAIL{0,400}", 400, TAIL, '"…">'),
    reach("anchors.TAIL{0,30} 2", 30, TAIL, '"a" b…="c">'),
    reach("anchors.TAIL{0,400} 2", 400, TAIL, '"a" b="…">'),
    reach("anchors.PAIR{0,30}", 30, PAIR, 'a…="b"'),
    reach("anchors.PAIR{0,400}", 400, PAIR, 'a="…"'),
    reach("furniture.TOKENS{1,120}", 120, TOKENS, "[node:…]"),
    reach("furniture.BREADCRUMBS{2,200}", 199, BREADCRUMBS, "Accueil > …"),
    reach("furniture.CONSENTS{0,200}", 183, CONSENTS, "Sur ce site … des cookies"),
    reach("furniture.CONSENTS{0,60}", 50, CONSENTS, "Cookies, … ce site en a"),
    reach("furniture.CONSENTS{0,400}", 384, CONSENTS, "Ce site a des cookies. …"),
    reach("furniture.CONSENTS{0,80}", 78, CONSENTS, "Abonnez-vous … newsletter"),
    reach("furniture.CONSENTS{0,80} 2", 79, CONSENTS, "Abonnez-vous à la newsletter …"),
    reach("furniture.RIGHTS{0,80}", 79, RIGHTS, "© … tous droits réservés"),
    reach("furniture.RIGHTS{0,40}", 39, RIGHTS, "© OIM. Tous droits réservés …"),
    reach("furniture.MAILINGS{0,40}", 35, MAILINGS, "Voir … ce message en ligne"),
    reach("furniture.MAILINGS{0,20}", 18, MAILINGS, "Voir ce message … en ligne"),
    reach("furniture.MAILINGS{0,30}", 25, MAILINGS, "Si … ce message s’affiche mal"),
    reach("furniture.MAILINGS{0,20} 2", 18, MAILINGS, "Si ce message … s’affiche mal"),
    reach("furniture.MAILINGS{0,120}", 119, MAILINGS, "Si ce message s’affiche …"),
    reach("furniture.MAILINGS{0,12}", 10, MAILINGS, "Vous recevez … message car vous lisez"),
    reach("furniture.MAILINGS{0,12} 2", 10, MAILINGS, "Vous recevez ce message … car vous lisez"),
    reach("furniture.MAILINGS{0,300}", 299, MAILINGS, "Vous recevez ce message car …"),
    reach("furniture.MAILINGS{0,120} 2", 119, MAILINGS, "Se désabonner …"),
    reach("furniture.MAILINGS{0,40} 2", 39, MAILINGS, "Envoyé de mon …"),
    reach("furniture.MAILINGS{0,120} 3", 118, MAILINGS, "Ce message … confidentiel pour son destinataire"),
    reach("furniture.MAILINGS{0,300} 2", 284, MAILINGS, "Ce message est confidentiel, … pour son destinataire"),
    reach("furniture.MAILINGS{0,300} 3", 299, MAILINGS, "Ce message est confidentiel pour son destinataire …"),
    reach("furniture.MAILINGS{0,120} 4", 119, MAILINGS, "Pensez à l’environnement …"),
    reach("furniture.MAILINGS{0,40} 3", 39, MAILINGS, "Gérer vos abonnements …"),
    reach("furniture.MAILINGS{0,80}", 79, MAILINGS, "Pour ne plus recevoir nos messages …"),
    reach("furniture.MAILINGS{0,80} 2", 79, MAILINGS, "Si vous ne souhaitez plus recevoir nos messages …"),
    reach("furniture.MAILINGS{0,120} 5", 119, MAILINGS, "Message relayé par le serveur …"),
    reach("furniture.MAILINGS{0,120} 6", 118, MAILINGS, "Le contenu de ce message … confidentiel"),
    reach("furniture.MAILINGS{0,300} 4", 295, MAILINGS, "Le contenu de ce message est confidentiel …"),
    reach("furniture.MAILINGS{0,60}", 58, MAILINGS, "Devez-vous imprimer ce message ? … environnement"),
)
EVERY = (*BOUNDARIES, *EXPRESSIONS)


@pytest.mark.parametrize("boundary", EVERY, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("lines") == sorted(boundary.name for boundary in EVERY)
    assert not list(blind("lines", EVERY))
