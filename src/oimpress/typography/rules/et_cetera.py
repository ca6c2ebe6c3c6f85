"""« etc. » and its full stop."""

from __future__ import annotations

from collections.abc import Iterator

from oimpress.model.traced import Edit
from oimpress.patterns import lazy
from oimpress.typography.convention import Usage
from oimpress.typography.rule import rule

CODE = "T013"
ETC = lazy(r"(?<=[Ee]tc)(?:\.?(?:[ \u00a0\u202f]?…)+\.?|\.\.(?![\w./]))")


def et_cetera(run: str, usage: Usage) -> Iterator[Edit]:
    """Give « etc. » its one full stop. Source: Imprimerie nationale (no suspension points after etc.)."""
    for match in ETC.finditer(run):
        if not run[match.start() - 4 : match.start() - 3].isalnum() or match.start() == 3:
            yield Edit(CODE, *match.span(), match[0], ".")


RULE = rule(CODE, "A", "….", et_cetera, "eau, vivres, etc…", ("tc",))
