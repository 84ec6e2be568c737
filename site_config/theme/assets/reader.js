/* Marks what is new on the front page, and adds buttons that copy and share the page's address. Which
   articles were seen is stored only in the browser. */
"use strict";

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
