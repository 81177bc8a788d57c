"""How much may be sent, and how often: middleware for what programs ask of."""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from threading import Lock

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from beslutssok.app.api.errors import error_response

MEGABYTE = 1_000_000
# A text to compare with is the longest that is asked with, and may be escaped six bytes a letter.
LARGEST_QUESTION = MEGABYTE
ADDRESSES_KEPT = 10_000
MINUTE = 60.0
RATED = ("/api", "/mcp", "/handlingar")


@dataclass(frozen=True, slots=True)
class Limits:
    """``rate`` is requests a minute and address, ``upload`` the largest file in bytes; 0 is none.

    A ``rate`` of 0 is any number, an ``upload`` of 0 allows no files at all.
    """

    rate: int = 0
    upload: int = 25 * MEGABYTE


class Rate:
    """How many requests each address still may make: ``rate`` a minute, all at once if it likes."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, address: str) -> int:
        """Use up one request; gives 0, or after how many seconds there is another."""
        return self._used(address, 1)

    def look(self, address: str) -> int:
        """Tell after how many seconds there is a request to use, 0 if there is one now."""
        return self._used(address, 0)

    def _used(self, address: str, count: int) -> int:
        if not self._rate:
            return 0
        address = _network(address)
        now = self._clock()
        with self._lock:
            left, at = self._left.pop(address, (float(self._rate), now))
            left = min(self._rate, left + (now - at) * self._rate / MINUTE)
            wait = 0 if left >= 1 else int((1 - left) * MINUTE / self._rate) + 1
            self._left[address] = (left if wait else left - count, now)
            while len(self._left) > ADDRESSES_KEPT:
                self._left.popitem(last=False)
        return wait


class RequestLimits:
    """Middleware that refuses, as JSON, what is too much or too often.

    How often is counted for the paths that begin as ``rated`` says. A body over its limit is
    refused by its stated length, or once it has been read so far.
    """

    def __init__(self, app: ASGIApp, limits: Limits, rated: Sequence[str] = RATED) -> None:
        self.app = app
        self.limits = limits
        self.rated = tuple(rated)
        self.rate = Rate(limits.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        client = scope.get("client")
        is_rated = scope["path"].startswith(self.rated)
        wait = self.rate.take(client[0] if client else "") if is_rated else 0
        if wait:
            refusal = error_response(
                429,
                "För många förfrågningar på kort tid.",
                f"Vänta {wait} s och fråga igen.",
                retry=wait,
            )
            await refusal(scope, receive, send)
            return
        headers = Headers(scope=scope)
        is_file = headers.get("content-type", "").startswith("multipart/form-data")
        # The page sends a file as text within an event of its own; a form adds some around it.
        most = LARGEST_QUESTION
        if is_file or not is_rated:
            most += self.limits.upload * (1 if is_rated else 2)
        stated = headers.get("content-length", "0")
        if not stated.isdecimal() or int(stated) > most:
            await _too_large(most)(scope, receive, send)
            return
        read = 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413)
            return message

        await self.app(scope, receive_counted, send)


def _too_large(most: int) -> ASGIApp:
    size = f"{most / MEGABYTE:.0f} MB"
    return error_response(413, "Det som skickades är för stort.", f"Skicka högst {size}.")


def _network(address: str) -> str:
    """The address, or for IPv6 its network: there everyone has a great many addresses.

    >>> _network("2001:db8:0:1::7"), _network("192.0.2.7")
    ('2001:db8:0:1::', '192.0.2.7')
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and not parsed.ipv4_mapped:
        return str(IPv6Address(int(parsed) >> 64 << 64))
    return address
