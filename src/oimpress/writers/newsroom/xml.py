"""The canonical XML of each release."""

from __future__ import annotations

from oimpress.model.codec import to_xml
from oimpress.model.nodes import Edition
from oimpress.notices import Result
from oimpress.style import Style


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The canonical XML of the edition's one release. Raises InvalidRelease when it is not in normal form."""
    return Result(to_xml(edition.releases[0]))
