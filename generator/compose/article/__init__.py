"""An article and what is known of it → its Markdown page, at a permanent address. Pure."""
