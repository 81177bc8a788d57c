"""The few flags of curl that the documentation uses, so that its examples can be run."""

import json
import shlex
from pathlib import Path

import httpx


def run_curl(line: str, base: str, folder: Path) -> httpx.Response:
    """Run a line of the documentation against the server at ``base``; ``-o`` writes to ``folder``.

    Raises:
        ValueError: it has a flag that is not known here.
    """
    words = shlex.split(line)
    assert words.pop(0) == "curl"
    method, address, output = "POST", "", None
    parameters: list[tuple[str, str]] = []
    files: dict[str, tuple[str, bytes]] = {}
    body: object = None
    while words:
        word = words.pop(0)
        if word in ("-s", "-sG", "-G"):
            method = "GET" if "G" in word or method == "GET" else method
        elif word in ("-d", "--data-urlencode"):
            name, _, value = words.pop(0).partition("=")
            parameters.append((name, value))
        elif word == "--json":
            body = json.loads(words.pop(0))
        elif word == "-o":
            output = folder / words.pop(0)
        elif word == "-F":
            name, _, value = words.pop(0).partition("=")
            if value.startswith("@"):
                files[name] = (value[1:], (folder / value[1:]).read_bytes())
            else:
                parameters.append((name, value))
        elif word == "-u":
            words.pop(0)
        elif word.startswith("-"):
            raise ValueError(f"{word} in: {line}")
        else:
            address = word
    address = address.replace("http://127.0.0.1:7860", base)
    sends = body is not None or files or (parameters and method != "GET")
    with httpx.Client(timeout=60) as client:
        if not sends:
            response = client.get(address, params=parameters or None)
        else:
            response = client.post(
                address, json=body, data=dict(parameters) or None, files=files or None
            )
    if output is not None:
        output.write_bytes(response.content)
    return response
