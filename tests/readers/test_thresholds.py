"""Every threshold of the reader of pages: a page just inside is read otherwise than one just outside.

``./dev sensitivity html`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import json

import pytest

from oimpress.errors import ReadError
from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Figure, Table
from oimpress.readers.html.advice import Advice
from oimpress.readers.html.agreed import bear_out
from oimpress.readers.html.article import find_article
from oimpress.readers.html.beside import contacts_beside
from oimpress.readers.html.blocks import PageReader
from oimpress.readers.html.bylines import CHANGED, WORKED, is_byline_text
from oimpress.readers.html.calling import PRESS
from oimpress.readers.html.fragment import is_fragment
from oimpress.readers.html.furniture import Judge
from oimpress.readers.html.inlines import InlineReader
from oimpress.readers.html.notes import page_notes
from oimpress.readers.html.office import gather_lists
from oimpress.readers.html.page import read
from oimpress.readers.html.sections import ASKING, RIGHTS, settle
from oimpress.readers.html.stated import Stated, day_of, stated
from oimpress.readers.html.styles import apply_classes
from oimpress.readers.html.surtitle import titled
from oimpress.readers.html.tree import parse
from oimpress.readers.shared.tree import Node
from tests.readers.pages import page
from tests.thresholds import Boundary, blind, names, reach

LONG = "m" * 1000 + "."


def tree(html: str) -> Node:
    return parse(html, "page.html")[0]


def first(root: Node, tag: str) -> Node:
    return next(node for node in root.walk() if node.tag == tag)


def advice(text: str) -> Advice:
    """A second reading that found ``text``."""
    found = Advice("")
    found.__dict__["text"] = text
    return found


def prose(size: int) -> str:
    return "m" * (size - 1) + "."


def gone(html: str, taken: str = "") -> str:
    """What of an article is left out, for what it says or, of some length, for what a second reading has ``taken``."""
    root = tree(f"<body><article>{html}</article></body>")
    judge, article = Judge(root), first(root, "article")
    judge.enter(article)
    if taken:
        list(bear_out(article, advice(taken), judge))
    else:
        settle(article, judge)
    return "|".join(node.words for node in article.walk() if id(node) in judge.gone)


def above(filling: int, *, text: str) -> bool:
    """Whether a text goes that stands so many blocks behind the title and above the first paragraph."""
    fill = "".join(f'<div class="c{at}"><p>x</p></div>' for at in range(filling))
    said = gone(f'<h1>T</h1>{fill}<div class="s"><p>{text}</p></div><section><p>{LONG}</p></section>', LONG)
    return text in said


def signed(days: int) -> bool:
    """Whether the day right below a text goes where so many stand there."""
    lines = "".join(f"<div><p>Autre {day}</p><span><p>{day} mai 2025</p></span></div>" for day in range(1, days + 1))
    return "1 mai 2025" in gone(f"<h1>T</h1><section><p>{LONG}</p></section>{lines}", LONG)


def led_to(lines: int, line: str = "<a href=/x>Page</a>") -> bool:
    """Whether a contact goes that stands below a text and so many lines."""
    menu = f"<div><p>{line}</p></div>" * lines
    card = "<div class=c><p>Presse : presse@vernaison.example</p></div>"
    return "presse@" in gone(f"<h1>T</h1><section><p>{LONG}</p></section>{menu}{card}", LONG)


def asked(size: int) -> bool:
    return "Autre chose" in gone(f"<p>{'m' * size}.</p><div><a href=/x>Autre chose</a></div>", "m" * size)


def mostly(others: int) -> bool:
    """Whether anything goes where the second reading has two of ``others`` and two paragraphs."""
    texts = [letter * 400 for letter in "ab"]
    paragraphs = "".join(f"<p>{text}</p>" for text in (*texts, *["autre mot"] * others))
    return bool(gone(f"{paragraphs}<div><a href=/x>Autre chose</a></div>", "\n".join(texts)))


def judged(html: str, tag: str) -> bool:
    """Whether an element above a text is furniture."""
    root = tree(f"<body>{html}<p>{LONG}</p></body>")
    return Judge(root).rule(first(root, tag)) != ""


def kind_stays(steps: int) -> bool:
    """Whether a category that says the kind of text stays so many elements before the title."""
    between = "<p>a</p>" * (steps - 1)
    root = tree(f'<body><span class="category">Communiqué</span>{between}<h1>T</h1><p>{LONG}</p></body>')
    return Judge(root).rule(first(root, "span")) == ""


def article_of(html: str) -> Node:
    root = tree(f"<body>{html}</body>")
    return find_article(root, advice(""), Judge(root), Stated()).article


def shared(size: int) -> bool:
    return article_of(f"<main><article>{'a' * size}</article><p>{'b' * (100 - size)}</p></main>").tag == "article"


def boxes(size: int) -> bool:
    text = "Contact presse : a@b.fr ".ljust(size, "m")
    root = tree(f"<body><article><p>{LONG}</p></article><div><p>{text}</p></div></body>")
    return any(True for _ in contacts_beside(root, first(root, "article"), Judge(root)))


def flow(html: str) -> list[Line | Block]:
    """What the elements of a page become, whatever stands around them."""
    root, sheet = parse(f"<body>{html}</body>", "page.html")
    return PageReader(InlineReader(Judge(root), "fr"), sheet).flow(first(root, "body"))


def captioned(size: int) -> bool:
    text = f'<div><img src="a.jpg"><p class="caption">{"m" * size}</p></div>'
    return any(isinstance(item, Figure) and item.caption for item in flow(text))


def photographed(width: int) -> bool:
    return any(isinstance(item, Figure) for item in flow(f'<p><img src="a.jpg" width="{width}">'))


def laid_out(size: int, *others: int) -> bool:
    cells = "".join(f"<td>{'m' * each}</td>" for each in (size, *others))
    return not any(isinstance(item, Table) for item in flow(f"<table><tr>{cells}</tr><tr><td>a<td>b</tr></table>"))


def spans(name: str, size: int) -> bool:
    """Whether a cell has the size that it says."""
    rows = "<tr><td>b</tr>" * size if name == "rowspan" else f"<tr>{'<td>b' * (size + 1)}</tr>"
    found = flow(f'<table><tr><th {name}="{size}">a<td>c</tr>{rows}</table>')
    cell = next(item for item in found if isinstance(item, Table)).rows[0].cells[0]
    return (cell.rows if name == "rowspan" else cell.columns) == size


def called(around: int) -> bool:
    """Whether a note is called that leads back to an element so far around its call."""
    call = '<span id="c">' + "<span>" * (around - 1) + '<a href="#n">1</a>' + "</span>" * around
    return bool(page_notes(tree(f'<p>Un mot{call}</p><p id="n"><a href="#c">Retour</a> La note</p>')).calls)


def levels(level: int) -> bool:
    items = (f'<p style="mso-list:l0 level{each} lfo1">Un</p>' for each in (level, level + 1))
    root = tree(f"<body>{''.join(items)}</body>")
    gather_lists(root)
    return sum(node.tag == "ul" for node in root.walk()) > 1


def dated(lines: int, size: int = 0) -> bool:
    """Whether a day that so many lines stand above is the text's own."""
    html = "".join(f"<p>Ligne {at} du texte.</p>" for at in range(lines))
    day = "Dakar, le 3 mai 2019 –".ljust(size, "m")
    source = page(
        f"<article><h1>Titre</h1>{html}<p>{day}</p><p>{LONG}</p></article>",
        '<link rel="canonical" href="https://a.example/2018/02/14/titre">',
    )
    return any(one.code == "R072" for one in read(source)[0].notices)


