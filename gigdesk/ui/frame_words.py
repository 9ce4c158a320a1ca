"""What stands on the frame: the name, the line under it, the tools that are offered."""

from __future__ import annotations

from gigdesk.ui.models.session import Session
from gigdesk.ui.widgets.frame import FrameWords
from gigdesk.ui.widgets.tools import ToolWords, text_sizes


def frame_words(session: Session, mark: str, *, dense: bool, aloud: bool) -> FrameWords:
    """The words of a frame; `mark` stands under the name where all is a sample, `aloud` is whether pages can be read.

    How the machine looks is chosen where nobody else comes to it: not at a kiosk, nor among samples.
    """
    t = session.texts
    letters = (t("tool.small"), t("tool.medium"), t("tool.large"))
    sizes = text_sizes(letters, (t("tool.small.name"), t("tool.medium.name"), t("tool.large.name")))
    look = "" if session.kiosk or session.demo else t("tool.look")
    speaker = t("tool.aloud") if aloud else ""
    tools = ToolWords(t("tool.size"), sizes, t("tool.contrast"), t("tool.language"), speaker, look)
    under = mark or t("app.desk" if dense else "app.place")
    foot = t("foot.finish"), t("foot.down"), t("foot.up")
    return FrameWords(t("app.name"), under, *foot, tools, marked=bool(mark))
