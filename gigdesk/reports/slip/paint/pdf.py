"""A slip as a PDF, or on any paper that Qt can draw on."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.paint.language import with_language
from gigdesk.reports.slip.paint.pages import Pages
from gigdesk.reports.slip.paint.sheet import RESOLUTION, Paper
from gigdesk.store.texts import Texts

LANGUAGES = {"zh": "zh-CN", "en": "en"}
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_WRITTEN = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}(?:Z|[+-]\d\d'\d\d')(\))")
_application: list[QGuiApplication] = []


def pdf(slip: Slip, paper: Paper, t: Texts) -> bytes:
    """The PDF. The same slip is the same file: it says the day, and no time of day."""
    _with_application()
    pages = Pages(slip, paper, t)
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
    writer.setResolution(RESOLUTION)
    title = _title(slip, t)
    writer.setTitle(title)
    writer.setCreator("GigDesk")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), f"{slip.code} {paper.name} {slip.language}".encode()))
    xmp = XMP.format(title=escape(title), language=LANGUAGES[slip.language])
    writer.setDocumentXmpMetadata(QByteArray(xmp.encode()))
    size = QPageSize(
        QSizeF(paper.width, pages.height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    _draw(pages, writer, writer.newPage)
    buffer.close()
    return with_language(_dated(bytes(into.data()), slip), LANGUAGES[slip.language])


def draw_on(device: QPagedPaintDevice, slip: Slip, paper: Paper, t: Texts) -> None:
    """Draw on a printer, or whatever else has pages.

    Raises:
        OSError: nothing can be drawn on it.
    """
    _draw(Pages(slip, paper, t), device, device.newPage)


def _draw(pages: Pages, device: QPagedPaintDevice, turn: Callable[[], bool]) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = device.logicalDpiX() / RESOLUTION
    painter.scale(scale, scale)
    for page in range(len(pages)):
        if page:
            turn()
        pages.draw(painter, page)
    painter.end()


def _title(slip: Slip, t: Texts) -> str:
    return f"{t('slip.name', app=t('app.name'))} · {slip.job} · {slip.code}"


def _dated(found: bytes, slip: Slip) -> bytes:
    """With the day of the slip as that of the file, in as many letters as stood there."""

    def day(match: re.Match[bytes]) -> bytes:
        inside = len(match[0]) - len(match[1]) - len(match[2])
        zone = inside - len("YYYYMMDDhhmmss")
        return match[1] + f"{slip.day:%Y%m%d}000000".encode() + (b"Z" if zone == 1 else b"+00'00'") + match[2]

    return _WRITTEN.sub(day, found)


def _with_application() -> None:
    """Fonts need an application; the command line has none, and no screen."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication(["gigdesk", "-platform", "offscreen"]))
