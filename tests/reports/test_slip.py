"""The slip to take home: what stands on it, and that it comes out of the PDF whole, on both papers."""

import ctypes
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from pypdfium2 import PdfDocument, raw

from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Line, Titled, code_of
from gigdesk.reports.slip.entitlements import entitlements_slip
from gigdesk.reports.slip.forms import gap_slip, replay_slip
from gigdesk.reports.slip.injury import injury_slip
from gigdesk.reports.slip.paint import A4, PAPERS, RECEIPT, pdf
from gigdesk.reports.slip.paint.blocks import Heading
from gigdesk.reports.slip.paint.language import with_language
from gigdesk.reports.slip.paint.pages import Pages
from gigdesk.reports.slip.parts import parts
from gigdesk.reports.slip.pension import pension_slip
from gigdesk.reports.slip.schemes import resident_slip, transfer_slip
from gigdesk.reports.slip.wages import wages_slip
from gigdesk.services import commands
from gigdesk.services.entitlements_input import read_person
from gigdesk.services.form_input import read_form, read_official
from gigdesk.services.injury_input import read_accident
from gigdesk.services.pension_input import read_request
from gigdesk.services.plain import exact_json
from gigdesk.services.platforms import platform_names
from gigdesk.services.resident_input import read_resident
from gigdesk.services.transfer_input import read_transfer
from gigdesk.services.wages import Query
from gigdesk.store import paths
from gigdesk.store.texts import LANGUAGES, Texts

PENSION = """{"region":"370000","person":{"sex":"female","birth":"1985-06"},"record":{"paid_months":96,
"average_index":"0.6","account_balance":"25012.34"},"plan":{"base_percent":"60"}}"""
INJURY = """{"region":"370100","when":"2026-11-16T12:10:00+08:00","platform":"meituan","sector":"instant_delivery",
"facts":{"order_state":"to_dropoff","harm":"accident","cause":"traffic"}}"""
FORM = """{"region":"370000","retired":"2026-01","benefit_base":"7831","index":"1.735","total_months":289,
"months_before_account":29,"account_balance":"160413.01","divisor":168}"""
RESIDENT = """{"region":"370100","birth":"1970-01","paid_years":5,"account_balance":"5600","yearly":"1000"}"""
TRANSFER = """{"region":"370100","birth":"1970-01","category":"male60","employee_months":100,"resident_years":5}"""
PERSON = """{"region":"370100","person":{"platform":"meituan","pays_pension":true,
"income_reaches_base":true,"pension_paid":"914.60"}}"""
JOBS = ("pension", "injury", "wages", "gap", "replay", "resident", "transfer", "entitlements")
pytestmark = pytest.mark.usefixtures("qapp")
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")


@pytest.fixture(params=LANGUAGES)
def t(request):
    return Texts(paths.resources() / "i18n", request.param)


class Slips(dict):
    """A slip of each job, made when it is first asked for."""

    def __init__(self, services, today, t):
        self._services, self._today, self._t = services, today, t

    def __missing__(self, job):
        self[job] = getattr(self, f"_{job}")()
        return self[job]

    def _occasion(self, command):
        return Occasion.of(command, self._services, self._today, self._t)

    def _pension(self):
        request, ask = read_request(exact_json(PENSION), self._today), self._services.pension.estimate
        found = {case.category: ask(request.region, case, self._today, request.history) for case in request.cases}
        return pension_slip(found, request.cases[0], self._occasion(commands.estimate.command(request)))

    def _injury(self):
        injury = self._services.injury
        told = read_accident(exact_json(INJURY), injury, self._today)
        decided = injury.check(told.answers, told.today, claim=told.claim)
        names = platform_names(injury.law("370100", self._today), self._t)
        return injury_slip(
            decided, names, self._occasion(commands.injury.command(told.answers, told.today, told.claim))
        )

    def _wages(self):
        query, wages = Query(("4-10-08-01",), ("370100",)), self._services.wages
        asked = self._occasion(commands.wages.command(query, wages))
        return wages_slip(wages.compare(query, self._today), self._services.data.reference.regions, asked)

    def _gap(self):
        pension, official = self._services.pension, read_official(Decimal("3902.25"), None, None)
        form = read_form(exact_json(FORM), pension, self._today)
        found = pension.gap(form, official, self._today)
        asked = self._occasion(commands.forms.gap_command(form, official))
        return gap_slip(found, official, self._services.data.reference.regions, asked)

    def _replay(self):
        form = read_form(exact_json(FORM), self._services.pension, self._today)
        found = self._services.pension.replay(form, self._today)
        return replay_slip(found.result, found, self._occasion(commands.forms.replay_command(form)))

    def _resident(self):
        region, case = read_resident(exact_json(RESIDENT), self._today)
        found = self._services.pension.resident(region, case, self._today)
        return resident_slip(found, self._occasion(commands.schemes.resident_command(region, case)))

    def _transfer(self):
        moving = read_transfer(exact_json(TRANSFER), self._today, self._services.data.reference.regions)
        found = self._services.pension.transfer(moving.region, moving.case, self._today)
        return transfer_slip(found, self._occasion(commands.schemes.transfer_command(moving)))

    def _entitlements(self):
        entitlements = self._services.entitlements
        told = read_person(exact_json(PERSON), entitlements, self._today)
        found = entitlements.check(told.answers, told.region, told.today)
        asked = commands.entitlements.command(told.answers, told.region, told.today)
        return entitlements_slip(found, self._occasion(asked))


