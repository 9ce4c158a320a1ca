"""Every language says everything, with the same blanks; and whatever the code can ask for is there."""

import re
from datetime import date

import pytest

from gigdesk.domain.calendar import Unit
from gigdesk.domain.decision import Kind
from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.facts import CHANGEABLE
from gigdesk.domain.entitlements.facts import QUESTIONS as PERSON
from gigdesk.domain.entitlements.outcome import Outcome as Claim
from gigdesk.domain.errors import Phrase
from gigdesk.domain.injury.advice import AFTER_A_CLAIM, WITHOUT_A_CLAIM
from gigdesk.domain.injury.course import TAKEN_FOR_THE_ACCIDENT
from gigdesk.domain.injury.documents import Group
from gigdesk.domain.injury.facts import QUESTIONS, SO_FAR
from gigdesk.domain.injury.limits import LIMITS, Event
from gigdesk.domain.injury.ordinary import ORDINARY
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.pilot import PILOT
from gigdesk.domain.injury.places import APP, KINDS
from gigdesk.domain.injury.third_party import THIRD_PARTY
from gigdesk.domain.pension.gap.causes import CHECKS, Cause
from gigdesk.domain.pension.gap.model import Match, Verdict
from gigdesk.domain.pension.gap.reckon import NAMES
from gigdesk.domain.pension.rounding import AMOUNT_STEPS, YEARS
from gigdesk.domain.pension.transfer import CITED
from gigdesk.domain.wages.by_month import EARNED_PER, MOST_HOURS
from gigdesk.domain.wages.costs import COST_PER, OVER, SHARE
from gigdesk.domain.wages.costs import KINDS as COSTS
from gigdesk.services.wage_tables.account import Kind as RowKind
from gigdesk.services.wage_tables.heads import FIELDS
from gigdesk.services.wages_minimum import Beside
from gigdesk.store import paths
from gigdesk.store.records import Release
from gigdesk.store.texts import LANGUAGES, Texts
from gigdesk.ui.models.costs import UNITS
from gigdesk.ui.models.importing_steps import CHOICES, ONCE

BLANK = re.compile(r"{([a-z_0-9]+)")
PACKAGE = paths.PACKAGE
FOLDER = paths.resources() / "i18n"


@pytest.fixture(scope="module")
def languages():
    return {language: Texts(FOLDER, language).all for language in LANGUAGES}


def test_all_languages_have_the_same_keys(languages):
    assert set(languages["zh"]) == set(languages["en"])


def test_a_language_fills_no_blank_that_chinese_does_not_have(languages):
    """English may leave a blank out (a month by name instead of by number), but may not ask for another."""
    for key, text in languages["zh"].items():
        here, there = (set(BLANK.findall(found)) for found in (text, languages["en"][key]))
        assert there <= here | {"name"}, key


def test_no_language_has_an_empty_text_that_the_other_fills(languages):
    for key, text in languages["zh"].items():
        assert bool(text) == bool(languages["en"][key]), key


@pytest.mark.parametrize(
    ("call", "prefixes"),
    [
        (r'Phrase(?:\.of)?\(\s*"([a-z0-9-]+)"', ("phrase.{}",)),
        (r'\.warn\(\s*"([a-z0-9-]+)"', ("warning.{}",)),
        (r'Warned\(\s*"([a-z0-9-]+)"', ("warning.{}",)),
        (r'working\.step\(\s*"([a-z0-9-]+)"', ("step.{}", "formula.{}")),
        (r'Why\(\s*"([a-z_]+)"', ("why-no-amount.{}", "why-no-amount.{}.more")),
        (r'Worked\(\s*"([a-z-]+)"', ("rule.{}",)),
        (r'(?:GigDesk|MissingData|Refused|Feed)Error\(\s*"([a-z0-9-]+)"', ("error.{}",)),
    ],
    ids=["phrases", "warnings", "warned", "steps", "reasons", "rules", "errors"],
)
def test_whatever_the_code_names_has_a_text(texts: Texts, call, prefixes):
    named = {name for path in PACKAGE.rglob("*.py") for name in re.findall(call, path.read_text(encoding="utf-8"))}
    assert named
    wanted = {prefix.format(name) for name in named for prefix in prefixes}
    assert sorted(key for key in wanted if key not in texts) == []


