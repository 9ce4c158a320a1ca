"""Choosing a printer: the one place where a page opens its dialog. At a kiosk it is the machine's own, without one.

What prints is loaded on use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def choose_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Let the person choose a printer for A4; None where they do not. The job is called by the program alone."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = _printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    chosen = dialog.exec()
    dialog.deleteLater()
    if not chosen:
        return None
    whole_sheet(printer)
    return printer


def own_printer() -> QPrinter | None:
    """The printer that the machine is set up with; None where it has none. No dialog: a visitor chooses nothing."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinter()
    if usual.isNull():
        return None
    printer = _printer()
    printer.setPrinterName(usual.printerName())
    return printer


def whole_sheet(printer: QPrinter) -> None:
    """A4 upright to its edges: the slip has its own margins."""
    sheet = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)


def _printer() -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("GigDesk")
    whole_sheet(printer)
    return printer
