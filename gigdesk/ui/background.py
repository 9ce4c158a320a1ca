"""Work that would hold up the window: pages pass functions and never see a thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from gigdesk.domain.errors import GigDeskError

T = TypeVar("T")


class Background(QObject):
    """Owned by the application, so the signal's owner outlives every job.

    One for whatever touches the store, another for what waits for a network: no answer queues behind that.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "background") -> None:
        super().__init__(parent)
        # One worker: whatever touches the store comes in turn, so neither the store nor a page needs a lock.
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[GigDeskError], None]) -> None:
        """Call `work` in the background, then `done` or `failed` on the GUI thread."""
        future = self._pool.submit(work)
        future.add_done_callback(lambda ended: self._finished.emit(partial(_hand_over, ended, done, failed)))

    def close(self) -> None:
        """Drop what has not started and wait for what has."""
        self._pool.shutdown(cancel_futures=True)

    @Slot(object)
    def _deliver(self, hand_over: Callable[[], None]) -> None:
        hand_over()


def _hand_over(ended: Future[T], done: Callable[[T], None], failed: Callable[[GigDeskError], None]) -> None:
    """What is not foreseen is raised here, inside the event loop, where the crash hook sees it."""
    try:
        result = ended.result()
    except CancelledError:
        return
    except GigDeskError as error:
        failed(error)
    else:
        done(result)
