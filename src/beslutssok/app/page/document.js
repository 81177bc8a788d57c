// The document beside the hit: its pages as pictures, with the very lines marked.
(() => {
  const beslutssok = window.beslutssok;
  if (beslutssok.openDocument) return;
  const settings = window.beslutssokSettings;
  const ZOOMS = [1, 1.5, 2, 3];
  let cameFrom = null;
  let zoom = 1;

  function panel() {
    return document.querySelector(".bs-document");
  }

  function isBeside() {
    return document.documentElement.classList.contains("bs-document-open");
  }

  function openDocument(id, opener) {
    cameFrom = opener || cameFrom;
    if (beslutssok.parameters().get("visa") !== id) {
      const rest = [...beslutssok.parameters()].filter(([name]) => name !== "visa");
      beslutssok.push(beslutssok.write([...rest, ["visa", id]]));
    }
    beslutssok.announce(settings.opening);
    beslutssok.send("field-document", id);
  }

  function closeDocument({ silent = false } = {}) {
    if (!isBeside()) return;
    document.documentElement.classList.remove("bs-document-open");
    panel()?.setAttribute("hidden", "");
    delete panel()?.dataset.focused;
    setBackground(false);
    if (silent) return;
    const rest = [...beslutssok.parameters()].filter(([name]) => name !== "visa");
    beslutssok.push(beslutssok.write(rest));
    const id = panel()?.dataset.id;
    const opener = cameFrom?.isConnected ? cameFrom : showLinks().find((each) => each.dataset.id === id);
    opener?.focus();
    cameFrom = null;
  }

  // Over the list, on a phone, what is behind can neither be reached nor read aloud.
  function setBackground(covered) {
    const over = covered && window.matchMedia("(max-width: 1099px)").matches;
    const box = document.getElementById("document");
    for (let part = box; part && part !== document.body; part = part.parentElement) {
      [...part.parentElement.children]
        .filter((each) => each !== part && !each.classList.contains("bs-announcer"))
        .forEach((each) => (each.inert = Boolean(over)));
    }
    if (panel()) {
      panel().setAttribute("role", over ? "dialog" : "region");
      if (over) panel().setAttribute("aria-modal", "true");
      else panel().removeAttribute("aria-modal");
    }
  }

  function showLinks() {
    return [...document.querySelectorAll("a.bs-show[data-id]")];
  }

  // Called when the server's part of the panel has come; it may be the one that was closed.
  function documentShown() {
    const box = panel();
    if (!box) return;
    const beside = Boolean(box.closest("#document"));
    if (!box.dataset.ready) prepare(box);
    if (!beside || isBeside() && box.dataset.focused) return;
    if (beslutssok.parameters().get("visa") !== box.dataset.id) return;
    document.documentElement.classList.add("bs-document-open");
    box.removeAttribute("hidden");
    box.dataset.focused = "yes";
    nameNeighbours();
    setBackground(true);
    box.querySelector("h2")?.focus();
  }

  function prepare(box) {
    box.dataset.ready = "yes";
    zoom = 1;
    picture()?.addEventListener("load", (event) => placeMarks(box, event.currentTarget));
    picture()?.addEventListener("error", () => tellMissing(box));
    turn(Number(box.dataset.page));
  }

  function picture() {
    return panel()?.querySelector(".bs-sheet img");
  }

  function turn(page) {
    const box = panel();
    const last = Number(box.dataset.pages) || Infinity;
    const wanted = Math.min(Math.max(page, 1), last);
    const image = picture();
    if (!image) return;
    const scale = zoom > 1 ? 3 : 2;
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
    const first = box.querySelector(".bs-rect.bs-the-hit:not([hidden])");
    const sheet = box.querySelector(".bs-sheet");
    if (first) sheet.scrollTop = Math.max(0, first.offsetTop - sheet.clientHeight / 3);
  }

  function tellMissing(box) {
    box.querySelector(".bs-sheet").removeAttribute("aria-busy");
    box.querySelector(".bs-missing").hidden = false;
  }

  function setZoom(step) {
    const at = Math.min(Math.max(ZOOMS.indexOf(zoom) + step, 0), ZOOMS.length - 1);
    zoom = ZOOMS[at];
    const box = panel();
    box.querySelector(".bs-paper").style.width = `${100 * zoom}%`;
    box.querySelector("[data-zoom='-1']").disabled = at === 0;
    box.querySelector("[data-zoom='1']").disabled = at === ZOOMS.length - 1;
    turn(Number(box.dataset.page));
    beslutssok.announce(`${Math.round(zoom * 100)} %`);
  }

  // The hits of the same document, in the order of the list.
  function hitsHere() {
    const file = panel().dataset.file;
    const ids = showLinks()
      .filter((link) => link.dataset.file === file && !link.closest(".bs-document"))
      .map((link) => link.dataset.id);
    return [...new Set(ids)];
  }

  function nameNeighbours() {
    const box = panel();
    const ids = hitsHere();
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
    if (button.dataset.turn) turn(Number(panel().dataset.page) + Number(button.dataset.turn));
    if (button.dataset.zoom) setZoom(Number(button.dataset.zoom));
    if (button.dataset.hit) openDocument(button.dataset.id);
    if (button.dataset.goto) turn(Number(button.dataset.goto));
    if (button.classList.contains("bs-close")) closeDocument();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isBeside()) closeDocument();
    const inText = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (!panel() || inText || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!event.target.closest?.(".bs-document")) return;
    if (event.key === "PageDown" && event.shiftKey) turn(Number(panel().dataset.page) + 1);
    if (event.key === "PageUp" && event.shiftKey) turn(Number(panel().dataset.page) - 1);
  });

  Object.assign(beslutssok, { openDocument, closeDocument, documentShown });
})();
