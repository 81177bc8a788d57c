"""Work for processes apart that goes wrong in all ways."""

import os
import sys
import time
from typing import Any

from beslutssok.read.worker import Watch


def misbehave(task: dict[str, Any], watch: Watch) -> bytes:
    """Do what the task says to: on page 7, with a second's time."""
    watch(7, 1.0)
    match task["how"]:
        case "crash":
            os.abort()
        case "hang":
            time.sleep(600)
        case "hang in one instruction":
            pow(3, 10**9)
        case "eat":
            held = [bytes(1 << 30) for _ in range(64)]
            return b"%d" % len(held)
        case "fail":
            raise ValueError("oväntat")
        case "leave":
            sys.exit(0)
        case "chatter":
            sys.stdout.write("prat\n" * 10_000)
            sys.stdout.flush()
    return b"%d" % os.getpid()
