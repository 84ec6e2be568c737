"""The layout of plain text: hard-wrapped lines, hyphens at line ends, verse, columns."""
