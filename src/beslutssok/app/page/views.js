// Small help for the views: opening all steps, paper, places within a view, and waiting.
(() => {
  if (window.beslutssokViews) return;

  function waiting(id, words, values) {
    const part = document.getElementById(id);
    if (part) {
      part.dataset.searching = words;
      part.setAttribute("aria-busy", "true");
    }
    window.beslutssok.announce(words);
    return values;
  }

  function shown(id) {
    window.setTimeout(() => {
      const part = document.getElementById(id);
      part?.removeAttribute("aria-busy");
      document.querySelectorAll(".bs-upload-note").forEach((note) => (note.textContent = ""));
      const said = part?.querySelector("[data-announce], h2, h3");
      if (!said) return;
      window.beslutssok.announce(said.dataset.announce || said.textContent);
      const heading = part.querySelector("h2, h3");
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus();
    }, 20);
  }

  function unfold(button) {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    button.textContent = open ? button.dataset.close : button.dataset.open;
    const view = button.closest(".bs-case-view");
    view.querySelectorAll(".bs-entry").forEach((entry) => (entry.open = open));
  }

  // A place within the view; the address, which names the view, stays as it is.
  function goTo(link) {
    const place = document.getElementById(link.getAttribute("href").slice(1));
    if (!place) return;
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".bs-view details:not([open])")];
    folded.forEach((part) => (part.open = true));
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((part) => (part.open = false));
    folded = [];
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("button.bs-unfold");
    if (button) unfold(button);
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href").length > 1) {
      event.preventDefault();
      goTo(link);
    }
  });

  window.beslutssokViews = { waiting, shown };
})();
