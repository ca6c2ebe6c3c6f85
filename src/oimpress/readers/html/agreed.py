"""What of an article a second reading bears out: before its first paragraph and behind its last, the rest goes.

The second reading is trafilatura's. It is a good judge of where a text begins and ends; what stands between two of its
paragraphs is left to the markup, unless it is neither like them nor a sentence. What a release says behind its last
paragraph (contacts, notes, words about its office) or above its first (day, standfirst) stays whatever it says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.folding import fold
from oimpress.knowledge.lexicon import words
from oimpress.notices import Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.advice import Advice
from oimpress.readers.html.beside import is_contact_box
from oimpress.readers.html.bylines import words_of
from oimpress.readers.html.calling import calls_contacts, says_how, says_whom_to_ask
from oimpress.readers.html.furniture import AROUND as AROUND_TEXTS
from oimpress.readers.html.furniture import SPLIT, Judge
from oimpress.readers.html.limits import (
    CARD_LINES,
    DAYS_OF_TEASERS,
    FURTHEST_CONTACT,
    LEAST_READ,
    LEAST_STANDFIRST,
    LONGEST_LABEL,
    LONGEST_MENU,
    MOST_TAKEN,
)
from oimpress.readers.html.marks import marks_of
from oimpress.readers.html.pieces import PageKind, PagePiece, Path, pieces_of
from oimpress.readers.html.tree import HEADINGS
from oimpress.readers.shared.tree import Node

AROUND = "R066"
OF_TEXTS = frozenset({"article", "content", "detail", "entry", "news", "post", "release", "story"})
ADDRESS = lazy(r"@|\w\.\w{2,}(?:/|$)")


def bear_out(article: Node, advice: Advice, judge: Judge) -> Iterator[Notice]:
    """Put into ``judge.gone`` what stands around the text that ``advice`` bears out; nothing if it tells little.

    Where that has more sentences than what stays, ``advice`` is asked otherwise; notice R073 if it insists.
    """
    pieces = list(pieces_of(article, judge))
    if sum(len(piece.text) for piece in pieces) < LEAST_READ:
        return
    kept = _borne_out(pieces, advice, judge)
    if kept and _most_goes(pieces, kept):
        kept = _borne_out(pieces, advice.otherwise, judge) or kept
    if kept:
        _leave_out(pieces, kept, judge)
        if _most_goes(pieces, kept):
            yield notice("R073", detail=next(_sentences(pieces, kept)).text)


def _borne_out(pieces: Sequence[PagePiece], advice: Advice, judge: Judge) -> set[int]:
    """The places of the text that ``advice`` bears out, and of what belongs to it; none if it tells little."""
    if len(advice.key) < LEAST_READ:
        return set()
    held = [advice.holds(piece.text) for piece in pieces]
    alike = _alike(pieces, held)
    taken = [at for at, piece in enumerate(pieces) if held[at] and piece.kind in alike]
    if not taken or not _is_of_this(pieces, taken):
        return set()
    first = _first(pieces, taken)
    around = (*_above(pieces, first), *_below(pieces, taken[-1]), *_boxed(pieces, judge))
    kept = {*taken, *around, *_between(pieces, taken, alike)}
    return (kept - set(_heads_of_nothing(pieces, kept, first, held))) | set(_titles_below(pieces, taken))


def _sentences(pieces: Sequence[PagePiece], kept: set[int]) -> Iterator[PagePiece]:
    """The sentences that go."""
    return (piece for at, piece in enumerate(pieces) if at not in kept and piece.is_prose)


def _most_goes(pieces: Sequence[PagePiece], kept: set[int]) -> bool:
    """Whether what goes has more sentences than what stays."""
    stays = sum(pieces[at].prose for at in kept if pieces[at].is_prose)
    return sum(piece.prose for piece in _sentences(pieces, kept)) > stays


def _first(pieces: Sequence[PagePiece], taken: Sequence[int]) -> int:
    """The place of the first paragraph: below the title, where a line of the site above it was taken for text too."""
    below = max(_titles_below(pieces, taken), default=taken[0])
    if any(says_how(pieces[at].text) for at in taken if at < below):
        below = taken[0]  # contacts above the title are the release's own
    return next((at for at in taken if at >= below and pieces[at].node.tag not in HEADINGS), taken[0])


def _alike(pieces: Sequence[PagePiece], held: Sequence[bool]) -> frozenset[PageKind]:
    """The kinds of blocks of which the second reading takes most."""
    there = Counter(piece.kind for piece in pieces)
    found = Counter(piece.kind for piece, taken in zip(pieces, held, strict=True) if taken)
    return frozenset(kind for kind, count in found.items() if count >= MOST_TAKEN * there[kind])


def _is_of_this(pieces: Sequence[PagePiece], taken: Sequence[int]) -> bool:
    """Whether the second reading holds most of the prose where it takes something."""
    around = {id(pieces[at].path[-2:][0]) for at in taken}
    prose = [piece.prose if piece.is_prose and id(piece.path[-2:][0]) in around else 0 for piece in pieces]
    return sum(prose[at] for at in taken) >= MOST_TAKEN * sum(prose)


def _between(pieces: Sequence[PagePiece], taken: Sequence[int], alike: frozenset[PageKind]) -> Iterator[int]:
    """The places of what stands among the paragraphs, or is like them."""
    homes, rich = {pieces[at].home for at in taken}, _rich_homes(pieces[taken[0] : taken[-1]])
    for at, piece in enumerate(pieces):
        at_home, like = piece.home in homes, piece.kind in alike
        told = not piece.is_linked and (piece.home in rich or (at_home and like))
        fits = piece.is_standing or told or (at_home and _is_text(piece)) or calls_contacts(piece.text)
        behind = like and piece.is_prose and (at_home or piece.is_named)
        if behind or (fits and taken[0] < at < taken[-1]):
            yield at


def _rich_homes(pieces: Sequence[PagePiece]) -> frozenset[int]:
    """The boxes with so many sentences that they say something of their own."""
    said: Counter[int] = Counter()
    for piece in pieces:
        said[piece.home] += piece.prose if piece.is_prose else 0
    return frozenset(home for home, prose in said.items() if prose >= LEAST_READ)


def _is_text(piece: PagePiece) -> bool:
    """Whether a block among paragraphs is no label and no signpost."""
    if piece.is_linked:
        return ADDRESS.search(piece.text) is not None
    return len(piece.text) >= LONGEST_LABEL or piece.is_prose or piece.node.tag == "li"


def _above(pieces: Sequence[PagePiece], first: int) -> Iterator[int]:
    """The places of what stands above the first paragraph and belongs to it: title, kicker, day, picture."""
    title = _title(pieces[: first + 1])
    rich = _rich_homes(pieces[title:first])
    dated = False
    for at, piece in enumerate(pieces[:first]):
        short = len(piece.text) < LONGEST_LABEL
        if short and not dated and find_date(piece.text):
            dated = at > title
            yield at
        elif at == title or (not piece.is_linked and (piece.home in rich or _leads(piece, at - title, short))):
            yield at


def _title(pieces: Sequence[PagePiece]) -> int:
    """The place of the title: the last first heading, else the last heading."""
    headed = [at for at, piece in enumerate(pieces) if any(node.tag in HEADINGS for node in piece.path)]
    first = [at for at in headed if any(node.tag == "h1" for node in pieces[at].path)]
    return max(first or headed, default=len(pieces))


def _titles_below(pieces: Sequence[PagePiece], taken: Sequence[int]) -> Iterator[int]:
    """The places of first headings below a label that was taken for text, and above the first sentences."""
    prose = next((at for at in taken if pieces[at].is_prose), taken[0])
    yield from (at for at in range(taken[0], prose) if pieces[at].node.tag == "h1")


def _leads(piece: PagePiece, behind: int, short: bool) -> bool:
    """Whether what stands so many places behind the title, or before it, leads into the text."""
    if any(map(marks_of, piece.path[-3:])) or (short and abs(behind) < CARD_LINES):
        return True
    if behind < 0:
        return behind == -1 and len(piece.text) < 4 * LONGEST_LABEL
    return piece.is_standing or (piece.is_prose and len(piece.text) >= LEAST_STANDFIRST)


def _below(pieces: Sequence[PagePiece], last: int) -> Iterator[int]:
    """The places of what stands behind the last paragraph and belongs to it: its own parts, contacts, the day."""
    behind = range(last + 1, len(pieces))
    reached, day = _reached(pieces, last), _signed(pieces, last)
    own: Path = ()
    for at in behind:
        piece = pieces[at]
        if _opens_own_part(piece):
            own = piece.path[-3:-1]
        elif piece.node.tag in HEADINGS:
            own = ()
        if at <= reached or at == day or any(node is holder for node in piece.path for holder in own):
            yield at


def _reached(pieces: Sequence[PagePiece], last: int) -> int:
    """The place of the last that says how somebody is reached, with no menu and not many other blocks before it."""
    reached, links = last, 0
    for at in range(last + 1, len(pieces)):
        if says_how(pieces[at].text) and not any(map(_is_foot, pieces[at].path)):
            reached, links = at, 0
        else:
            links = links + 1 if pieces[at].is_linked else 0
        if links > LONGEST_MENU or at - reached >= FURTHEST_CONTACT:
            break
    return reached


def _is_foot(node: Node) -> bool:
    """Whether an element is called the foot of a page, not of a text, and does not say whom to ask."""
    names = {word.lower() for word in SPLIT.split(f"{node.get('class')} {node.get('id')}")}
    return not names.isdisjoint(AROUND_TEXTS) and names.isdisjoint(OF_TEXTS) and not says_whom_to_ask(words_of(node))


def _signed(pieces: Sequence[PagePiece], last: int) -> int:
    """The place of the day right below the text; -1 where there is none, or where teasers stand, each with its own."""
    dated = [at for at in range(last + 1, len(pieces)) if _is_day(pieces[at])]
    return dated[0] if 0 < len(dated) < DAYS_OF_TEASERS and dated[0] - last <= CARD_LINES else -1


def _boxed(pieces: Sequence[PagePiece], judge: Judge) -> Iterator[int]:
    """The places of what stands in a box of contacts for the press."""
    boxes = {id(node): is_contact_box(node, judge) for piece in pieces for node in piece.path[1:-1]}
    yield from (at for at, piece in enumerate(pieces) if any(boxes[id(node)] for node in piece.path[1:-1]))


def _is_day(piece: PagePiece) -> bool:
    return len(piece.text) < LONGEST_LABEL and not piece.is_linked and find_date(piece.text) is not None


@cache
def _own_parts() -> tuple[str, ...]:
    return tuple(sorted(map(fold, words("own-parts"))))


def _opens_own_part(piece: PagePiece) -> bool:
    """Whether it is a label that a part of a release bears; what only leads to such a part is a menu's."""
    if len(piece.text) > LONGEST_LABEL or (piece.is_linked and piece.node.tag not in HEADINGS):
        return False
    said = fold(piece.text)
    return any(said == part or said.startswith(part + " ") for part in _own_parts())


def _heads_of_nothing(pieces: Sequence[PagePiece], kept: set[int], first: int, held: Sequence[bool]) -> Iterator[int]:
    """The places of headings that the second reading has not, and what they head goes: nothing, or such headings."""
    gone = False
    for at in range(len(pieces) - 1, first - 1, -1):
        gone = pieces[at].node.tag in HEADINGS and not held[at] and (gone or at + 1 not in kept)
        if gone:
            yield at


def _leave_out(pieces: Sequence[PagePiece], kept: set[int], judge: Judge) -> None:
    """Leave out the largest elements that hold nothing of what is ``kept``."""
    holders = {id(node) for at in kept for node in pieces[at].path}
    for at, piece in enumerate(pieces):
        top = next((node for node in piece.path if id(node) not in holders), None)
        if at not in kept and top is not None:
            judge.gone[id(top)] = AROUND
