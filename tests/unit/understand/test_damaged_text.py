"""Damaged texts are mended where that is sure, and the article says so."""

import datetime as dt
import subprocess
import sys

import pytest

from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand
from generator.understand.damaged_text import readable

BODY = "The old mill of the bay turned on Monday for the first time in many years, the town said."


def text_of(text: str) -> str:
    return readable(text.encode()).text


def read(text: str, name: str = "a.txt") -> Article:
    (article,) = understand(Source(name, text.encode(), "", dt.date(2026, 4, 1)), Limits()).articles
    return article


@pytest.mark.parametrize(
    ("garbled", "text"),
    [
        ("CafÃ© â€œBayâ€\x9d â€“ 5 â‚¬", "Café “Bay” – 5 €"),
        ("â€œNo,â€\ufffd she said", "“No,” she said"),
        ("ItÃ¢â‚¬â„¢s", "It’s"),  # twice
        ("ÐœÐµÐ»ÑŒÐ½Ð¸Ñ†Ð°", "Мельница"),
        ("caf&eacute; &amp; bar &mdash; 5&nbsp;&euro;", "café & bar — 5\u00a0€"),
        ("AT&amp;T and &quot;Q&amp;A&quot;", 'AT&T and "Q&A"'),
        ("It&amp;rsquo;s", "It’s"),
        ("·\tFlour\no   Wind\n\uf0b7 Sails", "• Flour\n• Wind\n• Sails"),
        (
            "laiti√®re ¬´ du val ¬ª, situ√©e √† Bay, d‚Äôici",
            "laitière « du val », située à Bay, d’ici",
        ),
        ("the di\ufb03cult \ufb01sh", "the difficult fish"),
        (r"The Caf\u00e9 is \u201cclosed\u201d", "The Café is “closed”"),
        ("K=C3=A4serei schlie=C3=9Ft im Ap=\nril", "Käserei schließt im April\n"),
        ("said\u2028that it", "said that it"),
        ("The mill\u2028By Jane", "The mill\nBy Jane"),
        ("It turned.\u2028then it stood", "It turned.\nthen it stood"),
    ],
)
def test_certain_damage_is_repaired(garbled, text):
    assert text_of(garbled) == text


@pytest.mark.parametrize(
    "text",
    [
        "The value √π ≈ 1.77; ¬p or ¬q",
        "SÃO PAULO and MÄRZ",
        r"In JSON \u0041 and \u00e9 are escapes",
        "f=C3 and g=A4 are notes of an octave",
        "Write &lt;b&gt; and &amp; for a letter",
        "Grand Ã, Â, â and €",
        "R&D, Q&A; and &c.; or AT&T;",
        "o one bullet is none",
        "Ünïcödé «café» – “naïve”",
    ],
)
def test_text_that_may_be_intended_is_kept(text):
    assert text_of(text) == text
    assert readable(text.encode()).changes == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Мельница снова мелет муку. Она стояла лет двадцать, и её забыли.",
            "cp1251",
        ),
        (
            "Ο μύλος του κόλπου γυρίζει ξανά ύστερα από είκοσι χρόνια.",
            "cp1253",
        ),
        ("Мельница мелет муку, и в посёлке о ней помнят. Хлеб снова пекут здесь.", "koi8-r"),
    ],
)
def test_another_alphabet_that_was_read_as_latin_is_repaired(text, encoding):
    garbled = text.encode(encoding).decode("cp1252")
    found = readable(f"{garbled}\n2026".encode())
    assert found.text == f"{text}\n2026"
    assert found.changes


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "The caf\ufffd of the bay\n2 March 2026\n\n{}\n\nZo\ufffd came.\n"),
        (
            "a.html",
            "<!doctype html><h1>The caf\ufffd</h1><p>{}</p><p>Zo\ufffd came.",
        ),
        ("a.md", "# The caf\ufffd\n\n{}\n\nZo\ufffd came.\n"),
    ],
)
def test_lost_letters_stay_marked_and_are_a_doubt(name, form):
    article = read(form.format(BODY), name)
    assert article.title.startswith("The caf\ufffd")
    assert article.blocks[-1].text == "Zo\ufffd came."
    (doubt,) = [problem for problem in article.problems if problem.code == "lost-letters"]
    assert '"caf\ufffd", "Zo\ufffd"' in doubt.message


def test_the_article_states_what_was_repaired():
    article = read(f"The cafÃ© of the bay\n2 March 2026\n\n{BODY}\n\n{BODY} It&rsquo;s old.\n")
    assert article.title == "The café of the bay"
    (doubt,) = [problem for problem in article.problems if problem.code == "mended"]
    assert '"cafÃ©" is "café"' in doubt.message
    assert "is old" not in doubt.message


def test_markdown_is_repaired_and_keeps_its_entities():
    article = read(f"# The cafÃ©\n\n{BODY} &lt;b&gt;\n", "a.md")
    assert article.title == "The café"
    assert article.blocks[0].text.endswith("<b>")


def test_the_library_is_loaded_only_for_a_garbled_text():
    code = (
        "import sys; from generator.understand.damaged_text import readable; readable(b'plain'); "
        "assert 'ftfy' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_question_marks_in_words_are_lost_letters():
    article = read(
        f"K?serei schlie?t\n2 March 2026\n\n{BODY}\n\nDie kleinere K?serei wird m?de sein.\n"
    )
    doubt = next(problem for problem in article.problems if problem.code == "lost-letters")
    assert '"K?serei", "schlie?t"' in doubt.message
    asked = "What?So what? See bay.example/a?b=c, /x?y and /r?s."
    article = read(f"The mill turns\n2 March 2026\n\n{BODY}\n\n{asked}\n")
    assert "lost-letters" not in {problem.code for problem in article.problems}
