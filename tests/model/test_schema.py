"""The door of the canonical XML: what is no release is refused, with its place and what to do."""

from __future__ import annotations

import pytest

from oimpress.errors import InvalidRelease
from oimpress.model.schema import NAMESPACE, parse

RELEASE = (
    f'<release xmlns="{NAMESPACE}" id="pont" xml:lang="fr" kind="press-release">\n'
    "<head><title>Le pont rouvre</title></head>\n</release>"
)


def refused(data: str, place: str = "pont.xml") -> str:
    with pytest.raises(InvalidRelease) as error:
        parse(data.encode(), place)
    return str(error.value)


def test_a_release_comes_in() -> None:
    root = parse(RELEASE.encode())
    assert (root.tag, root.get("id")) == ("{urn:oimpress:release:1}release", "pont")


def test_xml_that_is_cut_off_is_told_with_its_line() -> None:
    assert refused(RELEASE[:-12]).startswith("pont.xml:2: not well-formed XML (")
    assert refused("").startswith("pont.xml:1: not well-formed XML (Document is empty")
    assert "Excessive depth" in refused("<a>" * 300 + "</a>" * 300)
    with pytest.raises(InvalidRelease, match=r"^XML:2: "):
        parse(RELEASE[:-12].encode())


def test_another_element_is_told_with_its_line_and_the_contract() -> None:
    said = refused(RELEASE.replace("<title>", "<titre>").replace("</title>", "</titre>"))
    assert said.startswith(f"pont.xml:2: not a release of {NAMESPACE} (")
    assert said.endswith("release.rnc says what may stand here")
    assert "titre" in said or "head" in said


@pytest.mark.parametrize("inside", ["", '[<!ENTITY a "b">]', '[<!ENTITY a SYSTEM "file:///etc/passwd">]'])
def test_no_doctype_comes_in_and_no_entity_is_expanded(inside: str) -> None:
    data = f"<!DOCTYPE release {inside}>" + RELEASE.replace("Le pont", "&a;" if inside else "Le pont")
    assert refused(data) == "pont.xml: a DOCTYPE was found; a release has none, remove it"
