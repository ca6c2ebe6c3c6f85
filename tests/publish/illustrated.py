"""Sources with a picture, of every kind, and the pictures in what is made of them."""

from __future__ import annotations

import base64
import re
import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image

import oimpress
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Figure, Para, Release, Text
from oimpress.publish.report import Report
from tests.readers.word import p, word

PROSE = "L’OIM aide les familles déplacées à rentrer chez elles, avec l’appui des autorités de la région. " * 4
FORMATS = ("pdf", "docx", "epub", "html")
RED = (200, 30, 40)
BLUE = (20, 60, 180)


def png(colour: tuple[int, int, int] = RED, size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def xml(href: str, name: str = "release") -> bytes:
    figure = Figure(href, "Un port", (Text("Le port de la ville."),))
    return to_xml(Release(name, title=(Text(name),), body=(Para((Text(PROSE),)), figure)))


def page(src: str, more: str = "") -> str:
    figure = f'<figure><img src="{src}" {more} alt="Un port"><figcaption>Le port.</figcaption></figure>'
    return f'<html lang="fr"><meta charset="utf-8"><body><h1>Un retour</h1><p>{PROSE}</p>{figure}<p>{PROSE}</p></body>'


def data_address(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def document(data: bytes, part: str = "word/media/image1.png") -> bytes:
    """A Word document with one picture."""
    blip = '<a:blip xmlns:a="a" r:embed="i"/>'
    drawing = f'<w:r><w:drawing><wp:inline xmlns:wp="x"><wp:docPr descr="Un port"/>{blip}</wp:inline></w:drawing></w:r>'
    made = word(p("Un retour", style="Titre") + p(PROSE) + p(drawing) + p("Le port.", style="Legende") + p(PROSE)).data
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
                row = f'<Relationship Id="i" Type="{kind}" Target="{part.removeprefix("word/")}"/></Relationships>'
                content = content.replace(b"</Relationships>", row.encode())
            new.writestr(zipfile.ZipInfo(name), content)
        new.writestr(zipfile.ZipInfo(part), data)
    return out.getvalue()


def write_source(folder: Path, kind: str, picture: bytes = b"") -> Path:
    """A source of this kind with a picture: red, 40 by 30, if no other is given."""
    picture = picture or png()
    folder.mkdir(parents=True, exist_ok=True)
    match kind:
        case "docx":
            path, data = folder / "lettre.docx", document(picture)
        case "page":
            path, data = folder / "page.html", page(data_address(picture)).encode()
        case "saved page":
            (folder / "page fichiers").mkdir()
            (folder / "page fichiers" / "port.png").write_bytes(picture)
            path, data = folder / "page.html", page("./page%20fichiers/port.png").encode()
        case _:
            (folder / "images").mkdir()
            (folder / "images" / "port.png").write_bytes(picture)
            path, data = folder / "release.xml", xml("images/port.png")
    path.write_bytes(data)
    return path


KINDS = ("docx", "page", "saved page", "xml")


def shown(path: Path) -> list[bytes]:
    """The pictures in a publication, the cover left out."""
    data = path.read_bytes()
    match path.suffix:
        case ".pdf":
            from pypdf import PdfReader

            images = [image.data for one in PdfReader(BytesIO(data)).pages for image in one.images]
            return list(dict.fromkeys(images))  # pages share their resources
        case ".html":
            return [base64.b64decode(code) for code in re.findall(rb'<img src="data:image/\w+;base64,([^"]+)"', data)]
        case _:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                return [archive.read(name) for name in archive.namelist() if re.search(r"media/|images/\d", name)]


def colours(path: Path) -> list[tuple[int, ...]]:
    pixels = [Image.open(BytesIO(data)).convert("RGB").getpixel((5, 5)) for data in shown(path)]
    return [pixel for pixel in pixels if isinstance(pixel, tuple)]


def built(sources: Path, output: Path, formats: tuple[str, ...] = FORMATS) -> tuple[Report, dict[str, Path]]:
    report = oimpress.build([sources], formats, output)
    assert report.failures == []
    return report, {one.format: one.path for one in report.outputs}


def missing(report: Report) -> list[str]:
    return [place for place, notice in report.notices if notice.code == "W001"]
