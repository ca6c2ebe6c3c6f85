"""Which thresholds no test defends: each is moved by 30 % down and up; ``tools/thresholds.py`` says what they are.

Run by ``./dev sensitivity [ROOM …]``, by default for all rooms; for each move the room's tests are run in this
process, where a constant is moved in every module that has it, and an expression for all who ask it. Ends with 1 when a
threshold is not defended.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.thresholds import BY, ROOT, moved, thresholds

# The boundaries stand first: where they notice, nothing else is run; of the rest the first test that fails ends a run.
TESTS = {
    "lines": ("passes/lines/test_thresholds.py", "passes/lines"),
    "body": ("passes/body/test_thresholds.py", "passes/body", "passes/test_body.py"),
    "head": ("passes/head/test_thresholds.py", "passes/head", "passes/labelling"),
    "foot": ("passes/foot/test_thresholds.py", "passes/foot", "passes/test_body.py"),
    "finish": ("passes/finish/test_thresholds.py", "passes/finish/test_accepted.py", "passes/test_words.py"),
    "shared": ("passes/test_thresholds.py", "passes/test_pins.py", "passes/test_body.py"),
    "labelling": ("passes/labelling",),
    "html": ("readers/test_thresholds.py", "readers/test_html.py", "readers/test_html_inlines.py"),
    "docx": ("readers/test_thresholds_docx.py", "readers/test_docx.py"),
    "mail": tuple(f"readers/test_{name}.py" for name in ("thresholds_mail", "mail", "mail_around", "mail_documents")),
    "pdf": ("readers/test_thresholds_pdf.py", "readers/test_pdf.py", "readers/test_pdf_tags.py"),
    "markdown": ("readers/test_thresholds_markdown.py", "readers/test_markdown.py"),
    "feed": ("readers/test_thresholds_feed.py", "readers/test_feed.py"),
    "sources": ("readers/test_thresholds_shared.py", "readers/test_encodings.py", "readers/test_html_inlines.py"),
    "knowledge": ("knowledge/test_thresholds.py", "knowledge/test_languages.py", "knowledge/test_people.py"),
    "model": ("model/test_thresholds.py", "model/test_comparison.py", "model/test_opening.py"),
    "typography": ("typography/test_thresholds.py", "typography/test_rules.py"),
    "writers": ("writers/test_thresholds.py", "writers/test_linebreaks.py"),
    "digest": ("digest/test_thresholds.py", "digest/test_corrections.py"),
    "index": ("index/test_thresholds.py", "index/test_index.py"),
}


class First:
    """The first test that failed."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.name:
            self.name = report.nodeid


def noticed_by(tests: Sequence[str]) -> str:
    """The first of the tests that fails now; empty when all pass."""
    first = First()
    with redirect_stdout(StringIO()):
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *tests], plugins=[first])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError(f"{' '.join(tests)}: pytest ends with {code!r}; run it to see why")
    return first.name


def main(rooms: Sequence[str]) -> int:
    unseen: list[str] = []
    count = 0
    for room in rooms or TESTS:
        tests = [str(ROOT / "tests" / name) for name in TESTS[room]]
        for one in thresholds(room):
            count += 1
            by = []
            for value in moved(one.value):
                with one.set_to(value):
                    by.append(noticed_by(tests[:1]) or (noticed_by(tests[1:]) if tests[1:] else ""))
            place = f"{one.place} = {one.value}"
            print(place, *(name.rpartition("/")[2] or "unnoticed" for name in by), sep="  ", flush=True)
            unseen += [place] if not all(by) else []
    print(f"{count} thresholds, {len(unseen)} that can be moved by {BY:.0%} unnoticed", *unseen, sep="\n  ")
    return int(bool(unseen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
