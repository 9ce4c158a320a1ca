"""Codes, regions, industries and periods in the forms in which tables print them."""

import pytest

from gigdesk.domain.wages.industries import SECTIONS, section_of
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.posts import post_of
from gigdesk.services.wage_tables.codes import code_of


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("4040502", "4-04-05-02"),
        ("4-04-05-02", "4-04-05-02"),
        ("４－０４－０５－０２", "4-04-05-02"),
        ("4–04–05–02", "4-04-05-02"),
        ("4040502.0", "4-04-05-02"),
        (" 4 04 05 02 ", "4-04-05-02"),
        ("2021003", "2-02-10-03"),
        ("40405", "4-04-05"),
        ("202", "2-02"),
        ("2-02", "2-02"),
        ("4", "4"),
        ("6-31-05-00", "6-31-05-00"),
    ],
)
def test_a_code_with_or_without_dashes_is_the_same_code(printed, code):
    assert code_of("occupation_cn", printed) == code


@pytest.mark.parametrize(
    "printed", ["4.04E+06", "404050", "20", "2004-04-05", "9-04-05-02", "04-05-02", "-04", "x", "40405021"]
)
def test_a_code_that_lost_digits_is_none(printed):
    assert code_of("occupation_cn", printed) is None


def test_codes_of_other_classifications_have_their_own_form():
    assert code_of("occupation_soc", "435021") == code_of("occupation_soc", "43-5021") == "43-5021"
    assert code_of("occupation_soc_x_industry", "43-5021|31-33") == "43-5021|31-33"
    assert code_of("occupation_isco", "OCU_ISCO08_9") == "9"
    assert code_of("occupation_soc", "4-04-05-02") is None


@pytest.mark.parametrize(("letter", "name"), SECTIONS.items())
def test_each_section_of_industry_is_known_by_its_name(letter, name):
    assert section_of(name) == section_of(f"　{name}") == letter


def test_an_industry_is_known_however_its_name_is_joined():
    assert section_of("交通运输仓储和邮政业") == section_of("交通运输、仓储及邮政业") == "G"
    assert section_of("电力热力燃气及水生产和供应业") == "D"
    assert section_of("合　计") == ""
    assert section_of("数字产品制造业") is None


def test_a_post_is_known_in_the_words_of_a_head():
    assert post_of("社会生产服务和生活服务人员") == "社会生产服务和生活服务人员"
    assert post_of("中层及以上 管理人员") == "中层及以上管理人员"
    assert post_of("全部岗位") == "all"
    assert post_of("行业") is None


@pytest.mark.parametrize(
    ("printed", "period"),
    [("2024", "2024"), ("2024年", "2024"), ("2024年度", "2024"), ("2025Q4", "2025Q4"), ("2025年第四季度", "2025Q4"),
     ("2025-4季度", "2025Q4"), ("2024-06", "2024-06"), ("2024年6月", "2024-06"), ("2017M01", "2017-01"),
     ("24", None), ("2024-13", None), ("去年", None)],
)  # fmt: skip
def test_a_period_is_a_year_a_quarter_or_a_month(printed, period):
    assert period_of(printed) == period


def test_a_region_is_known_by_name_and_code_with_blanks_and_what_stands_around(known):
    region = known.places.region
    assert region("370100") == region("济南") == region("济南市") == region("济  南") == "370100"
    assert region("北  京") == region("北京市") == "110000"
    assert region("其中：深圳") == "440300"
    assert region("京津冀") == "CN-JINGJINJI"
    assert region("全国") == "000000"
    assert region("东部地区") == "CN-EAST"
    assert region("US") == "US"
    assert region("某某") is None


def test_the_smallest_region_of_a_title_is_meant(known):
    assert known.places.named_in("2024年山东省济南市人力资源市场工资价位") == "370100"
    assert known.places.named_in("山东省2024年企业薪酬") == "370000"
    assert known.places.named_in("2025年规模以上企业") is None
