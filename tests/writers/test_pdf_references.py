"""References of pages are made once for as long as no page is added."""

from __future__ import annotations

from typing import Any

from pydyf import PDF, Dictionary  # type: ignore[import-untyped]

from oimpress.writers.pdf.references import remember_references


def with_pages(count: int, pdf: Any = None) -> Any:
    pdf = pdf or PDF()
    for _ in range(count):
        pdf.add_page(Dictionary({"Type": "/Page"}))
    return pdf


def test_they_are_those_of_pydyf_and_made_once() -> None:
    remember_references()
    pdf = with_pages(3)
    first = pdf.page_references
    assert first == tuple(f"{number} 0 R".encode() for number in pdf.pages["Kids"][::3])
    assert pdf.page_references is first


def test_a_page_that_is_added_has_one_too() -> None:
    remember_references()
    pdf = with_pages(2)
    before = pdf.page_references
    with_pages(1, pdf)
    assert pdf.page_references[:2] == before
    assert len(pdf.page_references) == 3
    assert PDF().page_references == ()
