"""An article and its insight → its Markdown page, at a permanent address. Pure."""
