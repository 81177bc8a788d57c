// The document beside the hit: its pages as pictures, with the very lines marked.
(() => {
  const beslutssok = window.beslutssok;
  if (beslutssok.openDocument) return;
  const settings = window.beslutssokSettings;
  const ZOOMS = [1, 1.5, 2, 3];
  // On a sheet narrower than this, in pixels, a whole page is too small to be read.
  const NARROW = 520;
  const MARGIN = 12; // points beside the text
  let cameFrom = null;

  // Beside the list; the view of an item has a panel of its own, which stays when it is left.
  function beside() {
    return document.querySelector("#document .bs-document");
  }

  function isBeside() {
    return document.documentElement.classList.contains("bs-document-open");
  }

  function withoutShown() {
    return [...beslutssok.parameters()].filter(([name]) => name !== "visa");
  }

  function openDocument(id, opener) {
    cameFrom = opener || cameFrom;
    if (beslutssok.parameters().get("visa") !== id) {
      beslutssok.push(beslutssok.write([...withoutShown(), ["visa", id]]));
    }
    beslutssok.announce(settings.opening);
    beslutssok.send("field-document", id);
  }

  function closeDocument({ silent = false } = {}) {
    if (!isBeside()) return;
    const box = beside();
    document.documentElement.classList.remove("bs-document-open");
    box?.setAttribute("hidden", "");
    delete box?.dataset.focused;
    setBackground(false);
    if (silent) return;
    beslutssok.push(beslutssok.write(withoutShown()));
    const id = box?.dataset.id;
    const opener = cameFrom?.isConnected ? cameFrom : showLinks().find((each) => each.dataset.id === id);
    opener?.focus();
    cameFrom = null;
  }

  // Over the list, on a phone, what is behind can neither be reached nor read aloud.
  function setBackground(covered) {
    const over = covered && window.matchMedia("(max-width: 1099px)").matches;
    const part = document.getElementById("document");
    for (let each = part; each && each !== document.body; each = each.parentElement) {
      [...each.parentElement.children]
        .filter((other) => other !== each && !other.classList.contains("bs-announcer"))
        .forEach((other) => (other.inert = Boolean(over)));
    }
    const box = beside();
    if (!box) return;
    box.setAttribute("role", over ? "dialog" : "region");
    if (over) box.setAttribute("aria-modal", "true");
    else box.removeAttribute("aria-modal");
  }

  function showLinks() {
    return [...document.querySelectorAll("a.bs-show[data-id]")];
  }

  // Called when the server's part of the panel has come; it may be the one that was closed.
  function documentShown() {
    document.querySelectorAll(".bs-document:not([data-ready])").forEach(prepare);
    const box = beside();
    if (!box || isBeside() && box.dataset.focused) return;
    if (beslutssok.parameters().get("visa") !== box.dataset.id) return;
    document.documentElement.classList.add("bs-document-open");
    box.removeAttribute("hidden");
    box.dataset.focused = "yes";
    nameNeighbours(box);
    setBackground(true);
    box.querySelector("h2")?.focus();
  }

  function prepare(box) {
    box.dataset.ready = "yes";
    const image = picture(box);
    image?.addEventListener("load", () => placeMarks(box, image));
    image?.addEventListener("error", () => tellMissing(box));
    turn(box, Number(box.dataset.page));
  }

  function picture(box) {
    return box.querySelector(".bs-sheet img");
  }

  function zoomOf(box) {
    return Number(box.dataset.zoom) || 1;
  }

  function turn(box, page) {
    const image = picture(box);
    if (!image) return;
    const last = Number(box.dataset.pages) || Infinity;
    const wanted = Math.min(Math.max(page, 1), last);
    const scale = zoomOf(box) > 1 || isNarrow(box) ? 3 : 2;
    const source = box.dataset.image.replace("{page}", wanted).replace("{scale}", scale);
    box.dataset.page = wanted;
    if (image.getAttribute("src") !== source) {
      box.querySelector(".bs-sheet").setAttribute("aria-busy", "true");
      box.querySelector(".bs-missing").hidden = true;
      image.dataset.scale = scale;
      image.src = source;
    }
    const where = settings.pageOf.replace("{page}", wanted).replace("{pages}", box.dataset.pages);
    image.alt = where;
    box.querySelector(".bs-page-of").textContent = where;
    box.querySelector("[data-turn='-1']").disabled = wanted <= 1;
    box.querySelector("[data-turn='1']").disabled = wanted >= last;
    box.querySelectorAll("a.bs-pdf").forEach((link) => {
      link.href = link.href.replace(/#.*$/, "") + (link.hasAttribute("download") ? "" : `#page=${wanted}`);
    });
    box.querySelectorAll(".bs-rect").forEach((mark) => {
      mark.hidden = Number(mark.dataset.page) !== wanted;
    });
  }

  // Rectangles are in points from the upper left corner; the picture has so many pixels a point.
  // A picture may come after its panel gave way to another: it belongs to the panel that asked.
  function placeMarks(box, image) {
    const width = image.naturalWidth / Number(image.dataset.scale);
    const height = image.naturalHeight / Number(image.dataset.scale);
    box.querySelectorAll(".bs-rect").forEach((mark) => {
      const [left, top, right, bottom] = mark.dataset.box.split(" ").map(Number);
      mark.style.left = `${(100 * left) / width}%`;
      mark.style.top = `${(100 * top) / height}%`;
      mark.style.width = `${(100 * (right - left)) / width}%`;
      mark.style.height = `${(100 * (bottom - top)) / height}%`;
    });
    box.querySelector(".bs-sheet").removeAttribute("aria-busy");
    if (!box.dataset.zoom) magnify(box, isNarrow(box) ? zoomOfText(box, width) : 1);
    if (image.dataset.page !== box.dataset.page) goToMark(box, image, width);
  }

  function marksOfPage(box) {
    return [...box.querySelectorAll(".bs-rect:not([hidden])")];
  }

  function goToMark(box, image, width) {
    image.dataset.page = box.dataset.page;
    const sheet = box.querySelector(".bs-sheet");
    const marks = marksOfPage(box);
    const first = marks.find((mark) => mark.classList.contains("bs-the-hit"));
    sheet.scrollTop = first ? Math.max(0, first.offsetTop - sheet.clientHeight / 3) : 0;
    if (!marks.length) return;
    const left = Math.min(...marks.map((mark) => mark.offsetLeft));
    sheet.scrollLeft = left - (MARGIN * image.clientWidth) / width;
  }

  function isNarrow(box) {
    return box.querySelector(".bs-sheet").clientWidth < NARROW;
  }

  // So that the lines of the item fill the width: at least half as large again, at most twice.
  function zoomOfText(box, width) {
    const sides = marksOfPage(box).map((mark) => mark.dataset.box.split(" ").map(Number));
    const left = Math.min(...sides.map((side) => side[0]));
    const right = Math.max(...sides.map((side) => side[2]));
    const fitting = sides.length ? width / (right - left + 2 * MARGIN) : 0;
    return Math.min(Math.max(fitting, 1.5), 2);
  }

  function tellMissing(box) {
    box.querySelector(".bs-sheet").removeAttribute("aria-busy");
    box.querySelector(".bs-missing").hidden = false;
  }

  // What is in the middle stays there.
  function magnify(box, wanted) {
    const sheet = box.querySelector(".bs-sheet");
    const grown = wanted / zoomOf(box);
    const [x, y] = [sheet.clientWidth / 2, sheet.clientHeight / 2];
    const [left, top] = [(sheet.scrollLeft + x) * grown - x, (sheet.scrollTop + y) * grown - y];
    box.dataset.zoom = wanted;
    box.querySelector(".bs-paper").style.width = `${100 * wanted}%`;
    sheet.scrollTo(left, top);
    box.querySelector("[data-zoom='-1']").disabled = wanted <= ZOOMS[0];
    box.querySelector("[data-zoom='1']").disabled = wanted >= ZOOMS.at(-1);
  }

  function changeZoom(box, step) {
    const further = ZOOMS.filter((each) => (each - zoomOf(box)) * step > 0.05);
    if (!further.length) return;
    magnify(box, step > 0 ? further[0] : further.at(-1));
    turn(box, Number(box.dataset.page));
    beslutssok.announce(`${Math.round(zoomOf(box) * 100)} %`);
  }

  // The hits of the same document, in the order of the list.
  function hitsHere(file) {
    const ids = showLinks()
      .filter((link) => link.dataset.file === file && !link.closest(".bs-document"))
      .map((link) => link.dataset.id);
    return [...new Set(ids)];
  }

  function nameNeighbours(box) {
    const ids = hitsHere(box.dataset.file);
    const at = ids.indexOf(box.dataset.id);
    const row = box.querySelector(".bs-neighbours");
    if (!row) return;
    row.hidden = ids.length < 2 || at < 0;
    if (row.hidden) return;
    row.querySelector(":scope > span").textContent = settings.hitOf
      .replace("{number}", at + 1)
      .replace("{count}", ids.length);
    row.querySelectorAll("button").forEach((button) => {
      const id = ids[at + Number(button.dataset.hit)];
      button.disabled = id === undefined;
      button.dataset.id = id ?? "";
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(".bs-document button");
    if (!button) return;
    const box = button.closest(".bs-document");
    if (button.dataset.turn) turn(box, Number(box.dataset.page) + Number(button.dataset.turn));
    if (button.dataset.zoom) changeZoom(box, Number(button.dataset.zoom));
    if (button.dataset.hit) openDocument(button.dataset.id);
    if (button.dataset.goto) turn(box, Number(button.dataset.goto));
    if (button.classList.contains("bs-close")) closeDocument();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isBeside()) closeDocument();
    if (!(event.target instanceof Element) || !event.shiftKey) return;
    const box = event.target.closest(".bs-document");
    if (!box || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "PageDown") turn(box, Number(box.dataset.page) + 1);
    if (event.key === "PageUp") turn(box, Number(box.dataset.page) - 1);
  });

  Object.assign(beslutssok, { openDocument, closeDocument, documentShown });
})();
