"""A paragraph is split into its sentences as its language writes them."""

import pytest

from generator.analyse.text.sentences import sentences

SPLIT = {
    "initials and titles": ("en", "J. K. Holm met Mr. Smith. She left.", 2),
    "a country at the end": ("en", "She came to the U.S. The mayor met her there.", 2),
    "a country before a name": ("en", "The U.S. Army left. Nobody saw it.", 2),
    "offices in the plural": ("en", "Sens. Holm and Reps. Weber and Ruiz voted. It passed.", 2),
    "a number": ("en", "No. 3 won with 3.5 points. Vessen came second.", 2),
    "months": ("en", "The bridge opened on Dec. 6 in Norhaven. It was cold.", 2),
    "an ellipsis": ("en", "Prices rose… Then they fell. Nobody knew why.", 3),
    "no space after the full stop": (
        "en",
        "The vote is over.The count began at vessen.com today.",
        2,
    ),
    "ordinals in German": ("de", "In der 54. Minute traf Weber. Am 3. Mai kommt Neustadt.", 2),
    "a number at the end in German": ("de", "Es war Platz 12. Der Trainer ging.", 2),
    "an abbreviation in German": ("de", "Er mag z. B. Äpfel. Sie mag Birnen.", 2),
    "ordinals in Norwegian": ("nb", "Det skjedde i det 17. minuttet. Laget vant.", 2),
    "guillemets apart": ("fr", "Elle a dit : « Oui. » Puis la maire est partie.", 2),
    "initials in Russian": ("ru", "Мост открыл А. П. Петров. Он рад.", 2),
    "thousands in Russian": ("ru", "Мост стоил 9 тыс. крон. Он новый.", 2),
    "titles in Portuguese": ("pt", "O Sr. Silva e a Dra. Ana falaram. O barco saiu.", 2),
    "Spanish questions": ("es", "¿Quién viene? La alcaldesa no lo dijo. Nadie vino.", 3),
    "Hindi": ("hi", "पुल खुला। महापौर आईं। क्या बारिश हुई?", 3),
    "Urdu": ("ur", "پل کھل گیا۔ میئر آئیں۔", 2),
    "Arabic": ("ar", "افتتح الجسر. هل جاء الناس؟ نعم جاؤوا.", 3),
    "Japanese": ("ja", "橋が開通した。市長は「長く待った。うれしい」と述べた。雨だった。", 3),
    "Chinese": ("zh", "大桥通车了。市长来了！下雨了吗？", 3),
    "Korean": ("ko", "다리가 열렸다. 시장이 왔다.", 2),
    "Armenian": ("hy", "Կամուրջը բացվեց։ Քաղաքապետը եկավ։", 2),
}


@pytest.mark.parametrize("name", SPLIT)
def test_sentences(name):
    language, paragraph, count = SPLIT[name]
    found = sentences(paragraph, language)
    assert len(found) == count, found
    places = [paragraph.index(sentence) for sentence in found]
    assert places == sorted(places)


@pytest.mark.parametrize("name", SPLIT)
def test_nothing_is_lost(name):
    language, paragraph, _ = SPLIT[name]
    assert "".join(sentences(paragraph, language)).replace(" ", "") == paragraph.replace(" ", "")


def test_a_quotation_of_two_sentences_is_one():
    text = "“We waited long. We are glad,” said Greta Holm. The bridge opened."
    assert sentences(text)[0] == "“We waited long. We are glad,” said Greta Holm."
