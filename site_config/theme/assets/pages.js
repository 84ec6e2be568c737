/* The script of every page. */
"use strict";

/* Without Material's bundle, which is a hundred times larger and only on pages written by hand: the light or
   dark scheme, stored as Material stores it, and the link to the top. */
(() => {
  if (document.getElementById("__config")) return; // Material's bundle is there
  document.documentElement.classList.replace("no-js", "js");

  const choices = [...document.querySelectorAll("[data-md-component=palette] input")];
  const colours = ({ dataset: { mdColorMedia, mdColorScheme, mdColorPrimary, mdColorAccent } }) =>
    ({ media: mdColorMedia, scheme: mdColorScheme, primary: mdColorPrimary, accent: mdColorAccent });
  const choose = (index) => {
    const color = colours(choices[index]);
    for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, value);
    choices.forEach((choice, place) => { choice.nextElementSibling.hidden = place !== index; });
    return { index, color };
  };
  choices.forEach((choice, index) =>
    choice.addEventListener("change", () => __md_set("__palette", choose(index))));
  const fitting = choices.findIndex((choice) => matchMedia(choice.dataset.mdColorMedia).matches);
  const first = __md_get("__palette")?.index ?? fitting;
  if (choices.length) choose(choices[first] ? first : 0);

  const up = document.querySelector("[data-md-component=top]");
  let before = 0;
  const turn = () => {
    up.hidden = scrollY < innerHeight || scrollY > before;
    before = scrollY;
  };
  if (up) {
    addEventListener("scroll", turn, { passive: true });
    up.addEventListener("click", () => { scrollTo(0, 0); document.querySelector(".dg-name").focus(); });
  }
})();

/* Keyboard shortcuts: `/` or `s` opens the search; `j` and `k` move to the next and the previous headline,
   and Enter opens it. */
document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const writes = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (busy || writes || !["/", "s", "j", "k"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "j" || event.key === "k") {
    const headlines = [...document.querySelectorAll("#text .dg-headline a")].filter((link) => link.offsetParent);
    const at = headlines.indexOf(document.activeElement);
    const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
    headlines[next]?.focus();
    return;
  }
  const field = [...document.querySelectorAll("input[type=search]")].find((input) => input.offsetParent);
  if (field) field.focus();
  else document.querySelector("a.dg-to-search").click();
});

/* Marks what is new on the front page, and adds buttons that copy and share the page's address. Which
   articles were seen is stored only in the browser. */
(() => {
  const line = document.querySelector(".dg-since");
  if (line) {
    const articles = [...document.querySelectorAll("[data-collected]")]; // cards, and lines of a story
    const headline = (article) => article.querySelector(".dg-headline") ?? article;
    const address = (article) => new URL(headline(article).querySelector("a").href).pathname;
    const now = {
      newest: articles.map((article) => article.dataset.collected).sort().at(-1) ?? "",
      seen: articles.map(address),
    };
    // A visit lasts as long as the tab: navigating back and forward marks nothing as seen.
    let before = __md_get("visit", sessionStorage);
    if (!before) {
      before = __md_get("seen") ?? now;
      __md_set("visit", before, sessionStorage);
    }
    __md_set("seen", now);
    const fresh = articles.filter((article) =>
      article.dataset.collected >= before.newest && !before.seen.includes(address(article)));
    for (const article of fresh) {
      const badge = document.createElement("span");
      badge.className = "dg-badge";
      badge.textContent = line.dataset.new;
      headline(article).prepend(badge, " ");
    }
    line.querySelector("b").textContent = fresh.length;
    line.hidden = !fresh.length;
    line.querySelector("button").addEventListener("click", () => {
      __md_set("visit", now, sessionStorage);
      document.querySelectorAll(".dg-badge").forEach((badge) => badge.remove());
      line.hidden = true;
    });
  }

  const page = { title: document.title, url: location.href.replace(location.hash, "") };
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(page.url);
      button.textContent = button.dataset.copy;
    });
  }
  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = !navigator.share;
    button.addEventListener("click", () => navigator.share(page).catch(() => { /* closed again */ }));
  }
})();
