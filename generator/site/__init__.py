"""content/ → the site: the MkDocs plugin, the build in a staging folder, and the swap."""