def test_whatever_an_import_can_say_has_a_text(texts: Texts):
    keys = {f"wage-table.field.{field}" for field in FIELDS} | {f"wage-table.rows.{kind}" for kind in RowKind}
    keys |= {f"wage-table.once.{name}" for name in (*ONCE, "columns")} | {f"importing.say.{name}" for name in ONCE}
    keys |= {f"importing.{name}.{key}" for name in ("unit", "factor") for key in CHOICES[name]}
    keys |= {f"wage-table.unit.{unit}" for unit in CHOICES["unit"]}
    source = "".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "services" / "wage_tables").glob("*.py"))
    whys = set(re.findall(r'_problem\([^)]*"([a-z-]+)"\)', source)) | {"measure", "flag", "figure"}
    remarks = set(re.findall(r'(?:_done\.append|\.remark)\(\s*"([a-z-]+)"', source)) | {"code-by-title", "code-moved"}
    years = set(re.findall(r'Year\([^)]*"([a-z-]+)", ', source)) | {"survey"}
    assert len(whys) > 6
    assert len(remarks) > 4
    keys |= {f"wage-table.why.{why}" for why in whys} | {f"wage-table.remark.{remark}" for remark in remarks}
    keys |= {f"wage-table.year.{why}" for why in years}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_cost_unit_and_conversion_of_own_pay_has_a_text(texts: Texts):
    keys = {f"{prefix}{kind}" for kind in COSTS for prefix in ("cost.", "step.cost-")}
    keys |= {f"formula.gross-{per}" for per in EARNED_PER} | {
        f"formula.hours-{per}" for per in MOST_HOURS if per != "month"
    }
    keys |= {f"formula.cost-{per}" for per in (*COST_PER, SHARE, OVER)}
    keys |= {
        f"{part}.{kept}-hour-{on}"
        for part in ("step", "formula")
        for kept in ("gross", "net")
        for on in ("logged", "order")
    }
    keys |= {f"per.{per}" for per in (*EARNED_PER, *(unit for units in UNITS.values() for unit in units))}
    keys |= {f"unit.CNY/{per}" for per in EARNED_PER} | {f"unit.hours/{per}" for per in MOST_HOURS}
    keys |= {f"cli.minimum.{name}.{side}" for name in vars(Beside(None, None, None)) for side in ("above", "below")}
    keys |= {f"ask.wages.tier.{tier}" for tier in "1234"} | {f"tier.{tier}" for tier in "1234"}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_remark_on_a_list_of_orders_has_a_text(texts: Texts):
    folder = PACKAGE / "services" / "orders"
    call = re.compile(r'\.(?:note|problem)\(\s*"([a-z-]+)"|Remark\("([a-z-]+)"\)|"(cancelled|running)"')
    named = {
        one or two or three for path in folder.glob("*.py") for one, two, three in call.findall(path.read_text("utf-8"))
    }
    assert len(named) > 20
    assert sorted(name for name in named if f"orders.{name}" not in texts) == []


def test_each_dataset_and_each_population_has_a_name(texts: Texts, release: Release):
    keys = {f"dataset.{dataset.id}" for dataset in release.about.datasets}
    keys |= {f"population.{level.population}" for level in release.levels}
    assert [key for key in keys if key not in texts] == []


def test_each_rounding_rule_of_the_release_is_known_to_the_program(release: Release):
    rules = {
        value.content
        for law in release.book.regions.values()
        for value in law.get("pension.year_rounding", {}).values()
    }
    assert rules <= set(YEARS)


