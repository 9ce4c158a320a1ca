"""Draws a slip with Qt, the only part of the reports that knows it: on A4 and on a receipt, black on white."""

from gigdesk.reports.slip.paint.pdf import draw_on, pdf
from gigdesk.reports.slip.paint.sheet import A4, PAPERS, RECEIPT, Paper

__all__ = ["A4", "PAPERS", "RECEIPT", "Paper", "draw_on", "pdf"]
