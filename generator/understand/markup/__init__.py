"""HTML of any origin to an element tree, and to blocks of plain text."""
