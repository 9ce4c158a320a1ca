"""All entitlements that are assessed, in the order in which they are shown."""

from __future__ import annotations

from gigdesk.domain.entitlements.accident_insurance import ACCIDENT_INSURANCE_SUBSIDY
from gigdesk.domain.entitlements.entitlement import Entitlement
from gigdesk.domain.entitlements.graduates import GRADUATE_LIVING, JOB_SEARCH_GRANT
from gigdesk.domain.entitlements.platform_pension import PLATFORM_PENSION
from gigdesk.domain.entitlements.ride_hailing import RIDE_HAILING_PERMIT
from gigdesk.domain.entitlements.social_insurance import SOCIAL_INSURANCE
from gigdesk.domain.entitlements.startup_grants import POST_GRANT, STARTUP_GRANT
from gigdesk.domain.entitlements.startup_loans import STARTUP_LOAN, STARTUP_LOAN_FIRM
from gigdesk.domain.entitlements.training import SKILLS_TRAINING, STARTUP_TRAINING

CATALOGUE: tuple[Entitlement, ...] = (
    PLATFORM_PENSION,
    SOCIAL_INSURANCE,
    ACCIDENT_INSURANCE_SUBSIDY,
    STARTUP_LOAN,
    STARTUP_GRANT,
    POST_GRANT,
    STARTUP_LOAN_FIRM,
    STARTUP_TRAINING,
    SKILLS_TRAINING,
    GRADUATE_LIVING,
    JOB_SEARCH_GRANT,
    RIDE_HAILING_PERMIT,
)
