"""Typography in files: each is set whole or stays untouched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from oimpress.errors import ReadError, WriteError
from oimpress.model.traced import Edit, edited
from oimpress.notices import notice_texts, rule_texts
from oimpress.publish.files import store
from oimpress.publish.findings import Finding
from oimpress.records import record
from oimpress.typography import Convention, Doubted, Mode, analyse, doubts, mode_of, said_language

BOM = "\ufeff"


@record
class SetFile:
    """A file as it was read, and the edits that set its text right; ``doubts`` speak of the text set."""

    path: Path
    data: bytes
    text: str
    edits: tuple[Edit, ...]
    doubts: tuple[Doubted, ...]

    @property
    def is_right(self) -> bool:
        return not self.edits

    @property
    def set_text(self) -> str:
        """The text set right."""
        return edited(self.text, list(self.edits))

    @property
    def new_data(self) -> bytes:
        """The bytes of the file set right: line ends and byte order mark as they were."""
        text = self.data.decode("utf-8")
        made = self.set_text.replace("\n", "\r\n") if _has_only_crlf(text) else self.set_text
        return ((BOM if text.startswith(BOM) else "") + made).encode("utf-8")


def set_file(path: Path, lang: str, convention: Convention, mode: Mode | None = None) -> SetFile:
    """The file at ``path`` set by the rules of ``lang``, of the language it says it is in where that is empty.

    Raises ReadError for one that cannot be read or is not UTF-8, UsageError for a language without rules.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        raise ReadError(
            "{path}: cannot be read ({reason}); check the file and its rights", path=path, reason=error.strerror
        ) from None
    except UnicodeDecodeError as error:
        raise ReadError(
            "{path}: byte {at} is not UTF-8; save the file as UTF-8, it stays as it is", path=path, at=error.start
        ) from None
    plain = text.removeprefix(BOM)
    plain = plain.replace("\r\n", "\n") if _has_only_crlf(text) else plain
    how = mode or mode_of(path.name)
    tongue = lang or said_language(plain, how) or "fr"
    edits = tuple(analyse(plain, tongue, convention, how))
    doubted = tuple(doubts(edited(plain, list(edits)), tongue, convention, how))
    return SetFile(path, data, plain, edits, doubted)


def _has_only_crlf(text: str) -> bool:
    return "\r\n" in text and text.count("\r\n") == text.count("\n")


def put_back(done: SetFile) -> None:
    """Put the file in its place, set. Raises WriteError where it changed since it was read or cannot be written."""
    try:
        same = done.path.read_bytes() == done.data
    except OSError:
        same = False
    if not same:
        raise WriteError("{path}: changed while it was set; it stays as it is, run again", path=done.path)
    mode = done.path.stat().st_mode
    store(done.path.resolve(), done.new_data)
    done.path.chmod(mode & 0o7777)


def findings(done: SetFile) -> Iterator[Finding]:
    """Every edit, as a finding that mends; then every doubt, in the lines of the text set."""
    texts, before = rule_texts(), _Lines(done.text)
    for edit in done.edits:
        code = edit.rule.partition("+")[0]
        place = (*before.at(edit.start), *before.at(edit.end))
        words = "; ".join(texts[each]["en"] for each in edit.rule.split("+"))
        yield Finding(str(done.path), *place, code, "warning", words, edit.after, True)
    after, rows = _Lines(done.set_text), notice_texts()
    for code, start, end, proposal in done.doubts:
        row = rows[code]
        place = (*after.at(start), *after.at(end))
        yield Finding(str(done.path), *place, code, row["severity"], row["en"], proposal, bool(proposal))


class _Lines:
    """Lines and columns of the offsets in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
