/* Evaluates queries: words (also incomplete or misspelt), "exact phrases", and -excluded words. */
"use strict";

var digestQuery = (() => {
  const LEVELS = 16;
  const MOST_BLOCKS = 10; // that are loaded for one word at most
  const MOST_READ = 200; // articles whose text is searched for a phrase, at most
  const EXACT = 1, LONGER = 0.6, KIN = 0.4; // weight of an exact match, a longer word, a related form
  const TOKEN = /(-?)(?:["“”„«»]([^"“”„«»]+)["“”«»]|([^\s"“”„«»]+))/gu;

  // ---- Parsing -----------------------------------------------------------------------------------

  /** Parse a query into words, phrases and excluded words. The last word may be incomplete. */
  const parse = (text) => {
    const query = { words: [], phrases: [], excluded: [] };
    for (const [, minus, quoted, bare] of text.matchAll(TOKEN)) {
      const words = digestWords.split(quoted || bare);
      if (!words.length) continue;
      if (minus) query.excluded.push(words);
      else if (quoted) query.phrases.push(words);
      else query.words.push(...words);
    }
    query.words = [...new Set(query.words)];
    query.empty = !(query.words.length || query.phrases.length || query.excluded.length);
    return query;
  };

  // ---- Words that match a word -------------------------------------------------------------------

  /** Return the prefix that inflected forms of a word share, in any language. */
  const stem = (word) => word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));

  const kinship = (word, other, last) => {
    if (other === word) return EXACT;
    if (other.startsWith(word)) return word.length > 2 || last ? LONGER : 0;
    const kin = word.length > 4 && Math.abs(other.length - word.length) < 4;
    return kin && other.startsWith(stem(word)) ? KIN : 0;
  };

  /** Add the articles of a word's postings, with the word's weight in each. */
  const decode = (postings, weight, into) => {
    let month = 0, place = 0;
    for (const number of postings) {
      if (number < 0) {
        month -= number;
        place = 0;
        continue;
      }
      place += Math.floor(number / LEVELS);
      const article = month * digestSearch.PLACES + place;
      const level = (number % LEVELS) * weight;
      if (level > (into.get(article) || 0)) into.set(article, level);
    }
  };

  /** Return the indexed words that match a word, and the articles with their weights. */
  const answers = async (word, last) => {
    const found = { words: [], articles: new Map() };
    for (const block of await digestSearch.blocks(word.length > 4 ? stem(word) : word, MOST_BLOCKS)) {
      for (const [other, postings] of Object.entries(block)) {
        const weight = kinship(word, other, last);
        if (weight) found.words.push(other);
        if (weight) decode(postings, weight, found.articles);
      }
    }
    return found;
  };

  /** Return the articles that contain exactly this word. */
  const exact = async (word) => {
    const found = { words: [word], articles: new Map() };
    const block = (await digestSearch.blocks(word, 1))[0];
    if (block && Object.hasOwn(block, word)) decode(block[word], EXACT, found.articles);
    return found;
  };

  // ---- Misspelt words ----------------------------------------------------------------------------

  /** Return the Damerau-Levenshtein distance of two words, at most `most`. */
  const distance = (word, other, most) => {
    if (Math.abs(word.length - other.length) >= most) return most;
    let older = [], old = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= word.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const cost = word[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost);
        const turned = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
        if (turned) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      if (Math.min(...row) >= most) return most;
      [older, old] = [old, row];
    }
    return Math.min(most, old[other.length]);
  };

  /** Return a suggestion for a word that no article contains: the nearest word, or the most frequent of several. */
  const meant = async (word) => {
    if (word.length < 4 || digestWords.paired.test(word)) return undefined;
    const most = word.length < 8 ? 2 : 3;
    const near = Array.from({ length: most + 1 }, () => []);
    for (const other of await digestSearch.spellings()) near[distance(word, other, most)].push(other);
    const nearest = near.slice(0, most).find((words) => words.length) || [];
    const found = await Promise.all(nearest.slice(0, 12).map((other) => answers(other, false)));
    return found
      .map((answer, place) => ({ ...answer, instead: [word, nearest[place]] }))
      .sort((answer, other) => other.articles.size - answer.articles.size)[0];
  };

  const found = async (word, last) => {
    const direct = await answers(word, last);
    if (direct.articles.size) return direct;
    return (await meant(word)) || { ...direct, missing: word };
  };

  // ---- Phrases -----------------------------------------------------------------------------------

  const contains = (record, text, phrase) => {
    const wanted = ` ${phrase.join(" ")} `;
    return `${record.title}\n${text}`.split("\n").some((line) => ` ${digestWords.split(line).join(" ")} `.includes(wanted));
  };

  /** Return the articles that contain a phrase, and whether all candidates were searched. */
  const withPhrase = async (articles, phrase) => {
    const newest = [...articles].sort((one, other) => other - one).slice(0, MOST_READ);
    const read = await Promise.all(newest.map(async (article) => {
      const record = await digestSearch.record(article);
      return contains(record, await digestSearch.text(record), phrase);
    }));
    return { articles: newest.filter((_, place) => read[place]), all: newest.length === articles.length };
  };

  // ---- Queries -----------------------------------------------------------------------------------

  const every = (groups) => {
    if (!groups.length) return digestSearch.everything();
    const [first, ...others] = [...groups].sort((one, other) => one.articles.size - other.articles.size);
    return [...first.articles.keys()].filter((article) => others.every((group) => group.articles.has(article)));
  };

  const scored = (articles, groups) => {
    const rarity = groups.map(({ articles: { size } }) => Math.log(1 + (digestSearch.count() - size + 0.5) / (size + 0.5)));
    return new Map(articles.map((article) => [
      article, groups.reduce((sum, group, place) => sum + rarity[place] * (group.articles.get(article) || 0), 0),
    ]));
  };

  /** Return the words as typed: overlapping bigrams are joined again. */
  const joined = (words) => words.reduce((runs, word) => {
    const last = runs.at(-1);
    const continues = last && digestWords.paired.test(word) && [...last].at(-1) === [...word][0];
    return continues ? [...runs.slice(0, -1), last + [...word].slice(1).join("")] : [...runs, word];
  }, []);

  /** Return the articles that contain all words of a query, or some of them if none contains all. */
  const withWords = (groups, needed) => {
    // Words that nearly every article contains do not distinguish results, in any language.
    const rare = groups.filter((group) => group.articles.size <= digestSearch.count() / 2);
    const deciding = rare.length ? rare : groups;
    const articles = every([...deciding, ...needed]);
    if (articles.length || !deciding.length) return { articles, some: false };
    const any = new Set(deciding.flatMap((group) => [...group.articles.keys()]));
    return { articles: [...any].filter((article) => needed.every((group) => group.articles.has(article))), some: true };
  };

  /** Return the results of a parsed query.
      scores: Map of article numbers to relevance; words: Set of the words found;
      instead: [[typed, shown]]; missing: words that no article contains; some: no article has all of
      them; unread: there were too many articles to look for a phrase in all of them. */
  const find = async (query) => {
    const { words, phrases, excluded } = query;
    const groups = await Promise.all(words.map((word, place) => found(word, place === words.length - 1)));
    const needed = await Promise.all([...new Set(phrases.flat())].map(exact));
    const present = groups.filter((group) => group.articles.size);
    const nothing = words.length > 0 && !present.length;
    let { articles, some } = nothing ? { articles: [], some: false } : withWords(present, needed);
    let unread = false;
    for (const phrase of phrases) {
      if (phrase.length < 2) continue;
      const confirmed = await withPhrase(articles, phrase);
      articles = confirmed.articles;
      unread ||= !confirmed.all;
    }
    for (const phrase of excluded) {
      const all = await Promise.all(phrase.map(exact));
      let having = articles.filter((article) => all.every((group) => group.articles.has(article)));
      if (phrase.length > 1) having = (await withPhrase(having, phrase)).articles;
      const without = new Set(having);
      articles = articles.filter((article) => !without.has(article));
    }
    const counting = [...present, ...needed];
    return {
      scores: scored(articles, counting),
      words: new Set(counting.flatMap((group) => group.words)),
      instead: groups.flatMap((group) => (group.instead ? [group.instead] : [])),
      missing: joined([...groups.flatMap((group) => (group.missing ? [group.missing] : [])),
        ...needed.flatMap((group) => (group.articles.size ? [] : group.words))]),
      some,
      unread,
    };
  };

  return { parse, find };
})();
