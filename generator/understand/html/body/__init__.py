"""The main text of a saved page: found (`main_text.py`), completed and trimmed."""
