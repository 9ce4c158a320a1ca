"""The language of a PDF, which Qt does not write: added behind the file, as the format lets it be changed."""

from __future__ import annotations

import re

ROOT = re.compile(rb"/Root (\d+) 0 R")
TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


def with_language(found: bytes, language: str) -> bytes:
    """A file whose catalogue names the language of its words, and that its title is shown instead of its file name.

    An incremental update (ISO 32000-1, 7.5.6): nothing that stands in the file is moved. A file of another build than
    Qt writes today is given back as it is.
    """
    trailer = TRAILER.search(found)
    root = ROOT.search(trailer[1]) if trailer else None
    start = found.find(b"\n%s 0 obj" % root[1]) + 1 if root else 0
    end = found.find(b">>\nendobj", start)
    if not trailer or not root or not start or end < 0:
        return found
    said = b"/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n" % language.encode()
    body = found if found.endswith(b"\n") else found + b"\n"
    catalogue = found[start:end] + said + b">>\nendobj\n"
    entry = b"%s 1\n%010d 00000 n \n" % (root[1], len(body))
    ending = b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"
    table = b"xref\n" + entry + ending % (trailer[1], trailer[2], len(body) + len(catalogue))
    return body + catalogue + table