def refused(size: int) -> bool:
    try:
        read(page(f'<form><input type="password"></form><article><p>{"m" * size}</p></article>'))
    except ReadError:
        return True
    return False


def subscribed(size: int) -> bool:
    """Whether the words around a form for an address go with it."""
    form = '<form><input type="email"></form>'
    return "mm" in gone(f"<p>{LONG}</p><div><p>{'m' * size}</p>{form}</div>")


def teased(size: int) -> bool:
    card = f'<div class="card"><h3><a href="/x">Titre</a></h3><p>{"c" * size}</p></div>'
    return "c" in gone(f"<p>{LONG}</p><div>{card}</div>")


def nested(depth: int) -> bool:
    said: object = {"@type": "NewsArticle", "datePublished": "2019-05-03"}
    for _ in range(depth - 1):
        said = {"@graph": said}
    return stated(tree(f'<script type="application/ld+json">{json.dumps(said)}</script>')).published != ""


def looked_at(size: int) -> bool:
    rule = ".c1{font-style:italic}"
    root = tree(f'<style>{rule.rjust(size)}</style><p class="doc-content c1">a</p>')
    apply_classes(root)
    return bool(first(root, "p").get("style"))


def deep(count: int) -> bool:
    """Whether elements so deep in each other are all kept."""
    root = tree("<body>" + "<div>" * count + "a")
    return sum(node.tag == "div" for node in root.walk()) == count


