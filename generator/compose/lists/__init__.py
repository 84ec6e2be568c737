"""Front page, editions, sections, outlets, keywords, archive, stories and speakers as views."""
