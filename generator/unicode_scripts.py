"""Scripts that need special treatment, as Unicode blocks for a character class of `re`."""

from __future__ import annotations

CYRILLIC = "\u0400-\u04ff"
HEBREW = "\u0590-\u05ff"
ARABIC = "\u0600-\u06ff"
INDIC = "\u0900-\u0dff"  # Devanagari to Sinhala
THAI_AND_LAO = "\u0e00-\u0eff"
MYANMAR = "\u1000-\u109f"
KHMER = "\u1780-\u17ff"
HIRAGANA = "\u3040-\u309f"
KATAKANA = "\u30a0-\u30ff"
KANA = HIRAGANA + KATAKANA
HAN = "\u3005\u3400-\u9fff\U00020000-\U0003ffff"
HANGUL = "\uac00-\ud7af"
CJK_PUNCTUATION = "\u3000-\u303f"
FULL_WIDTH = "\uff00-\uffef"  # and half-width katakana

# No spaces between words: length and similarity are measured in characters.
UNSPACED = THAI_AND_LAO + MYANMAR + KHMER + KANA + HAN
# A name has two to five characters, a line few.
EAST_ASIAN = KANA + HAN + HANGUL
# No capitals, but spaces between words.
UNCASED = HEBREW + ARABIC + INDIC
# Lines that end and begin with these are joined without a space.
UNSPACED_SIGNS = CJK_PUNCTUATION + KANA + HAN + FULL_WIDTH
