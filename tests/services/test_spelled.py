"""Large amounts in words."""

from decimal import Decimal

import pytest

from gigdesk.services.spelled import chinese, english, spelled
from gigdesk.store import paths
from gigdesk.store.texts import LANGUAGES, Texts


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (0, "零", "zero"),
        (12, "十二", "twelve"),
        (10_000, "一万", "ten thousand"),
        (10_001, "一万零一", "ten thousand one"),
        (12_000, "一万二千", "twelve thousand"),
        (20_100, "二万零一百", "twenty thousand one hundred"),
        (110_000, "十一万", "one hundred ten thousand"),
        (120_005, "十二万零五", "one hundred twenty thousand five"),
        (10_010_000, "一千零一万", "ten million ten thousand"),
        (100_000_001, "一亿零一", "one hundred million one"),
        (100_001_000, "一亿零一千", "one hundred million one thousand"),
        (505_000_000, "五亿零五百万", "five hundred five million"),
    ],
)
def test_a_number_is_said_as_people_say_it(number, zh, en):
    assert (chinese(number), english(number)) == (zh, en)


@pytest.mark.parametrize(
    ("amount", "unit", "zh", "en"),
    [
        ("12000", "CNY", "一万二千元", "twelve thousand yuan"),
        ("12000", "CNY/month", "一万二千元", "twelve thousand yuan"),
        ("25012.34", "CNY", "二万五千零一十二元三角四分", "twenty-five thousand twelve yuan and thirty-four fen"),
        ("10000.05", "CNY", "一万元零五分", "ten thousand yuan and five fen"),
        ("10000.5", "CNY", "一万元五角", "ten thousand yuan and fifty fen"),
        ("12000.125", "CNY", "一万二千点一二五元", "twelve thousand point one two five yuan"),
        ("12000", "orders", "一万二千单", "twelve thousand orders"),
        ("10000", "CNY", "一万元", "ten thousand yuan"),
        ("9999.99", "CNY", "", ""),
        ("1000000000000", "CNY", "", ""),
    ],
)
def test_a_large_amount_is_repeated_in_words_with_its_unit(amount, unit, zh, en):
    texts = [Texts(paths.resources() / "i18n", language) for language in LANGUAGES]
    assert [spelled(Decimal(amount), unit, t) for t in texts] == [zh, en]
