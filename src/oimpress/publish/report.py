"""What a run made, what it could not make, and what editors should know."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from oimpress.errors import OimpressError
from oimpress.notices import Notice


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was written whole."""

    path: Path
    format: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or written, and why."""

    place: str
    error: OimpressError


@dataclass(slots=True)
class Report:
    """The account of one run, filled as it goes. ``notices`` are (source or format, notice)."""

    outputs: list[Output] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[tuple[str, Notice]] = field(default_factory=list)
    read: int = 0  # sources

    @property
    def exit_code(self) -> int:
        """0 all done, 1 something was made and something failed, else the code of the first failure."""
        if not self.failures:
            return 0
        return 1 if self.outputs else self.failures[0].error.exit_code