def test_each_thing_that_a_search_for_a_difference_can_say_has_a_text(texts: Texts):
    behind = ("region", "use_year", "age_months", "category", "beside_a_year")
    keys = {f"gap.cause.{cause}" for cause in Cause} | {f"gap.check.{check}" for check in CHECKS.values()}
    keys |= {f"gap.verdict.{verdict}" for verdict in Verdict} | {f"gap.match.{match}" for match in Match}
    keys |= {f"gap.change.{name}" for name in (*NAMES, *behind)} | {f"gap.rule.{r}" for r in (*YEARS, *AMOUNT_STEPS)}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_condition_has_a_text_in_each_state_a_release_can_bring_about(texts: Texts):
    """The status of a text is data: one that is read tomorrow turns "to check" into "met" without a new program."""
    states = ("met", "not_met", "unknown", "to_check")
    conditions = {
        condition.__name__
        for rules in (PILOT, ORDINARY, THIRD_PARTY)
        for rule in rules.values()
        for clause in rule
        for condition in clause.conditions
    }
    assert conditions
    keys = {f"reason.{condition}.{state}" for condition in conditions for state in states}
    keys |= {f"step.{condition}" for condition in conditions}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_question_choice_paper_deadline_and_benefit_has_a_text(texts: Texts, release: Release):
    law = release.book.on(date(2026, 11, 24), "370000")
    keys = {f"fact.{question.id}{part}" for question in QUESTIONS for part in ("", ".why", ".how")}
    keys |= {f"platform.{code}" for code in law.codes("injury.platform_codes")}
    for area in ("injury", "ordinary"):
        for kind, prefix in (("papers", "document"), ("benefits", "benefit")):
            names = [name for name in law.parameters if name.startswith(f"{area}.{kind}.") and "vanishing" not in name]
            keys |= {f"{prefix}.{code}" for name in names for code in law.codes(name)}
            if kind == "papers":
                keys |= {f"document.{code}.what" for name in names for code in law.codes(name)}
                keys |= {f"document.{code}.when" for name in names if "cond" in name for code in law.codes(name)}
    keys |= {f"vanish.{code}" for code in law.codes("injury.papers.vanishing")}
    keys |= {f"outcome.{outcome}" for outcome in Outcome} | {f"fact.{question.id}" for question in SO_FAR}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_limit_says_what_to_do_from_when_and_what_once_it_has_passed(texts: Texts, release: Release):
    keys = {f"deadline.{limit.id}{part}" for limit in LIMITS for part in ("", ".do")}
    keys |= {f"deadline.{limit.id}.past" for limit in LIMITS if not limit.opens and limit.id != "report"}
    keys |= {f"event.{event}" for event in Event} | {f"period.{unit}" for unit in Unit}
    keys |= {f"deadline.assumed.{event}" for event in (*TAKEN_FOR_THE_ACCIDENT, Event.REPORT)}
    two = {name for law in release.book.regions.values() for name in law if name.endswith(".other")}
    keys |= {f"deadline.{name.split('.')[2]}.conflict" for name in two}
    assert two
    assert sorted(key for key in keys if key not in texts) == []


