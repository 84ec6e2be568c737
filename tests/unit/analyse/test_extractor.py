"""Our extractor gives YAKE's phrases with YAKE's scores, to the last bit."""

import json

import pytest
import yake
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.keywords.extractor import Extractor
from generator.analyse.text.word_lists import stop_words, yake_language
from paths import CORPUS

EVERY = 20  # one text of so many
TEXTS = {
    "en": "The Harbour Board of Lowmouth met on Monday. The board of the harbour had 12 members, "
    "3 of them new; Mrs Ann Poe's report, the U.S. envoy said, was a 20th-century relic. "
    "NATO and the NATO envoy left. Harbours, harbour walls and the wall of the harbour stayed.",
    "de": "Der Stadtrat von Unterau hat am Montag den Haushalt beschlossen. Im Haushalt stehen "
    "1,5 Millionen Euro für die Schule am See. Die Schule, sagt der Stadtrat, bleibt.",
    "el": "Η ΠΟΛΗ ΤΗΣ ΑΘΗΝΑΣ άνοιξε το μουσείο της πόλης. Το μουσείο είναι μικρό.",
    "xx": "Zorv zorv dalma. Dalma zorv, keltu zorv dalma! Keltu 7 keltus.",
}
WORDS = [
    *("the", "of", "its", "News", "news", "new", "NATO", "B2", "b2", "12", "1,000", "co-op", "is"),
    *(",", ".", "(", "?", "Harbour", "harbours", "wall", "it's", "Σίγμας", "İs", "x", "a.b", "\n"),
]


def both(text: str, language: str) -> tuple[list, list]:
    """Return what YAKE finds and what we find."""
    settings = {
        "lan": yake_language(language),
        "n": 3,
        "dedup_lim": 1.0,
        "window_size": 1,
        "top": 150,
        "stopwords": set(stop_words(language)),
    }
    theirs = yake.KeywordExtractor(**settings).extract_keywords(text)
    return [(phrase, float(score)) for phrase, score in theirs], Extractor(
        **settings
    ).extract_keywords(text)


@pytest.mark.parametrize("language", TEXTS)
def test_phrases_and_scores_are_those_of_yake(language):
    theirs, ours = both(TEXTS[language], language)
    assert ours == theirs
    assert len(ours) > 5


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_are_scored_as_yake_does(words):
    theirs, ours = both(" ".join(words), "en")
    assert ours == theirs


@pytest.mark.shared
def test_texts_of_readers_are_scored_as_yake_does():
    file = CORPUS / "keywords.jsonl"
    if not file.is_file():
        pytest.skip(f"needs the corpus in {CORPUS}")
    for line in file.read_text(encoding="utf-8").splitlines()[::EVERY]:
        row = json.loads(line)
        theirs, ours = both(row["body"], row["lang"])
        assert ours == theirs, row["id"]
