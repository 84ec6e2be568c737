"""content/ → the site: the MkDocs plugin, the build aside, and the swap."""
