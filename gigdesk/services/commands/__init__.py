"""Questions of either front end as commands of the command line, which can be kept and asked again.

A module a job: what was asked, written as the input that `gigdesk/services/*_input.py` read, and the answer to that
input, in codes and figures. What is written is read back as the same, and so it is answered the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from gigdesk.services.commands import entitlements, estimate, forms, injury, schemes, wages
from gigdesk.services.commands.command import AskAgain, Command, Found

COMMANDS: Mapping[str, AskAgain] = {
    wages.NAME: wages.ask_again,
    estimate.NAME: estimate.ask_again,
    forms.REPLAY: forms.replay_again,
    forms.GAP: forms.gap_again,
    schemes.RESIDENT: schemes.resident_again,
    schemes.TRANSFER: schemes.transfer_again,
    injury.NAME: injury.ask_again,
    entitlements.NAME: entitlements.ask_again,
}

__all__ = [
    "COMMANDS",
    "AskAgain",
    "Command",
    "Found",
    "entitlements",
    "estimate",
    "forms",
    "injury",
    "schemes",
    "wages",
]
