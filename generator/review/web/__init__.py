"""Doubts in the browser: pages that only the person who started the server can use."""
