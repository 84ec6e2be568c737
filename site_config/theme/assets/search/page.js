/* The search page. Its URL is its state: query and selections are written to it and read from it, so that
   a search can be shared and the browser's Back button works. */
"use strict";

(() => {
  const PAGE = 10; // results
  const ON_A_CARD = 3; // keywords, as in every list of articles
  const CHOICES = 8; // of a facet, before the reader asks for all
  const FROM_THE_RIGHT = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);
  const form = document.querySelector(".dg-find");
  const results = document.querySelector(".dg-found");
  const status = form.querySelector("[role=status]");
  const notes = form.querySelector(".dg-find__notes");
  const more = document.querySelector(".dg-found__more");
  const phrases = JSON.parse(form.dataset.phrases);
  const language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);
  const languages = new Intl.DisplayNames([language], { type: "language" });
  const clear = form.querySelector("[type=reset]");
  const facets = [...form.querySelectorAll("[data-facet]")];
  const opened = digestSearch.open(form.dataset.base);
  let turn = 0, typing = false;

  // ---- Words -------------------------------------------------------------------------------------

  const say = (key, values = {}) => phrases[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const count = (key, number) => {
    const forms = phrases[key];
    const form = forms[plural.select(number)] || forms.other;
    return form.replace("{count}", number.toLocaleString(language));
  };
  const made = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const label = (facet, name) => (facet === "language" ? languages.of(name) : name);

  // ---- The URL -----------------------------------------------------------------------------------

  const asked = () => new URLSearchParams(location.search);
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const go = (params, replace) => {
    if (`${params}` === `${asked()}`) return;
    history[replace ? "replaceState" : "pushState"](null, "", `${location.pathname}?${params}`);
    show();
  };

  // ---- Facets ------------------------------------------------------------------------------------

  const choice = (facet, name, number, checked) => {
    const item = made("dg-choice");
    const box = item.querySelector("input");
    Object.assign(box, { name: facet, value: name, checked });
    item.querySelector("span").textContent = label(facet, name);
    item.querySelector(".dg-count").textContent = number.toLocaleString(language);
    return item;
  };

  /** Show a facet, unless it filters nothing because all `found` articles have all its values. */
  const showFacet = (field, counts, params, found) => {
    const facet = field.dataset.facet;
    const wanted = params.getAll(facet);
    const order = facet === "year"
      ? (value, other) => other.name.localeCompare(value.name)
      : (value, other) => other.number - value.number || value.name.localeCompare(other.name, language);
    const all = [...counts]
      .map(([name, number]) => ({ name, number }))
      .concat(wanted.filter((name) => !counts.has(name)).map((name) => ({ name, number: 0 })))
      .sort(order);
    const shown = all.filter(({ name }, place) => place < CHOICES || field.dataset.all || wanted.includes(name));
    field.hidden = wanted.length === 0 && all.every(({ number }) => number === found);
    field.querySelector("ul").replaceChildren(
      ...shown.map(({ name, number }) => choice(facet, name, number, wanted.includes(name))),
    );
    field.querySelector("button").hidden = shown.length === all.length;
  };

  const showFacets = (counts, params, found) => {
    const { name, value } = document.activeElement;
    facets.forEach((field) => showFacet(field, counts[field.dataset.facet], params, found));
    const same = [...form.querySelectorAll("[data-facet] input")];
    same.find((box) => box.name === name && box.value === value)?.focus();
  };

  // ---- Results -----------------------------------------------------------------------------------

  const fill = (place, pieces) => {
    place.replaceChildren(...pieces);
    if (!place.textContent) place.remove();
  };

  /** Return a list item for a keyword; one that articles share is a link that filters the results by it. */
  const keywordItem = (keyword, shared) => {
    const item = document.createElement("li");
    const address = `?${new URLSearchParams({ keyword })}`;
    item.append(shared ? Object.assign(document.createElement("a"), { href: address, textContent: keyword }) : keyword);
    return item;
  };

  const keywordItems = ({ keywords = [], shared = 0 }) =>
    keywords.slice(0, ON_A_CARD).map((keyword, place) => keywordItem(keyword, place < shared));

  const result = ({ record, text }, words) => {
    const card = made("dg-result");
    const part = (name) => card.querySelector(name);
    const link = part("a");
    link.href = `${form.dataset.base}/${record.address}`;
    link.replaceChildren(...digestExcerpt.marked(record.title, words));
    fill(part(".dg-summary"), digestExcerpt.excerpt(text, words));
    fill(part(".dg-kicker"), [record.section || ""]);
    if (record.day) part("time").dateTime = record.day;
    fill(part("time"), [record.date || ""]);
    fill(part(".dg-meta span"), [record.outlet || ""]);
    fill(part(".dg-keywords"), keywordItems(record));
    card.dir = FROM_THE_RIGHT.has(record.language) ? "rtl" : "ltr";
    if (record.language && record.language !== language)
      for (const own of card.querySelectorAll("h2, .dg-summary, .dg-keywords")) own.lang = record.language;
    return card;
  };

  const notesOn = (found) => {
    const lines = found.instead.map(([word, shown]) => say("search-instead", { word, shown }));
    if (found.missing.length) lines.push(say("search-missing", { words: found.missing.join(", ") }));
    if (found.some) lines.push(say("search-some"));
    if (found.unread) lines.push(say("search-unread"));
    return lines;
  };

  const EVERYTHING = { words: new Set(), instead: [], missing: [], some: false, unread: false };

  /** Return the articles that match the query in the URL, with their relevance in `scores`. */
  const worded = async (query) => {
    if (query.empty) return { ...EVERYTHING, scores: new Map(digestSearch.everything().map((article) => [article, 0])) };
    return digestQuery.find(query);
  };

  const sorted = (articles, scores, params) => {
    const relevance = (article) => (params.get("sort") === "date" ? 0 : scores.get(article));
    return articles.sort((article, other) => relevance(other) - relevance(article) || other - article);
  };

  const shown = async (articles) => Promise.all(articles.map(async (article) => {
    const record = await digestSearch.record(article);
    return { record, text: await digestSearch.text(record) };
  }));

  /** Show what the address asks for. The facets' columns are large: unless articles are chosen by
      them, the results come first. */
  const show = async () => {
    const mine = ++turn;
    const params = asked();
    results.ariaBusy = "true";
    try {
      const index = await opened;
      const query = digestQuery.parse(params.get("q") || "");
      const found = await worded(query);
      const articles = [...found.scores.keys()];
      const narrowed = digestFacets.any(params) ? await digestFacets.narrow(articles, params) : { kept: articles };
      const kept = sorted(narrowed.kept, found.scores, params);
      const number = Number(params.get("n")) || PAGE;
      const cards = await shown(kept.slice(0, number));
      if (mine !== turn) return; // the query has changed meanwhile
      results.replaceChildren(...cards.map((card) => result(card, found.words)));
      more.hidden = kept.length <= number;
      notes.replaceChildren(...notesOn(found).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
      clear.hidden = !digestFacets.any(params);
      const idle = query.empty && !digestFacets.any(params);
      status.textContent = idle ? say("search-hint") : kept.length ? count("articles", kept.length) : say("search-none");
      const totals = idle && !facets.some((field) => field.dataset.all);
      const counts = narrowed.counts || (totals ? digestFacets.totals(index) : (await digestFacets.narrow(kept, params)).counts);
      if (mine !== turn) return;
      showFacets(counts, params, idle ? index.count : kept.length);
      results.ariaBusy = "false";
    } catch (error) {
      failed(error);
    }
  };

  const failed = (error) => {
    status.textContent = say("search-failed");
    results.ariaBusy = "false";
    console.warn(error);
  };

  // ---- Events ------------------------------------------------------------------------------------

  const restore = () => {
    const params = asked();
    form.elements.q.value = params.get("q") || "";
    for (const name of ["sort", "from", "to"]) form.elements[name].value = params.get(name) || "";
    show();
  };

  let pause = 0;
  const settle = (params) => {
    clearTimeout(pause);
    typing = false;
    go(params, false);
  };
  form.elements.q.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { go(typed(), typing); typing = true; }, 150);
  });
  form.addEventListener("change", (event) => event.target === form.elements.q || settle(typed()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle(typed());
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    settle(new URLSearchParams([...typed()].filter(([name]) => name === "q" || name === "sort")));
  });
  more.addEventListener("click", async () => {
    const params = asked();
    const before = results.children.length;
    params.set("n", before + PAGE);
    history.replaceState(null, "", `?${params}`); // Back shows as many results
    await show();
    results.children[before]?.querySelector("a").focus();
  });
  facets.forEach((field) => field.querySelector("button").addEventListener("click", async () => {
    field.dataset.all = "yes";
    await show();
    field.querySelectorAll("input")[CHOICES]?.focus();
  }));
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [form.elements.q, ...results.querySelectorAll("h2 a")];
    const here = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && here > 0) form.elements.q.focus();
    if (!step || here < 0 || !stops[here + step]) return;
    event.preventDefault();
    stops[here + step].focus();
  });
  window.addEventListener("popstate", () => { typing = false; restore(); });

  form.hidden = false;
  form.querySelector("details").open = matchMedia("(min-width: 60em)").matches;
  if (!asked().get("q")) form.elements.q.focus();
  restore();
})();
