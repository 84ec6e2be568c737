/* Splits text into the words that the search compares, as generator/site/search/fold.py does when the index is
   made. These files are classic scripts: a browser opens no modules for a page from disk. */
"use strict";

var digestWords = (() => {
  // Scripts without spaces between words: their words are overlapping bigrams.
  const unspaced = "\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005\\u3040-\\u30FF\\u3400-\\u9FFF\\u{20000}-\\u{3FFFF}";
  // Scripts whose vowels are combining marks, which must be kept.
  const marked = "\\u0900-\\u0963\\u0966-\\u0DFF";
  const paired = new RegExp(`[${unspaced}]`, "u");
  const word = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}]|[${marked}])+`, "gu");
  const written = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}'’‘ʻʼ\`])+`, "gu");
  const accents = /[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u0640\u064B-\u065F\u0670]/g;
  const other = { ß: "ss", ı: "i", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", ς: "σ" };
  const uzbek = /([og])['’‘ʻʼ`](?=\p{L})/gu; // o‘zbek, bog‘, with any apostrophe

  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(accents, "")
      .normalize("NFC")
      .replace(/[ßıłøđæœς]/g, (letter) => other[letter])
      .replace(uzbek, "$1")
      .replace(/[ʻʼ]/g, " ");

  const pairs = (run) => {
    const signs = [...run];
    return signs.length === 1 ? signs : signs.slice(1).map((sign, place) => signs[place] + sign);
  };

  /** Return the words of a text in order, without single letters. */
  const split = (text) =>
    (fold(text).match(word) || []).flatMap((run) => {
      if (paired.test(run)) return pairs(run);
      return run.length > 1 || /^\p{Nd}$/u.test(run) ? [run] : [];
    });

  /** Return the matches of the words in `wanted` (a Set): [start, end, word], in order. */
  const places = (text, wanted) => {
    const found = [];
    for (const match of text.matchAll(written)) {
      if (paired.test(match[0])) {
        let start = match.index;
        const signs = [...match[0]];
        signs.forEach((sign, place) => {
          const pair = fold(sign + (signs[place + 1] || ""));
          const end = start + sign.length + (signs[place + 1] || "").length;
          if (wanted.has(pair)) found.push([start, end, pair]);
          start += sign.length;
        });
      } else {
        const hit = split(match[0]).find((one) => wanted.has(one));
        if (hit) found.push([match.index, match.index + match[0].length, hit]);
      }
    }
    return found;
  };

  return { split, places, paired };
})();
