"""What the pension view says, as the charts draw it and as the picture that is taken away holds it."""

from __future__ import annotations

from gigdesk.store.texts import Texts
from gigdesk.ui.models.pension import PensionView, Tier
from gigdesk.ui.page import Desk
from gigdesk.ui.widgets.charts.picture import Picture, Section
from gigdesk.ui.widgets.charts.range_arrows import RangeArrows, Road, Roads
from gigdesk.ui.widgets.charts.range_strip import Range, RangeStrip


def roads(view: PensionView, t: Texts) -> Roads:
    """What may come, as roads from today."""
    drawn = tuple(Road(road.id, road.amount, road.name, road.assumption) for road in view.roads)
    return Roads(
        t("pension.today"), drawn, t("pension.roads.sentence", **{road.id: road.amount for road in view.roads})
    )


def strip(tier: Tier, view: PensionView) -> Range | None:
    """The range of a tier on the scale of all; None where no pension can be said."""
    if tier.range is None:
        return None
    low, expected, high = (float(amount) for amount in vars(tier.range).values())
    return Range(low, expected, high, view.scale, tier.percent == view.chosen)


def result_picture(view: PensionView, desk: Desk) -> Picture | None:
    """The result to take away: the roads, and below them each tier; None where there is no amount."""
    if not view.roads:
        return None
    t, shown = desk.t, roads(view, desk.t)
    ways = Section("", lambda theme: RangeArrows(shown, theme), view.notices)
    tiers = (_tier(tier, view, t) for tier in view.tiers)
    chips = "　".join(dict.fromkeys(chip.text for chip in view.chips))
    title = f"{view.title} **{view.amount}**"
    foot = (t("pension.office"), chips, view.explanation.data)
    return Picture(title, view.subtitle, (ways, *(tier for tier in tiers if tier)), foot)


def _tier(tier: Tier, view: PensionView, t: Texts) -> Section | None:
    shown = strip(tier, view)
    if shown is None:
        return None
    cost = t("pension.tier.cost", monthly=tier.monthly, in_all=tier.in_all)
    brings = t("pension.tier.figures", low=tier.low, expected=tier.expected, high=tier.high, payback=tier.payback)
    return Section(f"{tier.name}　{cost}", lambda theme: RangeStrip(shown, theme), (brings,))
