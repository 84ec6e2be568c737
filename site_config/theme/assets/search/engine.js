/* Finds articles. Loads the parts of the index that a query needs, as scripts: a browser fetches
   nothing for a page that was opened from disk. What the parts hold: generator/site/search.py. */
"use strict";

var digestSearch = (() => {
  const LEVELS = 16;
  const MOST_BLOCKS = 6; // that one word may load
  const EXACT = 1, LONGER = 0.6, KIN = 0.4; // what a word counts by how it answers the one typed
  const parts = new Map();
  let base = "", index = null;

  /** Called by each part as it arrives. */
  const put = (name, value) => parts.get(name)?.arrived(value);

  const load = (name) => {
    if (!parts.has(name)) {
      const part = {};
      part.value = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = base + (name === "index" ? "" : `${index.folder}/`) + `${name}.js`;
        part.arrived = resolve;
        script.onerror = () => { parts.delete(name); reject(new Error(script.src)); };
        document.head.append(script);
      });
      parts.set(name, part);
    }
    return parts.get(name).value;
  };

  /** Open the index below an address; returns its facets and the number of articles. */
  const open = async (address) => {
    base = address;
    index = await load("index");
    return index;
  };

  // ---- Words that answer a word ------------------------------------------------------------------

  /** What inflected forms of a word share: its beginning, whatever the language. */
  const stem = (word) => word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));

  const kinship = (word, other, last) => {
    if (other === word) return EXACT;
    if (other.startsWith(word)) return word.length > 2 || last ? LONGER : 0;
    const kin = word.length > 4 && Math.abs(other.length - word.length) < 4;
    return kin && other.startsWith(stem(word)) ? KIN : 0;
  };

  /** The blocks whose words may begin with `start`. */
  const blocksOf = (start) => {
    const first = Math.max(0, index.blocks.findLastIndex((word) => word <= start));
    const found = [];
    for (let number = first; number < index.blocks.length && found.length < MOST_BLOCKS; number++) {
      if (number > first && !index.blocks[number].startsWith(start)) break;
      found.push(number);
    }
    return Promise.all(found.map((number) => load(`words-${number}`)));
  };

  const decode = (numbers, weight, into) => {
    let article = 0;
    for (const number of numbers) {
      article += Math.floor(number / LEVELS);
      const level = (number % LEVELS) * weight;
      if (level > (into.get(article) || 0)) into.set(article, level);
    }
  };

  /** All that answers a word: the words found, and the articles with the weight it has in each. */
  const answers = async (word, last) => {
    const found = { words: [], articles: new Map() };
    for (const block of await blocksOf(word.length > 4 ? stem(word) : word)) {
      for (const [other, numbers] of Object.entries(block)) {
        const weight = kinship(word, other, last);
        if (weight) found.words.push(other);
        if (weight) decode(numbers, weight, found.articles);
      }
    }
    return found;
  };

  // ---- Misspelt words ----------------------------------------------------------------------------

  /** Letters to change, add, leave out or exchange with a neighbour (Damerau), `most` at most. */
  const distance = (one, two, most) => {
    if (Math.abs(one.length - two.length) >= most) return most;
    let older = [], old = Array.from({ length: two.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= two.length; j++) {
        const cost = one[i - 1] === two[j - 1] ? 0 : 1;
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost);
        const turned = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
        if (turned) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      if (Math.min(...row) >= most) return most;
      [older, old] = [old, row];
    }
    return Math.min(most, old[two.length]);
  };

  /** What a word that stands nowhere may have meant: the nearest words, the most used of them. */
  const meant = async (word) => {
    if (word.length < 4 || digestWords.paired.test(word)) return undefined;
    const most = word.length < 8 ? 2 : 3;
    const near = Array.from({ length: most + 1 }, () => []);
    for (const other of (await load("spellings")).split(" ")) near[distance(word, other, most)].push(other);
    const nearest = near.slice(0, most).find((words) => words.length) || [];
    const found = await Promise.all(nearest.slice(0, 12).map((other) => answers(other, false)));
    return found
      .map((answer, place) => ({ ...answer, instead: [word, nearest[place]] }))
      .sort((one, two) => two.articles.size - one.articles.size)[0];
  };

  // ---- Queries -----------------------------------------------------------------------------------

  const found = async (word, last) => {
    const direct = await answers(word, last);
    if (direct.articles.size) return direct;
    return (await meant(word)) || { ...direct, missing: word };
  };

  const every = (groups) => {
    const [first, ...others] = [...groups].sort((a, b) => a.articles.size - b.articles.size);
    return [...first.articles.keys()].filter((one) => others.every((group) => group.articles.has(one)));
  };

  const scored = (articles, groups) => {
    const rarity = groups.map(({ articles: { size } }) => Math.log(1 + (index.count - size + 0.5) / (size + 0.5)));
    return new Map(articles.map((one) => [
      one, groups.reduce((sum, group, place) => sum + rarity[place] * (group.articles.get(one) || 0), 0),
    ]));
  };

  /** Words as they were typed: of overlapping pairs of characters, the run that they were cut from. */
  const joined = (words) => words.reduce((runs, word) => {
    const last = runs.at(-1);
    const goes = last && digestWords.paired.test(word) && [...last].at(-1) === [...word][0];
    return goes ? [...runs.slice(0, -1), last + [...word].slice(1).join("")] : [...runs, word];
  }, []);

  /** What a query finds; its last word may be half typed.
      scores: Map of article numbers (newest first) to relevance; words: Set of the words found;
      instead: [[typed, shown]]; missing: words that stand nowhere; some: no article has all of them. */
  const query = async (text) => {
    const typed = [...new Set(digestWords.split(text))];
    const groups = await Promise.all(typed.map((word, place) => found(word, place === typed.length - 1)));
    const present = groups.filter((group) => group.articles.size);
    // Words that stand nearly everywhere decide nothing, in any language.
    const rare = present.filter((group) => group.articles.size <= index.count / 2);
    const deciding = rare.length ? rare : present;
    let articles = deciding.length ? every(deciding) : [];
    const some = articles.length === 0 && deciding.length > 0;
    if (some) articles = [...new Set(deciding.flatMap((group) => [...group.articles.keys()]))];
    return {
      scores: scored(articles, present),
      words: new Set(present.flatMap((group) => group.words)),
      instead: groups.flatMap((group) => (group.instead ? [group.instead] : [])),
      missing: joined(groups.flatMap((group) => (group.missing ? [group.missing] : []))),
      some,
    };
  };

  /** What results show of an article. */
  const article = (number) => load(`article-${number}`);

  return { put, open, query, article, keywords: () => load("keywords") };
})();
