"""Bytes of every kind become the letters they were; text that was decoded wrongly is given back, or told."""

from __future__ import annotations

import pytest

from oimpress.errors import ReadError
from oimpress.pipeline import Normalised, normalise_source
from oimpress.readers.shared.codepages import code_page
from oimpress.readers.shared.encoding import decode
from oimpress.sources import Source
from tests.readers.pages import page

FRENCH = (
    "Le théâtre d'Avérole rouvre à la rentrée\n\n"
    "Fermé depuis 2018, le théâtre rénové accueillera les élèves dès lundi : « Ça change tout », "
    "dit la gérante. Le goûter est prévu à Noël, où l'été fut bref.\n"
)
RUSSIAN = "Мэр города объявил в понедельник, что мост через реку откроется в июне, и сказал об этом журналистам."
POLISH = (
    "Burmistrz ogłosił w poniedziałek, że most zostanie otwarty w czerwcu, a środki pochodzą z funduszy źródłowych."
)

CZECH = "Starosta oznámil v pondělí, že most přes řeku bude otevřen v červnu, a řekl, že práce byly dokončeny včas."
HUNGARIAN = "A polgármester bejelentette, hogy a híd júniusban nyílik meg. Öt év után örül, hűvös őszi napokon is."
SLOVAK = "Primátor oznámil, že most cez rieku bude otvorený v júni. Šťastní žiaci prídu ľahko, ďalší týždeň."
EASTERN = {
    "sk": ("Mesto otvorí v piatok novú knižnicu. Čitatelia v nej nájdu tridsaťtisíc kníh, ďakuje primátor.", "cp852"),
    "hu": ("A polgármester szerint ez a környék legszebb tere lesz, ahol később kiállítások is lesznek.", "cp852"),
    "hr": ("Čitatelji će imati na raspolaganju više od trideset tisuća knjiga te čitaonicu za djecu.", "cp1250"),
    "uk": ("Міська рада повідомляє про відкриття нової бібліотеки. Вхід вільний, улітку працюватиме довше.", "koi8_u"),
    "ru": ("Городская администрация сообщает об открытии библиотеки. Читателей ждут тысячи книг.", "mac_cyrillic"),
    "el": ("Ο δήμος ανακοινώνει το άνοιγμα νέας βιβλιοθήκης στο κέντρο της πόλης. Η είσοδος είναι ελεύθερη.", "cp1253"),
    "tr": (
        "Belediye, cuma günü yeni bir kütüphane açıyor. Başkan, katılan herkese teşekkür etti. Giriş ücretsiz.",
        "cp1254",
    ),
    "he": ("העירייה מודיעה על פתיחת ספרייה חדשה במרכז העיר. הכניסה חופשית.", "cp1255"),
    "ar": ("تعلن البلدية عن افتتاح مكتبة جديدة في وسط المدينة. الدخول مجاني.", "cp1256"),
}
WESTERN = {
    "nl": "De gemeente opent een zwembad, één van de grootste. Geïnteresseerden kunnen zich vóór 1 mei melden.",
    "it": "La Regione approva il piano: più piste ciclabili, perché la qualità dell'aria è peggiorata, e ciò non può.",
    "sv": "Kommunen öppnar en ny skola. Rektorn säger att förväntningarna är höga. Byggnaden värms med jordvärme.",
    "fr": "Longue de 84 mètres, la passerelle de Sainte-Félicité relie le quartier de l'Étoile à la gare routière.",
}
PAGE = """\
Le Syndicat des eaux de la Brède réunit mardi ses délégués. Ordre du jour : budget, chaîne du froid, pénurie
de chlore. L’accès à la salle s’effectue côté cour. Cidre offert ! La séance sera présidée par M. Gaël
Bûcheron, maire honoraire.
INONDATIONS : LA SOLIDARITÉ S’ORGANISE. Après les pluies du week-end, quarante foyers ont été évacués. Un
numéro d’appel est ouvert, nuit et jour. Dons de vêtements à déposer au gymnase ; les denrées périssables ne
sont pas acceptées.
L’Observatoire français des forêts (OFF) constate un dépérissement inédit des hêtres et des épicéas. « Il
faudra replanter autrement », prévient Zoé L’Hôpital, ingénieure. Coût estimé : 1 200 €/ha sur dix ans, soit
18 M€ pour la région.
Bœuf, œufs, vœux de fin d’année : les halles de Nîmes vous reçoivent dès 7 h. Dégustation d’huîtres ; atelier
« pâte brisée » pour les tout-petits. Le parking Garonne reste gratuit jusqu’à midi. Prix : 12 €.
Signature, lundi, d’un accord-cadre entre l’université et la chambre d’agriculture. Objet : la sélection de
variétés tolérant la chaleur. Quatre thèses seront financées. Les premières récoltes expérimentales sont
espérées pour août.
Grève : trafic très perturbé jeudi. Un train sur trois circulera entre Angoulême et Périgueux, aucun vers
Ussel. Les voyageurs munis d’un billet pourront l’échanger sans frais. Prochain point à 17 heures.
Mort de l’ancien député Anselme Guérin. La ville, dont il fut l’élu pendant dix-huit ans, mettra ses drapeaux
en berne. Un registre de condoléances sera ouvert à l’hôtel de ville dès vendredi. Les obsèques auront lieu
dans l’intimité.
Sur les cent vingt-sept plaintes reçues, quatre-vingt-neuf concernaient des prêts à la consommation. Le
médiateur rappelle qu’il peut être saisi gratuitement. Il déplore aussi des délais de réponse trop longs chez
certains prêteurs.
"""


