"""A story and its articles → its Markdown page, at a permanent address. Pure."""
