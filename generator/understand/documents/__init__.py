"""Files of word processors (`.docx`) and PDF with text."""
