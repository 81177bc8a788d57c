// The frame of the page: the address of a view, links and forms taken without a reload, copying,
// announcements, folding on phones. Where the server's part is, views.py tells.
(() => {
  if (window.beslutssok) return;
  const settings = window.beslutssokSettings;
  const announcer = document.createElement("div");
  announcer.className = "bs-announcer";
  announcer.setAttribute("role", "status");
  announcer.setAttribute("aria-live", "polite");

  let lastAsked = (parameters().get("q") || "").trim();
  let usedChip = null;
  let focusAfter = null;
  let leftForAddress = false;

  function parameters() {
    return new URLSearchParams(window.location.search);
  }

  function announce(text) {
    announcer.textContent = "";
    window.setTimeout(() => (announcer.textContent = text), 60);
  }

  function showTitle() {
    const view = document.querySelector("[data-title]");
    const question = parameters().get("q");
    const said = view ? view.dataset.title : question;
    const title = said ? `${said} – ${settings.title}` : settings.title;
    if (document.title !== title) document.title = title;
  }

  function parts() {
    return ["answer", "hits", "views"].map((id) => document.getElementById(id)).filter(Boolean);
  }

  function wait(words) {
    parts().forEach((part) => {
      part.dataset.searching = words;
      part.setAttribute("aria-busy", "true");
    });
    announce(words);
  }

  function write(pairs) {
    const query = pairs
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`)
      .join("&");
    return window.location.pathname + (query ? `?${query}` : "");
  }

  function push(address) {
    const here = window.location.pathname + window.location.search;
    if (address !== here) window.history.pushState(null, "", address);
    showTitle();
  }

  function withLanguage(pairs) {
    const rest = pairs.filter(([name]) => name !== "sprak");
    return settings.otherLanguage ? [...rest, ["sprak", settings.language]] : rest;
  }

  // A field that nobody sees takes a message to the server.
  function send(field, value) {
    const input = document.querySelector(`#${field} input`);
    if (!input) return; // The page is not built yet; it begins with what the address says.
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function take(address) {
    const url = new URL(address, window.location.href);
    const pairs = withLanguage([...url.searchParams]);
    push(write(pairs));
    load();
  }

  function load() {
    lastAsked = (parameters().get("q") || "").trim();
    if (!parameters().get("visa")) beslutssok.closeDocument?.({ silent: true });
    leftForAddress = true;
    if ([...parameters()].length) wait(parameters().get("q") ? settings.searching : settings.opening);
    send("field-address", window.location.search);
  }

  // The address holds what stands in the fields, so that a view can be sent in a mail.
  function remember(given) {
    const asked = (given[0] || "").trim();
    // What was taken away of one question is not taken away of the next.
    const isNew = asked !== lastAsked;
    lastAsked = asked;
    leftForAddress = false;
    const values = given.map((value, i) =>
      isNew && settings.forgotten.includes(settings.names[i]) ? "" : (value || "").trim(),
    );
    const pairs = settings.names.map((name, i) => [name, values[i]]);
    push(write(withLanguage(pairs)));
    beslutssok.closeDocument?.({ silent: true });
    if (pairs.some(([, value]) => value)) wait(settings.searching);
    if (window.matchMedia("(pointer: coarse)").matches) document.activeElement?.blur();
    return values;
  }

  // Called when an answer has come; the wait lets the page be drawn. An answer to a question that
  // was left for another address may have come on top of what that shows: it is shown anew.
  function shown(ofQuestion = false) {
    if (ofQuestion && leftForAddress) {
      send("field-address", window.location.search);
      return;
    }
    window.setTimeout(() => {
      parts().forEach((part) => part.removeAttribute("aria-busy"));
      showTitle();
      showLimits();
      const said = [...document.querySelectorAll("#answer, #hits, #frame")]
        .flatMap((part) => [...part.querySelectorAll("[data-announce]")])
        .map((part) => part.dataset.announce)
        .filter(Boolean);
      if (said.length) announce(said.join(". "));
      focusUsedChip();
      focusNext();
      beslutssok.documentShown?.();
      document.documentElement.classList.add("bs-ready");
    }, 20);
  }

  function focusNext() {
    const part = focusAfter && document.querySelector(focusAfter);
    focusAfter = null;
    if (!part) return;
    if (!part.matches("a, button, input, select, summary")) part.tabIndex = -1;
    part.focus();
  }

  function change(names) {
    const pairs = new Map([...parameters()]);
    Object.entries(names).forEach(([name, value]) => pairs.set(name, value));
    take(write([...pairs]));
  }

  function useChip(chip) {
    usedChip = chip.dataset.key;
    change({ [settings.without]: chip.dataset.without });
  }

  // The chips are made anew with every answer; the keyboard stays where it was.
  function focusUsedChip() {
    const key = usedChip;
    usedChip = null;
    if (key === null) return;
    const chips = [...document.querySelectorAll(".bs-chip")];
    (chips.find((chip) => chip.dataset.key === key) || chips[0])?.focus();
  }

  async function copy(button) {
    const text = button.dataset.citation;
    const label = button.dataset.label || (button.dataset.label = button.textContent);
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      done = copyTheOldWay(text);
    }
    button.textContent = done ? settings.copied : settings.copyFailed;
    announce(button.textContent);
    window.setTimeout(() => (button.textContent = label), 2000);
  }

  // Browsers keep the clipboard from pages on plain http on other machines than this one.
  function copyTheOldWay(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "bs-hidden";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  function fold(open) {
    const button = document.querySelector(".bs-fold");
    button?.setAttribute("aria-expanded", String(open));
    document.documentElement.classList.toggle("bs-filters-open", open);
  }

  // What limits the search is not hidden away.
  function showLimits() {
    const limits = settings.limits.filter((name) => parameters().get(name)).length;
    const button = document.querySelector(".bs-fold");
    const open = button?.getAttribute("aria-expanded") === "true";
    if (limits && button && !open && !button.dataset.limits) fold(true);
    if (button) button.dataset.limits = limits || "";
  }

  function link(target) {
    const found = target instanceof Element && target.closest("a[href^='?']");
    if (!found || found.hasAttribute("target") || found.hasAttribute("download")) return null;
    return found;
  }

  // A link that is opened in another tab, or copied, keeps the language.
  function keepLanguage(event) {
    const found = link(event.target);
    if (!found || !settings.otherLanguage || found.hasAttribute("data-language")) return;
    const pairs = withLanguage([...new URL(found.getAttribute("href"), window.location.href).searchParams]);
    found.setAttribute("href", write(pairs).slice(window.location.pathname.length) || "?");
  }

  document.addEventListener("click", (event) => {
    const found = link(event.target);
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (found && plain && !found.hasAttribute("data-language")) {
      event.preventDefault();
      if (found.dataset.id !== undefined) beslutssok.openDocument(found.dataset.id, found);
      else {
        focusAfter = found.dataset.focus || null;
        take(found.getAttribute("href"));
        if (!focusAfter) window.scrollTo(0, 0);
      }
      return;
    }
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("bs-copy")) copy(button);
    if (button.classList.contains("bs-fold")) {
      fold(button.getAttribute("aria-expanded") !== "true");
    }
    if (button.classList.contains("bs-chip")) useChip(button);
    if (button.classList.contains("bs-quick")) {
      change({ fran: button.dataset.from, till: button.dataset.to });
    }
    if (button.classList.contains("bs-print")) window.print();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.classList.contains("bs-go")) return;
    event.preventDefault();
    const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    const view = new Map(pairs).get("vy");
    // The form is made anew with what it asks for; the keyboard goes to the heading above that.
    focusAfter = view ? `#view-${CSS.escape(view)} h2` : "#bs-answer-heading";
    take(write(pairs));
  });
  document.addEventListener("pointerdown", keepLanguage, true);
  document.addEventListener("focusin", keepLanguage, true);
  window.addEventListener("popstate", load);

  function start() {
    document.body.append(announcer);
    showTitle();
    new MutationObserver(showTitle).observe(document.head, { childList: true, subtree: true });
  }

  const beslutssok = { remember, shown, announce, push, write, send, parameters, withLanguage };
  window.beslutssok = beslutssok;
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
