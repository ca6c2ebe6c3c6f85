"""What nobody writes, and every writer must bear."""

from __future__ import annotations

from oimpress.model.nodes import (
    Cell,
    Contact,
    Dateline,
    Edition,
    Figure,
    Link,
    Phone,
    Place,
    Release,
    Row,
    Section,
    SourceRef,
    Table,
)
from tests.writers.samples.prose import p, run


def hostile() -> Edition:
    """Titles like markup or paths, bidi controls, a 60-character word, an empty body, 40 columns."""
    "table."
    script = Release(
        id="script",
        title=run("<script>alert(1)</script> & «~]]>~» \"' ../../etc/passwd"),
        dateline=Dateline(Place("N’Djamena <b>")),
        body=(
            p("{{ 7 * 7 }} {% raw %} &amp; <!-- --> \u202egauche-droite\u202c \u2067עברית\u2069"),
            p("Antirévolutionnaireconstitutionnellementinterorganisationnellem"),
            p(Link("javascript:alert(1)", run("ne pas suivre")), " ", Link("https://x.test/?a=1&b=%22", run("suivre"))),
            p(
                Link("data:text/html,<script>alert(1)</script>", run("ni ceci")),
                Link("file:///etc/passwd", run("ni cela")),
            ),
            Figure("file:///etc/passwd", "", run("Une image qui n’en est pas une"), ()),
            Figure("../../etc/passwd", "", (), ()),
            Figure("http://169.254.169.254/latest", "Réseau", (), ()),
        ),
        contacts=(
            Contact(
                "<img src=x onerror=alert(1)>",
                phones=(
                    Phone("12"),
                    Phone("33", "tel:33"),
                ),
                emails=("a@b.test?bcc=c",),
            ),
        ),
        source=SourceRef("../../<script>.txt", "f" * 64, "text/plain", "text", "javascript:alert(1)"),
    )
    wide = Release(
        id="wide",
        title=run("Quarante colonnes"),
        body=(
            Table(tuple(Row(tuple(Cell(run(f"{row},{col}"), row == 0) for col in range(40))) for row in range(4))),
            Table((Row((Cell(run("sans en-tête")), Cell(()))), Row((Cell(run("seul")),)))),
        ),
    )
    empty = Release(id="empty", title=run("Corps vide"))
    untitled = Release(id="untitled", body=(p("Sans titre."),))
    long = Release(
        id="long",
        title=run("Mot " * 80 + "fin"),
        body=(Section(run("Un intertitre sans rien dessous"), ()), Section(run("Encore " * 40), (p("."),))),
    )
    return Edition((script, wide, empty, untitled, long), title="<b>Hostile</b> & fils", organisation="A & B <c>")
