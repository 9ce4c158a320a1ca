"""The readings of the release are what their build step writes, for every name, right where a sign has several."""

import csv

import pinyin
import pytest

from gigdesk.domain.wages.names import searched
from gigdesk.store.records import Release

RIGHT = {
    "Tony老师": "tony lao shi",
    "up主": "up zhu",
    "AI训练师": "ai xun lian shi",
    "园林绿化工": "yuan lin lv hua gong",
    "长途司机": "chang tu si ji",
    "快递站长": "kuai di zhan zhang",
    "起重装卸机械操作工": "qi zhong zhuang xie ji xie cao zuo gong",
    "车队调度": "che dui diao du",
    "调酒师": "tiao jiu shi",
    "修空调": "xiu kong tiao",
    "问卷调查员": "wen juan diao cha yuan",
    "会计专业人员": "kuai ji zhuan ye ren yuan",
    "行李员": "xing li yuan",
    "银行综合柜员": "yin hang zong he gui yuan",
    "校对员": "jiao dui yuan",
    "驾校教练": "jia xiao jiao lian",
    "剥虾": "bao xia",
    "扒蛤": "ba ge",
    "和水泥": "huo shui ni",
    "海参养殖": "hai shen yang zhi",
    "给狗洗澡": "gei gou xi zao",
    "饿了么骑手": "e le me qi shou",
    "的哥": "di ge",
    "冷藏工": "leng cang gong",
    "娱乐主播": "yu le zhu bo",
    "重庆": "chong qing",
    "长三角": "chang san jiao",
    "饿了么": "e le me",
    "木模板工": "mu mu ban gong",
}


def test_each_name_that_is_searched_has_a_reading(release: Release):
    missing = [name for name in searched(release.occupations, release.said_words) if name not in release.readings]
    assert not missing, f"{missing}: python3 build/dev.py pinyin"


def test_each_region_and_platform_has_a_reading(release: Release):
    names = [*(region.names["zh"] for region in release.regions), *pinyin.platforms()]
    missing = [name for name in names if name not in release.readings]
    assert not missing, f"{missing}: python3 build/dev.py pinyin"


@pytest.mark.parametrize(("name", "reading"), RIGHT.items())
def test_signs_of_several_readings_are_read_as_people_say_them(name, reading, release: Release):
    assert release.readings[name] == reading


def test_the_shipped_readings_are_written_by_the_step():
    shipped = pinyin.FILE.read_text(encoding="utf-8")
    rows = list(csv.DictReader(shipped.splitlines()))
    assert pinyin.rendered({row["name"]: row["reading"] for row in rows}) == shipped


def test_the_step_reads_as_the_release_does(release: Release):
    pytest.importorskip("pypinyin", reason="python3 build/dev.py pinyin installs it")
    assert all(pinyin.reading(name) == reading for name, reading in list(release.readings.items())[::7])
