"""What a person says of a source, as changes of its sidecar's TOML; what others wrote there keeps its shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from oimpress.knowledge.folding import fold

SidecarEdit: TypeAlias = Callable[[Any], None]  # a document of tomlkit, changed in place
FIELDS = ("title", "date", "lang", "kind", "url", "licence", "embargo", "correction", "order")


def changed(text: str, edit: SidecarEdit) -> str:
    """The TOML ``text`` after ``edit``."""
    import tomlkit

    document = tomlkit.parse(text)
    edit(document)
    return tomlkit.dumps(document)


def pinned(words: str, label: str) -> SidecarEdit:
    """The line that says ``words`` is a ``label``; empty: what the program makes of it."""

    def edit(document: Any) -> None:
        lines = document.setdefault("lines", _table())
        for known in list(lines):
            said = lines[known]
            kept = [each for each in ([said] if isinstance(said, str) else said) if fold(each) != fold(words)]
            _put(lines, known, kept)
        if label:
            said = lines.get(label, [])
            _put(lines, label, [*([said] if isinstance(said, str) else said), words])
        if not lines:
            del document["lines"]

    return edit


def described(fields: Mapping[str, str]) -> SidecarEdit:
    """The source's ``fields``; an empty one is unknown, but for an embargo of ``-``: there is none."""

    def edit(document: Any) -> None:
        for name in (name for name in FIELDS if name in fields):
            said = fields[name].strip()
            if name == "embargo" and said == "-":
                put_first(document, name, "")
            elif said:
                put_first(document, name, int(said) if name == "order" and said.isdecimal() else said)
            else:
                document.pop(name, None)

    return edit


def accepted(words: str, wanted: str) -> SidecarEdit:
    """``wanted`` stands in place of ``words``."""

    def edit(document: Any) -> None:
        document.setdefault("accepted", _table())[words] = wanted

    return edit


def seen(doubt: str) -> SidecarEdit:
    """A person looked at ``doubt`` and leaves it."""

    def edit(document: Any) -> None:
        said = document.get("seen", [])
        put_first(document, "seen", [*([said] if isinstance(said, str) else said), doubt])

    return edit


def _put(lines: Any, label: str, words: list[str]) -> None:
    """The words of a label: alone as a text, several as a list."""
    if words:
        lines[label] = words if len(words) > 1 else words[0]
    else:
        lines.pop(label, None)


def put_first(document: Any, name: str, value: Any) -> None:
    """Set a key that stands before every table; a new one after the last such."""
    if name in document:
        document[name] = value
        return
    tables = {key: document.pop(key) for key in list(document) if isinstance(document[key], dict)}
    document[name] = value
    for key, held in tables.items():
        document[key] = held


def _table() -> Any:
    import tomlkit

    return tomlkit.table()
