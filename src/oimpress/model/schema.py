"""The RELAX NG contract of the canonical XML, and the door it guards."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from oimpress.errors import InvalidRelease

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "urn:oimpress:release:1"


def parse(data: bytes, place: str = "XML") -> etree._Element:
    """The root of ``data``, checked against the schema. No entity is expanded, nothing is fetched.

    Raises InvalidRelease for what is not well-formed, carries a DOCTYPE, or breaks the contract.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InvalidRelease(
            f"{place}:{error.lineno or 0}: not well-formed XML ({error.msg}); repair the file"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InvalidRelease(f"{place}: a DOCTYPE was found; a release has none, remove it")
    schema = _schema()
    if not schema.validate(root):
        last = schema.error_log[-1] if len(schema.error_log) else None
        line, words = (last.line, last.message) if last is not None else (0, "unknown reason")
        raise InvalidRelease(
            f"{place}:{line}: not a release of {NAMESPACE} ({words}); see release.rnc for what may stand here"
        )
    return root


@cache
def _schema() -> etree.RelaxNG:
    from lxml import etree

    return etree.RelaxNG(etree.fromstring(files("oimpress.model").joinpath("release.rng").read_bytes()))
