"""The sections of GB/T 4754-2017 by name."""

from __future__ import annotations

import re

from gigdesk.domain.wages.codes import plain

SECTIONS = {
    "A": "农、林、牧、渔业",
    "B": "采矿业",
    "C": "制造业",
    "D": "电力、热力、燃气及水生产和供应业",
    "E": "建筑业",
    "F": "批发和零售业",
    "G": "交通运输、仓储和邮政业",
    "H": "住宿和餐饮业",
    "I": "信息传输、软件和信息技术服务业",
    "J": "金融业",
    "K": "房地产业",
    "L": "租赁和商务服务业",
    "M": "科学研究和技术服务业",
    "N": "水利、环境和公共设施管理业",
    "O": "居民服务、修理和其他服务业",
    "P": "教育",
    "Q": "卫生和社会工作",
    "R": "文化、体育和娱乐业",
    "S": "公共管理、社会保障和社会组织",
    "T": "国际组织",
}
_TOTAL = re.compile(
    r"(?:合计|总计|总体|全部|全体|平均|全国|所有职业|全部职业|全部行业|All(?:Occupations)?|Total)", re.IGNORECASE
)
_JOINTS = re.compile(r"[、，,及和与]|^[A-T](?=[^A-Za-z])|门类|行业$")


def section_of(name: str) -> str | None:
    """The letter of a section by its name, however it is joined; "" for a total of all, None for another name."""
    bare = _bare(name)
    if is_total(name):
        return ""
    return _BY_NAME.get(bare) or next(
        (letter for known, letter in _BY_NAME.items() if len(bare) >= SHORTEST and known.startswith(bare)), None
    )


def is_total(name: str) -> bool:
    """Whether a row speaks of all together."""
    return _TOTAL.fullmatch(plain(name)) is not None


def _bare(name: str) -> str:
    return _JOINTS.sub("", plain(name))


SHORTEST = 3
_BY_NAME = {_bare(name): letter for letter, name in SECTIONS.items()}
