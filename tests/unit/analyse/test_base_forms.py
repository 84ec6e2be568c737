"""Keywords in the nominative, without endings and neighbours that the sentence gave them."""

import pytest

from articles import make_article
from generator.analyse import analyse
from generator.analyse.text.base_forms import in_base_form
from generator.analyse.text.lemmas import lemma
from generator.analyse.text.token import Token
from generator.config import Settings
from generator.relate import relate

# Language → headline, text, keywords wanted, keywords not wanted.
TEXTS = {
    "pl": (
        "Nowy most połączy oba brzegi",
        (
            "Rząd Niemiec rozmawia z władzami Pakistanu o budowie mostu. Delegacja Pakistanu "
            "spotkała ministra spraw zagranicznych Węgier Wiktora Holma, a w Berlinie czekano na "
            "Olafa Scholza. Rozmowy Niemiec z delegacją Olafa Scholza trwały długo."
        ),
        {"Niemcy", "Pakistan", "Olaf Scholz"},
        {"Niemiec", "Pakistanu", "Olafa Scholza", "Węgier Wiktora Holma"},
    ),
    "ru": (
        "Мост через пролив построят",
        (
            "Глава МИД России Сергей Лавров прибыл из Малайзии. Он поблагодарил Владимира "
            "Мединского, а делегация Малайзии осмотрела мост. Проект Владимира Мединского "
            "одобрили, и власти Малайзии согласились."
        ),
        {"Малайзия", "Владимира Мединского", "Сергей Лавров"},
        {"Малайзии", "Владимир Мединский", "России Сергей Лавров"},
    ),
    "tr": (
        "Yeni köprü açıldı",
        (
            "İzmir'in Bostanlı semtinde yeni köprü açıldı. Belediye Başkanı Ayla Demir'in "
            "konuşmasına göre köprü İzmir'e değer katacak. Ayla Demir'e göre Bostanlı'da trafik "
            "azalacak. Köprünün açılışı Bostanlı'nın yüzünü değiştirecek."
        ),
        {"İzmir", "Bostanlı", "Ayla Demir"},
        {"İzmir'in Bostanlı", "Ayla Demir'in", "Ayla Demir'e", "İzmir'in"},
    ),
    "ar": (
        "الجسر الجديد في العقبة",
        (
            "افتتح الوزير الجسر الجديد بين عمّان والعقبة. وقال الوزير إن الجسر يخدم العقبة. "
            "ورحب أهالي العقبة بافتتاح الجسر بين عمّان والعقبة، وكلف الجسر مالا كثيرا وكلف وقتا."
        ),
        {"العقبة"},
        {"عمّان والعقبة", "والعقبة", "كلف", "وكلف"},
    ),
    "de": (
        "Neue Brücke in Norhaven",
        (
            "Der Vorstand der Deutschen Bank prüft die Brücke des Landes. Ein Sprecher der "
            "Deutschen Bank nannte den Bau des Landes teuer. Während den Olympischen Spielen "
            "bleibt sie zu, und nach den Olympischen Spielen hake gerne Dinge ab, wer mag. Wir "
            "danken Euch."
        ),
        {"Deutsche Bank", "Olympische Spiele"},
        {"Deutschen Bank", "Olympischen Spielen", "Landes", "hake gerne Dinge", "Euch"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_keywords_do_not_keep_the_endings_of_their_sentence(language):
    title, text, wanted, unwanted = TEXTS[language]
    article = make_article(text, title=title, language=language)
    (insight,) = relate((article,), [analyse(article)], Settings())
    found = {keyword.text for keyword in insight.keywords}
    assert wanted - found == set()
    assert unwanted & found == set()


@pytest.mark.parametrize(
    ("language", "phrase", "base"),
    [
        ("pl", "komunikację zewnętrzną", "komunikacja zewnętrzna"),
        ("pl", "rzecznikiem prasowym", "rzecznik prasowy"),
        ("pl", "NATO", None),
        ("pl", "Chiny", None),
        ("ru", "Верховного Суда", "Верховный Суд"),
        ("tr", "suç gelirlerinin", "suç gelirleri"),
        ("tr", "orman yangını", None),
        ("tr", "soruşturma", None),
        ("cs", "Jana Veselá", None),
        ("de", "Bruders", "Bruder"),
        ("de", "Städten", "Städte"),
        ("de", "Schwaben", None),
        ("en", "bridges", None),
    ],
)
def test_a_form_is_changed_only_where_it_is_certain(language, phrase, base):
    kind = "name" if phrase.istitle() or phrase.isupper() else "word"
    words = [Token(word, word.lower(), kind, word.lower()) for word in phrase.split()]
    found = in_base_form(words, language, frozenset(), {})
    assert found == (base.split() if base else None)


def test_german_nouns_that_share_a_stem_are_different_keywords():
    texts = {
        "Adele": "Adele singt wieder. Die Sängerin Adele kommt nach Norhaven, Adele freut sich.",
        "Adel": "Der Adel verkauft Schlösser. Dem Adel fehlt Geld, der alte Adel jammert.",
    }
    articles = tuple(
        make_article(text, source=f"{name}.txt", title=f"{name} gibt auf", language="de")
        for name, text in texts.items()
    )
    insights = relate(articles, [analyse(article) for article in articles], Settings())
    for name, insight in zip(texts, insights, strict=True):
        assert {keyword.text for keyword in insight.keywords} & set(texts) == {name}


def test_a_german_noun_is_no_form_of_a_verb():
    assert lemma("markt", "de") == "markt"


def test_a_german_plural_in_en_has_its_singular():
    article = make_article(
        "Die Zinsen steigen. Höhere Zinsen treffen Käufer, weil Zinsen den Bau verteuern.",
        title="Zinsen steigen",
        language="de",
    )
    (insight,) = relate((article,), [analyse(article)], Settings())
    assert "Zinse" not in {keyword.text for keyword in insight.keywords}
