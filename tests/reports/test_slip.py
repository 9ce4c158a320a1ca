"""The slip to take home: what stands on it, and that it comes out of the PDF whole, on both papers."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Line, Titled, code_of
from gigdesk.reports.slip.injury import injury_slip
from gigdesk.reports.slip.paint import A4, PAPERS, RECEIPT, pdf
from gigdesk.reports.slip.paint.pages import Pages
from gigdesk.reports.slip.parts import parts
from gigdesk.reports.slip.pension import pension_slip
from gigdesk.reports.slip.wages import wages_slip
from gigdesk.services import commands
from gigdesk.services.injury_input import read_accident
from gigdesk.services.pension_input import read_request
from gigdesk.services.plain import exact_json
from gigdesk.services.platforms import platform_names
from gigdesk.services.wages import Query
from gigdesk.store import paths
from gigdesk.store.texts import LANGUAGES, Texts

PENSION = """{"region":"370000","person":{"sex":"female","birth":"1985-06"},"record":{"paid_months":96,
"average_index":"0.6","account_balance":"25012.34"},"plan":{"base_percent":"60"}}"""
INJURY = """{"region":"370100","when":"2026-11-16T12:10:00+08:00","platform":"meituan","sector":"instant_delivery",
"facts":{"order_state":"to_dropoff","harm":"accident","cause":"traffic"}}"""
JOBS = ("pension", "injury", "wages")
pytestmark = pytest.mark.usefixtures("qapp")
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")


@pytest.fixture(params=LANGUAGES)
def t(request):
    return Texts(paths.resources() / "i18n", request.param)


@pytest.fixture
def slips(services, today, t):
    """A slip of each job."""

    def occasion(command):
        return Occasion.of(command, services, today, t)

    request = read_request(exact_json(PENSION), today)
    estimates = {
        case.category: services.pension.estimate(request.region, case, today, request.history) for case in request.cases
    }
    accident = read_accident(exact_json(INJURY), services.injury, today)
    decided = services.injury.check(accident.answers, accident.today, claim=accident.claim)
    names = platform_names(services.injury.law("370100", today), t)
    query = Query(("4-10-08-01",), ("370100",))
    levels = services.wages.compare(query, today)
    return {
        "pension": pension_slip(estimates, request.cases[0], occasion(commands.estimate.command(request))),
        "injury": injury_slip(
            decided, names, occasion(commands.injury.command(accident.answers, accident.today, accident.claim))
        ),
        "wages": wages_slip(
            levels, services.data.reference.regions, occasion(commands.wages.command(query, services.wages))
        ),
    }


@pytest.mark.parametrize("job", JOBS)
def test_a_slip_says_verdict_figures_working_sources_and_data(slips, t, job):
    slip = slips[job]
    assert slip.verdict
    assert slip.because.lines or slip.amounts.lines
    assert slip.working or job == "wages"
    assert slip.sources
    assert all(source.end for source in slip.sources)
    assert slip.data[-1] == t("slip.not-signed")
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", slip.code)


@pytest.mark.parametrize("job", JOBS)
def test_no_mark_of_the_screen_is_left_on_paper(slips, t, job):
    said = repr(slips[job])
    assert "**" not in said
    assert t("pension.no-figure") not in said


def test_what_to_do_after_an_accident_has_its_days_and_its_boxes(slips, t):
    slip = slips["injury"]
    assert any(line.end == t("deadline.today") for line in slip.steps.lines)
    assert all(line.mark == "box" for line in slip.papers.lines)
    assert len(slip.papers.lines) > 3


def test_the_code_follows_the_answers_the_day_and_the_data(today):
    command = commands.Command("wages compare", options={"region": ["370100"]})
    code = code_of(command, today, "a")
    assert code == code_of(command, today, "a")
    others = (code_of(command, date(2026, 1, 1), "a"), code_of(command, today, "b"))
    other = replace(command, options={"region": ["370200"]})
    assert len({code, *others, code_of(other, today, "a")}) == 4


@pytest.mark.parametrize("job", JOBS)
def test_the_same_slip_is_the_same_file_and_says_no_time_of_day(slips, t, job):
    file = pdf(slips[job], A4, t)
    assert file == pdf(slips[job], A4, t)
    assert set(re.findall(rb"Date \(D:\d{8}(\d{6})", file)) == {b"000000"}


@pytest.mark.parametrize("paper", PAPERS.values())
@pytest.mark.parametrize("job", JOBS)
def test_nothing_reaches_over_the_edge_of_a_page(slips, t, job, paper):
    pages = Pages(slips[job], paper, t)
    for page in pages.placed:
        ends = [placed.top + placed.block.height for placed in page]
        assert max(ends) <= pages.bottom + 1
        ordered = sorted(page, key=lambda placed: placed.top)
        for above, below in pairwise(ordered):
            assert above.top + above.block.height <= below.top + 1


def test_a_long_slip_goes_over_several_sheets_and_no_heading_stands_alone(slips, t):
    many = Titled("A heading", tuple(Line(f"line {number}", "said " * 60, "end") for number in range(80)))
    pages = Pages(replace(slips["injury"], papers=many), A4, t)
    assert len(pages) > 4
    for page in pages.placed[1:]:
        assert not page[-1].block.stays


def test_a_roll_is_cut_where_the_slip_ends(slips, t):
    pages = Pages(slips["pension"], RECEIPT, t)
    assert len(pages) == 1
    assert 200 < pages.height < RECEIPT.height


@needs_poppler
@pytest.mark.parametrize("paper", PAPERS.values())
@pytest.mark.parametrize("job", JOBS)
def test_every_word_comes_out_of_the_file_again(slips, t, job, paper, tmp_path):
    slip, file = slips[job], tmp_path / "slip.pdf"
    file.write_bytes(pdf(slip, paper, t))
    found = without_space(run("pdftotext", "-raw", str(file), "-"))
    assert without_space(slip.verdict) in found
    assert slip.code in found
    for part in parts(slip, t, short=paper.is_roll):
        assert without_space(part.title) in found
        for line in part.lines:
            assert set(without_space(line.text + line.end)) <= set(found)


@needs_poppler
def test_the_type_is_embedded_and_the_title_and_paper_are_told(slips, t, tmp_path):
    file = tmp_path / "slip.pdf"
    file.write_bytes(pdf(slips["injury"], A4, t))
    fonts = [line.split() for line in run("pdffonts", str(file)).splitlines()[2:]]
    assert {font[0].rpartition("+")[2] for font in fonts} == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert all("yes" in font[4:6] for font in fonts)
    about = run("pdfinfo", str(file))
    assert slips["injury"].job in about
    assert "(A4)" in about
    language = {"zh": "zh-CN", "en": "en"}[t.language]
    assert f"<dc:language><rdf:Bag><rdf:li>{language}<" in run("pdfinfo", "-meta", str(file))


@needs_poppler
def test_a_receipt_is_eighty_millimetres_wide(slips, t, tmp_path):
    file = tmp_path / "slip.pdf"
    file.write_bytes(pdf(slips["wages"], RECEIPT, t))
    width = float(re.search(r"Page size: +([\d.]+)", run("pdfinfo", str(file)))[1])
    assert abs(width / 72 * 25.4 - 80) < 0.5


def without_space(words):
    return re.sub(r"\s+", "", words)


def run(*words):
    return subprocess.run(words, capture_output=True, check=True).stdout.decode()
