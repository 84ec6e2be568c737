"""What is known → pages: addresses, Markdown, and the views that the theme draws. Pure."""
