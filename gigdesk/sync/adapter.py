"""The Fetcher of GigDesk as the one of the signature library. Imports that library: to be imported on use."""

from __future__ import annotations

from collections.abc import Iterator

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from gigdesk.sync.fetch import NOT_FOUND, Fetcher, Request, answers


class Through(FetcherInterface):
    """Fetches metadata, and remembers what was asked for last."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self.last = ""

    def _fetch(self, url: str) -> Iterator[bytes]:
        """Pieces of a file; as a generator, so that the errors of GigDesk pass through the library as they are."""
        self.last = url
        with self._fetcher.fetch(Request(url)) as reply:
            if not answers(reply):
                raise DownloadHTTPError(url, NOT_FOUND)
            yield from reply.pieces
