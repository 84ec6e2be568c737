"""Made-up talks, poems and results in several languages: none of their lines is lost.

Half of the lines are short. Each text is pasted alone, with an advertisement in it, and with the
page around it.
"""

import datetime as dt
from collections import Counter
from itertools import chain, product

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

# By language: what somebody says at length, and in short.
LONG = {
    "en": (
        "The ramp was built for lorries of eight tons, and nobody told us that they weigh nine.",
        "We have asked the county three times for an engineer, and three times they sent a form.",
        "When the wind comes from the north you can hear the old hinges in every kitchen here.",
        "My daughter counts the cars each morning, and since Easter she has not got beyond nine.",
    ),
    "de": (
        "Die Rampe wurde für Lastwagen von acht Tonnen gebaut, und heute wiegen sie vierzehn.",
        "Wir haben den Kreis dreimal um einen Ingenieur gebeten, und dreimal kam nur ein Formular.",
        "Wenn der Wind aus Norden kommt, hört man die alten Scharniere in jeder Küche des Dorfes.",
        "Meine Tochter zählt jeden Morgen die Autos, und seit Ostern kommt sie nur noch bis neun.",
    ),
    "fr": (
        "La rampe a été construite pour des camions de huit tonnes, et ils en pèsent le double.",
        "Nous avons demandé trois fois un ingénieur au département, et trois fois on nous a écrit.",
        "Quand le vent vient du nord, on entend les vieilles charnières dans toutes les cuisines.",
        "Ma fille compte les voitures chaque matin, et depuis Pâques elle ne dépasse plus neuf.",
    ),
    "es": (
        "La rampa se construyó para camiones de ocho toneladas, y los de hoy pesan el doble.",
        "Hemos pedido tres veces un ingeniero a la provincia, y tres veces llegó un formulario.",
        "Cuando el viento viene del norte, las bisagras viejas se oyen en todas las cocinas.",
        "Mi hija cuenta los coches cada mañana, y desde Pascua no ha pasado nunca de nueve.",
    ),
    "ru": (
        "Пандус строили для грузовиков в восемь тонн, а теперь они весят почти в два раза больше.",
        "Мы три раза просили у района инженера, и все три раза нам присылали только бланк.",
        "Когда ветер дует с севера, старые петли слышно в каждой кухне нашей деревни.",
        "Моя дочь каждое утро считает машины, и с самой Пасхи она не досчитала дальше девяти.",
    ),
}
SHORT = {
    "en": (
        "Why?",
        "Nobody knows",
        "And then?",
        "Nine days.",
        "Not yet",
        "Is it safe?",
        "Hardly",
        "Yes.",
    ),
    "de": (
        "Warum?",
        "Keine Ahnung",
        "Und dann?",
        "Neun Tage.",
        "Noch nicht",
        "Sicher?",
        "Kaum",
        "Ja.",
    ),
    "fr": (
        "Pourquoi ?",
        "Personne",
        "Et après ?",
        "Neuf jours.",
        "Pas encore",
        "Sûr ?",
        "À peine",
        "Oui.",
    ),
    "es": ("¿Por qué?", "Nadie", "¿Y luego?", "Nueve días.", "Aún no", "¿Seguro?", "Apenas", "Sí."),
    "ru": ("Почему?", "Никто", "А потом?", "Девять дней.", "Ещё нет", "Точно?", "Едва ли", "Да."),
}
HEAD = {
    "en": ("What the smith of Eastmoor says", "By Ines Carvalho", "10 March 2026"),
    "de": ("Was der Schmied von Ostmoor sagt", "Von Ines Carvalho", "10. März 2026"),
    "fr": ("Ce que dit le forgeron d'Estmare", "Par Inès Carvalho", "10 mars 2026"),
    "es": ("Lo que dice el herrero de Estemar", "Por Inés Carvalho", "10 de marzo de 2026"),
    "ru": ("Что говорит кузнец Восточной пристани", "Автор: Инесса Карвалью", "10 марта 2026"),
}
ABOVE = {
    "en": ("Skip to content", "The Eastmoor Courier", "News", "Sport", "Weather", "Sign in"),
    "de": ("Zum Inhalt springen", "Ostmoorer Kurier", "Politik", "Sport", "Wetter", "Anmelden"),
    "fr": ("Aller au contenu", "Le Courrier d'Estmare", "Politique", "Sport", "Météo", "Connexion"),
    "es": (
        "Ir al contenido",
        "El Correo de Estemar",
        "Política",
        "Deportes",
        "Buscar",
        "Iniciar sesión",
    ),
    "ru": ("Главная", "Вестник пристани", "Политика", "Спорт", "Погода", "Войти"),
}
BELOW = {
    "en": (
        "Most read",
        "Ferry fares rise in May",
        "Harbour wall to be repaired",
        "About us",
        "Contact",
        "Privacy policy",
        "© 2026 The Eastmoor Courier",
    ),
    "de": (
        "Meistgelesen",
        "Fähre wird im Mai teurer",
        "Hafenmauer wird erneuert",
        "Impressum",
        "Datenschutz",
        "© 2026 Ostmoorer Kurier",
    ),
    "fr": (
        "Les plus lus",
        "Le bac augmente en mai",
        "Le quai sera réparé",
        "Mentions légales",
        "Contact",
        "© 2026 Le Courrier d'Estmare",
    ),
    "es": (
        "Lo más leído",
        "El transbordador sube en mayo",
        "Repararán el muelle",
        "Aviso legal",
        "Contacto",
        "© 2026 El Correo de Estemar",
    ),
    "ru": (
        "Читайте также",
        "Паром подорожает в мае",
        "Стену порта починят",
        "Контакты",
        "Реклама",
        "© 2026 Вестник пристани",
    ),
}
AD = {
    "en": "Advertisement",
    "de": "Anzeige",
    "fr": "Publicité",
    "es": "Publicidad",
    "ru": "Реклама",
}


