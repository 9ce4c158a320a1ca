"""What a row of a wage table speaks about: its code and its name, taken from what the row prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gigdesk.domain.wages.codes import ALL, ALL_LABEL, plain
from gigdesk.domain.wages.industries import is_total, section_of
from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.posts import ALL_POSTS, ALL_POSTS_LABEL
from gigdesk.services.wage_tables.account import Account, Problem
from gigdesk.services.wage_tables.codes import code_of
from gigdesk.services.wage_tables.figures import MARKS, MOST_KEPT
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap, letter

MOST_LETTERS = 200
_SIGNS = re.compile(r"(?<=[\u4e00-\u9fff)）])\s*[(（]?\s*(L\s*/\s*S|S\s*/\s*L|L|S)\s*[)）]?$")
"""Behind a title: L a green occupation, S a digital one."""
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


@dataclass(frozen=True)
class Subject:
    """Code and label; the code is "" where there is none."""

    code: str
    label: str


class Subjects:
    """Reads what rows speak about; what was done besides is noted in the account.

    What the same cells meant once they mean again: in a million rows there are few occupations.
    """

    def __init__(self, mapping: TableMap, known: Known, account: Account) -> None:
        self._mapping, self._known, self._account = mapping, known, account
        self._at = {name: mapping.at(name) for name in ("code", "label", "industry", "industry_label")}
        self._is_cn = mapping.dimension == "occupation_cn"
        self._places = [at for at in self._at.values() if at is not None]
        self._met: dict[tuple[str, ...], tuple[Subject, tuple[str, ...]]] = {}
        self._done: list[str] = []

    def read(self, number: int, row: Sequence[str]) -> Subject | Problem:
        """The subject of a row."""
        key = tuple([row[at] if at < len(row) else "" for at in self._places])
        met = self._met.get(key)
        if met is None:
            self._done.clear()
            found = self._subject(number, row)
            if isinstance(found, Problem):
                return found
            met = found, tuple(self._done)
            if len(self._met) < MOST_KEPT:
                self._met[key] = met
        for remark in met[1]:
            self._account.remark(remark, number)
        return met[0]

    def _subject(self, number: int, row: Sequence[str]) -> Subject | Problem:
        label = self._label(self._cell("label", row))
        code = self._code(number, row, label)
        if isinstance(code, Problem):
            return code
        label = label or self._known.labels.get(code, "") or code
        if self._mapping.dimension in {ALL, "post"}:
            return Subject("", label or ALL_LABEL)
        if not label:
            return self._problem(number, "label", row, "no-label")
        if len(label) > MOST_LETTERS:
            return self._problem(number, "label", row, "long-label")
        return self._with_industry(code, label, row)

    def of_post(self, subject: Subject, post: str) -> Subject:
        """The same for one post: of an industry, or of a region where the rows are regions."""
        if not post:
            return subject
        name = ALL_POSTS_LABEL if post == ALL_POSTS else post
        if self._mapping.dimension == "post":
            return Subject(post, name)
        section = "" if subject.code == ALL else subject.code
        known = section or subject.code == ALL
        return Subject(f"{section}|{post}" if known else "", f"{subject.label}|{name}")

    def _label(self, text: str) -> str:
        """Without blanks between its signs, and without L and S behind it."""
        label = _BETWEEN.sub("", " ".join(text.split()))
        sign = _SIGNS.search(label) if self._is_cn else None
        if sign:
            self._done.append("sign")
            return label[: sign.start()].strip()
        return label

    def _code(self, number: int, row: Sequence[str], label: str) -> str | Problem:
        printed = self._cell("code", row)
        if is_total(label) or (not label and is_total(printed)):
            return ALL
        if MARKS.get(printed) is Flag.MISSING:
            return self._by_name(label)
        code = code_of(self._mapping.dimension, printed)
        if code is not None:
            return self._as_now(code, label)
        title = self._known.titles.get(plain(label)) if self._is_cn else None
        if title is None:
            return self._problem(number, "code", row, "code")
        self._done.append("code-mended")
        return title

    def _by_name(self, label: str) -> str:
        """A row without a code is that of the occupation or industry that it names in full; else it has none."""
        if self._mapping.dimension.startswith("industry"):
            return section_of(label) or ""
        if self._mapping.dimension not in {"occupation_cn", "job_title"}:
            return ""
        for names, remark in ((self._known.titles, "code-by-title"), (self._known.others, "code-by-other-name")):
            if plain(label) in names:
                self._done.append(remark)
                return names[plain(label)]
        return ""

    def _as_now(self, code: str, label: str) -> str:
        """A code that once meant something else: where the table's own title is that of another, that one is meant."""
        title = self._known.labels.get(code) if self._is_cn else None
        if title is None or not label or title == plain(label):
            return code
        meant = self._known.titles.get(plain(label))
        self._done.append("code-moved" if meant else "title-differs")
        return meant or code

    def _with_industry(self, code: str, label: str, row: Sequence[str]) -> Subject:
        industry, name = plain(self._cell("industry", row)), " ".join(self._cell("industry_label", row).split())
        if self._at["industry"] is None:
            return Subject(code, label)
        return Subject(f"{'' if code == ALL else code}|{industry}", f"{label}|{name}" if name else label)

    def _cell(self, name: str, row: Sequence[str]) -> str:
        at = self._at[name]
        return row[at] if at is not None and at < len(row) else ""

    def _problem(self, number: int, name: str, row: Sequence[str], why: str) -> Problem:
        at = self._at[name]
        return Problem(number, f"{letter(at)}{number}" if at is not None else "", self._cell(name, row), why)
