"""One mail: its release from the HTML or the text, and each attached document as a source of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

from oimpress.errors import ReadError
from oimpress.knowledge.lexicon import words
from oimpress.knowledge.sentences import last_mark, sentence_ends
from oimpress.model.draft import SUBJECT, SUBJECT_ALONE, Draft, Line, words_of
from oimpress.model.nodes import Block, Release, SourceRef, Text
from oimpress.model.runs import cut as run
from oimpress.model.runs import inlines, length
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.patterns import lazy
from oimpress.readers.html.tree import parsed
from oimpress.readers.html.whole import Whole, whole
from oimpress.readers.mail import parts
from oimpress.readers.mail.cutting import NOTE, cut
from oimpress.readers.mail.fields import HEADER, MARKS, Fields, fields
from oimpress.readers.mail.flowed import joined
from oimpress.readers.mail.markup import with_pictures, without_others
from oimpress.readers.shared import returned
from oimpress.readers.shared.characters import lines_of
from oimpress.readers.shared.inlines import ATTRIBUTE
from oimpress.readers.shared.printed import with_addresses
from oimpress.readers.shared.reader import Drafted, ReadPart, SourceText
from oimpress.readers.shared.stated import STATED
from oimpress.readers.shared.tree import Node, Sheet, leave_out
from oimpress.readers.shared.underlined import without_underlines
from oimpress.sources import Source

OTHER_FORM, BOLD = "R018", "R094"
HEAD = 8  # items of the flow among which the text's own title stands
SAME = 0.5  # of the subject's words, in a line that says the same
STARRED = lazy(r"\s*(?:\*(?P<one>(?=[^\s*])[^*]*[^\s*])\*|\*\*[ \t]?(?P<two>(?=[^\s*])[^*]*[^\s*])[ \t]?\*\*)\s*")
STARRED_LABEL = lazy(r"\*(?P<words>(?=[^\s*])[^*:]*[^\s*])\*(?=[ \u00a0\u202f]?:)")
WORD = lazy(r"\w{4,}")
LONGEST_TITLE = 260


@dataclass(slots=True)
class IncomingMail:
    """A mail while it is read. ``shown`` are its texts as they stand on the sheet."""

    name: str
    sheet: Sheet = field(default_factory=Sheet)
    shown: list[tuple[parts.TextPart, Traced | Node]] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    signature: list[Line | Block] = field(default_factory=list)
    sender: str = ""  # the name in the field From


def read(source: Source) -> Iterator[ReadPart]:
    """The mail's own text as a draft where it has any, then its attached messages and documents; of ours the releases.

    Raises ReadError for a mail without any text or document. Notices: R001, R002, R052, R053,
    R055. Rules: R018, R040-R046.
    """
    message, letter = parts.parsed(source), IncomingMail(source.name)
    if ours := parts.carried(message, source.name):
        yield from returned.parts(source, ours)
        return
    if parts.is_cut(message):
        letter.notices.append(notice("R055"))
    told, found = _innermost(message, letter)
    letter.sender = told.sender
    letter.dropped += told.dropped
    _put_on_sheet(found, letter)
    letter.notices += [notice("R052", detail=name) for name in found.left_alone]
    flow, lang = _flow(found, letter, told.forwarded)
    if flow:
        own = drafted(flow, lang, told, letter, source)
        encloses = bool(found.messages) or any(map(parts.is_document, found.documents))
        yield own._replace(draft=replace(own.draft, value=replace(own.draft.value, encloses=encloses)))
    elif not (found.documents or found.messages):
        raise ReadError("{name}: no text was found in this mail; nothing was read", name=source.name)
    said = (str(told.subject), *map(words_of, flow), *(str(each.text) for each in letter.dropped))
    yield from _attached(found, replace(source, covering="\n".join((source.covering, *said))))


def _innermost(message: Message, letter: IncomingMail) -> tuple[Fields, parts.Parts]:
    """The message itself, or the attached one that it forwards; what stands above that is a note."""
    found = parts.taken_apart(message, letter.name)
    told = fields(message, letter.sheet)
    for _ in range(parts.DEEPEST_PART):
        if not told.forwarded or len(found.messages) != 1:
            break
        letter.dropped += [*told.dropped, Dropped(told.subject, HEADER)]
        for text in (*found.shown, *found.other_forms):
            letter.dropped += _all_of(_on_sheet(text, letter), NOTE)
        inner = parts.taken_apart(found.messages[0], letter.name)
        told = fields(found.messages[0], letter.sheet)
        found = replace(inner, documents=[*found.documents, *inner.documents])
    return told, found


def _all_of(item: Traced | Node, rule: str) -> Iterator[Dropped]:
    return leave_out(item, rule) if isinstance(item, Node) else iter((Dropped(item, rule),))


def _put_on_sheet(found: parts.Parts, letter: IncomingMail) -> None:
    for text in found.shown:
        letter.shown.append((text, _on_sheet(text, letter)))
        letter.notices += text.notices
    for text in found.other_forms:
        letter.dropped += _all_of(_on_sheet(text, letter), OTHER_FORM)


def _on_sheet(text: parts.TextPart, letter: IncomingMail) -> Traced | Node:
    letter.sheet.end_line()
    if text.html and text.characters.strip():
        return parsed(text.characters, letter.name, letter.sheet)
    return letter.sheet.add(text.characters)


# -- the text ---------------------------------------------------------------------------------------------


def _flow(found: parts.Parts, letter: IncomingMail, forwarded: bool) -> tuple[list[Line | Block], str]:
    """All that is shown, and the language that its HTML says it is in."""
    flow: list[Line | Block] = []
    lang = ""
    for text, node in letter.shown:
        if isinstance(node, Node):
            with_pictures(node, found.pictures, letter.sender)
            others, signatures = without_others(node, forwarded)
            letter.dropped += others
            made_of = _shown(node, letter)
            lang = lang or made_of.lang
            flow += made_of.flow
            for each in signatures:
                letter.signature += _shown(each, letter).flow
        else:
            flow += lines_in(text, node, letter)
    return flow, lang


def _shown(page: Node, letter: IncomingMail) -> Whole:
    made_of = whole(page, letter.sheet)
    letter.dropped += made_of.dropped
    letter.notices += made_of.notices
    return made_of


def lines_in(text: parts.TextPart, stretch: Traced, letter: IncomingMail) -> Iterator[Line]:
    """The lines of a plain text that stands on the sheet."""
    first = letter.sheet.line(max(stretch.start, 0))
    found = list(lines_of(str(stretch), max(stretch.start, 0), first))
    letter.dropped += [each for each in found if isinstance(each, Dropped)]
    ruled, underlines = without_underlines([each for each in found if isinstance(each, Line)])
    letter.dropped += underlines
    kept = [_unstarred(each, letter) for each in ruled]
    shown, printed = with_addresses([*joined(kept, "yes" in text.flowed)] if "flowed" in text.flowed else kept)
    letter.dropped += printed
    return iter(shown)


def _unstarred(line: Line, letter: IncomingMail) -> Line:
    """A line that plain text sets in bold, ``*Contact presse*``, ``**Contact**``, without its asterisks. Rule R094."""
    if label := STARRED_LABEL.match(line.plain):
        letter.dropped += [
            Dropped(line.text[at : at + 1], BOLD) for at in (label.start("words") - 1, label.end("words"))
        ]
        rest = run(line.children, label.end("words") + 1, length(line.children))
        return replace(line, children=inlines(*run(line.children, *label.span("words")), *rest))
    if not (starred := STARRED.fullmatch(line.plain)):
        return line
    start, end = starred.span("one" if starred["one"] else "two")
    letter.dropped += [Dropped(each, BOLD) for each in (line.text[:start], line.text[end:])]
    return replace(line, children=run(line.children, start, end), marks=line.marks | {"bold"})


def drafted(flow: list[Line | Block], lang: str, told: Fields, letter: IncomingMail, source: Source) -> Drafted:
    """The release in the flow, with what the fields say of it."""
    done = cut(flow, told.forwarded)
    letter.dropped += done.dropped
    subject = _bare(done.subject or told.subject)
    if done.subject:
        letter.dropped.append(Dropped(told.subject, HEADER))
    if done.note:
        letter.notices.append(notice("R053", detail=done.note))
    kept = tuple(_titled(done.flow, subject, letter))
    ref = SourceRef(source.name, source.sha256, "message/rfc822", "mail", source.metadata.url, source.metadata.licence)
    release = Release("release", inserted(lang or "fr", ATTRIBUTE), source=ref)
    if date := done.date or told.date:
        release = replace(release, published=inserted(date, STATED))
    draft = Draft(release, kept, signature=(*done.signature, *letter.signature))
    read_so = Result(draft, tuple(dict.fromkeys(letter.notices)), tuple(letter.dropped))
    return Drafted(read_so, SourceText(letter.sheet.text, "utf-8", "text"), source)


def _bare(subject: Traced) -> Traced:
    """The subject without the marks of answers, forwards and lists."""
    marks = MARKS.match(subject)
    return subject[marks.end() :] if marks else subject


def _titled(flow: Sequence[Line | Block], subject: Traced, letter: IncomingMail) -> Iterator[Line | Block]:
    """The flow under its title: its own heading or line that says the same, else the subject."""
    own = any(isinstance(item, Line) and item.level == 1 for item in flow[:HEAD])
    told = next(
        (at for at, item in enumerate(flow[:HEAD]) if isinstance(item, Line) and _says(item.plain, subject)), -1
    )
    if own or told >= 0 or not subject.strip():
        letter.dropped.append(Dropped(subject, HEADER))
        yield from (_marked(item) if at == told else item for at, item in enumerate(flow))
        return
    number = letter.sheet.line(max(subject.start, 0))
    kicker = subject.strip().casefold() in words("kickers")
    marks = frozenset({SUBJECT_ALONE})
    yield Line((Text(subject.strip()),), number, number, level=0 if kicker else 1, marks=marks)
    yield from flow


def _marked(item: Line | Block) -> Line | Block:
    """A line with the mark that it says the subject."""
    return replace(item, marks=item.marks | {SUBJECT}) if isinstance(item, Line) else item


def _says(line: str, subject: str) -> bool:
    """Whether a line that can be a title, no sentence, has at least half of the subject's words."""
    wanted, there = ({*WORD.findall(text.casefold())} for text in (subject, line))
    shared = len(wanted & there)
    return shared > 0 and shared >= SAME * len(wanted) and len(line) <= LONGEST_TITLE and not _has_stop(line)


def _has_stop(line: str) -> bool:
    """Whether a sentence of the line ends with a full stop; a title may ask or exclaim."""
    return any(last_mark(line[:end]) == "." for end in sentence_ends(line))


# -- what travels with it ---------------------------------------------------------------------------------


def _attached(found: parts.Parts, source: Source) -> Iterator[ReadPart]:
    for number, message in enumerate(found.messages, 1):
        yield _message(message, f"{source.name}/{number}.eml", source)
    for number, part in enumerate(found.documents, 1):
        name = f"{source.name}/{parts.file_name(part) or number}"
        data = parts.content(part)
        if len(data) > parts.LARGEST_PART:
            yield ReadError(
                "{name}: longer than {most} MB; no press release is that long",
                name=name,
                most=parts.LARGEST_PART // 1_000_000,
            )
        else:
            yield replace(source, name=name, data=data, folder=None)


def _message(message: Message, name: str, source: Source) -> Source | ReadError:
    """An attached message as a source."""
    try:
        return replace(source, name=name, data=message.as_bytes(), folder=None)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        return ReadError(
            "{name}: this attached message is damaged ({reason}); open it, and save it by itself",
            name=name,
            reason=error,
        )