def test_each_next_step_and_each_place_has_a_text(texts: Texts):
    steps = {*AFTER_A_CLAIM.values(), *WITHOUT_A_CLAIM.values(), "claim_yourself", "see_platform_files", "claim_late"}
    keys = {f"next-step.{step}" for step in steps} | {f"place.{kind}.note" for kind in (APP, *KINDS)}
    keys |= {f"group.{group}" for group in Group}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_way_between_the_schemes_has_a_text_in_each_place_that_names_it(texts: Texts):
    keys = {f"{kind}.transfer-{way}" for way in (*CITED, "no-transfer") for kind in ("step", "formula")}
    keys |= {f"transfer.way.{way}" for way in CITED}
    keys |= {f"transfer.place.{reason}" for reason in ("registered", "current", "earlier", "gathered")}
    keys |= {f"transfer.payment.{payment}" for payment in ("none", "by-month", "at-once", "both")}
    keys |= {f"warning.way-{way}" for way in ("keep-paying", "one-off", "convert", "convert-made-up")}
    lacking = ("tiers", "subsidy", "account_rate", "basic", "make_up", "supplements")
    keys |= {f"{kind}.resident.{name}" for name in lacking for kind in ("parameter", "resident.lacks")}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_entitlement_condition_fact_and_code_has_a_text(texts: Texts, release: Release):
    keys = set()
    for one in CATALOGUE:
        keys |= {f"entitlement.{one.id}{part}" for part in ("", ".who", ".then")}
        names = {
            condition.__name__ for rule in one.rules.values() for clause in rule for condition in clause.conditions
        }
        keys |= {f"step.{name}" for name in names}
        keys |= {f"reason.{name}.{state}" for name in names for state in ("met", "not_met", "unknown", "to_check")}
    keys |= {f"person.{question.id}{part}" for question in PERSON for part in ("", ".how")}
    keys |= {f"claim.{outcome}{part}" for outcome in Claim for part in ("", ".line")}
    keys |= {f"change.{question.id}" for question in CHANGEABLE if question.kind in (Kind.FLAG, Kind.NUMBER)}
    keys |= {f"change.{q.id}.{c}" for q in CHANGEABLE if q.kind is Kind.CHOICE for c in q.choices}
    for law in release.book.regions.values():
        for name, history in law.items():
            for value in history.values() if name.startswith("entitlements.") else ():
                keys |= codes(name, value)
    assert sorted(key for key in keys if key not in texts) == []


def codes(name, value):
    """The texts that a value of the law is shown with."""
    prefix = {"where": "where", "papers": "paper", "period": "how-often", "unread": "entitlement"}
    last = name.rpartition(".")[2].removesuffix("_local")
    if last not in prefix:
        return set()
    found = (value.content,) if isinstance(value.content, str) else value.content
    return {f"{prefix[last]}.{code}" for code in found}


def test_each_figure_of_the_two_pension_schemes_is_called_by_a_name(texts: Texts, release: Release):
    names = {
        name for law in release.book.regions.values() for name in law if name.startswith(("pension.", "resident."))
    }
    assert len(names) > 60
    assert sorted(name for name in names if f"parameter.{name}" not in texts) == []


LONGEST = {"zh": (r"[。！？；]|\n", r"[㐀-鿿]", 40), "en": (r"(?<=[.!?;:])\s|\n", r"\S+", 25)}
"""How sentences end, what their length is counted in, and how long one may be."""
NOT_FOR_VISITORS = ("argparse.", "cli.", "help.", "feed.", "kiosk.cli.", "wage-table.", "guard.")


def test_no_sentence_that_visitors_read_is_long(languages):
    for language, (ends, counted, most) in LONGEST.items():
        read = {key: text for key, text in languages[language].items() if not key.startswith(NOT_FOR_VISITORS)}
        long = {
            key: sentence
            for key, text in read.items()
            for sentence in re.split(ends, text)
            if len(re.findall(counted, sentence)) > most
        }
        assert long == {}


def test_what_the_system_says_of_a_failure_is_said_in_chinese():
    t = Texts(FOLDER, "zh")
    full = OSError(28, "No space left on device", "slip.pdf")
    assert t.tell("error.system", {"problem": full}) == "系统不让做：磁盘满了 (slip.pdf)"
    accepts = Phrase.of("writable", problem=full.strerror)
    assert "磁盘满了" in t.tell("error.input", {"field": "--out", "got": "slip.pdf", "accepts": accepts})
    assert t.tell("error.system", {"problem": "?"}) == "系统不让做：?"


def test_a_month_told_by_its_number_is_called_by_its_name_in_english():
    said = {
        language: Texts(FOLDER, language).tell("warning.heating-subsidy", {"amount": "1700", "month": "10"})
        for language in LANGUAGES
    }
    assert "in October" in said["en"]
    assert "10 月" in said["zh"]
