"""One edition as a file to send: HTML, mail, plain text, EPUB or PDF."""
