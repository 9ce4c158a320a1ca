"""What a claim may bring, head by head: an amount where everything it rests on is known, else why there is none.

`claim` is what the amounts depend on beside the facts that decide, `case` that and the law, `head` what comes out.
The heads: `recovery` (treatment, leave, care), `disability`, `subsidies`, `death`, `dependants`, `pilot_heads`.
`own_wage`, `average` and `floor` are what several of them rest on; `listed` goes through the lists of the law.
"""

from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.claim import NOTHING_KNOWN, Care, Claim, Dependant, Relation, Tier
from gigdesk.domain.injury.benefits.head import Benefit, Share, Why
from gigdesk.domain.injury.benefits.listed import WARNINGS, benefits

__all__ = [
    "NOTHING_KNOWN",
    "WARNINGS",
    "Benefit",
    "Care",
    "Case",
    "Claim",
    "Dependant",
    "Relation",
    "Share",
    "Tier",
    "Why",
    "benefits",
]
