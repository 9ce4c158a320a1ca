"""A picture of a slip: a scan, a screenshot, a photo from a telephone. Qt reads the picture, zxing the codes in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageReader

from gigdesk.domain.errors import InputError, Phrase, RefusedError

FORMATS = ("png", "jpeg", "bmp", "gif", "webp", "tiff")
MOST_BYTES, MOST_PIXELS = 40_000_000, 60_000_000


def texts_in_file(path: Path) -> tuple[str, ...]:
    """What the codes in a picture say.

    Raises:
        InputError: the file cannot be opened.
        RefusedError: it is no picture, one too large, or there is no code in it.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError("--image", path, Phrase.of("readable-file", reason=error.strerror)) from None
    found = texts_in(_picture(content))
    if not found:
        raise RefusedError("carry-no-code")
    return found


def texts_in(picture: QImage) -> tuple[str, ...]:
    """What the codes in a picture say, each once; nothing where there is none."""
    import zxingcpp

    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return ()
    found = zxingcpp.read_barcodes(grey, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(dict.fromkeys(code.text for code in found))


def _picture(content: bytes) -> QImage:
    """The picture in a file, the right way up; only its head is read of one that is too large."""
    accepts = ", ".join(kind.upper() for kind in FORMATS)
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode() not in FORMATS:
        raise RefusedError("carry-no-picture", accepts=accepts)
    size = reader.size()
    if len(content) > MOST_BYTES or size.width() * size.height() > MOST_PIXELS:
        raise RefusedError("carry-picture-size", most=MOST_PIXELS // 1_000_000)
    picture = reader.read()
    if picture.isNull():
        raise RefusedError("carry-no-picture", accepts=accepts)
    return picture
