/* The search page. Its address is its state: what is typed and chosen goes there, and what stands
   there is shown, so that a search can be shared, and gone back to. */
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
  const facets = [...form.querySelectorAll("[data-facet]")];
  const columns = {}; // by facet: names of its values; of: per article, the values it has
  const opened = digestSearch.open(`${form.dataset.base}/search/`).then(async (index) => {
    Object.assign(columns, index.facets, { keyword: await digestSearch.keywords() });
    return index.count;
  });
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

  // ---- The address -------------------------------------------------------------------------------

  const asked = () => new URLSearchParams(location.search);
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const go = (params, replace) => {
    if (`${params}` === `${asked()}`) return;
    history[replace ? "replaceState" : "pushState"](null, "", `${location.pathname}?${params}`);
    show();
  };

  // ---- Facets ------------------------------------------------------------------------------------

  const valuesOf = (facet, article) => [columns[facet].of[article]].flat();

  const chosenOf = (params) =>
    Object.keys(columns).flatMap((facet) => {
      const wanted = params.getAll(facet).map((name) => columns[facet].names.indexOf(name));
      return wanted.length ? [[facet, new Set(wanted.filter((value) => value >= 0))]] : [];
    });

  /** The articles that all chosen values fit, and per facet how many each value would give. */
  const narrowed = (articles, chosen) => {
    const counts = Object.fromEntries(Object.keys(columns).map((facet) => [facet, new Map()]));
    const add = (facet, article) =>
      valuesOf(facet, article).forEach((value) => counts[facet].set(value, (counts[facet].get(value) || 0) + 1));
    const kept = articles.filter((article) => {
      const against = chosen.filter(([facet, wanted]) => !valuesOf(facet, article).some((one) => wanted.has(one)));
      if (against.length === 1) add(against[0][0], article);
      if (against.length === 0) Object.keys(columns).forEach((facet) => add(facet, article));
      return against.length === 0;
    });
    return { kept, counts };
  };

  const choice = (facet, name, number, checked) => {
    const item = made("dg-choice");
    const box = item.querySelector("input");
    Object.assign(box, { name: facet, value: name, checked });
    item.querySelector("span").textContent = label(facet, name);
    item.querySelector(".dg-count").textContent = number.toLocaleString(language);
    return item;
  };

  const showFacet = (field, counts, params) => {
    const facet = field.dataset.facet;
    const { names } = columns[facet];
    const wanted = params.getAll(facet);
    const order = facet === "year"
      ? (one, two) => two.name.localeCompare(one.name)
      : (one, two) => two.number - one.number || one.name.localeCompare(two.name, language);
    const all = [...counts]
      .flatMap(([value, number]) => (value < 0 ? [] : [{ name: names[value], number }]))
      .concat(wanted.filter((name) => !counts.has(names.indexOf(name))).map((name) => ({ name, number: 0 })))
      .sort(order);
    const shown = all.filter(({ name }, place) => place < CHOICES || field.dataset.all || wanted.includes(name));
    field.hidden = all.length < 2 && wanted.length === 0;
    field.querySelector("ul").replaceChildren(
      ...shown.map(({ name, number }) => choice(facet, name, number, wanted.includes(name))),
    );
    field.querySelector("button").hidden = shown.length === all.length;
  };

  const showFacets = (counts, params) => {
    const { name, value } = document.activeElement;
    facets.forEach((field) => showFacet(field, counts[field.dataset.facet], params));
    const same = [...form.querySelectorAll("[data-facet] input")];
    same.find((box) => box.name === name && box.value === value)?.focus();
  };

  // ---- Results -----------------------------------------------------------------------------------

  const fill = (place, pieces) => {
    place.replaceChildren(...pieces);
    if (!place.textContent) place.remove();
  };

  const isShared = (keyword) => columns.keyword.names.includes(keyword);

  /** The keywords of an article in a list, as other pages choose them: shared ones first. */
  const telling = (keywords) =>
    [...keywords].sort((one, other) => isShared(other) - isShared(one)).slice(0, ON_A_CARD);

  /** A keyword that others share narrows the search down to it. */
  const keywordItem = (keyword) => {
    const item = document.createElement("li");
    const shared = isShared(keyword);
    const address = `?${new URLSearchParams({ keyword })}`;
    item.append(shared ? Object.assign(document.createElement("a"), { href: address, textContent: keyword }) : keyword);
    return item;
  };

  const result = (one, words) => {
    const card = made("dg-result");
    const part = (name) => card.querySelector(name);
    const link = part("a");
    link.href = `${form.dataset.base}/${one.address}`;
    link.replaceChildren(...digestExcerpt.marked(one.title, words));
    fill(part(".dg-summary"), digestExcerpt.excerpt(one.text || "", words));
    fill(part(".dg-kicker"), [one.section || ""]);
    if (one.day) part("time").dateTime = one.day;
    fill(part("time"), [one.date || ""]);
    fill(part(".dg-meta span"), [one.outlet || ""]);
    fill(part(".dg-keywords"), telling(one.keywords || []).map(keywordItem));
    card.dir = FROM_THE_RIGHT.has(one.language) ? "rtl" : "ltr";
    if (one.language && one.language !== language)
      for (const own of card.querySelectorAll("h2, .dg-summary, .dg-keywords")) own.lang = one.language;
    return card;
  };

  const notesOn = (found) => {
    const lines = found.instead.map(([word, shown]) => say("search-instead", { word, shown }));
    if (found.missing.length) lines.push(say("search-missing", { words: found.missing.join(", ") }));
    if (found.some) lines.push(say("search-some"));
    return lines;
  };

  const NOTHING = { scores: new Map(), words: new Set(), instead: [], missing: [], some: false };

  /** What the address asks for: the articles in order, and how many each further choice would give. */
  const answer = async (params) => {
    const everything = await opened;
    const text = params.get("q") || "";
    const worded = digestWords.split(text).length > 0;
    const found = worded ? await digestSearch.query(text) : NOTHING;
    const chosen = chosenOf(params);
    const { kept, counts } = narrowed(worded ? [...found.scores.keys()] : [...Array(everything).keys()], chosen);
    const relevance = (one) => (params.get("sort") === "date" ? 0 : found.scores.get(one) || 0);
    kept.sort((one, two) => relevance(two) - relevance(one) || one - two); // numbered from the newest
    return { ...found, counts, articles: kept, idle: !worded && !chosen.length };
  };

  const show = async () => {
    const mine = ++turn;
    const params = asked();
    try {
      const found = await answer(params);
      const numbers = found.articles.slice(0, Number(params.get("n")) || PAGE);
      const articles = await Promise.all(numbers.map(digestSearch.article));
      if (mine !== turn) return; // the reader has typed on
      results.replaceChildren(...articles.map((one) => result(one, found.words)));
      showFacets(found.counts, params);
      more.hidden = found.articles.length <= numbers.length;
      notes.replaceChildren(...notesOn(found).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
      const total = found.articles.length;
      status.textContent = found.idle ? say("search-hint") : total ? count("articles", total) : say("search-none");
    } catch (error) {
      failed(error);
    }
  };

  const failed = (error) => {
    status.textContent = say("search-failed");
    console.warn(error);
  };

  // ---- The reader --------------------------------------------------------------------------------

  const restore = () => {
    const params = asked();
    form.elements.q.value = params.get("q") || "";
    form.elements.sort.value = params.get("sort") || "";
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
    history.replaceState(null, "", `?${params}`); // going back finds as many
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
