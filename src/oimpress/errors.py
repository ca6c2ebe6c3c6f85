"""Refusals: every error says where, what was found, and what to do, and has a stable exit code."""

from __future__ import annotations

from collections.abc import Callable

PHRASES = ("reason", "wanted")  # the values of a sentence that are phrases of the catalogues themselves


class OimpressError(Exception):
    """A refusal in one sentence: ``place: what was found; what to do``. ``exit_code`` is the command's.

    ``message`` is the English sentence, a key of the catalogues, with ``{fields}`` that ``values`` fill.
    """

    exit_code = 1

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values

    def text(self, translate: Callable[[str], str]) -> str:
        """The sentence as ``translate`` (English phrase -> phrase) says it, the phrases in it translated too."""
        sentence = translate(self.message)
        said = {name: translate(str(self.values[name])) for name in PHRASES if self.values.get(name)}
        return sentence.format(**self.values | said) if self.values else sentence


class UsageError(OimpressError):
    """The call cannot be understood: an unknown format, style, list or setting."""

    exit_code = 2


class ReadError(OimpressError):
    """A source cannot be read: empty, binary, not what its name says."""

    exit_code = 3


class InvalidRelease(OimpressError):
    """An XML file is not a canonical release, or its trail does not fit it."""

    exit_code = 4


class WriteError(OimpressError):
    """An output cannot be made or stored."""

    exit_code = 5


class MissingDependency(OimpressError):
    """A library that this format needs is not installed."""

    exit_code = 6
