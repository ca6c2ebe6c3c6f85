"""Who said what of a source, and when: every version of its sidecar, as lines of JSON that are only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from oimpress.desk.workroom import OWN
from oimpress.records import record

OUTSIDE = "outside"  # what is done by hand or by a command


@record
class Version:
    """A sidecar as it stood after ``what`` was done; ``before`` is the number of the version that undoing gives."""

    when: str
    who: str
    what: str
    text: str
    before: int = -1


class SidecarHistory:
    """The versions of one sidecar, the oldest first."""

    def __init__(self, root: Path, sidecar: Path) -> None:
        place = sidecar.relative_to(root)
        self._path = root / OWN / "history" / place.parent / f"{place.name}.jsonl"
        self.versions = list(self._read())

    def _read(self) -> Iterator[Version]:
        try:
            lines = self._path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return
        for line in lines:
            try:
                yield Version(**json.loads(line))
            except (ValueError, TypeError):  # a line that a crash cut short
                continue

    def earlier(self, text: str) -> Version | None:
        """The version before the one that says ``text``, which undoing gives back."""
        current = self.versions[-1] if self.versions else None
        if current is None or current.text != text or not 0 <= current.before < len(self.versions):
            return None
        return self.versions[current.before]

    def add(self, old: str, new: Version) -> None:
        """Note a new version that was made of ``old``. Raises OSError."""
        added: list[Version] = []
        if not self.versions or self.versions[-1].text != old:
            added.append(Version("", "", OUTSIDE, old, len(self.versions) - 1))
        here = len(self.versions) + len(added) - 1
        added.append(Version(new.when, new.who, new.what, new.text, here))
        self._append(added)

    def undo(self, when: str, who: str, text: str) -> Version | None:
        """Note that the version which says ``text`` is taken back; the one that stands again. Raises OSError."""
        back = self.earlier(text)
        if back is not None:
            self._append([Version(when, who, "undo", back.text, back.before)])
        return back

    def _append(self, added: list[Version]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as stream:
            stream.writelines(f"{json.dumps(asdict(each), ensure_ascii=False)}\n" for each in added)
        self.versions += added
