"""How outcomes are ordered and coloured in figures."""

from collections.abc import Mapping

from beslutssok.domain import Outcome

OUTCOME_TONES: Mapping[Outcome, str] = {
    Outcome.APPROVED: "approved",
    Outcome.PARTLY_APPROVED: "partly",
    Outcome.ANSWERED: "vote",
    Outcome.NOTED: "noted",
    Outcome.REFERRED_BACK: "open",
    Outcome.REFERRED: "referred",
    Outcome.TABLED: "tabled",
    Outcome.REJECTED: "rejected",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.PROPOSED: "proposal",
    Outcome.UNKNOWN: "unknown",
}
OUTCOME_ORDER = tuple(OUTCOME_TONES)
"""As they stand in a bar, from left to right."""
