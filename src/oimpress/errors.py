"""Refusals: every error says where, what was found, and what to do, and has a stable exit code."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Self

from oimpress.visible import legible, visible

PHRASES = ("reason", "wanted")  # the values of a sentence that are phrases of the catalogues themselves


class OimpressError(Exception):
    """A refusal in one sentence: ``place: what was found; what to do``. ``exit_code`` is the command's.

    ``message`` is the English sentence, a key of the catalogues, with ``{fields}`` that ``values`` fill: names of files
    among them, which may hold anything and are shown with signs for what cannot be.
    """

    exit_code = 1

    def __init__(self, message: str, /, **values: object) -> None:
        self.message = message
        self.values = {name: visible(str(value)) for name, value in values.items()}
        super().__init__(message.format(**self.values) if values else message)

    def __reduce__(self) -> tuple[Callable[..., OimpressError], tuple[object, ...]]:
        """How another process gets it."""
        return _made_again, (type(self), self.message, self.values)

    def text(self, translate: Callable[[str], str]) -> str:
        """The sentence as ``translate`` (English phrase -> phrase) says it, the phrases in it translated too."""
        sentence = translate(self.message)
        said = {name: translate(self.values[name]) for name in PHRASES if self.values.get(name)}
        return sentence.format(**self.values | said) if self.values else sentence

    def at(self, place: str) -> Self:
        """The same refusal, naming the path ``place`` instead of the file's bare name."""
        name = legible(PurePath(place).name)
        named = {key: place for key in ("name", "place") if self.values.get(key) == name}
        return type(self)(self.message, **{**self.values, **named}) if named else self


def _made_again(kind: type[OimpressError], message: str, values: dict[str, object]) -> OimpressError:
    return kind(message, **values)


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


class Unavailable(OimpressError):
    """What the whole run works with is not there, or no longer; the exit code is EX_UNAVAILABLE of sysexits.h."""

    exit_code = 69


class Defect(OimpressError):
    """Something that oimpress does wrong; the exit code is EX_SOFTWARE of sysexits.h."""

    exit_code = 70


LONGEST_REASON = 200


@contextmanager
def defects_told(place: str) -> Iterator[None]:
    """Make every error a refusal of the source at ``place``; a defect of ours says where oimpress fails on it.

    What ends the run stays what it is.
    """
    try:
        yield
    except OimpressError as error:
        raise error.at(place) from error.__cause__
    except Exception as error:  # whatever it is, the sources after this one go on
        raise ReadError(
            "{name}: oimpress fails on this source ({reason}); please report it", name=place, reason=defect(error)
        ) from error


def defect(error: Exception) -> str:
    """An unexpected error in few words, with the place in our code that it came from: ``ValueError: … (text.py:7)``."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "oimpress" in PurePath(frame.filename).parts
    ]
    place = f" ({PurePath(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    words = " ".join(f"{type(error).__name__}: {error}".rstrip(": ").split())
    return (words if len(words) <= LONGEST_REASON else f"{words[:LONGEST_REASON]}…") + place
