"""What the commands that decide give back alike: their questions, and the reasons for an outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gigdesk.cli.context import Output
from gigdesk.domain.decision import Question
from gigdesk.domain.law import Law
from gigdesk.domain.reasons import Reason
from gigdesk.services.answer import Answer
from gigdesk.store.texts import Texts

Asked = Callable[[Question[object], Texts], Mapping[str, object]]


def questions(answer: Answer[tuple[Question[object], ...]], law: Law, asked: Asked, t: Texts) -> Output:
    """Every question in the order of asking, as `asked` puts it, with its choices by the law."""
    put = [
        {**asked(question, t), "kind": question.kind, "choices": list(question.options(law))}
        for question in answer.result
    ]
    lines = [f"{number:2}. {one['question']}" for number, one in enumerate(put, start=1)]
    return Output({"questions": put}, lines, answer)


def reason(found: Reason, t: Texts, **more: object) -> dict[str, object]:
    """A reason for JSON; `more` stands between how it is and what it rests on."""
    return {
        "rule": found.condition,
        "text": reason_text(found, t),
        "found": found.holds,
        "state": found.state,
        **more,
        "facts": found.facts,
        "sources": list(dict.fromkeys(value.source for value in found.citations)),
    }


def reason_text(found: Reason, t: Texts) -> str:
    """A reason in plain words, without the marks for bold."""
    return t(f"reason.{found.condition}.{found.state}").replace("**", "")
