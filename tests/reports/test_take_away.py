"""The code of a slip: printed, photographed badly, and read again by a real decoder."""

import io
import random
from dataclasses import replace
from typing import NamedTuple

import pytest
from PySide6.QtGui import QImage

from gigdesk.domain.errors import GigDeskError, InputError, RefusedError
from gigdesk.reports.slip.codes import LEVEL, code, codes
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.paint import A4, PAPERS, RECEIPT, pdf
from gigdesk.reports.slip.paint.codes import LEAST_MODULE, LEAST_SIDE, QUIET, Codes
from gigdesk.reports.slip.paint.photo import texts_in, texts_in_file
from gigdesk.reports.slip.paint.sheet import MM
from gigdesk.reports.slip.wages import wages_slip
from gigdesk.services.carry import Carried, carry, read
from gigdesk.services.commands import Command, wages
from gigdesk.services.wages import Query
from gigdesk.store import paths
from gigdesk.store.texts import Texts

Image = pytest.importorskip("PIL.Image")
ImageFilter = pytest.importorskip("PIL.ImageFilter")
pdfium = pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.usefixtures("qapp")
DOTS = 8
"""Of a millimetre of paper, what a photo of the whole page has left."""


@pytest.fixture(scope="module")
def texts():
    return Texts(paths.resources() / "i18n", "zh")


@pytest.fixture(scope="module")
def made(services, texts, today):
    """A slip, and the case that it carries."""
    query = Query(("4-10-08-01",), ("370100",))
    asked = Occasion.of(wages.command(query, services.wages), services, today, texts)
    return wages_slip(services.wages.compare(query, today), services.data.reference.regions, asked), asked.case


@pytest.fixture(scope="module")
def long_case(made):
    """A case that takes two codes."""
    history = [{"from": f"{year}-01", "to": f"{year}-12", "base": f"{year * 37 % 9973}"} for year in range(1990, 2020)]
    return replace(made[1], command=Command("pension estimate", {"region": "370100", "history": history}))


def printed(slip, paper, texts):
    """The foot of the first page as it comes out of a printer, on a grey table."""
    with pdfium.PdfDocument(pdf(slip, paper, texts)) as document:
        page = document[0].render(scale=DOTS * 25.4 / 72).to_pil().convert("L")
    foot = page.crop((0, max(0, page.height - 190 * DOTS), page.width, page.height))
    table = Image.new("L", (foot.width + 160, foot.height + 160), 150)
    table.paste(foot, (80, 80))
    return table


class Photo(NamedTuple):
    """How far out of focus, turned, from the side, grainy, and how well kept."""

    blur: float
    turn: float
    slant: float
    noise: float
    quality: int


def photographed(page, photo):
    """The page seen from an angle, out of focus, in bad light, saved by a telephone."""
    wide, tall = page.size
    lean = photo.slant * wide
    corners = (0, 0, -lean, tall, wide, tall + lean / 2, wide - lean, lean / 3)
    seen = page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BILINEAR, fillcolor=150)
    seen = seen.rotate(photo.turn, Image.Resampling.BILINEAR, expand=True, fillcolor=150).filter(
        ImageFilter.GaussianBlur(photo.blur)
    )
    grain = Image.frombytes("L", seen.size, random.Random(7).randbytes(seen.width * seen.height))  # noqa: S311
    kept = io.BytesIO()
    Image.blend(seen, grain, photo.noise).save(kept, "JPEG", quality=photo.quality)
    return kept.getvalue()


PHOTOS = {
    "scanned": Photo(0, 0, 0, 0, 90),
    "upside down": Photo(0.8, 180, 0, 0.1, 80),
    "blurred": Photo(3.2, 3, 0, 0.1, 60),
    "from the side": Photo(1.2, 17, 0.12, 0.15, 60),
    "held badly": Photo(2.0, -33, 0.08, 0.25, 40),
}


@pytest.fixture(scope="module", params=PAPERS.values(), ids=PAPERS)
def page(request, made, texts):
    return printed(made[0], request.param, texts)


