"""Articles and insights → pages: addresses, Markdown, and the views that templates render. Pure."""