@pytest.fixture
def slips(services, today, t):
    return Slips(services, today, t)


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
    said = repr(replace(slips[job], carried=None))
    assert "**" not in said
    assert t("pension.no-figure") not in said


def test_what_to_do_after_an_accident_has_its_days_and_its_boxes(slips, t):
    slip = slips["injury"]
    assert any(line.end == t("deadline.today") for line in slip.steps.lines)
    assert all(line.mark == "box" for line in slip.papers.lines)
    assert len(slip.papers.lines) > 3


@pytest.mark.parametrize("job", JOBS)
def test_nothing_of_the_working_stands_twice_and_its_numbers_lead_to_the_sources(slips, job):
    working, sources = slips[job].working, slips[job].sources
    said = [(line.label, line.value, line.formula) for line in working]
    assert len(said) == len(set(said))
    assert [line.number for line in working] == list(range(1, len(working) + 1))
    assert [int(source.text.partition(".")[0]) for source in sources] == list(range(1, len(sources) + 1))
    cited = {int(number) for line in working for number in re.findall(r"\d+", line.sources)}
    assert cited <= set(range(1, len(sources) + 1))
    assert cited or not working


def test_what_there_may_be_to_claim_stands_on_three_sheets(slips, t):
    assert len(Pages(slips["entitlements"], A4, t)) == 3


def test_what_may_be_claimed_comes_first_with_where_to_go_and_what_to_bring(slips, t):
    slip = slips["entitlements"]
    assert slip.because.title == t("claim.LIKELY")
    assert [line.mark for line in (*slip.steps.lines, *slip.papers.lines)] == ["box"] * len((
        *slip.steps.lines,
        *slip.papers.lines,
    ))


def test_a_form_that_differs_says_by_how_much_why_and_what_to_look_at(slips, t):
    slip = slips["gap"]
    assert "58.73" in slip.verdict
    assert [line.end for line in slip.amounts.lines][-1] == "3,960.98"
    assert slip.because.lines[0].end == t("form.gives", amount="3,902.25")
    assert slip.steps.lines


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


@pytest.mark.parametrize("job", JOBS)
def test_what_goes_on_on_another_sheet_has_its_heading_there_too(slips, t, job):
    for page in Pages(slips[job], A4, t).placed[1:]:
        assert isinstance(page[0].block, Heading)


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


def test_the_file_names_its_language_and_is_whole_after_that(slips, t):
    content, letters = pdf(slips["pension"], A4, t), (ctypes.c_ushort * 8)()
    with PdfDocument(content) as found:
        raw.FPDFCatalog_GetLanguage(found.raw, letters, ctypes.sizeof(letters))
        assert len(found) == len(Pages(slips["pension"], A4, t))
    assert bytes(letters).decode("utf-16-le").rstrip("\0") == {"zh": "zh-CN", "en": "en"}[t.language]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.6\n", b"trailer\n<</Root 9 0 R>>\nstartxref\n1\n%%EOF"])
def test_a_file_that_is_not_as_qt_writes_it_today_is_left_as_it_is(content):
    assert with_language(content, "en") == content


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
