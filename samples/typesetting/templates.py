"""Which layout stands behind each name."""

from typesetting.agenda import KommunKallelse, RegionKallelse
from typesetting.kommun import BunProtokoll, KfProtokoll, KommunProtokoll
from typesetting.layout import Layout
from typesetting.region import HsnProtokoll, RegionProtokoll, RfProtokoll
from typesetting.report import Handling

LAYOUTS: dict[str, Layout] = {
    "region-protokoll": RegionProtokoll(),
    "region-kallelse": RegionKallelse(),
    "rf-protokoll": RfProtokoll(),
    "hsn-protokoll": HsnProtokoll(),
    "kommun-protokoll": KommunProtokoll(),
    "kommun-kallelse": KommunKallelse(),
    "kf-protokoll": KfProtokoll(),
    "bun-protokoll": BunProtokoll(),
    "handling": Handling(),
}
