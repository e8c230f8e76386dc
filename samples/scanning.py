"""Scans of samples: pages printed, laid on a scanner a little askew, and saved as pictures in a PDF.

Each scanner has faults of its own (coarse, grey, faded, noisy, aslant, a bad text layer beneath the picture); one of
them leaves the first page digital, as files are that were put together from two. A scan is the same on every run.
"""

from __future__ import annotations

import ctypes
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image
from pypdfium2 import raw

POINTS = 72.0
"""Of one inch."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """How pages become pictures.

    ``tilt`` in degrees, ``noise`` the standard deviation of a channel of 255, ``fade`` the share (0..1) by which ink
    has turned to paper, ``layer``: with invisible text that an earlier OCR got wrong, ``mixed``: page 1 stays digital.
    """

    name: str
    dpi: int = 200
    tilt: float = 0.0
    noise: float = 0.0
    quality: int = 85
    grey: bool = False
    fade: float = 0.0
    paper: tuple[int, int, int] = (255, 255, 255)
    layer: bool = False
    mixed: bool = False


SCANNERS = (
    Scanner("office", noise=2.0),
    Scanner("coarse", dpi=150, tilt=0.7, noise=4.0, quality=60),
    Scanner("grey", tilt=-0.9, noise=5.0, quality=75, grey=True),
    Scanner("fine", dpi=300, tilt=1.6, noise=3.0),
    Scanner("faded", fade=0.3, paper=(247, 243, 230), noise=4.0, tilt=0.3),
    Scanner("layered", dpi=150, layer=True, tilt=-0.4, noise=2.0),
    Scanner("mixed", mixed=True, noise=3.0, tilt=0.5),
)
"""Taken in turn by the samples of a family."""

COLOUR_ALONE = frozenset(
    {
        *("symbol_sheet", "colour_only", "drawn_lights", "tramway_lamps", "digital_flash", "rail_period"),
        *("care_dashboard", "column_bulletin"),
    }
)
"""Families that tell ratings by colour and no word: a grey scan of them tells nothing."""

GARBLING = str.maketrans({"e": "c", "o": "0", "l": "1", "m": "rn", "a": "s", "t": "f", "r": "i", "h": "li"})
"""What an old OCR made of letters."""


def scan_files(files: Iterable[tuple[str, Path]]) -> None:
    """Puts scans in the place of PDF files, each by the next scanner; with each file goes its family's name."""
    for number, (family, path) in enumerate(files):
        scanners = [scanner for scanner in SCANNERS if not (scanner.grey and family in COLOUR_ALONE)]
        path.write_bytes(scan_pdf(path.read_bytes(), scanners[number % len(scanners)], seed=number))


def scan_pdf(content: bytes, scanner: Scanner, seed: int = 0) -> bytes:
    """The PDF file ``content`` as ``scanner`` gives it."""
    chance = np.random.default_rng(seed)
    printed, scan = pdfium.PdfDocument(content), pdfium.PdfDocument.new()
    printed.init_forms()  # so that what is filled into fields is drawn
    for index in range(len(printed)):
        if scanner.mixed and index == 0 and len(printed) > 1:
            scan.import_pages(printed, [0])
            continue
        page = printed[index]
        width, height = page.get_size()
        picture = _picture(page, scanner, chance)
        sheet = scan.new_page(width, height)
        if scanner.layer:
            _lay_text(scan, sheet, page, seed)
        image = pdfium.PdfImage.new(scan)
        image.load_jpeg(picture, inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet.insert_obj(image)
        sheet.gen_content()
    file = io.BytesIO()
    scan.save(file)
    return file.getvalue()


def _picture(page: Any, scanner: Scanner, chance: np.random.Generator) -> io.BytesIO:
    """The page as a JPEG."""
    drawn = page.render(scale=scanner.dpi / POINTS).to_pil().convert("RGB")
    tilted = drawn.rotate(scanner.tilt, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    pixels: NDArray[np.float64] = np.asarray(tilted, dtype=np.float64)
    pixels = 255 - (255 - pixels) * (1 - scanner.fade)
    pixels = pixels * np.array(scanner.paper) / 255
    if scanner.noise:
        pixels = pixels + chance.normal(0, scanner.noise, pixels.shape)
    seen = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    file = io.BytesIO()
    (seen.convert("L") if scanner.grey else seen).save(file, "JPEG", quality=scanner.quality)
    file.seek(0)
    return file


def _lay_text(scan: Any, sheet: Any, page: Any, seed: int) -> None:
    """An earlier OCR's invisible text: every line of the page, with letters mistaken and words lost."""
    chance = random.Random(seed)
    text = page.get_textpage()
    font = raw.FPDFText_LoadStandardFont(scan.raw, b"Helvetica")
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words = text.get_text_bounded(left, bottom, right, top).split()
        kept = " ".join(word.translate(GARBLING) for word in words if chance.random() > 0.2)
        if not kept:
            continue
        line = raw.FPDFPageObj_CreateTextObj(scan.raw, font, max(4.0, 0.8 * (top - bottom)))
        encoded = ctypes.create_string_buffer(kept.encode("utf-16-le") + b"\x00\x00")
        raw.FPDFText_SetText(line, ctypes.cast(encoded, ctypes.POINTER(raw.FPDF_WCHAR)))
        raw.FPDFTextObj_SetTextRenderMode(line, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(line, 1, 0, 0, 1, left, bottom)
        raw.FPDFPage_InsertObject(sheet.raw, line)
