"""One short answer of each format that a feed reads, in its layout; the figures matter nothing here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

ILOSTAT = (
    b'"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status"\n'
    b'"CHN","FX:216","EAR_EMTA_SEX_CUR_NB","SEX_T","CUR_TYPE_LCU","2022",5436,\n'
    b'"CHN","DA:994","EAR_EMTA_SEX_CUR_NB","SEX_T","CUR_TYPE_LCU","2008",2435.75,\n'
)
ILOSTAT_NAMES = b'"source","source.label"\n"FX:216","CHN - Survey, of units"\n"DA:994","Other"\n'
SDMX = (
    b"DATAFLOW;REF_AREA;FREQ;SEX;OCU;CUR;TIME_PERIOD;OBS_VALUE;OBS_STATUS;UNIT_MULT;SOURCE\n"
    b"ILO:DF_EAR_EMTA_SEX_OCU_CUR_NB(1.0);CHN;A;SEX_T;OCU_ISCO08_5;CUR_TYPE_LCU;2022;5,436;A;3;X\n"
)
OECD = (
    b"STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA: Area,UNIT_MEASURE,PAY_PERIOD,PRICE_BASE,AGGREGATION_OPERATION,SEX,"
    b"TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n"
    b'DATAFLOW,OECD.ELS.SAE:DSD_EARNINGS@AV_AN_WAGE(1.0),I,"AUS: Australia",AUD,A,V,MEAN,_Z,2024,98000,A,0\n'
    b"DATAFLOW,OECD.ELS.SAE:DSD_EARNINGS@AV_AN_WAGE(1.0),D,AUS,USD_PPP,A,Q,MEDIAN,_T,2023,,M,\n"
)
EUROSTAT = (
    b'{"class":"dataset","label":"Mean hourly earnings","value":{"0":11.5,"1":12},"status":{"1":"b"},'
    b'"id":["geo","unit","time"],"size":[2,1,1],"dimension":{"geo":{"category":{"index":["DE","FR"]}},'
    b'"unit":{"category":{"index":{"EUR":0}}},"time":{"category":{"label":{"2022":"2022"}}}}}'
)
JSONSTAT_1 = (
    b'{"any":{"label":"Median monthly earnings","updated":"2025-11-20","value":[2500,null],"status":["","u"],'
    b'"dimension":{"id":["isco08","geo","currency","time"],"size":[2,1,1,1],'
    b'"isco08":{"label":"o","category":{"index":{"TOTAL":0,"OC5":1},"label":{"OC5":"Service"}}},'
    b'"geo":{"category":{"index":{"DE":0}}},"currency":{"category":{"index":["NAC"]}},'
    b'"time":{"category":{"index":{"2022":0}}}}}}'
)
BLS = (
    b'{"status":"REQUEST_SUCCEEDED","message":[],"Results":{"series":[{"seriesID":"OEUN000000000000043502113",'
    b'"data":[{"year":"2024","period":"A01","value":"38340","footnotes":[{}]}]}]}}'
)
BLS_FILE = (
    b"series_id\tyear\tperiod\tvalue\tfootnote_codes\r\nOEUN000000000000043502113     \t2024\tA01\t       38340\t\r\n"
)
NOMIS = (
    b"GEOGRAPHY_CODE,SEX,ITEM,ITEM_NAME,PAY,PAY_NAME,TIME,OBS_VALUE,OBS_STATUS,RECORD_COUNT\n"
    b'"E12000001",7,2,"Median",7,"Annual pay - gross",2025,30000.5,"A",1\n'
)
WORLD_BANK = (
    b'[{"page":1,"pages":1,"total":1,"lastupdated":"2026-07-13"},[{"indicator":{"id":"PA.NUS.PRVT.PP"},'
    b'"countryiso3code":"CHN","date":"2025","value":3.45}]]'
)
NBS = (
    '{"data":[{"code":"2025YY","values":[{"i_showname":"制造业城镇私营单位就业人员平均工资","value":"76055",'
    '"da":"000000000000","du_name":"元"}]}],"success":true,"state":20000}'
).encode()
NBS_OLD = (
    '{"returncode":200,"returndata":{"datanodes":[{"code":"zb.A_sj.2024","data":{"hasdata":true,"strdata":"124110"},'
    '"wds":[{"valuecode":"A","wdcode":"zb"},{"valuecode":"2024","wdcode":"sj"}]}],"wdnodes":[{"wdcode":"zb",'
    '"nodes":[{"cname":"城镇非私营单位就业人员平均工资","code":"A","unit":"元"}]}]}}'
).encode()
NBS_TREE = (
    '{"data":[{"_id":"a","name":"就业人员和工资","isLeaf":false},{"_id":"b","name":"工资","isLeaf":true}],"state":20000}'
).encode()
NBS_INDICATORS = '{"data":{"list":[{"_id":"i","i_showname":"就业人员平均工资"}]},"success":true}'.encode()
NBS_RELEASE = """<html><head><meta name="PubDate" content="2026/05/15 16:00"></head><body><div class="txt-content">
<p>表3　2025年城镇私营单位分行业就业人员年平均工资</p><table class="trs_word_table">
<tr><td colspan="3">单位：元，%</td></tr><tr><td>行业</td><td>2025年</td><td>名义增长率</td></tr>
<tr><td>合计</td><td><span>71</span><span>590</span></td><td>3.0</td></tr></table>
<p>表7　2025年规模以上企业分岗位年平均工资</p><table><tr><td rowspan="2">行业</td><td>专业技术人员</td></tr>
<tr></tr><tr><td>制造业</td><td>151997</td></tr></table></div></body></html>""".encode()
SURVEY: Sequence[Sequence[object]] = (
    ("AREA_TYPE", "PRIM_STATE", "NAICS", "OCC_CODE", "OCC_TITLE", "H_MEAN", "A_MEAN", "A_PCT10", "A_MEDIAN", "A_PCT90"),
    (1, "US", "000000", "00-0000", "All Occupations", 32.66, 67920, 29990, 49500, "#"),
    (2, "AL", "000000", "43-5021", "Couriers and Messengers", "*", 40060, 29880, 38340, 50590),
    (1, "US", "484000", "53-3032", "Drivers", 28.08, "*", "", "**", 78800),
)
TEXTS: Mapping[str, Sequence[bytes]] = {
    "ilostat": (ILOSTAT, ILOSTAT_NAMES),
    "ilo-sdmx": (SDMX, OECD),
    "oecd": (OECD, SDMX),
    "eurostat": (EUROSTAT, JSONSTAT_1),
    "bls": (BLS, BLS_FILE),
    "nomis": (NOMIS,),
    "worldbank": (WORLD_BANK,),
    "nbs": (NBS, NBS_OLD),
    "nbs-release": (NBS_RELEASE,),
}
"""By feed."""


def workbook(rows: Sequence[Sequence[object]] = SURVEY) -> bytes:
    """A workbook of such rows, in the zip in which the US survey comes."""
    import xlsxwriter

    inner = io.BytesIO()
    with xlsxwriter.Workbook(inner, {"in_memory": True}) as book:
        sheet = book.add_worksheet("national_M2024_dl")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float) and abs(cell) < 1e300:  # noqa: PLR2004 - Excel knows no larger
                    sheet.write_number(number, column, cell)
                else:
                    sheet.write_string(number, column, str(cell)[:30_000].encode(errors="replace").decode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("oesm24nat/national_M2024_dl.xlsx"), inner.getvalue())
    return packed.getvalue()


def of(feed: str) -> tuple[bytes, ...]:
    """The answers of a feed."""
    return tuple(TEXTS[feed]) if feed in TEXTS else (workbook(),)