@pytest.mark.parametrize("photo", PHOTOS.values(), ids=PHOTOS)
def test_a_printed_code_is_read_from_a_photo(page, made, photo, tmp_path):
    file = tmp_path / "photo.jpg"
    file.write_bytes(photographed(page, photo))
    assert read(texts_in_file(file)) == made[1]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_two_codes_are_read_from_one_photo(made, long_case, paper, texts, tmp_path):
    slip = replace(made[0], carried=codes(long_case))
    assert len(slip.carried) == 2
    file = tmp_path / "photo.jpg"
    file.write_bytes(photographed(printed(slip, paper, texts), PHOTOS["from the side"]))
    assert read(texts_in_file(file)) == long_case


def test_a_quarter_of_a_code_may_be_lost(made):
    (one,) = made[0].carried
    import zxingcpp

    drawn = zxingcpp.create_barcode(one.text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    assert drawn.ec_level == "Q"
    side = one.side + 2 * QUIET
    dots = bytearray(b"\xff" * side * side)
    for at, row in enumerate(one.modules):
        start = (at + QUIET) * side + QUIET
        dots[start : start + one.side] = bytes(0 if dark else 255 for dark in row)
    for at in range(QUIET + 14, QUIET + 22):  # a stain
        dots[at * side + QUIET + 12 : at * side + QUIET + 22] = b"\xff" * 10
    seen = QImage(bytes(dots), side, side, side, QImage.Format.Format_Grayscale8).scaled(side * 8, side * 8)
    assert texts_in(seen) == (one.text,)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_code_is_forty_millimetres_with_four_modules_of_white_and_no_module_is_too_small(made, long_case, paper):
    for case in (made[1], long_case):
        found = codes(case)
        drawn = Codes(found, paper)
        sides = [max(LEAST_SIDE, LEAST_MODULE * one.side) for one in found]
        assert min(sides) >= 40
        assert drawn.white >= max(QUIET * side / one.side for side, one in zip(sides, found, strict=True)) * MM - 1
        assert drawn.width - drawn.white <= paper.line_width


def test_a_case_too_long_for_two_codes_is_said_to_have_none(made, long_case, texts):
    far = {"region": "370100", "history": [{"base": f"{n * 7919 % 100_003}"} for n in range(400)]}
    slip = replace(made[0], carried=codes(replace(long_case, command=Command("pension estimate", far))))
    assert slip.carried == ()
    assert pdf(slip, A4, texts)
    assert pdf(slip, RECEIPT, texts)


@pytest.mark.parametrize(
    ("content", "code_", "kind"),
    [
        (b"", "carry-no-picture", RefusedError),
        (b"%PDF-1.7 a slip", "carry-no-picture", RefusedError),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "carry-no-picture", RefusedError),
        (b"BM" + b"\0" * 60, "carry-no-picture", RefusedError),
        (b"P5 9 9 255 " + b"\0" * 81, "carry-no-picture", RefusedError),
        (None, "input", InputError),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path, content, code_, kind):
    file = tmp_path / "slip.png"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(kind) as caught:
        texts_in_file(file)
    assert caught.value.code == code_


def test_a_picture_without_a_code_and_a_code_of_something_else_are_told_apart(tmp_path):
    blank, other = tmp_path / "blank.png", tmp_path / "other.png"
    Image.new("L", (80, 80), 255).save(blank)
    made = code("https://example.org")
    pixels = QImage(made.side + 8, made.side + 8, QImage.Format.Format_Grayscale8)
    pixels.fill(255)
    for y, row in enumerate(made.modules):
        for x, dark in enumerate(row):
            if dark:
                pixels.setPixel(x + 4, y + 4, 0)
    pixels.scaled(400, 400).save(str(other))
    for file, expected in ((blank, "carry-no-code"), (other, "carry-unknown")):
        with pytest.raises(GigDeskError) as caught:
            read(texts_in_file(file))
        assert caught.value.code == expected


def test_a_slip_carries_the_case_that_was_asked(made, services, today):
    case = made[1]
    assert isinstance(case, Carried)
    assert carry(case.command, services, today) == case
    assert read([one.text for one in made[0].carried]) == case
