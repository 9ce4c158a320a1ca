"""What stands on a page, as it is spoken in each language."""

import pytest

from gigdesk.services.spoken import sentences, spoken, utterances

SENTENCES = [
    ("很可能在保障范围内. 最后由人社部门认定。这里只是先看一遍。", 3),
    ("“报案了没有？”他问。没有。", 2),
    ("最低档 914.60 元", 1),
    ("1. 去送餐", 1),
    ("**出事时**手上有单", 1),
    ("Cover follows the order. With or without one the result may differ!", 2),
    ("Measures art. 10, as cited", 1),
    ("See Art. 10 and e.g. No. 5. It counts.", 2),
    ("第一行\n第二行", 2),
    ("。", 1),
    ("", 0),
]

CHINESE = [
    ("最低档4,242元", "最低档四千二百四十二元"),
    ("每月交 914.60 元", "每月交九百一十四点六零元"),
    ("到2026-11-16为止", "到二零二六年十一月十六日为止"),
    ("2025-03 起", "二零二五年三月起"),
    ("2026年1月", "二零二六年一月"),
    ("2025 年数据", "二零二五年数据"),
    ("60%–300%", "百分之六十到百分之三百"),
    ("2,500–6,250元/月", "二千五百到六千二百五十元每月"),
    ("7～27 个月", "七到二十七个月"),
    ("1 还没接到单", "一，还没接到单"),
    ("30 天内报案", "三十天内报案"),
    ("30-90天", "三十到九十天"),
    ("P50 是 5,300 元", "P五十是五千三百元"),
    ("人社部发〔2021〕110号第10条", "人社部发二零二一年第一百一十号第十条"),
    ("打 12333 问", "打一二三三三问"),
    ("12,333元", "一万二千三百三十三元"),
    ("0531-12333", "零五三一一二三三三"),
    ("网约配送员 4-10-08-01", "网约配送员四一零零八零一"),
    ("11:48:20", "十一点四十八分二十秒"),
    ("减：− 900 元", "减：负九百元"),
    ("2个月、2年、12年、2月、第2步", "两个月、两年、十二年、二月、第二步"),
    ("3/24", "二十四分之三"),
    ("7,831 × 1.735 = 13,586.79", "七千八百三十一乘以一点七三五等于一万三千五百八十六点七九"),
    ("24.00 元/时", "二十四点零零元每小时"),
]

ENGLISH = [
    ("4,242 yuan", "four thousand two hundred forty-two yuan"),
    ("25,012.34 yuan", "twenty-five thousand twelve point 3 4 yuan"),
    ("by 2026-11-16", "by 16 November 2026"),
    ("60 %–300 %", "60 percent to 300 percent"),
    ("2,980–4,630", "two thousand nine hundred eighty to four thousand six hundred thirty"),
    ("Measures art. 10", "Measures article 10"),
    ("P50", "P 50"),
    ("24.00 yuan/h", "24.00 yuan per hour"),
    ("7,831 × 1.735", "seven thousand eight hundred thirty-one times 1.735"),
    ("−12 yuan", "minus 12 yuan"),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_a_text_is_read_in_its_sentences_and_none_of_it_is_lost(text, count):
    found = sentences(text)
    assert len(found) == count
    assert "".join("".join(found).split()) == "".join(text.replace("**", "").split())


@pytest.mark.parametrize(("written", "said"), CHINESE)
def test_figures_are_read_out_in_chinese_as_people_say_them(written, said):
    assert spoken(written, "zh") == said


@pytest.mark.parametrize(("written", "said"), ENGLISH)
def test_figures_are_read_out_in_english_as_people_say_them(written, said):
    assert spoken(written, "en") == said


def test_a_chinese_name_in_an_english_sentence_is_said_by_the_chinese_voice():
    assert utterances("Under 人社部发〔2021〕110号 it counts.", "en", ("zh", "en")) == [
        ("en", "Under"),
        ("zh", "人社部发二零二一年第一百一十号"),
        ("en", "it counts."),
    ]


def test_without_a_chinese_voice_an_english_sentence_stays_whole():
    assert utterances("Under 办法 it counts.", "en", ("en",)) == [("en", "Under 办法 it counts.")]
