"""Write into the release how names and common signs are read: pinyin without tones.

Names are those of occupations, words people say, regions and platforms.

Run it by `python3 build/dev.py pinyin`, which installs the library pypinyin first. The result is committed: nobody
needs this step to run, test or freeze GigDesk, and nothing computes pinyin at run time. Run it again when names were
added.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from gigdesk.domain.wages.names import searched, signs
from gigdesk.store.release import read_occupations, read_regions, read_said_words

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
RELEASE = RESOURCES / "release"
FILE = RELEASE / "readings.csv"

TIAO = "调试 装调 组调 调施 调制 调测 调配 调湿 调浆 调酒 调饮 调香 调律"
MU = "模压 模铸 模锻 模线 修模 整模 脱模 管模 墨模 锌模"
ZHA = "轧制 热轧 轧管 铸轧"
READ_OTHERWISE: Mapping[str, Mapping[str, str]] = {
    **{part: {"调": "tiao"} for part in TIAO.split()},
    **{part: {"模": "mu"} for part in MU.split()},
    **{part: {"轧": "zha"} for part in ZHA.split()},
    "剥虾": {"剥": "bao"},
    "剥蛤": {"剥": "bao"},
    "扒蛤": {"蛤": "ge"},
    "扎钢筋": {"扎": "za"},
    "扎染": {"扎": "za"},
    "和水泥": {"和": "huo"},
    "重整": {"重": "chong"},
    "薄膜": {"薄": "bo"},
    "减粘": {"粘": "nian"},
    "长丝": {"长": "chang"},
    "长三角": {"长": "chang"},
    "刨插": {"刨": "bao"},
    "刨工": {"刨": "bao"},
    "巷修": {"巷": "hang"},
    "大夫": {"大": "dai"},
    "弹拨": {"弹": "tan"},
    "装校": {"校": "jiao"},
    "校音": {"校": "jiao"},
    "乙炔": {"炔": "que"},
}
"""Parts of names in which the library reads a sign wrongly, and how it is read there."""


NO_PLATFORMS = ("platform.other", "platform.several")
"""Answers to the question for a platform that name none."""

COMMON = [bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
"""The signs of the first level of GB 2312, in its order; a few places are empty."""


def main() -> int:
    """Read the names, and write the file."""
    occupations = searched(read_occupations(RELEASE), read_said_words(RELEASE))
    regions = (region.names["zh"] for region in read_regions(RELEASE))
    names = {*occupations, *regions, *platforms(), *filter(None, COMMON)}
    FILE.write_text(rendered({name: reading(name) for name in names}), encoding="utf-8")
    print(f"{FILE.name}: {len(names)} names and signs")
    return 0


def platforms() -> list[str]:
    """The names of the platforms as they stand on the page."""
    texts = json.loads((RESOURCES / "i18n" / "zh.json").read_text(encoding="utf-8"))
    return [text for key, text in texts.items() if key.startswith("platform.") and key not in NO_PLATFORMS]


def reading(name: str) -> str:
    """The syllables of a name with a blank between them, ü as v; letters and figures of its own stay as they are."""
    import pypinyin

    library = " ".join(pypinyin.lazy_pinyin(name, v_to_u=False, errors=lambda run: " ".join(signs(run)))).split()
    otherwise = {sign: said for part, signs_ in READ_OTHERWISE.items() if part in name for sign, said in signs_.items()}
    pairs = zip(signs(name), library, strict=True)
    return " ".join(otherwise.get(sign, syllable) for sign, syllable in pairs)


def rendered(readings: Mapping[str, str]) -> str:
    """The file: a name a line."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("name", "reading"))
    writer.writerows(sorted(readings.items()))
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
