"""Kicker, title, subtitle, dates and datelines, in the forms that were seen; and what only looks like one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from oimpress.errors import UsageError
from oimpress.knowledge.dates import find_date
from oimpress.model.draft import Draft, Line
from oimpress.model.house import House
from oimpress.model.nodes import Text
from oimpress.model.runs import flatten
from oimpress.passes.datelines import split_dateline
from oimpress.passes.head.evidence import Page
from oimpress.passes.head.reading import doubts, head, page_of, without_poor
from oimpress.passes.labelling import Reading
from oimpress.passes.pins import PIN
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import LEAD, MORE, bare, codes, draft, paragraphs, read, release

TITLE = "L'OIM aide les sinistrés du nord"


@pytest.mark.parametrize(
    ("opening", "place", "country"),
    [
        ("Haïti - ", "Haïti", "HT"),
        ("Genève – ", "Genève", "CH"),
        ("Thailand - ", "Thailand", "TH"),
        ("El Salvador - ", "El Salvador", "SV"),
        ("Port-au-Prince, Haïti – ", "Port-au-Prince, Haïti", "HT"),
        ("Goma/ Kinshasa – ", "Goma/ Kinshasa", "CD"),
        ("DJIBOUTI - ", "DJIBOUTI", "DJ"),
        ("N’Djamena – ", "N’Djamena", "TD"),
        ("Switzerland -", "Switzerland", "CH"),
        ("GENEVE (Nouvelles du BIT) – ", "GENÈVE", "CH"),
        ("Niquivil - ", "Niquivil", ""),
    ],
)
def test_datelines(opening: str, place: str, country: str) -> None:
    found = release(f"{TITLE}\n{opening}{LEAD}\n{MORE}\n")
    assert found.dateline is not None
    assert found.dateline.place is not None
    assert bare(found.dateline.place.text) == bare(place)
    assert found.dateline.place.country == country
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    ("opening", "text", "when"),
    [
        ("NEW YORK, le 20 février 2018 – ", "20 février 2018", "2018-02-20"),
        ("Nairobi/Juba, 9 mars – ", "9 mars", ""),
        ("Berne, 30.05.2007 - ", "30.05.2007", "2007-05-30"),
        ("Dakar, 1er mars 2024 – ", "1er mars 2024", "2024-03-01"),
    ],
)
def test_datelines_with_dates(opening: str, text: str, when: str) -> None:
    found = release(f"{TITLE}\n{opening}{LEAD}\n{MORE}\n")
    assert found.dateline is not None
    assert found.dateline.date is not None
    assert bare(found.dateline.date.text) == text
    assert found.dateline.date.when == found.published == when


@pytest.mark.parametrize(
    "opening",
    [
        "Contexte – ",
        "Le HCR – ",
        "L'enquête - menée en mai - montre que ",
        "En 2010 - une année noire - ",
        "« Haïti – Terre promise » est le titre du film. ",
        "Jean-Marie Falzone - directeur - ",
        "OIM – ",
        "De Goma à Bukavu – ",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    found = release(f"{TITLE}\n{opening}{LEAD}\n{MORE}\n")
    assert found.dateline is None or found.dateline.place is None


def test_a_place_unknown_to_the_table_is_told() -> None:
    assert "H102" in codes(read(f"{TITLE}\nNiquivil - {LEAD}\n{MORE}\n").notices)


def test_places_of_several_countries_are_told() -> None:
    told = codes(read(f"{TITLE}\nOttawa/Amman - {LEAD}\n{MORE}\n").notices)
    assert "H103" in told
    assert "H102" not in told


def test_an_inline_date_without_a_year_gets_none() -> None:
    assert release(f"{TITLE}\nHaïti - Mercredi dernier (25 mai), {LEAD}\n").published == ""


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("le 10 décembre 2010,", "2010-12-10"),
        ("27 nov 2023", "2023-11-27"),
        ("February 20, 2018", "2018-02-20"),
        ("3 de mayo de 2019", "2019-05-03"),
        ("2018-06-01", "2018-06-01"),
        ("31 février 2020", ""),
        ("9 mars", ""),
    ],
)
def test_dates(text: str, when: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.when == when


@pytest.mark.parametrize("text", ["en 2010", "mai", "12 500 000", "25 personnes", "1.3 millions", "le mars rouge 12"])
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("head", "kicker", "kind"),
    [
        ("Communiqué\nGlobal\n\n", "Communiqué – Global", "press-release"),
        ("Comunicado\nGlobal\n\n", "Comunicado – Global", "press-release"),
        ("Official Statements\n", "Official Statements", "statement"),
        ("Migrant Stories\n", "Migrant Stories", "story"),
        ("Discours\n", "Discours", "speech"),
    ],
)
def test_kickers(head: str, kicker: str, kind: str) -> None:
    found = release(f"{head}{TITLE}\n\n{LEAD}\n\n{MORE}\n")
    assert bare(str(flatten(found.kicker))) == kicker
    assert found.kind == kind
    assert bare(str(flatten(found.title))) == TITLE


def test_a_date_line_is_the_date_of_publication() -> None:
    found = release(f"27 nov 2023\n\n{TITLE}\n\n{LEAD}\n\n{MORE}")
    assert found.published == "2023-11-27"
    assert bare(str(flatten(found.title))) == TITLE


def test_a_title_loses_the_dash_left_at_its_end() -> None:
    assert bare(str(flatten(release(f"{TITLE} -\n{LEAD}\n{MORE}").title))) == TITLE


def test_a_line_between_title_and_dateline_is_the_subtitle() -> None:
    found = release(f"{TITLE}\nPlus de 1 000 familles en ont besoin\nHaïti - {LEAD}\n{MORE}")
    assert bare(str(flatten(found.subtitle))) == "Plus de 1 000 familles en ont besoin"


def test_a_caption_between_title_and_dateline_is_no_subtitle() -> None:
    found = release(f"{TITLE}\nUne famille à Goma. Photo: IOM 2017/Awa Sow\nGoma - {LEAD}\n{MORE}\n")
    assert not found.subtitle
    assert found.dateline
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize("text", [f"{LEAD}\n{MORE}\n", f"Haïti - {LEAD}\n{MORE}\n", "Tél : +41 22 717 91 11\n" + LEAD])
def test_no_title_is_told_and_nothing_is_taken_for_it(text: str) -> None:
    done = read(text)
    assert done.value.title == ()
    assert "H101" in codes(done.notices)


@pytest.mark.parametrize(
    "text",
    ["Genève – Les pays membres ont adopté le budget", "Kaboul, 3 mai -- Une explosion a frappé", "Suisse -La loi"],
)
def test_known_places_need_no_full_sentence(text: str) -> None:
    assert split_dateline(text, known=True)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Déclaration de la Cheffe de mission de l'OIM sur les inondations", "statement"),
        ("Déclaration conjointe de l’OIM et du HCR sur le naufrage", "statement"),
        ("Déclaration de M. William Swing, Directeur général de l'OIM", "statement"),
        ("Statement by the Director General on the floods", "statement"),
        ("Declaración del Director General sobre las inundaciones", "statement"),
        ("Discours du Directeur général devant le Conseil", "speech"),
        ("Allocution d'ouverture de la Directrice générale", "speech"),
        ("Déclaration de Marrakech : les ministres s'engagent", "press-release"),
        ("Déclaration de New York pour les réfugiés et les migrants", "press-release"),
        ("Discours de haine : le directeur de l'OIM alerte", "press-release"),
        ("Déclaration du 9 mai : le directeur se félicite", "press-release"),
        ("La déclaration du Directeur général a été lue", "press-release"),
    ],
)
def test_a_title_may_tell_that_somebody_speaks(title: str, kind: str) -> None:
    assert release(f"{title}\nMali - {LEAD}\n{MORE}").kind == kind


def test_a_kicker_goes_before_what_the_title_tells() -> None:
    assert release(f"Discours\nDéclaration du Directeur général\n{LEAD}\n{MORE}").kind == "speech"


def taken(
    label: str, seen: Collection[str] = (), support: int = 9, margin: int = 9, losses: Mapping[str, int] | None = None
) -> Reading:
    return Reading(label, support, margin, "", losses or {}, frozenset(seen))


def lines(*texts: str, pins: Mapping[int, str] | None = None) -> list[Line]:
    pinned = pins or {}
    return [
        Line((Text(text),), at + 1, at + 1, marks=frozenset({PIN + pinned[at]} if at in pinned else ()))
        for at, text in enumerate(texts)
    ]


POOL = "La piscine rouvre ses portes au public"
SURE = taken("title", ["verb"])
PROSE = taken("body", ["sentence"])


def doubted(*said: tuple[str, Reading], page: Page = Page()) -> list[tuple[str, str, str]]:  # noqa: B008
    found = doubts(lines(*(text for text, _ in said)), [one for _, one in said], page)
    return [(one.code, one.where, one.detail) for one in found]


def test_a_head_without_a_title_is_told() -> None:
    assert doubted(("Info", taken("kicker")), ("Un texte.", PROSE)) == [("H101", "l.1", "")]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (SURE, False),
        (taken("title", ["verb"], support=4), False),
        (taken("title", ["verb"], support=3), True),
        (taken("title", ["verb"], margin=4), False),
        (taken("title", ["verb"], margin=3), True),
        (taken("title", ["verb", "begins with label"]), True),
        (taken("title", ["verb", "body first"]), False),
        (taken("title", ["body first"]), True),
        (taken("title"), False),
    ],
)
def test_a_title_that_could_be_another_line_is_told(title: Reading, told: bool) -> None:
    assert doubted(("Info", taken("kicker")), (POOL, title), ("Un texte.", PROSE)) == (
        [("H104", "l.2", POOL)] if told else []
    )


def test_the_line_that_is_told_is_the_one_that_could_be_the_title_best() -> None:
    poor = taken("title", ["verb"], support=3, losses={"title": 0})
    far, near = taken("kicker", losses={"title": 7}), taken("stray", losses={"title": 2, "kicker": 1})
    assert doubted(("Info", far), (POOL, poor), ("La fête du lac", near)) == [("H104", "l.3", POOL)]
    assert doubted(("La fête du lac", near), (POOL, poor), ("Info", far)) == [("H104", "l.1", POOL)]


def test_a_title_of_several_lines_is_weighed_as_one() -> None:
    first, more = taken("title", ["verb"], support=1), taken("title goes on", support=5)
    assert doubted((POOL, first), ("dès lundi", more), ("Un texte.", PROSE)) == []
    assert doubted((POOL, first), ("Un texte.", PROSE), ("dès lundi", more)) == [("H104", "l.1", POOL)]
    assert doubted(("La piscine", taken("title")), ("de la ville et du lac", more)) == []
    assert doubted(("La piscine", taken("title")), ("de la ville", taken("body"))) == [("H104", "l.1", "La piscine")]


def test_what_a_person_says_is_the_title_is_no_doubt() -> None:
    poor = taken("title", support=-9)
    assert doubts(lines(POOL, pins={0: "title"}), [poor], Page()) == []
    assert [one.code for one in doubts(lines(POOL), [poor], Page())] == ["H104"]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ([taken("stray")] * 6, True),
        ([taken("stray"), taken("subtitle"), taken("body")] * 2, True),
        ([taken("stray")] * 5, False),
        ([*[taken("stray")] * 5, PROSE, taken("stray")], False),
        ([*[taken("stray")] * 5, taken("body", ["opens with place or date"]), taken("stray")], False),
        ([*[taken("stray")] * 5, taken("body", ["bullet"]), taken("stray")], True),
        ([*[taken("stray")] * 5, taken("body", ["bullet"])], False),
        ([*[taken("stray")] * 5, taken("kicker")], False),
        ([*[taken("stray")] * 5, taken("stray", ["mark alone"])], False),
    ],
)
def test_many_lines_that_read_like_titles_make_a_page_of_teasers(below: list[Reading], told: bool) -> None:
    assert bool(doubted((POOL, SURE), *((f"Sujet {at}", one) for at, one in enumerate(below)))) == told


@pytest.mark.parametrize(
    ("title", "odd"),
    [
        ("La piscine ? Elle rouvre ses portes au public", False),
        ("La pi?cine rouvre ses portes au public", True),
        ("La pi\ufffdcine rouvre ses portes au public", True),
        ("La piscine rouvre presse@lyon.test", True),
        ("La piscine ----- rouvre ses portes au public", True),
        ("La piscine rouvre avec la région (SYTRAL)", True),
        ("La piscine rouvre avec la région (SY)", False),
        ("La piscine (SYTRAL) rouvre ses portes au public", False),
        ("R E P R I S E : communiqué de presse de la ville", True),
        ("R E P R I S E : la piscine rouvre ses portes", False),
        ("La piscine rouvre", False),
    ],
)
def test_titles_that_lost_letters_or_hold_more_than_a_title(title: str, odd: bool) -> None:
    assert bool(doubted((title, SURE), ("Un texte.", PROSE))) == odd


@pytest.mark.parametrize(
    ("words", "seen", "odd"),
    [
        ("Les amis du lac", [], True),
        ("Les amis du grand lac", [], False),
        ("Les amis du lac", ["verb"], False),
        ("Les amis du lac", ["heading of the first level"], True),
        ("Les amis du lac", ["heading of the first level", "page s own title"], False),
    ],
)
def test_few_words_without_a_verb_could_be_a_name(words: str, seen: list[str], odd: bool) -> None:
    assert bool(doubted((words, taken("title", seen)), ("Un texte.", PROSE))) == odd


@pytest.mark.parametrize(
    ("own", "title", "odd"),
    [
        ("la piscine rouvre ses portes", "La piscine rouvre ses portes", False),
        ("la piscine rouvre ses portes", "La piscine rouvre ses portes à tous", False),
        ("la piscine rouvre ses portes", "La piscine rouvre ses portes Lyon y gagne", True),
        ("la piscine rouvre ses portes", "Lyon : la piscine rouvre ses portes", True),
        ("la piscine rouvre !!", "La piscine rouvre !! Lyon y gagne", False),  # of 20 characters
        ("la piscine rouvre !!!", "La piscine rouvre !!! Lyon y gagne", True),
    ],
)
def test_a_title_that_holds_more_than_the_page_says_is_its_title(own: str, title: str, odd: bool) -> None:
    assert bool(doubted((title, SURE), ("Un texte.", PROSE), page=Page(frozenset({own})))) == odd


@pytest.mark.parametrize(
    ("title", "titles", "issuers"),
    [
        ("La piscine rouvre", {"la piscine rouvre"}, set()),
        (
            "La piscine rouvre – Ville de Lyon",
            {"la piscine rouvre", "la piscine rouvre – ville de lyon"},
            {"ville de lyon"},
        ),
        (
            "Presse | La piscine rouvre | Lyon",
            {
                *("la piscine rouvre", "presse | la piscine rouvre"),
                *("la piscine rouvre | lyon", "presse | la piscine rouvre | lyon"),
            },
            {"presse", "lyon"},
        ),
    ],
)
def test_what_a_page_says_of_itself(title: str, titles: set[str], issuers: set[str]) -> None:
    page = page_of(replace(draft("x"), titles=(title,)))
    assert page == Page(frozenset(titles), frozenset(issuers))


def test_what_a_house_says_of_itself() -> None:
    house = House(name="Ville de Lyon", organisations=("Métropole",), kickers=("Info Presse",), furniture=("À la une",))
    page = page_of(replace(draft("x"), house=house))
    assert page == Page(
        issuers=frozenset({"ville de lyon", "metropole"}),
        kickers=frozenset({"info presse"}),
        furniture=frozenset({"a la une"}),
    )
    assert page_of(replace(draft("x"), house=house, titles=("Métropole",))).issuers == {"ville de lyon"}
    assert page_of(draft("x")) == Page()


def test_what_has_hardly_a_point_of_its_own_is_no_title() -> None:
    poor, fair = taken("title", support=-4), taken("title", support=-3)
    more, sub = taken("title goes on"), taken("subtitle", support=-4)

    def labels(*readings: Reading, pins: Mapping[int, str] | None = None) -> list[str]:
        return [one.label for one in without_poor(list(readings), pins or {})]

    assert labels(poor, more, taken("body")) == ["stray", "stray", "body"]
    assert labels(fair, more) == ["title", "title goes on"]
    assert labels(fair, sub, taken("subtitle", support=-3)) == ["title", "body", "subtitle"]
    assert labels(poor, more, sub, pins={0: "title"}) == ["title", "title goes on", "body"]
    assert labels(poor, sub, pins={1: "subtitle"}) == ["stray", "subtitle"]


LONG = "Le gouvernement a salué ce geste et annoncé que la reconstruction durerait deux ans dans toute la région."
TOPICS = [f"Sujet numéro {at}" for at in range(50)]


@pytest.mark.parametrize(
    ("texts", "size"),
    [
        ([POOL, LONG, LONG, LONG, LONG, "Fin"], 4),  # 315 characters of prose
        ([POOL, LONG, LONG, "Fin"], 4),
        ([POOL, f"Lyon, le 12 mars 2024 – {LONG}", LONG, LONG], 2),
        ([POOL, "Une phrase courte.", "Une phrase courte.", *[LONG] * 4], 6),
        ([POOL, LONG.rstrip("."), *[LONG] * 4], 5),
        (TOPICS, 40),
        (["Un"], 1),
    ],
)
def test_how_far_a_head_is_read(texts: list[str], size: int) -> None:
    read_lines = [one for one in head(draft("\n".join(texts))).value.readings if one.region == "head"]
    assert [one.where for one in read_lines] == [f"l.{at + 1}" for at in range(size)]


def pinned(texts: list[str], pins: Mapping[int, str]) -> Draft:
    return replace(draft("x"), flow=tuple(lines(*texts, pins=pins)))


def test_what_a_person_says_is_read_however_far_down() -> None:
    texts = [*[LONG] * 5, POOL, LONG, LONG]
    assert len(head(pinned(texts, {5: "title"})).value.readings) == 7
    assert str(flatten(head(pinned(texts, {5: "title"})).value.release.title)) == POOL
    assert len(head(pinned(texts, {5: "list"})).value.readings) == 3
    assert len(head(pinned(texts, {0: "title"})).value.readings) == 3


def test_pins_that_cannot_stand_together_are_refused() -> None:
    with pytest.raises(UsageError, match=r"cannot all be so at “Un autre titre”"):
        head(pinned([POOL, "Un texte.", "Un autre titre"], {0: "title", 2: "title"}))


def test_a_page_without_lines_has_no_title() -> None:
    assert [one.code for one in head(draft("")).notices] == ["H101"]


def test_a_page_that_says_its_title_beside_its_lines_is_no_doubt() -> None:
    untitled = draft(f"Lyon, le 12 mars 2024 – {LONG}\n{LONG}\n{LONG}")
    assert "H101" in codes(head(untitled).notices)
    assert "H101" not in codes(head(replace(untitled, titles=("La piscine rouvre",))).notices)


@pytest.mark.parametrize(
    ("words", "issuer"),
    [("Nouvelles fournies par<br>Boréalis inc.", "Boréalis inc."), ("Un bus roule déjà à Laval.", "")],
)
def test_the_sender_below_a_title_may_end_with_a_full_stop(words: str, issuer: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{words}</p><p>{LEAD}</p><p>{MORE}</p></article>"
    done = normalise_source(Source("x.html", page.encode())).value
    assert done.issuer == issuer
    assert len(paragraphs(done.body)) == (2 if issuer else 3)


HOUSE_PAGE = (
    "<html><head><title>{site}</title></head><body><main><h1>{site}</h1><p>Communiqué de presse</p><p>14.05.24</p>"
    "{title}<p>{lead}</p><p>{more}</p></main></body></html>"
)
LEVELS = ("La piscine rouvre samedi", "Tri des déchets : ce qui change")


@pytest.mark.parametrize("tag", ["h2", "p"])
@pytest.mark.parametrize("title", LEVELS)
@pytest.mark.parametrize(
    "site", ["Préfecture de la Haute-Vézère", "Cour administrative d'appel de Lormel", "Université de Sarlac"]
)
def test_a_page_that_bears_its_body_s_name_has_its_title_below(site: str, title: str, tag: str) -> None:
    told = f"<{tag}><b>{title}</b></{tag}>"
    page = HOUSE_PAGE.format(site=site, title=told, lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode()))
    assert (bare(flatten(done.value.title)), bare(done.value.issuer)) == (bare(title), bare(site))
    assert done.value.published == "2024-05-14"


@pytest.mark.parametrize(
    "site",
    ["Préfecture : les guichets fermés", "Université en fête", "Mairie ouverte samedi", "Ministère, mode d'emploi"],
)
def test_a_page_whose_title_begins_with_a_body_s_word_keeps_it(site: str) -> None:
    page = HOUSE_PAGE.format(site=site, title="<h2>Ce qui change</h2>", lead=LEAD, more=MORE)
    assert bare(flatten(normalise_source(Source("a.html", page.encode())).value.title)) == bare(site)


def test_a_page_that_says_only_its_body_s_name_has_no_title_and_tells() -> None:
    site = "Préfecture de la Haute-Vézère"
    page = HOUSE_PAGE.format(site=site, title="", lead=LEAD, more=MORE)
    done = normalise_source(Source("a.html", page.encode()))
    assert {"H101", "H104"} & set(codes(done.notices))


SEVERAL = (
    "The company will open three new plants in the north of the country by the end of the year, it said on Monday."
)


@pytest.mark.parametrize(
    ("lang", "text", "when"),
    [("en", SEVERAL, ""), ("en-US", SEVERAL, ""), ("en-GB", SEVERAL, "2025-04-03"), ("fr", LEAD, "2025-04-03")],
)
def test_figures_that_can_be_two_days_are_no_date_in_english(lang: str, text: str, when: str) -> None:
    page = (
        f'<html lang="{lang}"><body><main><h1>Kestrel Foods expands into Mexico</h1><p>03/04/2025</p>'
        f"<p>{text}</p><p>{text}</p></main></body></html>"
    )
    done = normalise_source(Source("a.html", page.encode()))
    assert done.value.published == when
    assert ("H109" in codes(done.notices)) is (not when)


@pytest.mark.parametrize(
    ("top", "below", "told"),
    [
        ("Alpina Glaciers", "<h2>Les glaciers ont fondu d'un dixième</h2><p>Communiqué de presse</p>", True),
        ("Alpina Glaciers", "<p>Communiqué de presse</p>", False),
        ("Nuit des Musées", "<h2>Trente salles ouvrent jusqu'à minuit</h2><p>Communiqué de presse</p>", False),
        ("Alpina Glaciers ouvre un musée", "<h2>Trente salles à visiter</h2><p>Communiqué de presse</p>", False),
    ],
)
def test_a_heading_of_the_first_level_that_could_be_the_site_s_name_is_told(top: str, below: str, told: bool) -> None:
    page = f"""<html lang="fr"><head><title>{top}</title></head><body><h1>{top}</h1>{below}
<p>15 septembre 2025</p><p>Les glaciers ont perdu un dixième de leur volume en deux étés, selon les relevés publiés ce lundi
par Alpina Glaciers, qui en suit quatre-vingt-sept dans quatre pays.</p></body></html>"""
    done = normalise_source(Source("a.html", page.encode()))
    assert flatten(done.value.title) == top
    assert ("H104" in codes(done.notices)) is told
