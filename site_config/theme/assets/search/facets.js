/* Narrows results down by facets and dates, and counts what each further choice would give. */
"use strict";

var digestFacets = (() => {
  const NAMES = ["section", "outlet", "year", "keyword", "voice", "story", "language"];
  const two = (number) => `${number}`.padStart(2, "0");

  const emptyCounts = () => Object.fromEntries(NAMES.map((name) => [name, new Map()]));
  const add = (counts, facet, values) =>
    values.forEach((value) => counts[facet].set(value, (counts[facet].get(value) || 0) + 1));

  /** The values that an address asks for, by facet. */
  const chosenIn = (params) =>
    NAMES.flatMap((facet) => (params.has(facet) ? [[facet, new Set(params.getAll(facet))]] : []));

  const rangeIn = (params) => ({ from: params.get("from") || "", to: params.get("to") || "9999" });
  const hasRange = (params) => Boolean(params.get("from") || params.get("to"));

  /** Whether an address narrows anything down. */
  const any = (params) => hasRange(params) || chosenIn(params).length > 0;

  /** The articles that may be in the range of an address, by their years. */
  const inYears = (articles, params) => {
    const { from, to } = rangeIn(params);
    if (!hasRange(params)) return articles;
    return articles.filter((article) => {
      const { year } = digestSearch.monthOf(article);
      return year && year.padStart(4, "0") >= from.slice(0, 4) && year.padStart(4, "0") <= to.slice(0, 4);
    });
  };

  const inRange = (articles, params, columns) => {
    const { from, to } = rangeIn(params);
    if (!hasRange(params)) return articles;
    return articles.filter((article) => {
      const { year, month } = digestSearch.monthOf(article);
      const day = `${year.padStart(4, "0")}-${two(month)}-${two(columns("day", article))}`;
      return day >= from && day <= to;
    });
  };

  /** Those of some articles that all choices of an address fit, and by facet how many each value
      would give. */
  const narrow = async (articles, params) => {
    const near = inYears(articles, params);
    const columns = await digestSearch.columns(new Set(near.map((article) => digestSearch.monthOf(article).year)));
    const chosen = chosenIn(params);
    const counts = emptyCounts();
    const kept = inRange(near, params, columns).filter((article) => {
      const against = chosen.filter(([facet, wanted]) => !columns(facet, article).some((value) => wanted.has(value)));
      if (against.length === 1) add(counts, against[0][0], columns(against[0][0], article));
      if (!against.length) NAMES.forEach((facet) => add(counts, facet, columns(facet, article)));
      return !against.length;
    });
    return { kept, counts };
  };

  /** How many articles of the whole collection have the most frequent values. */
  const totals = (index) => ({
    ...Object.fromEntries(Object.entries(index.totals).map(([facet, { top }]) => [facet, new Map(top)])),
    year: digestSearch.years(),
  });

  return { NAMES, any, narrow, totals, emptyCounts };
})();
