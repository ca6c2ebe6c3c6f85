"""Laws of the pages: whatever a release holds, its words stay in order, and pages stay safe and valid."""

from __future__ import annotations

import re

import page
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html as lxml_html

from oimpress.model.codec import from_xml, to_xml
from oimpress.model.nodes import Edition, Release
from oimpress.style import load_style
from oimpress.writers.page.article import article
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.linebreaks import keep_together
from oimpress.writers.page.markup import to_html
from oimpress.writers.pdf import kit as pdf
from oimpress.writers.web import html
from tests.strategies import releases
from tests.writers.order import assert_in_order

FALSE_ALARM = "STREAM-LENGTH-001"  # whenever a stream ends in CR
STYLE = load_style("oim")
ONLY_THESE = ("#", "http://", "https://", "mailto:", "tel:", "HTTP", "Http")


@given(releases)
def test_words_stay_in_order(release: Release) -> None:
    made = article(release, Context(), "r")
    text = "".join(made.itertext())
    keep_together(made)
    assert "".join(made.itertext()) == text
    assert_in_order(release, text)
    assert_in_order(release, lxml_html.fromstring(to_html(made)).text_content())


@given(releases)
@settings(max_examples=30)
def test_a_page_is_whole_and_leads_nowhere_unsafe(release: Release) -> None:
    made = lxml_html.document_fromstring(html.write(Edition((release, release), "T"), STYLE).value.decode())
    assert len(made.xpath("//article")) == 2
    assert len(set(made.xpath("//@id"))) == len(made.xpath("//@id"))
    assert all(href.lower().startswith(ONLY_THESE) for href in made.xpath("//@href"))


def in_our_fonts(release: Release) -> Release:
    """The release with every character that the fonts of the style lack turned into an x."""
    return from_xml(re.sub(r"[^\n -~\u00a0-\u024f\u2013-\u201e\u2026\u202f]", "x", to_xml(release).decode()).encode())


@pytest.mark.slow
@given(releases.map(in_our_fonts))
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_a_kit_is_valid(release: Release) -> None:
    data = pdf.write(Edition((release,), "T", "single"), STYLE).value
    for profile in ("ua1", "3a"):
        failures = {each.rule_id for each in page.validate_pdf_bytes(data, profile=profile).failures}
        assert not {rule for rule in failures if not rule.endswith(FALSE_ALARM)}
