"""Words of news pages by language, phrases, names of people, and language detection."""
