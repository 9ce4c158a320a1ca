"""The platforms of the law by their names."""

from __future__ import annotations

from gigdesk.domain.law import Law
from gigdesk.store.texts import Texts


def platform_names(law: Law, t: Texts) -> dict[str, str]:
    """The name of each platform that can be chosen: its text or, without one, the name in the list of the law."""
    listed = {code: name for name, _, code in (entry.partition("=") for entry in law.codes("injury.platform_names"))}
    codes = law.codes("injury.platform_codes")
    return {code: t(f"platform.{code}") if f"platform.{code}" in t else listed.get(code, code) for code in codes}