def read(text: bytes) -> Normalised:
    return normalise_source(Source("a.txt", text), "plain")


def codes(done: Normalised) -> list[str]:
    return [each.code for each in done.notices]


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "mac_roman", "cp850", "cp437"])
@pytest.mark.parametrize("size", [60, 120, 1000])
def test_french_is_told_by_letters_between_letters(encoding: str, size: int) -> None:
    data = (FRENCH * 6)[:size].encode(encoding)
    name, is_text = code_page(data)
    assert is_text
    assert data.decode(name) == data.decode(encoding)


def test_the_ligature_tells_latin_9_from_fractions() -> None:
    assert code_page("L'\u0153uvre du c\u0153ur, pour trente euros".encode("iso8859_15"))[0] == "iso8859_15"
    assert code_page("Il vend \u00bd livre, ou \u00bc de pain, d\u00e8s lundi".encode("cp1252"))[0] == "cp1252"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (RUSSIAN, "cp866"), (POLISH, "cp1250"), (POLISH, "iso8859_2")]
    + [(text, encoding) for text in (CZECH, HUNGARIAN, SLOVAK) for encoding in ("cp1250", "iso8859_2")],
)
def test_pages_of_the_east_are_read(text: str, encoding: str) -> None:
    assert text[:40] in str(read(text.encode(encoding)).value)


@pytest.mark.parametrize("lang", EASTERN)
def test_every_script_and_page_is_read_by_its_own_letters(lang: str) -> None:
    text, encoding = EASTERN[lang]
    name, is_text = code_page(text.encode(encoding))
    assert is_text
    assert text.encode(encoding).decode(name) == text


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "mac_roman", "cp850"])
@pytest.mark.parametrize("lang", WESTERN)
def test_languages_of_the_west_are_not_taken_for_those_of_the_east(lang: str, encoding: str) -> None:
    data = WESTERN[lang].encode(encoding)
    assert data.decode(code_page(data)[0]) == WESTERN[lang]


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "mac_roman"])
@pytest.mark.parametrize("text", ["Recettes : 312 k€, dont 3 M€ versés", "Le don fait 12 € par élève"])
def test_the_euro_stands_beside_its_numbers(text: str, encoding: str) -> None:
    assert text.encode(encoding).decode(code_page(text.encode(encoding))[0]) == text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "iso8859_15", "mac_roman", "cp850", "cp437"])
def test_two_hundred_characters_tell_every_page_of_western_europe(encoding: str) -> None:
    """Each stretch of a page of French, in the letters that the code page has."""
    whole = PAGE.encode(encoding, "ignore").decode(encoding)
    stretches = [whole[at : at + 200] for at in range(0, len(whole) - 200, 50)]
    wrong = [each for each in stretches if decode(each.encode(encoding), "a.txt").text != each]
    assert len(wrong) <= 0.05 * len(stretches)


