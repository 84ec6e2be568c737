"""Why an article is related, in words."""

import pytest

from generator.compose.article.labels import distance, reason
from generator.models import Related
from generator.words import load_words

SAID = {
    "de": "am selben Tag|einen Tag früher|59 Tage später"
    "|2 Monate später|12 Monate früher|3 Jahre früher",
    "en": "the same day|one day earlier|59 days later"
    "|2 months later|12 months earlier|3 years earlier",
    "es": "el mismo día|un día antes|59 días después|2 meses después|12 meses antes|3 años antes",
    "fr": "le même jour|un jour plus tôt|59 jours plus tard|2 mois plus tard|12 mois plus tôt"
    "|3 ans plus tôt",
    "ru": "в тот же день|на 1 день раньше|на 59 дней позже|на 2 месяца позже|на 12 месяцев раньше"
    "|на 3 года раньше",
    "uz": "oʻsha kuni|bir kun oldin|59 kun keyin|2 oy keyin|12 oy oldin|3 yil oldin",
}


@pytest.mark.parametrize("language", SAID)
def test_distances_in_time(language):
    words = load_words(language)
    found = [distance(days, words) for days in (0, -1, 59, 61, -366, -1096)]
    assert found == SAID[language].split("|")


def test_keywords_then_distance():
    words = load_words("en")
    assert reason(Related("a", ("Greta Holm", "ferry"), -2), words) == (
        "Greta Holm, ferry; 2 days earlier"
    )
    assert reason(Related("a", (), None), words) == "the same event"
