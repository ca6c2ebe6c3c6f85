"""Writes ``docs/schemas/`` anew: ``./dev schemas``."""

from __future__ import annotations

from pathlib import Path

from oimpress.settings.schemas import FILES, schema_text

FOLDER = Path(__file__).parents[1] / "docs" / "schemas"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in FILES:
        (FOLDER / f"{name}.json").write_text(schema_text(name), "utf-8")


if __name__ == "__main__":
    main()
