"""Where the figures of the overview lead: to the very items that are counted."""

from beslutssok.app.page.texts import Texts
from beslutssok.app.page.view_scope import Scope, narrow_scope
from beslutssok.app.page.views import write_link
from beslutssok.domain import MattersOfPeriod, Outcome

QUESTIONS = {
    Outcome.APPROVED: "Vilka beslut fattades?",
    Outcome.PARTLY_APPROVED: "Vilka motioner bifölls delvis?",
    Outcome.REJECTED: "Vilka ärenden avslogs?",
    Outcome.REFERRED_BACK: "Vilka ärenden återremitterades?",
    Outcome.REFERRED: "Vilka ärenden remitterades?",
    Outcome.TABLED: "Vilka ärenden bordlades?",
    Outcome.NOTED: "Vilka ärenden lades till handlingarna?",
    Outcome.ANSWERED: "Vilka motioner ansågs besvarade?",
    Outcome.WITHDRAWN: "Vilka ärenden utgick?",
    Outcome.PROPOSED: "Vilka förslag lades fram?",
    Outcome.UNKNOWN: "Vilka ärenden behandlades?",
}
"""What finds the items of an outcome, in the language of the documents."""


def matters_address(each: MattersOfPeriod, scope: Scope, texts: Texts) -> str:
    """The address of the very items that are counted; none where their body is not known."""
    if not each.organ:
        return ""
    within = narrow_scope(scope, each.first, each.last, texts)
    return write_link(
        vy="arendeslag",
        slag=each.kind.value,
        huvudman=each.huvudman,
        organ=each.organ,
        fran=within.date_from,
        till=within.date_to,
    )


def hits_address(outcome: Outcome, scope: Scope) -> str:
    """The address of the search that finds the items of an outcome; documents are in Swedish."""
    return write_link(
        q=QUESTIONS[outcome],
        huvudman=scope.huvudman,
        organ=scope.organ,
        fran=scope.date_from,
        till=scope.date_to,
    )


def actions_address(party: str, scope: Scope, kind: str = "") -> str:
    """The address of what a party did."""
    return write_link(
        vy="agerande",
        vem=party,
        slag=kind,
        huvudman=scope.huvudman,
        organ=scope.organ,
        fran=scope.date_from,
        till=scope.date_to,
    )
