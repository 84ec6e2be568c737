"""Checks of the built site: active content and links."""
