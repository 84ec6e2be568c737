/* Filters results by facets and dates, and counts the results of each further choice. */
"use strict";

var digestFacets = (() => {
  const NAMES = ["section", "outlet", "year", "keyword", "voice", "story", "language"];
  const two = (number) => `${number}`.padStart(2, "0");

  const emptyCounts = () => Object.fromEntries(NAMES.map((name) => [name, new Map()]));
  const add = (counts, facet, values) =>
    values.forEach((value) => counts[facet].set(value, (counts[facet].get(value) || 0) + 1));

  /** Return the selected values in a URL's parameters, by facet. */
  const chosenIn = (params) =>
    NAMES.flatMap((facet) => (params.has(facet) ? [[facet, new Set(params.getAll(facet))]] : []));

  const rangeIn = (params) => ({ from: params.get("from") || "", to: params.get("to") || "9999" });
  const hasRange = (params) => Boolean(params.get("from") || params.get("to"));

  /** Return whether a URL's parameters filter anything. */
  const any = (params) => hasRange(params) || chosenIn(params).length > 0;

  /** Return the articles whose years may be in the selected range of dates. */
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

  /** Return the articles that match all selections, and for each facet the number of results that each
      value would give. */
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

  /** Return the numbers of articles in the whole collection with the most frequent values. */
  const totals = (index) => ({
    ...Object.fromEntries(Object.entries(index.totals).map(([facet, { top }]) => [facet, new Map(top)])),
    year: digestSearch.years(),
  });

  return { NAMES, any, narrow, totals, emptyCounts };
})();
