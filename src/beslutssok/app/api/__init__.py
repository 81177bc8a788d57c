"""The HTTP API: the verbs of the façade for programs, described by OpenAPI."""

from beslutssok.app.api.build import build_api
from beslutssok.app.api.limits import Limits, RequestLimits

__all__ = ["Limits", "RequestLimits", "build_api"]
