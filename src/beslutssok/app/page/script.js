// Small help for the page: the address of a view, copying, announcements, folding on phones.
(() => {
  if (window.beslutssok) return;
  const settings = window.beslutssokSettings;
  const announcer = document.createElement("div");
  announcer.className = "bs-announcer";
  announcer.setAttribute("role", "status");
  announcer.setAttribute("aria-live", "polite");

  let lastAsked = (new URLSearchParams(window.location.search).get("q") || "").trim();
  let usedChip = null;

  function announce(text) {
    announcer.textContent = "";
    window.setTimeout(() => (announcer.textContent = text), 60);
  }

  function showTitle() {
    const question = new URLSearchParams(window.location.search).get("q");
    const title = question ? `${question} – ${settings.title}` : settings.title;
    if (document.title !== title) document.title = title;
  }

  function results() {
    return [document.getElementById("answer"), document.getElementById("hits")].filter(Boolean);
  }

  // The address holds what stands in the fields, so that a view can be sent in a mail.
  function remember(given) {
    const asked = (given[0] || "").trim();
    // What was taken away of one question is not taken away of the next.
    const isNew = asked !== lastAsked;
    lastAsked = asked;
    const values = given.map((value, i) =>
      isNew && settings.names[i] === settings.without ? "" : value,
    );
    const pairs = settings.names
      .map((name, i) => [name, (values[i] || "").trim()])
      .filter(([, value]) => value);
    const query = pairs
      .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`)
      .join("&");
    const address = window.location.pathname + (query ? `?${query}` : "");
    if (address !== window.location.pathname + window.location.search) {
      window.history.pushState(null, "", address);
    }
    showTitle();
    if (pairs.length) {
      results().forEach((part) => {
        part.dataset.searching = settings.searching;
        part.setAttribute("aria-busy", "true");
      });
      announce(settings.searching);
    }
    if (window.matchMedia("(pointer: coarse)").matches) document.activeElement?.blur();
    return values;
  }

  // Called when an answer has come; the wait lets the page be drawn.
  function shown() {
    window.setTimeout(() => {
      const said = results()
        .flatMap((part) => [...part.querySelectorAll("[data-announce]")])
        .map((part) => part.dataset.announce);
      results().forEach((part) => part.removeAttribute("aria-busy"));
      if (said.length) announce(said.join(". "));
      focusUsedChip();
    }, 20);
  }

  function useChip(chip) {
    const field = document.querySelector("#field-without input");
    usedChip = chip.dataset.key;
    field.value = chip.dataset.without;
    field.dispatchEvent(new Event("change", { bubbles: true }));
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

  function fold(button) {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    document.documentElement.classList.toggle("bs-filters-open", open);
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("bs-copy")) copy(button);
    if (button.classList.contains("bs-fold")) fold(button);
    if (button.classList.contains("bs-chip")) useChip(button);
  });
  window.addEventListener("popstate", () => window.location.reload());

  function start() {
    document.body.append(announcer);
    showTitle();
    new MutationObserver(showTitle).observe(document.head, { childList: true, subtree: true });
  }

  window.beslutssok = { remember, shown };
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start);
})();