def test_two_bytes_that_are_utf_8_by_chance_are_not_taken_for_it() -> None:
    for text in ("Le parking reste gratuit jusqu’à midi.", "Le maire, que la ville l’élut, parle."):
        assert decode(text.encode("mac_roman"), "a.txt").text == text
    for kept in ("Le mot հայ veut dire arménien.", "Le préfet d’Ափ parle.", "La lettre a\u0301 est composée."):
        assert decode(kept.encode(), "a.txt").text == kept


def test_bytes_that_no_code_page_reads_are_refused() -> None:
    with pytest.raises(ReadError, match="save the file as UTF-8"):
        read(b"".join(bytes([97, high, 98]) for high in range(0x80, 0x100)) * 4)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850"])
def test_text_decoded_wrongly_is_given_back(encoding: str) -> None:
    garbled = FRENCH.encode().decode(encoding, "ignore") if encoding != "cp1252" else FRENCH.encode().decode("latin-1")
    done = read(garbled.encode())
    assert done.trail is not None
    assert "Le théâtre d'Avérole" in str(done.value)
    assert any("R064" in rule for rule in done.trail.rules)
    assert "R009" not in codes(done)


def test_text_decoded_wrongly_twice_is_given_back() -> None:
    assert "théâtre" in str(read(FRENCH.encode().decode("latin-1").encode().decode("latin-1").encode()).value)


def test_pages_are_given_back_too() -> None:
    text = "Les élèves de l’école ont été accueillis à Brignac dès lundi, dit la mairie de la commune."
    garbled = text.encode().decode("cp1252")
    done = normalise_source(page(f"<article><h1>Une école</h1><p>{garbled}</p></article>"))
    assert "élèves de l’école" in str(done.value)


@pytest.mark.parametrize(
    "text",
    [
        "« LIBERTÉ» est le mot d’ordre de la journée.",
        "NÃO É ASSIM, disse o prefeito de São Paulo.",
        "La racine √ et l’angle ≈ 3 restent.",
        "Âgé de 80 ans, il vit à Ârles : « Â ».",
        "Une œuvre d’Å, au Danemark.",
    ],
)
def test_signs_that_are_meant_stay(text: str) -> None:
    done = read(text.encode())
    assert text in str(done.value)
    assert done.trail is not None
    assert "R064" not in done.trail.rules


@pytest.mark.parametrize(
    ("text", "read_as"),
    [("Le festival va Ã Lyon, demain", "à"), ("Il compte 24Â enfants", "24"), ("La lettre « Ã » du Portugal", "")],
)
def test_what_is_left_of_a_no_break_space_is_told_and_not_mended(text: str, read_as: str) -> None:
    done = read(f"{text}.".encode())
    assert text in str(done.value)
    told = [each.detail for each in normalise_source(Source("a.txt", f"Un titre\n\n{text}.".encode())).notices]
    assert any(detail.startswith(read_as) for detail in told if read_as) == bool(read_as)


def test_typography_leaves_broken_text_alone() -> None:
    broken = "Le maire parle de lâ€école ! " * 3
    done = normalise_source(Source("a.txt", f"Un titre\n\n{broken}\n".encode()))
    assert "lâ€école !" in str(done.value)
    assert "R009" in codes(done)


def test_a_stray_word_of_windows_is_read() -> None:
    done = read("Les élèves de l’école, puis les ".encode() + "élèves".encode("cp1252") + " du collège.".encode())
    assert "puis les élèves du collège" in str(done.value)
    assert done.trail is not None
    assert "R065" in done.trail.rules
    assert "R002" in codes(done)


def test_lost_letters_are_told_line_by_line() -> None:
    done = read("Une \ufffdcole.\n\nDeux \ufffdl\ufffdves.\n\nTrois maîtres.\n".encode())
    assert [each.where for each in done.notices if each.code == "R071"] == ["l.1", "l.3"]


def test_valid_utf_8_goes_before_a_wrong_declaration() -> None:
    html = '<html><head><meta charset="iso-8859-1"></head><body><h1>Été</h1><p>L’été s’achève déjà à Genève.</p>'
    assert "L’été s’achève" in str(normalise_source(Source("a.html", html.encode())).value)
    assert "L’été s’achève" in str(normalise_source(Source("a.html", html.encode("cp1252"))).value)
