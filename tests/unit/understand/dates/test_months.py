"""Months as newspapers spell them: both spellings, cases, capitals, no accents, other calendars."""

import datetime as dt

import pytest

from generator.understand.dates.written import dates_in

COLLECTED = dt.date(2026, 11, 1)
SPELLINGS = {
    "uz": "3 sentabr 2025|3 sentyabr 2025|2025-yil 3-sentabr|3-sentabr, 2025|3 SENTYABR 2025|"
    "2025 йил 3-сентябрь|3 сентябр 2025|3 sent. 2025",
    "ru": "3 сентября 2025|3 СЕНТЯБРЯ 2025|3 сент. 2025|3 сен 2025",
    "de": "3. September 2025|3. SEPT. 2025",
    "fr": "3 septembre 2025|3 SEPT. 2025",
    "es": "3 de septiembre de 2025|3 de setiembre de 2025|03 SEP 2025",
    "tr": "3 Eylül 2025|3 EYLÜL 2025|3 Eylul 2025",
    "pl": "3 września 2025|3 wrzesnia 2025|3 WRZEŚNIA 2025",
    "el": "3 Σεπτεμβρίου 2025|3 ΣΕΠΤΕΜΒΡΙΟΥ 2025|3 Σεπτέμβρη 2025|3 Σεπ 2025",
    "sr": "3. септембар 2025|3. септембра 2025|3. septembra 2025.",
    "hr": "3. rujna 2025.|3. septembar 2025",
    "lv": "2025. gada 3. septembrī|2025. gada 3. septembris",
    "tg": "3 сентябри соли 2025",
    "ky": "2025-жылдын 3-сентябры",
    "kk": "2025 жылғы 3 қыркүйек",
    "eu": "2025eko irailaren 3a",
    "vi": "ngày 3 tháng 9 năm 2025",
    "th": "3 กันยายน 2568|3 กันยายน 2025",
    "ar": "3 سبتمبر 2025|٣ سبتمبر ٢٠٢٥|3 أيلول 2025|3 سبتمبر/ أيلول 2025",
    "hi": "3 सितंबर 2025|3 सितम्बर 2025|३ सितंबर २०२५",
    "fa": "۱۲ شهریور ۱۴۰۴|12 شهریور 1404|12 شهريور 1404|12 سنبله 1404",
}
CASES = [(code, text) for code, texts in SPELLINGS.items() for text in texts.split("|")]


@pytest.mark.parametrize(("language", "text"), CASES)
def test_a_month_is_known_in_each_of_its_spellings(language: str, text: str):
    assert [str(date.date) for date in dates_in(text, language, COLLECTED)] == ["2025-09-03"]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("fr", "21 AOUT 2025", "2025-08-21"),
        ("tr", "3 KASIM 2025", "2025-11-03"),
        ("ar", "3 ابريل 2025", "2025-04-03"),
        ("he", "3 במרס 2025", "2025-03-03"),
        ("fa", "۱۲ آبان ۱۴۰۴ / ۱۰:۱۸", "2025-11-03T10:18:00"),
        ("ru", "16:05 12.09.2025 (обновлено: 18:22 13.09.2025)", "2025-09-12T16:05:00"),
    ],
)
def test_capitals_digits_and_times_around_a_date(language: str, text: str, date: str):
    assert str(dates_in(text, language, COLLECTED)[0].date) == date


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "On 3 September 1404 the town burnt"), ("de", "am 3. März 1402"), ("en", "12/03/1404")],
)
def test_years_of_the_middle_ages_are_persian_in_persian_only(language, text):
    assert all(found.inferred for found in dates_in(text, language, COLLECTED)), (
        "no year of the Persian calendar"
    )


@pytest.mark.parametrize("text", ["12 March 2027", "12 March 2027, 10:00", "March 12, 2027"])
def test_a_day_of_next_year_is_not_moved_to_a_year_before(text: str):
    assert list(dates_in(text, "en", COLLECTED)) == []


@pytest.mark.parametrize("text", ["12 March 2027 3 minutes", "12 March 3996 3 minutes"])
def test_a_number_before_a_reading_time_is_no_year(text: str):
    (date,) = dates_in(text, "en", COLLECTED)
    assert (str(date.date), date.inferred) == ("2026-03-12", "year")
