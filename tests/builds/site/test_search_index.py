"""The search index: words as they are compared, and what the files hold."""

import json
import re

import pytest

from generator.site.search import index
from generator.site.search.documents import text_of
from generator.site.search.fold import words
from generator.site.search.index import Document

WORDS = {
    "The Minister’s visit, at 5 o'clock": ["the", "minister", "visit", "at", "5", "oclock"],
    "Straße nach Łódź, Þórshöfn": ["strasse", "nach", "lodz", "þorshofn"],
    "Oʻzbekiston O'zbekiston O‘zbekiston bogʻ": ["ozbekiston"] * 3 + ["bog"],
    "l’Ouzbékistan": ["ouzbekistan"],
    "Ещё Йод": ["еще", "иод"],
    "أحمد مُحَمَّد": ["احمد", "محمد"],
    "日本政府と東京": ["日本", "本政", "政府", "府と", "と東", "東京"],
    "हिन्दी समाचार": ["हिन्दी", "समाचार"],
    "한국 뉴스": ["한국", "뉴스"],
    "ＦＵＬＬ width ﬁnal": ["full", "width", "final"],
    "": [],
}


@pytest.mark.parametrize("text", WORDS)
def test_words(text):
    assert words(text) == WORDS[text]


def index_files(documents):
    return dict(index.index_files(documents))


def test_the_text_of_a_page():
    markup = (
        '<h2>Head</h2>\n<p><a id="p1"></a>One &amp; un<em>divided</em>.</p><script>no()</script>'
    )
    assert text_of(markup) == "Head\nOne & undivided."


def document(number, title, text, **more):
    facets = {"section": "World", "year": "2026", "language": "en"} | more.pop("facets", {})
    return Document(f"articles/{number}/", title, text, "en", facets=facets, **more)


DOCUMENTS = [
    document(0, "A bridge closes", "The harbour is shut.", keywords=("harbour", "rust")),
    document(1, "Ferries", "A bridge is a bridge. " * 9, keywords=("harbour",)),
    document(2, "Library", "Nothing of the kind </script>\u2028.", facets={"section": "Culture"}),
]


def parts(files):
    """Return what each script hands over, by its name."""
    found = {}
    for path, script in files.items():
        name, value = re.fullmatch(
            r'digestSearch\.put\("([\w-]+)",(.*)\);\n', script.decode(), re.DOTALL
        ).groups()
        assert path.endswith(f"{name}.js")
        found[name] = json.loads(value)
    return found


def decoded(numbers):
    found, number = {}, 0
    for one in numbers:
        number += one // 16
        found[number] = one % 16
    return found


def test_a_word_leads_to_its_articles_by_weight():
    found = parts(index_files(DOCUMENTS))
    bridge = decoded(found["words-0"]["bridge"])
    assert set(bridge) == {0, 1}
    assert set(decoded(found["words-0"]["harbour"])) == {0, 1}  # in a text, and as a keyword
    assert decoded(found["words-0"]["the"]).keys() == {0, 2}
    once = decoded(parts(index_files([DOCUMENTS[2], DOCUMENTS[0]]))["words-0"]["bridge"])
    assert once[1] > decoded(found["words-0"]["shut"])[0]  # a title counts more than a text


def test_facets_and_results():
    found = parts(index_files(DOCUMENTS))
    assert found["index"]["facets"]["section"] == {"names": ["Culture", "World"], "of": [1, 1, 0]}
    assert found["index"]["facets"]["outlet"] == {"names": [], "of": [-1, -1, -1]}
    assert found["keywords"] == {"names": ["harbour"], "of": [[0], [0], []]}
    assert found["article-2"]["text"] == DOCUMENTS[2].text
    assert found["article-0"]["address"] == "articles/0/"


def test_the_same_articles_give_the_same_files():
    assert index_files(DOCUMENTS) == index_files(list(DOCUMENTS))
    changed = index_files([*DOCUMENTS, document(3, "More", "of it")])
    assert changed.keys().isdisjoint(index_files(DOCUMENTS).keys() - {"index.js"})


def test_a_large_vocabulary_lies_in_blocks():
    many = [document(n, f"word{n}", " ".join(f"w{n}x{m}" for m in range(90))) for n in range(90)]
    found = parts(index_files(many))
    first = found["index"]["blocks"]
    assert len(first) > 1
    assert first == sorted(first)
    for number, word in enumerate(first):
        assert next(iter(found[f"words-{number}"])) == word


def test_no_articles():
    assert parts(index_files([]))["index"]["count"] == 0
