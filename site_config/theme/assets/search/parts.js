/* Loads parts of the index on demand, as scripts, because fetch() does not work for pages opened from disk.
   For the contents of the parts, see generator/site/search/index.py.

   An article's number is its month × PLACES + its position in the month, so that newer articles have
   larger numbers. Articles without a date are in month 0. */
"use strict";

var digestSearch = (() => {
  const PLACES = 2 ** 20;
  const NAME = 8; // letters
  const scripts = new Map();
  let site = "", index = null;
  const months = new Map(); // by month: year, place in the year's columns, number of articles

  /** Store a part; each part calls this when it is loaded. */
  const put = (name, value) => scripts.get(name)?.arrived(value);

  const load = (name) => {
    if (!scripts.has(name)) {
      const part = {};
      part.value = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${site}/search/${name}.js`;
        part.arrived = resolve;
        script.onerror = () => { scripts.delete(name); reject(new Error(script.src)); };
        document.head.append(script);
      });
      scripts.set(name, part);
    }
    return scripts.get(name).value;
  };

  const names = (text) => text.match(new RegExp(`.{${NAME}}`, "g")) || [];
  const words = (text) => (text ? text.split(" ") : []);
  const yearOf = (month) => (month ? `${Math.floor(month / 12)}` : "");

  /** Open the index of the site at a URL. */
  const open = async (address) => {
    site = address;
    index = await load("index");
    for (const year of Object.keys(index.articles)) index.articles[year] = names(index.articles[year]);
    index.starts = words(index.starts);
    index.blocks = names(index.blocks);
    const sizes = {};
    index.periods.forEach((month, place) => {
      const year = yearOf(month);
      months.set(month, { year, before: sizes[year] || 0, count: index.counts[place] });
      sizes[year] = (sizes[year] || 0) + index.counts[place];
    });
    return index;
  };

  /** Return the numbers of the blocks that may contain words with a prefix; `starts` are the first words
      of the blocks. */
  const within = (starts, beginning) => {
    const first = Math.max(0, starts.findLastIndex((word) => word <= beginning));
    const found = starts.map((_, number) => number).slice(first);
    const end = found.findIndex((number) => number > first && !starts[number].startsWith(beginning));
    return end < 0 ? found : found.slice(0, end);
  };

  /** Return at most `most` blocks that may contain words with a prefix. */
  const blocks = async (beginning, most) => {
    const groups = await Promise.all(within(index.starts, beginning).map((number) => load(`blocks/${index.blocks[number]}`)));
    const starts = groups.flatMap((group) => words(group.starts));
    const parts = groups.flatMap((group) => names(group.words));
    return Promise.all(within(starts, beginning).slice(0, most).map((number) => load(`words/${parts[number]}`)));
  };

  /** Return the numbers of all articles. */
  const everything = () => [...months].flatMap(([month, { count }]) =>
    Array.from({ length: count }, (_, place) => month * PLACES + place));

  /** Return the month of an article: { year, month (1 to 12) }, without a year if it has no date. */
  const monthOf = (article) => {
    const month = Math.floor(article / PLACES);
    return { year: yearOf(month), month: month % 12 + 1 };
  };

  /** Return what a result shows of an article. */
  const record = async (article) => {
    const { year, before } = months.get(Math.floor(article / PLACES));
    const place = before + article % PLACES;
    const found = await load(`articles/${index.articles[year][Math.floor(place / index.records)]}`);
    return found[place % index.records];
  };

  const texts = new Map();
  const twin = (address) => (address.endsWith("/") ? `${address}index.json` : address.replace(/\.html$/, ".json"));

  /** Return the text of an article, from its record or from the JSON file beside its page. */
  const text = (found) => {
    if (found.text !== undefined) return found.text;
    if (!texts.has(found.address))
      texts.set(found.address, fetch(`${site}/${twin(found.address)}`)
        .then((answer) => (answer.ok ? answer.json() : {}))
        .then(({ standfirst, paragraphs = [] }) =>
          [standfirst, ...paragraphs.map((one) => one.heading || one)].filter(Boolean).join("\n"))
        .catch(() => "")); // the result is shown without an excerpt
    return texts.get(found.address);
  };

  /** Load the facets of the articles of some years; return a function of facet and article.
      It returns names; for "day", the day of the month or 0. */
  const columns = async (years) => {
    const found = new Map();
    await Promise.all([...years].map(async (year) => found.set(year, await load(`years/${index.years[year]}`))));
    return (facet, article) => {
      const month = Math.floor(article / PLACES);
      if (facet === "year") return month ? [yearOf(month)] : [];
      const { year, before } = months.get(month);
      const column = found.get(year)[facet];
      const place = before + article % PLACES;
      return facet === "day" ? column[place] : column.of[place].map((value) => column.names[value]);
    };
  };

  /** Return the number of articles of each year. */
  const years = () => {
    const found = new Map();
    for (const { year, count } of months.values()) if (year) found.set(year, (found.get(year) || 0) + count);
    return found;
  };

  return {
    PLACES, put, open, blocks, everything, monthOf, record, text, columns, years,
    spellings: async () => (await load(`spellings/${index.spellings}`)).split(" "),
    count: () => index.count,
  };
})();