def interview(language: str) -> list[str]:
    """Return questions and answers, half of them short."""
    pairs = zip(SHORT[language], LONG[language] * 2, strict=True)
    return [LONG[language][3], *chain.from_iterable(pairs)]


def speakers(language: str) -> list[str]:
    """Return turns below the names of those who speak."""
    names = ("Devi Colton", "Pip Ruse")
    said = (*SHORT[language], *LONG[language])
    turns = [line for at, text in enumerate(said) for line in (names[at % 2], text)]
    return [LONG[language][0], *turns, LONG[language][1]]


def results(language: str) -> list[str]:
    """Return a table of results between two paragraphs."""
    boats = ("Gull", "Tern", "Mathilde", "Nona", "Petrel", "Avocet", "Eider", "Plover")
    table = [line for at, boat in enumerate(boats) for line in (boat, f"{at} : {9 - at}")]
    return [LONG[language][0], *table, LONG[language][1], *SHORT[language], LONG[language][2]]


def listed(language: str) -> list[str]:
    """Return a list without marks between paragraphs: what to bring, names, prices."""
    things = ("2 kg", "Rope", "Flour", "Lamp oil", "Salt", "Nails", "Tar", "Pitch")
    long = LONG[language]
    return [long[0], SHORT[language][1], *things, long[1], *SHORT[language], long[2], long[3]]


KINDS = (interview, speakers, results, listed)
TEXTS = list(product(KINDS, LONG))


def lines_lost(pasted: list[str], text: list[str]) -> list[str]:
    """Return the lines of a text that are in no block of the article read from what was pasted."""
    source = Source("talk.txt", "\n".join(pasted).encode(), "0" * 64, dt.date(2026, 3, 12))
    blocks = understand(source, Limits()).articles[0].blocks
    kept = Counter(line for block in blocks for line in block.text.split("\n"))
    return list((Counter(text) - kept).elements())


def test_there_are_many_short_lines():
    short = [line for kind, language in TEXTS for line in kind(language) if len(line) < 30]
    assert len(TEXTS) == 20
    assert len(short) * 3 > 750


@pytest.mark.parametrize(("kind", "language"), TEXTS)
def test_no_line_of_a_text_pasted_alone_is_lost(kind, language):
    text = kind(language)
    assert lines_lost([*HEAD[language], *text], text) == []


@pytest.mark.parametrize(("kind", "language"), TEXTS)
def test_no_line_beside_an_advertisement_is_lost(kind, language):
    text = kind(language)
    half = len(text) // 2
    assert lines_lost([*HEAD[language], *text[:half], AD[language], *text[half:]], text) == []


@pytest.mark.parametrize(("kind", "language"), TEXTS)
def test_no_line_within_a_page_is_lost(kind, language):
    *text, last = kind(language)  # where a text ends in a page is the model's to say
    page = [*ABOVE[language], *HEAD[language], *text, last, *BELOW[language]]
    assert lines_lost(page, text) == []
