"""A condition that was tried, as a line of the working."""

from __future__ import annotations

from gigdesk.domain.decision import Step
from gigdesk.domain.working import WorkingStep, weakest

FOUND = {True: "yes", False: "no", None: "open"}
TRIED = "condition"
"""The formula of such a line: there is nothing to reckon."""


def working_step(step: Step) -> WorkingStep:
    """The line: what was asked of which facts, what came out, and the law that was read."""
    return WorkingStep(
        step.condition,
        {"facts": step.facts},
        FOUND[step.holds],
        "",
        tuple(dict.fromkeys(value.source for value in step.citations)),
        weakest(value.status for value in step.citations),
        formula=TRIED,
    )
