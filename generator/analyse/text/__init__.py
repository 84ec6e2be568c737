"""Text to sentences and tokens: tokenisation, stems, lemmas, parts of speech, word lists. Pure."""
