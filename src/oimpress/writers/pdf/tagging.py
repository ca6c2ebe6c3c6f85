"""What WeasyPrint's tagged PDF lacks of PDF/UA-1: names of links, languages of spans, scopes of headers, the claim.

WeasyPrint has no hook between a box and its structure element, so one private function is wrapped, for our own
documents only; the version is pinned and a test fails when the function changes its shape.
Sources: ISO 14289-1, 5 (claim), 7.2 (language), 7.5 (tables), 7.18.5 (links); ISO 19005-3, 6.6.2.3 (extension).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from typing import Any, TypeAlias

from oimpress.writers.page.weasy import weasyprint
from oimpress.writers.pdf.structure import put_in_order

Finish: TypeAlias = Callable[[Any], None]
OURS: ContextVar[list[tuple[int, int]] | None] = ContextVar("oimpress_pdf", default=None)  # (page, mcid) of artifacts

ROLES = {
    "em": "Span",
    "strong": "Span",
    "sup": "Span",
    "time": "Span",
    "data": "Span",
    "header": "Div",
    "address": "Div",
    "aside": "Sect",
    "figure": "Div",
}
NUMBERING = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
UA_PART = (
    '<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
)
UA_SCHEMA = (
    '<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="" '
    'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def claim_accessibility(document: Any) -> None:
    """Let the metadata of a rendered ``document`` say that it is PDF/UA-1 besides the PDF/A it becomes."""
    metadata = document.metadata
    generate = metadata.generate_rdf_metadata

    def with_claim(variant: str, version: str, conformance: str) -> bytes:
        made: bytes = generate(variant, version, conformance)
        return made.replace(b"</rdf:RDF>", (UA_PART + UA_SCHEMA).encode() + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = with_claim


@contextmanager
def marked_structure() -> Iterator[Finish]:
    """Within, WeasyPrint gives structure elements a language and a fitting role, links a name, headers a scope.

    Yields what is to be called with the finished ``pydyf.PDF`` before it is written.
    """
    _wrap()
    artifacts: list[tuple[int, int]] = []
    token = OURS.set(artifacts)
    try:
        yield partial(_finish, artifacts)
    finally:
        OURS.reset(token)


@cache
def _wrap() -> None:
    """Wrap the builder of structure elements, once a process."""
    tags, margin = weasyprint().tags, weasyprint().MarginBox
    build = tags._build_box_tree

    def build_marked(
        box: Any, parent: Any, pdf: Any, page: int, nums: dict[int, Any], annotations: Any, kids: dict[Any, Any]
    ) -> Iterator[Any]:
        artifacts = OURS.get()
        if artifacts is None:
            yield from build(box, parent, pdf, page, nums, annotations, kids)
            return
        box = getattr(box, "_box", box)
        if isinstance(box, margin):
            for kid in _taken(box, kids):
                nums[kid["mcid"]] = b"null"
                artifacts.append((page, kid["mcid"]))
            return
        _keep_one_link(box, pdf, page)
        for structure in build(box, parent, pdf, page, nums, annotations, kids):
            _mark(box, structure)
            yield structure

    tags._build_box_tree = build_marked


def _taken(box: Any, kids: dict[Any, Any]) -> Iterator[Any]:
    """The marked contents of ``box`` and of all in it, taken out of ``kids``."""
    if box in kids:
        yield kids.pop(box)
    for child in getattr(box, "children", ()):
        yield from _taken(child, kids)


def _keep_one_link(box: Any, pdf: Any, page: int) -> None:
    """Remove the annotation that WeasyPrint gives to every inline within a link, which has one of its own."""
    if box.link_annotation and box.element_tag != "a":
        annotations = pdf.objects[pdf.pages["Kids"][3 * page]]["Annots"]
        annotations.remove(box.link_annotation.reference)
        box.link_annotation = None


def _mark(box: Any, structure: Any) -> None:
    from pydyf import Dictionary, String  # type: ignore[import-untyped]

    source = box.element
    if source is None or source.tag in ("html", "body"):
        return
    if box.link_annotation:
        words = source.get("title") or "".join(source.itertext())
        box.link_annotation["Contents"] = String(words if words.strip() else source.get("href"))
    if structure["S"] == "/Link" and box.element_tag != "a":
        structure["S"] = "/Span"
    if box.element_tag != source.tag:
        return
    if source.get("role") == "doc-footnote" and structure["S"] in ("/Span", "/P", "/NonStruct"):
        structure["S"] = "/Note"
    if source.tag == "table" and source.get("class") == "toc":
        structure["S"] = "/TOC"
    if structure["S"] == "/L":
        structure["A"] = Dictionary({"O": "/List", "ListNumbering": _numbering(source)})
    if structure["S"] == "/NonStruct" and (role := ROLES.get(source.tag)):
        structure["S"] = f"/{role}"
    if lang := source.get("lang"):
        structure["Lang"] = String(lang)
    if structure["S"] == "/TH":
        structure["A"]["Scope"] = "/Row" if source.get("scope") == "row" else "/Column"


def _numbering(source: Any) -> str:
    """By what the items of a list are counted. Source: ISO 32000-1, 14.8.5.5."""
    if source.tag != "ol":
        return "/None"
    return f"/{NUMBERING[source.get('type', '1')]}"


def _finish(artifacts: list[tuple[int, int]], pdf: Any) -> None:
    put_in_order(pdf)
    for page, mcid in artifacts:
        _make_artifact(pdf, page, mcid)


def _make_artifact(pdf: Any, page: int, mcid: int) -> None:
    """Mark a running header or footer as what it is: no part of the text. Source: ISO 14289-1, 7.8."""
    from pydyf import Dictionary

    content = pdf.objects[pdf.pages["Kids"][3 * page]]["Contents"]
    stream = pdf.objects[int(content.split()[0])].stream
    for at, part in enumerate(stream):
        if isinstance(part, dict) and part.get("MCID") == mcid:
            stream[at - 1] = "/Artifact"
            stream[at] = Dictionary({"Type": "/Pagination"})
