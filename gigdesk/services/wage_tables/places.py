"""Regions by the names that tables give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gigdesk.domain.wages.codes import plain
from gigdesk.store.records import Region

_BEFORE = re.compile("^(?:其中|#)[:：]?")
_AFTER = re.compile("(?:地区|省|市|特别行政区|自治区|壮族自治区|回族自治区|维吾尔自治区)$")
_ABROAD = re.compile("[A-Z]{2}(?:-[A-Z0-9]{1,12})?|[A-Z]{3}")
COUNTRY = ("全国", "中国", "总计", "合计")
NATION = "000000"


@dataclass(frozen=True)
class Places:
    """The regions of a release, by code and by name."""

    regions: Mapping[str, Region]

    def region(self, text: str) -> str | None:
        """The code of a region by its code or name, of another country by its own code; None where it is none known."""
        bare = _BEFORE.sub("", plain(text))
        if bare in self.regions or _ABROAD.fullmatch(bare):
            return bare
        if bare in COUNTRY:
            return NATION
        return self._by_name.get(bare) or self._by_name.get(_AFTER.sub("", bare))

    def named_in(self, text: str) -> str | None:
        """The smallest region that a title names; None where it names none."""
        bare = plain(text)
        found = [code for name, code in self._by_name.items() if code != NATION and name in bare]
        if found:
            return max(found, key=lambda code: (self.regions[code].level == "city", -bare.find(self.name(code, "zh"))))
        return NATION if any(word in bare for word in COUNTRY[:2]) else None

    def name(self, code: str, language: str) -> str:
        """The name of a region; its code where it has none here."""
        return self.regions[code].names[language] if code in self.regions else code

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {plain(region.names["zh"]): code for code, region in self.regions.items()}
