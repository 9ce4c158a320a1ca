"""A case taken home as text in a QR code: what was asked, of which data, and nothing about who asked.

`case` is what is carried, `packed` its bytes, `text` the one or two texts of it, `known` the words that these need not
spell out, `since` what came out otherwise since then, `book` the codes that a machine knows for a day.
"""

from gigdesk.services.carry.book import CodeBook
from gigdesk.services.carry.case import Carried, carry
from gigdesk.services.carry.since import Since, since
from gigdesk.services.carry.text import read, texts

__all__ = ["Carried", "CodeBook", "Since", "carry", "read", "since", "texts"]