PAGES = (
    Boundary("LEAST_TOLD", 19, 20, lambda n: advice("avant " + "m" * n + " après").holds("m" * n)),
    Boundary("LEAST_READ", 299, 300, asked),
    Boundary("MOST_TAKEN", 2, 3, mostly),
    Boundary("LEAST_STANDFIRST", 49, 50, lambda n: above(4, text="a" * (n - 1) + ".")),
    Boundary("LONGEST_LABEL", 79, 80, lambda n: above(0, text="a" * n)),
    Boundary("CARD_LINES", 2, 3, lambda n: above(n, text="abc")),
    Boundary("LONGEST_MENU", 4, 5, led_to),
    Boundary("FURTHEST_CONTACT", 15, 16, lambda n: led_to(n, "Une ligne")),
    Boundary("DAYS_OF_TEASERS", 2, 3, signed),
    Boundary("ARTICLE_SHARE", 49, 50, shared),
    Boundary(
        "LONGEST_LEAD",
        120,
        121,
        lambda n: "k" in article_of(f"<div><p>{'k' * n}</p><h1>T</h1></div><article><p>{LONG}</p></article>").words,
    ),
    Boundary("STEPS_AROUND", 3, 4, kind_stays),
    Boundary(
        "LEAST_SUBTITLE",
        2,
        3,
        lambda n: titled(first(tree(f"<h1>Titre <small>{'mot ' * n}</small></h1>"), "h1"))[1] is not None,
    ),
    Boundary("LONGEST_BOX", 800, 801, boxes),
    Boundary("LONGEST_CAPTION", 600, 601, captioned),
    Boundary("SMALLEST_PHOTOGRAPH", 100, 99, photographed),
    Boundary("LONGEST_BYLINE", 220, 221, lambda n: is_byline_text("Par Amina Diallo, le 3 mai 2020 ".ljust(n, "m"))),
    Boundary("LARGEST_FRAGMENT", 1_000_000, 1_000_001, lambda n: is_fragment(b"<p>a</p>\n<p>b</p>".ljust(n))),
    Boundary("LEAST_BLOCKS", 1, 2, lambda n: is_fragment(b"<p>a</p>\n" * n)),
    Boundary("LONGEST_CATEGORY", 40, 41, lambda n: judged(f'<span class="category">{"m" * n}</span>', "span")),
    Boundary("LEAST_PROSE", 299, 300, lambda n: judged(f'<div aria-hidden="true">{"m" * n}</div>', "div")),
    Boundary("LEAST_LINKS", 2, 3, lambda n: judged(f"<table><td>{'<a href=/x>a</a>' * n}</td></table>", "td")),
    Boundary(
        "LARGEST_FURNITURE",
        499,
        500,
        lambda n: judged(f'<div role="navigation">{"m" * (2 * n + 1)}</div>', "div"),
    ),
    Boundary("NAMED_AROUND", 2, 3, called),
    Boundary("DEEPEST_LIST", 7, 8, levels),
    Boundary("HEAD_LINES", 4, 5, dated),
    Boundary("LITTLE", 199, 200, refused),
    Boundary(
        "LONGEST_OPENING",
        100,
        101,
        lambda n: gone(f"<p>{LONG}</p><h2>{'Lire aussi '.ljust(n, 'm')}</h2><p>a</p>") != "",
    ),
    Boundary(
        "LONGEST_SIGNPOST",
        180,
        181,
        lambda n: gone(f"<p>{LONG}</p><p>Lire aussi <a href=/x>{'m' * (n - 10)}</a></p>") != "",
    ),
    Boundary(
        "LINKED_LABEL", 24, 25, lambda n: gone(f"<p>{'m' * n}</p><p><a href=/x>Lien</a></p><p>{LONG}</p>") == "Lien"
    ),
    Boundary("FORM_BOX", 199, 200, subscribed),
    Boundary("LONGEST_TEASER", 299, 300, teased),
    Boundary("DEEPEST_JSON", 6, 7, nested),
    Boundary("LONGEST_DAY", 40, 41, lambda n: day_of("3 mai 2024".rjust(n)) != ""),
    Boundary("LONGEST_SHEET", 200_000, 200_001, looked_at),
    Boundary("LONGEST_CELL", 600, 601, lambda n: laid_out(n, 600)),
    Boundary("LONG_CELL", 300, 301, lambda n: laid_out(n, 2)),
    Boundary("LONG_SHARE", 237, 238, lambda n: laid_out(360, n)),
    Boundary("WIDEST", 40, 41, lambda n: spans("colspan", n)),
    Boundary("TALLEST", 400, 401, lambda n: spans("rowspan", n)),
    Boundary("DEEPEST", 45, 47, deep),
    reach("calling.PRESS{0,30}", 28, PRESS, "Contacts … presse"),
    reach("bylines.CHANGED{0,20}", 19, CHANGED, "Modifié …"),
    reach("bylines.WORKED{0,160}", 159, WORKED, "… contributed reporting"),
    reach("sections.ASKING{0,100}", 98, ASKING, "Subscribe … newsletter"),
    reach("sections.ASKING{0,60}", 58, ASKING, "Suivez-nous … Facebook"),
    reach("sections.RIGHTS{0,100}", 98, RIGHTS, "© … tous droits"),
)


@pytest.mark.parametrize("boundary", PAGES, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary() -> None:
    assert names("html") == sorted(boundary.name for boundary in PAGES)


def test_every_boundary_tells_where_its_threshold_stands() -> None:
    assert not list(blind("html", PAGES))
