/* What of a text a result shows, with the words found marked. */
"use strict";

var digestExcerpt = (() => {
  const LENGTH = 240; // in characters
  const LEAD = 80; // before the first word found, at most
  // What a sentence certainly begins after. A full stop ends a sentence only after a word that is
  // no abbreviation ("Sen.", "approx."): a long one, or a year, and before a capital or a quotation.
  const OPENING = /^|[!?…]["”»’]*\s+|(?:\p{Ll}{5}|\p{L}{7}|\d{4})[.]["”»’)]*\s+(?=["“„«‘]*[\p{Lu}\p{Lo}])|[。！？\n]/gu;

  const spans = (places) =>
    places.reduce((found, [start, end]) => {
      const last = found.at(-1);
      if (last && start < last[1]) last[1] = Math.max(last[1], end); // pairs of characters overlap
      else found.push([start, end]);
      return found;
    }, []);

  /** A text as nodes, the words found marked; headings are divided by a dot. */
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

  /** Where the stretch begins that holds most of the words found. */
  const densest = (places) => {
    let best = 0, most = 0;
    places.forEach(([start], first) => {
      const near = places.slice(first).filter(([, stop]) => stop - start < LENGTH - LEAD);
      const different = new Set(near.map(([, , word]) => word)).size;
      if (different > most) [best, most] = [start, different];
    });
    return best;
  };

  /** The beginning of the sentence, or of a word, before a place. */
  const opening = (text, place) => {
    const least = Math.max(0, place - LEAD);
    const starts = [...text.matchAll(OPENING)]
      .map((match) => match.index + match[0].length)
      .filter((start) => start <= place);
    if (starts.at(-1) >= least) return { from: starts.at(-1), whole: true };
    return { from: text.indexOf(" ", least) + 1 || least, whole: false };
  };

  /** The stretch of a text to show, as nodes. */
  const excerpt = (text, words) => {
    const { from, whole } = opening(text, densest(digestWords.places(text, words)));
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), to - 20);
    return [whole ? "" : "… ", ...marked(text.slice(from, to), words), to < text.length ? " …" : ""];
  };

  return { marked, excerpt };
})();
