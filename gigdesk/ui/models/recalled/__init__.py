"""From a command back to what was answered at the window: the way of each job's `command`, the other way round.

What a command does not say is not made up: the question is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gigdesk.ui.models.ask import Answers, Ask

Recall = Callable[[Ask, Answers], object | None]
"""The answer to a question, given those before it; None where the command does not tell."""
Known = Mapping[str, object | None]
