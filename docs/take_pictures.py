"""Take a picture of each view of the page, on a desk and on a phone, light and dark.

Reads the sample documents in ``ingest/`` into an index of its own, unless ``--index`` names one,
serves the page, and lets Chromium look at it: ``make pictures``. The pictures are written to
``docs/pictures/``, with few colours, so that they stay small.
"""

import argparse
import os
import shutil
import sys
import tempfile
import threading
from io import BytesIO
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import beslutssok
from beslutssok.app.page import ExampleQuestions
from beslutssok.app.page.sources import case_address
from beslutssok.app.page.swedish import SWEDISH
from beslutssok.app.page.views import write_link
from beslutssok.app.server import create_app, listen

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
QUESTION = "Ska skolan i Gäddtjärn läggas ned?"
COLOURS = 96
WAIT = 60_000
DEVICES = {"dator": (1280, 860), "mobil": (390, 844)}
SCHEMES = {"ljus": "light", "mork": "dark"}


def main() -> int:
    """Take all pictures and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, help="an index to show; else the samples are read")
    parser.add_argument("--only", default="", help="take only pictures whose name begins so")
    parser.add_argument("--to", type=Path, default=FOLDER, help="the folder to write them to")
    given = parser.parse_args()
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser_path is None:
        sys.stderr.write("No Chromium on this machine: apt-get install chromium\n")
        return 1
    with tempfile.TemporaryDirectory() as made:
        index = beslutssok.open(given.index or Path(made))
        if given.index is None:
            index.ingest([ROOT / "ingest"])
        address = serve(index)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=browser_path,
                args=["--no-sandbox", "--disable-gpu", "--lang=sv"],
                env={**os.environ, "LANGUAGE": "sv"},  # The browser's own words, as users have.
            )
            for name, view in list_views(index).items():
                if name.startswith(given.only):
                    take(browser, address + view, given.to / name)
            browser.close()
    return 0


def serve(index: beslutssok.Index) -> str:
    """Serve the page in a thread, and give its address."""
    index.warm_up()
    questions = ExampleQuestions()
    questions.find(index, SWEDISH)
    listener = listen("127.0.0.1", 0)
    config = uvicorn.Config(create_app(index, examples=questions), log_level="warning")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, args=([listener],), daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}/"


def list_views(index: beslutssok.Index) -> dict[str, str]:
    """Give the address of each view, by the name of its picture."""
    answer = index.ask(QUESTION)
    hit = answer.citations[0]
    return {
        "start": "",
        "svar": write_link(q=QUESTION),
        "handling": write_link(q=QUESTION, visa=hit.id),
        "arende": case_address(hit),
        "liknande": write_link(vy="liknande", id=hit.item_id),
        "oversikt": write_link(vy="oversikt"),
        "agerande": write_link(vy="agerande", vem="V"),
        "om": write_link(vy="om"),
        "english": write_link(q=QUESTION, sprak="en"),
    }


def take(browser: Browser, address: str, path: Path) -> None:
    """Take the pictures of the view at an address; the name of each begins as ``path``."""
    for device, (width, height) in DEVICES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=device == "mobil",
            reduced_motion="reduce",
            color_scheme="light",
        )
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("html.bs-ready", timeout=WAIT)
        page.wait_for_function(
            "[...document.images].every(image => image.complete) &&"
            " !document.querySelector('[aria-busy=true]')",
            timeout=WAIT,
        )
        for scheme, words in SCHEMES.items():
            page.evaluate("dark => document.body.classList.toggle('dark', dark)", words == "dark")
            page.wait_for_timeout(300)
            save(page, path.with_name(f"{path.name}-{device}-{scheme}.png"))
        context.close()


def save(page: Page, path: Path) -> None:
    """Save what is seen as a small file."""
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path} {path.stat().st_size // 1024} kB\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
