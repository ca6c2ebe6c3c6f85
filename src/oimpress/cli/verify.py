"""``oimpress verify``"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import click

from oimpress.cli.common import json_option
from oimpress.cli.words import _
from oimpress.errors import InvalidRelease, OimpressError, ReadError
from oimpress.visible import visible


@click.command(help=_("Rebuild the source of each of XML, a canonical release with its trail beside it."))
@click.argument("xml", nargs=-1, required=True, metavar="XML...", type=click.Path(path_type=Path))
@json_option
def verify(xml: tuple[Path, ...], as_json: bool) -> None:
    rows: list[dict[str, object]] = []
    code = 0
    for path in xml:
        try:
            name, size, law = rebuilt(path)
            row: dict[str, object] = {
                "path": visible(str(path)),
                "rebuilt": True,
                "source": name,
                "size": size,
                "law": law,
            }
            sentence = (
                _("{path}: rebuilds {source}, {size} bytes, to the byte")
                if law == "bytes"
                else _("{path}: rebuilds the text of {source}, {size} bytes, to the character")
            )
            said = sentence.format(path=visible(str(path)), source=visible(name), size=size)
        except OimpressError as error:
            row = {"path": visible(str(path)), "rebuilt": False, "error": str(error)}
            said = error.text(_)
            code = code or error.exit_code
        rows.append(row)
        if not as_json:
            click.echo(said, err=not row["rebuilt"])
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    sys.exit(code)


def rebuilt(path: Path) -> tuple[str, int, str]:
    """Name and size of the source that the release at ``path`` was made from, rebuilt and compared by its digest.

    The third value says what was rebuilt: the source's "bytes", or the "text" of a source with markup.

    Raises ReadError, or InvalidRelease when release, trail and digest do not agree.
    """
    from oimpress.model import codec, trail, trail_json

    beside = path.with_suffix(".trail.json")
    try:
        release = codec.from_xml(path.read_bytes(), str(path))
        drawn = trail_json.from_json(beside.read_bytes(), str(beside))
    except OSError as error:
        raise ReadError("{path}: cannot be read ({reason})", path=error.filename, reason=error.strerror) from None
    if release.source is None:
        raise InvalidRelease("{path}: the release names no source; there is nothing to rebuild", path=path)
    data = trail.rebuild(release, drawn)
    wanted = release.source.sha256 if drawn.law == "bytes" else drawn.sha256
    if hashlib.sha256(data).hexdigest() != wanted:
        raise InvalidRelease(
            "{path}: what was rebuilt is not {source}; the release or its trail was edited, normalise the source again",
            path=path,
            source=release.source.name,
        )
    return release.source.name, len(data), drawn.law
