/* The search page. Its address is its state: what is typed and chosen goes there, and what stands
   there is shown, so that a search can be shared, and gone back to. */
"use strict";

(() => {
  const PAGE = 20; // results
  const CHOICES = 8; // of a facet, before the reader asks for all
  const LENGTH = 240; // of an excerpt, in characters
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
  let index = null, turn = 0, typing = false;

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
      return wanted.length ? [[facet, new Set(wanted)]] : [];
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

  /** A text in pieces, the words found marked. */
  const marked = (text, places) => {
    const pieces = [];
    let end = 0;
    for (const [start, stop] of places) {
      if (start < end) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, stop);
      pieces.push(text.slice(end, start), mark);
      end = stop;
    }
    return [...pieces, text.slice(end)];
  };

  /** The stretch of a text that holds most of the words found. */
  const excerpt = (text, words) => {
    const places = digestWords.places(text, words);
    let best = 0, most = 0;
    places.forEach(([start], place) => {
      const near = places.slice(place).filter(([, stop]) => stop - start < LENGTH - 40);
      const different = new Set(near.map(([, , word]) => word)).size;
      if (different > most) [best, most] = [start, different];
    });
    const sentence = Math.max(0, ...[". ", "! ", "? ", "。"].map((end) => text.lastIndexOf(end, best - 1) + end.length));
    const space = text.lastIndexOf(" ", best - 30) + 1;
    const from = best - sentence < 80 ? (sentence > 2 ? sentence : 0) : space || Math.max(0, best - 30);
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + LENGTH - 40);
    const inside = places.filter(([start, stop]) => start >= from && stop <= to);
    const part = marked(text.slice(from, to), inside.map(([start, stop]) => [start - from, stop - from]));
    return [from > 0 && from !== sentence ? "… " : "", ...part, to < text.length ? " …" : ""];
  };

  const fill = (place, pieces) => {
    place.replaceChildren(...pieces);
    if (!place.textContent) place.remove();
  };

  const result = (one, words) => {
    const card = made("dg-result");
    const part = (name) => card.querySelector(name);
    const link = part("a");
    link.href = `${form.dataset.base}/${one.address}`;
    link.replaceChildren(...marked(one.title, digestWords.places(one.title, words)));
    fill(part(".dg-summary"), excerpt(one.text || "", words));
    fill(part(".dg-kicker"), [one.section || ""]);
    fill(part("time"), [one.date || ""]);
    fill(part(".dg-meta span"), [one.outlet || ""]);
    fill(part(".dg-keywords"), (one.keywords || []).map((keyword) => {
      const item = document.createElement("li");
      item.replaceChildren(...marked(keyword, digestWords.places(keyword, words)));
      return item;
    }));
    if (one.language && one.language !== language)
      for (const own of card.querySelectorAll("h2, .dg-summary, .dg-keywords"))
        Object.assign(own, { lang: one.language, dir: "auto" });
    return card;
  };

  const say_of = (found, number) => {
    const lines = found.instead.map(([word, shown]) => say("search-instead", { word, shown }));
    if (found.missing.length) lines.push(say("search-missing", { words: found.missing.join(", ") }));
    if (found.some && number) lines.push(say("search-some"));
    return lines;
  };

  const NONE = { scores: new Map(), words: new Set(), instead: [], missing: [], some: false };

  const show = async () => {
    const mine = ++turn;
    try {
      const params = asked();
      const text = params.get("q") || "";
      if (!columns.keyword) columns.keyword = await digestSearch.keywords();
      const words = digestWords.split(text).length > 0;
      const found = words ? await digestSearch.query(text) : NONE;
      const chosen = chosenOf(params);
      const every = words ? [...found.scores.keys()] : [...Array(index.count).keys()];
      const { kept, counts } = narrowed(every, chosen);
      const byDate = (one, two) => one - two;
      const byScore = (one, two) => found.scores.get(two) - found.scores.get(one) || one - two;
      kept.sort(words && params.get("sort") !== "date" ? byScore : byDate);
      const wanted = words || chosen.length ? kept.slice(0, Number(params.get("n")) || PAGE) : [];
      const articles = await Promise.all(wanted.map(digestSearch.article));
      if (mine !== turn) return; // the reader has typed on
      const idle = !words && !chosen.length;
      results.replaceChildren(...articles.map((one) => result(one, found.words)));
      showFacets(counts, params);
      more.hidden = idle || kept.length <= wanted.length;
      form.classList.toggle("dg-find--none", !idle && !kept.length);
      notes.replaceChildren(...say_of(found, kept.length).map((line) => Object.assign(document.createElement("p"), { textContent: line })));
      status.textContent = idle ? say("search-hint") : kept.length ? count("articles", kept.length) : say("search-none");
    } catch (error) {
      if (mine === turn) status.textContent = say("search-failed");
      console.warn(error);
    }
  };

  // ---- The reader --------------------------------------------------------------------------------

  const restore = () => {
    const params = asked();
    form.elements.q.value = params.get("q") || "";
    form.elements.sort.value = params.get("sort") || "";
    return show();
  };

  let pause = 0;
  form.elements.q.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { go(typed(), typing); typing = true; }, 150);
  });
  form.addEventListener("change", (event) => {
    if (event.target === form.elements.q) return;
    typing = false;
    go(typed(), false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    typing = false;
    go(typed(), false);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    typing = false;
    go(new URLSearchParams(asked().has("q") ? { q: asked().get("q") } : {}), false);
  });
  more.addEventListener("click", async () => {
    const params = asked();
    const before = results.children.length;
    params.set("n", before + PAGE);
    history.replaceState(null, "", `?${params}`);
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
  digestSearch.open(`${form.dataset.base}/search/`).then((opened) => {
    index = opened;
    Object.assign(columns, index.facets);
    if (!asked().get("q")) form.elements.q.focus();
    return restore();
  }).catch((error) => {
    status.textContent = say("search-failed");
    console.warn(error);
  });
})();
