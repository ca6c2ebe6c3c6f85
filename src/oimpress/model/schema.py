"""The RELAX NG contract of the canonical XML, and the door it guards."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from oimpress.errors import InvalidRelease
from oimpress.own_files import own_file

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
            "{place}:{line}: not well-formed XML ({reason}); repair the file",
            place=place,
            line=error.lineno,
            reason=error.msg,
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InvalidRelease("{place}: a DOCTYPE was found; a release has none, remove it", place=place)
    schema = _schema()
    if not schema.validate(root):
        last = schema.error_log[-1]
        raise InvalidRelease(
            "{place}:{line}: not a release of {namespace} ({reason}); release.rnc says what may stand here",
            place=place,
            line=last.line,
            namespace=NAMESPACE,
            reason=last.message,
        )
    return root


@cache
def _schema() -> etree.RelaxNG:
    from lxml import etree

    return etree.RelaxNG(etree.fromstring(own_file("oimpress.model", "release.rng").read_bytes()))
