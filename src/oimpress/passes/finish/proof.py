"""What a proof-reader would ask about: faults of the source, told and never mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import compress
from operator import eq

from oimpress.knowledge.garbled import GARBLED, is_garbled
from oimpress.knowledge.gazetteer import country_of
from oimpress.knowledge.lexicon import rows
from oimpress.model.nodes import Release
from oimpress.model.runs import flatten
from oimpress.model.walk import runs
from oimpress.notices import Notice, Result, notice
from oimpress.passes.finish.limits import LONGEST_CLAUSE
from oimpress.patterns import lazy

PROSE = frozenset({"prose", "headline"})
SINGULAR = {"sont": "est", "étaient": "était", "seront": "sera", "furent": "fut"}
PLURAL = {one: many for many, one in SINGULAR.items()}
# Verbs that do not agree with the pronoun before them, and what agrees.
AGREEING: Mapping[str, Mapping[str, str]] = {
    "nous": {
        "somme": "sommes", "avon": "avons", "allon": "allons", "seron": "serons", "feron": "ferons",
        "devon": "devons", "pouvon": "pouvons", "voulon": "voulons",
    },
    "vous": {"ête": "êtes", "avé": "avez", "seré": "serez"},
    **dict.fromkeys(("il", "elle"), SINGULAR),
    **dict.fromkeys(("ils", "elles"), PLURAL),
}  # fmt: skip
VERBS = "|".join(sorted(frozenset().union(*AGREEING.values())))
# Looked for from the space between them: there are fewer spaces than letters a pronoun can begin with.
VERB = lazy(rf" (?<=[els] )({VERBS})\b")
PRONOUN = lazy(rf"(?<![-\w])(?:{'|'.join(AGREEING)})$", re.IGNORECASE)
MAY_REPEAT = frozenset(("nous", "vous", "très", "bien", "non", "si", "tout", "que"))
REPEATED = lazy(rf"(?<![\w'’-])(?!(?:{'|'.join(sorted(MAY_REPEAT))}) )([^\W\d_]{{2,}}) \1(?![\w'’-])", re.IGNORECASE)
# « reçoit un repas et bénéficient » : between the two verbs no other, and no word that brings a new subject.
COORDINATED = lazy(r" et ([a-zà-ÿ]+nt)(?![\w-])")
NEW_SUBJECT = lazy(r"\b(?:qu[ie]|qu['’]|dont|où|l[ae]squelles?|lesquels?|[a-zà-ÿ]*(?:(?<!m)e|o)nt)\b")
WORD = lazy(r"[a-zà-ÿ]+")
CLAUSE = lazy(r"[.;:!?«»]")
LOST = lazy(r"\?(?<=[a-zß-öø-ſ]\?)[a-zß-öø-ſ]")
ADDRESS = frozenset("/=&@")  # a question mark in an address stands for nothing lost
ARTICLES = lazy(r" [lL]['’](?=\w)")
ARTICLE = lazy(r"(?<![\w'’-])(?:le|la|les|un|une|des|du|aux?)$", re.IGNORECASE)
PARTICIPLE = lazy(
    r" à (?<=\w à )(?:été|participé|déclaré|annoncé|signé|lancé|souligné|ajouté|expliqué|organisé|permis"
    r"|reçu|rencontré|affirmé|indiqué|précisé)\b"
)
LINKED_NAMES = lazy(r" d(?<=[\w'’-] d)(?:u |e la |es |e l['’]|['’])[A-ZÀ-Þ]")
ENUMERATED = lazy(
    r"d(?<![\w'’-]d)(?:u|e la|e l['’]|es|['’]|e) ?(?P<one>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2})"
    r" (?:du|de la|de l['’]|des|d['’]) ?(?P<two>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2})"
)


def proof(release: Release) -> Result[Release]:
    """Tell of faults.

    Notices R009, R023 decoding; in French B111 agreement, B112 repetition, B113 articles, B114 comma.
    """
    texts = [(run, str(flatten(run.children))) for run in runs(release)]
    whole = "\n".join(text for _, text in texts)
    found: list[Notice] = []
    if is_garbled(whole):
        found += (notice("R009", run.path, _ungarbled(text)) for run, text in texts if is_garbled(text))
    if "?" in whole and LOST.search(whole):
        found += (notice("R023", run.path, word) for run, text in texts for word in _cut_words(text))
    if any(True for _ in _faults(_plain(whole))):  # a sound release is read once, not run by run
        for run, text in texts:
            if run.role in PROSE and run.lang.startswith("fr"):
                plain = _plain(text)
                found += (_fault(code, run.path, plain, *span) for code, span in _faults(plain))
    return Result(release, tuple(found))


def _fault(code: str, path: str, text: str, start: int, end: int) -> Notice:
    """The fault in ``text[start:end]``, with the words that would mend it where there is but one way to."""
    words = text[start:end]
    proposal = MENDED[code](words) if code in MENDED else ""
    return notice(code, path, _around(text, start, end), words if proposal else "", proposal)


def _agreeing(words: str) -> str:
    """A pronoun with its verb in the right person, where the verb is one of those we know."""
    pronoun, _, verb = words.partition(" ")
    right = AGREEING.get(pronoun.lower(), {}).get(verb)
    return f"{pronoun} {right}" if right else ""


def _once(words: str) -> str:
    return words.partition(" ")[0]


def _listed(words: str) -> str:
    """Two names joined as one, parted by the comma that was lost."""
    match = ENUMERATED.match(" " + words, 1)
    return words[: match.end("one") - 1] + "," + words[match.end("one") - 1 :] if match else ""


MENDED = {"B111": _agreeing, "B112": _once, "B114": _listed}


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _ungarbled(text: str) -> str:
    """How ``text`` may have read before it was decoded wrongly; only ever a suggestion."""
    import ftfy

    match = GARBLED.search(text)
    start = text.rfind(" ", 0, match.start()) + 1 if match else 0
    return ftfy.fix_encoding(text[start : start + 60])


def _cut_words(text: str) -> Iterator[str]:
    """Words in which a question mark stands for a letter: « s?res »."""
    return (word.strip(".,;:!«»") for word in text.split() if LOST.search(word) and ADDRESS.isdisjoint(word))


def _faults(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    words = text.split(" ")
    yield from (("B111", span) for span in (*_disagreements(text), *_uncoordinated(text)))
    if " à " in text:
        yield from (("B111", match.span()) for match in PARTICIPLE.finditer(text))
    twice = frozenset(compress(words, map(eq, words, words[1:]))) - MAY_REPEAT
    if any(map(str.isalpha, twice)):
        yield from (("B112", match.span()) for match in REPEATED.finditer(text))
    for match in ARTICLES.finditer(text):
        if before := ARTICLE.search(text, max(match.start() - 5, 0), match.start()):
            yield "B113", (before.start(), match.end())
    for match in ENUMERATED.finditer(text) if LINKED_NAMES.search(text) else ():
        if country_of(match["one"]) and country_of(match["two"]):
            yield "B114", match.span()


def _disagreements(text: str) -> Iterator[tuple[int, int]]:
    """Pronouns with a verb in the other number, or that has lost its last letter."""
    for verb in VERB.finditer(text):
        pronoun = PRONOUN.search(text, max(verb.start() - 6, 0), verb.start())
        if pronoun and verb[1] in AGREEING[pronoun[0].lower()]:
            yield pronoun.start(), verb.end()


@cache
def _third_persons() -> dict[str, bool]:
    """Verbs in the third person, and whether that is the plural."""
    return {verb: plural for row in rows("verbs") for verb, plural in zip(row, (False, True), strict=True)}


def _uncoordinated(text: str) -> Iterator[tuple[int, int]]:
    """A verb in the singular joined by « et » to one in the plural."""
    known = _third_persons()
    for match in COORDINATED.finditer(text):
        if not known.get(match[1]):
            continue
        clause = CLAUSE.split(text[max(match.start() - LONGEST_CLAUSE, 0) : match.start()])[-1]
        begin = match.start() - len(clause)
        verbs = [word for word in WORD.finditer(clause) if word[0] in known]
        if verbs and not known[verbs[-1][0]] and not NEW_SUBJECT.search(clause, verbs[-1].end()):
            yield begin + verbs[-1].start(), match.end()


def _around(text: str, start: int, end: int) -> str:
    """The words at fault with a little of their sentence."""
    left = text.rfind(" ", 0, max(start - 12, 0)) + 1
    right = text.find(" ", min(end + 12, len(text)))
    return text[left : right if right > 0 else len(text)]
