"""Suites of other correctors are read in the two forms they come in."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.typography import correctors, suite_table
from tests.benchmarks.typography_suites import suites

FIXTURES = {
    "locale": "fr",
    "cases": [
        {"id": "a", "mode": "text", "in": "Bien!", "out": "Bien\u00a0!"},
        {"id": "asks", "mode": "text", "in": "a", "out": "b", "rules": {"ranges": True}},
        {"id": "markup", "mode": "html", "in": "<p>", "out": "<p>"},
        {"id": "refused", "mode": "text", "in": "a", "throws": "CODE"},
    ],
}
PYTHON = '''
def curl(text):
    """
    >>> curl('The "green" man')
    'The &#8220;green&#8221; man'
    >>> curl("a", True)
    'a'
    """

class Tests:
    def test(self):
        self.assertEqual(curl("it's"), "it&#8217;s")
        self.assertEqual(len("it's"), 4)
'''


def test_suites_are_read_in_both_forms(tmp_path: Path) -> None:
    (tmp_path / "fr.json").write_text(json.dumps(FIXTURES), "utf-8")
    (tmp_path / "test.py").write_text(PYTHON, "utf-8")
    (tmp_path / "broken.py").write_text("def (", "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    found = {name: [(case.given, case.expected, case.lang) for case in cases] for name, cases in suites(tmp_path)}
    assert found == {
        "fr.json": [("Bien!", "Bien\u00a0!", "fr")],
        "test.py": [('The "green" man', "The &#8220;green&#8221; man", "en-US"), ("it's", "it&#8217;s", "en-US")],
    }
    ours = next(correctors())
    first, french, english = suite_table([ours], tmp_path).splitlines()
    assert ours.label in first
    assert french.split() == ["fr.json", "1", "1"]
    assert english.split() == ["test.py", "2", "2"]
