/* Excerpts of search results: the passage of a text to show, with the matching words marked. */
"use strict";

var digestExcerpt = (() => {
  const LENGTH = 240; // in characters
  const LEAD = 80; // before the first word found, at most
  // Where a sentence certainly begins. A full stop ends a sentence only after a word that is not
  // an abbreviation ("Sen.", "approx."): a long one, or a year, and before a capital or a quotation.
  const OPENING = /^|[!?…]["”»’]*\s+|(?:\p{Ll}{5}|\p{L}{7}|\d{4})[.]["”»’)]*\s+(?=["“„«‘]*[\p{Lu}\p{Lo}])|[。！？\n]/gu;

  const spans = (places) =>
    places.reduce((found, [start, end]) => {
      const last = found.at(-1);
      if (last && start < last[1]) last[1] = Math.max(last[1], end); // bigrams overlap
      else found.push([start, end]);
      return found;
    }, []);

  /** Return a text as nodes, with matches marked; a dot separates headings. */
  const marked = (text, words) => {
    const nodes = [];
    let end = 0;
    for (const [start, stop] of spans(digestWords.places(text, words))) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, stop);
      nodes.push(text.slice(end, start), mark);
      end = stop;
    }
    nodes.push(text.slice(end));
    const inLine = (words) => words.replace(/([.!?…]["”»’]*)\n/gu, "$1 ").replaceAll("\n", " · ");
    return nodes.map((node) => (typeof node === "string" ? inLine(node) : node));
  };

  /** Return where the passage with most matches begins. */
  const densest = (places) => {
    let best = 0, most = 0;
    places.forEach(([start], first) => {
      const near = places.slice(first).filter(([, stop]) => stop - start < LENGTH - LEAD);
      const different = new Set(near.map(([, , word]) => word)).size;
      if (different > most) [best, most] = [start, different];
    });
    return best;
  };

  /** Return the beginning of the sentence, or of the word, before a position. */
  const opening = (text, place) => {
    const least = Math.max(0, place - LEAD);
    const starts = [...text.matchAll(OPENING)]
      .map((match) => match.index + match[0].length)
      .filter((start) => start <= place);
    if (starts.at(-1) >= least) return { from: starts.at(-1), whole: true };
    return { from: text.indexOf(" ", least) + 1 || least, whole: false };
  };

  /** Return the passage of a text to show, as nodes. */
  const excerpt = (text, words) => {
    const { from, whole } = opening(text, densest(digestWords.places(text, words)));
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), to - 20);
    return [whole ? "" : "… ", ...marked(text.slice(from, to), words), to < text.length ? " …" : ""];
  };

  return { marked, excerpt };
})();
