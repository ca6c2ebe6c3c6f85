"""Builds the documentation in French and English: ``./dev docs [FOLDER]``; a warning is an error."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import oimpress
from tools.reference import pages

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("fr", "en")
DOOR = """\
<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>oimpress</title>
<meta name="viewport" content="width=device-width">
<p><a href="fr/fr/index.html">La documentation en français</a>
<p lang="en"><a href="en/en/index.html">The documentation in English</a>
</html>
"""


def laid_out(folder: Path) -> Path:
    """The sources of the site: our pages, those made from the code, and beside them what they link to."""
    for name in ("tests", "src"):
        (folder / name).symlink_to(ROOT / name)
    for path in (*ROOT.glob("*.md"), ROOT / "styles" / "README.md"):
        place = folder / path.relative_to(ROOT)
        place.parent.mkdir(exist_ok=True)
        shutil.copy(path, place)
    for name in ("docs", "examples"):
        shutil.copytree(ROOT / name, folder / name)
    docs = folder / "docs"
    # Our typography is our own: pages are written as they are typed.
    for path in (*docs.glob("fr/*.md"), docs / "cinq-minutes.md"):
        path.write_text(oimpress.typeset(path.read_text("utf-8"), "fr", mode="markdown"), "utf-8")
    for lang in LANGUAGES:
        (docs / lang / "reference").mkdir()
        os.environ["OIMPRESS_LANG"] = lang
        for name, text in pages(lang).items():
            (docs / lang / "reference" / f"{name}.md").write_text(text, "utf-8")
    return docs


def build(docs: Path, output: Path, lang: str) -> int:
    """Build the site in one language; the exit code of Sphinx."""
    environment = {**os.environ, "DOCS_LANGUAGE": lang, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    doctrees = str(docs.parent / f"doctrees-{lang}")
    return subprocess.run([*command, "-d", doctrees, str(docs), str(output)], env=environment, check=False).returncode


def main(arguments: list[str]) -> int:
    output = Path(arguments[0]) if arguments else ROOT / "build" / "docs"
    with TemporaryDirectory() as work:
        docs = laid_out(Path(work))
        codes = [build(docs, output / lang, lang) for lang in LANGUAGES]
    (output / "index.html").write_text(DOOR, "utf-8")
    print(output / "index.html")
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
