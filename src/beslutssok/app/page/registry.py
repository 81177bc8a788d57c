"""The views of the page besides the search, in the order of the navigation."""

from beslutssok.app.page.about_view import AboutView
from beslutssok.app.page.actions_view import ActionsView
from beslutssok.app.page.case_view import CaseView
from beslutssok.app.page.item_view import OneItem
from beslutssok.app.page.matters_view import MattersView
from beslutssok.app.page.overview_view import OverviewView
from beslutssok.app.page.precedents_view import PrecedentsView
from beslutssok.app.page.views import View

VIEWS: tuple[View, ...] = (
    CaseView(),
    PrecedentsView(),
    OverviewView(),
    ActionsView(),
    AboutView(),
    MattersView(),
    OneItem(),
)
