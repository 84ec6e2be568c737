"""The search index: words as they are compared, and what the files hold."""

import json
import random
import re
import shutil
from collections import Counter
from dataclasses import replace

import pytest

from generator.run.file_hashes import Digests
from generator.site.search import index
from generator.site.search.document import Document, Listing, period_of
from generator.site.search.documents import text_of
from generator.site.search.fold import words
from generator.site.search.last_index import LastIndex
from generator.site.search.postings import levels
from samples import size

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
def test_text_is_split_into_words(text):
    assert words(text) == WORDS[text]


def listed(documents):
    """Return documents as they are listed in an index, with their words counted."""
    counted = [replace(found, levels=levels(found)) for found in documents]
    return [
        Listing(found.key, period_of(found.day), repr(found), lambda found=found: found)
        for found in counted
    ]


def index_files(documents):
    return dict(index.index_files(listed(documents)))


def renewed(documents, folder, former=()):
    """Return the files of an index made with the help of the one in a folder, and replace it."""
    last = LastIndex(folder / "search", folder / "searched.json", Digests())
    known = {listing.source: listing.read() for listing in listed(former)}
    files, reused = {}, Counter()
    for name, data in index.index_files(listed(documents), last, known.get):
        reused[name.split("/")[0]] += data is None
        files[name] = (folder / "search" / name).read_bytes() if data is None else data
    shutil.rmtree(folder / "search", ignore_errors=True)
    for name, data in files.items():
        target = folder / "search" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return files, reused


def test_the_text_of_a_page():
    markup = (
        '<h2>Head</h2>\n<p><a id="p1"></a>One &amp; un<em>divided</em>.</p><script>no()</script>'
    )
    assert text_of(markup) == "Head\nOne & undivided."


def document(number, title, text, **more):
    facets = {"section": "World", "language": "en"} | more.pop("facets", {})
    return Document(f"{number}.md", f"articles/{number}/", title, text, "en", facets=facets, **more)


DOCUMENTS = [  # the newest first
    document(
        0,
        "A bridge closes",
        "The harbour is shut.",
        keywords=("harbour", "rust"),
        shared=1,
        day="2026-02-03",
    ),
    document(
        1,
        "Ferries",
        "A bridge is a bridge. " * 9,
        keywords=("harbour",),
        shared=1,
        day="2026-02-01",
    ),
    document(2, "Library", "Nothing of the kind </script>\u2028.", facets={"section": "Culture"}),
]
FEBRUARY = 2026 * 12 + 1


def parts(files):
    """Return the value of each script by its name."""
    found = {}
    for path, script in files.items():
        name, value = re.fullmatch(
            r'digestSearch\.put\("([\w/-]+)",(.*)\);\n', script.decode(), re.DOTALL
        ).groups()
        assert path == f"{name}.js"
        found[name] = json.loads(value)
    return found


def of_kind(found, kind):
    """Return the values of the parts of one kind, in the order in which they were written."""
    return [value for name, value in found.items() if name.startswith(f"{kind}/")]


def decoded(postings):
    """Return the level of each document by its month and its place in it."""
    found, month, place = {}, 0, 0
    for number in postings:
        if number < 0:
            month, place = month - number, 0
        else:
            place += number // 16
            found[month, place] = number % 16
    return found


def test_a_word_leads_to_its_documents_by_weight():
    (block,) = of_kind(parts(index_files(DOCUMENTS)), "words")
    older, newer, undated = (FEBRUARY, 0), (FEBRUARY, 1), (0, 0)
    assert decoded(block["bridge"]).keys() == {older, newer}
    assert decoded(block["harbour"]).keys() == {older, newer}  # in a text, and as a keyword
    assert decoded(block["the"]).keys() == {undated, newer}
    assert decoded(block["bridge"])[newer] > decoded(block["shut"])[newer]  # a title counts more


def test_facets_and_results():
    found = parts(index_files(DOCUMENTS))
    undated, dated = of_kind(found, "years")
    assert dated["section"] == {"names": ["World"], "of": [[0], [0]]}
    assert dated["outlet"] == {"names": [], "of": [[], []]}
    assert dated["keyword"] == {"names": ["harbour"], "of": [[0], [0]]}
    assert dated["day"] == [1, 3]
    assert undated["section"]["names"] == ["Culture"]
    assert undated["day"] == [0]
    assert found["index"]["totals"]["section"] == {
        "top": [["World", 2], ["Culture", 1]],
        "count": 2,
    }
    (library,), (ferries, bridge) = of_kind(found, "articles")
    assert library["text"] == DOCUMENTS[2].text
    assert (ferries["address"], bridge["address"]) == ("articles/1/", "articles/0/")


def test_speakers_and_stories_are_facets():
    first = replace(DOCUMENTS[0], voices=("Ann Holm", "Jan Moor"))
    second = replace(DOCUMENTS[1], facets={**DOCUMENTS[1].facets, "story": "A bridge closes"})
    found = parts(index_files([first, second, *DOCUMENTS[2:]]))
    _, dated = of_kind(found, "years")
    assert dated["voice"] == {"names": ["Ann Holm", "Jan Moor"], "of": [[], [0, 1]]}
    assert dated["story"] == {"names": ["A bridge closes"], "of": [[0], []]}
    assert found["index"]["totals"]["voice"]["count"] == 2


def test_a_text_that_lies_beside_the_page_is_not_repeated():
    files = index_files([replace(document, twin=True) for document in DOCUMENTS])
    assert not any(
        "text" in record for month in of_kind(parts(files), "articles") for record in month
    )


def test_the_same_documents_give_the_same_files():
    assert index_files(DOCUMENTS) == index_files(list(DOCUMENTS))


def many(count):
    """Return documents of twenty months, each with words of its own, the newest first."""
    documents = [
        document(
            number,
            f"Title {number}",
            " ".join(f"w{number}x{word}" for word in range(90)),
            day=f"{2024 + number % 20 // 12}-{number % 20 % 12 + 1:02}-{number % 27 + 1:02}",
        )
        for number in range(count)
    ]
    return sorted(documents, key=lambda document: document.day, reverse=True)


def test_an_added_document_changes_little():
    before = index_files(many(400))
    added = document(401, "Title of today", "word of the day", day="2025-08-28")
    after = index_files([added, *many(400)])
    kinds = Counter(name.split("/")[0] for name in after.keys() - before.keys())
    assert kinds["articles"] == kinds["years"] == kinds["spellings"] == 1
    assert kinds["words"] <= 6
    assert len(after) > 40


def changed(found, action, turn, chance):
    """Return a document after an editor's action, None if it is removed."""
    if action == "edit":
        return replace(found, text=f"{found.text} edited {turn} {chance.randrange(9)}th time")
    if action == "shorten":
        return replace(found, text=found.text[: len(found.text) // 3])
    if action == "move":
        return replace(found, day=f"2023-0{chance.randrange(1, 9)}-05")
    if action == "rename":  # its words stay the same
        return replace(found, facets={**found.facets, "story": f"Story {turn}"})
    return None


def newest_first(documents):
    return sorted(documents.values(), key=lambda other: (other.day, other.key), reverse=True)


@pytest.mark.parametrize("seed", range(size(4, 40)))
def test_an_index_is_renewed_as_if_made_anew(tmp_path, seed):
    chance = random.Random(seed)
    documents = {document.key: document for document in many(120 + 60 * (seed % 4))}
    before = []
    for turn in range(12):
        for _ in range(chance.randrange(4)):
            action = chance.choice(["add", "remove", "edit", "shorten", "move", "rename"])
            if action == "add":
                text = f"added{turn} words of w{chance.randrange(200)}x{chance.randrange(90)} aa zz"
                key, day = 1000 + turn * 9 + chance.randrange(9), "2025-08-09"
                found = document(key, "One more", text, day=chance.choice([day, "2026-01-02", ""]))
                documents[found.key] = found
                continue
            found = documents.pop(chance.choice([*documents]))
            if found := changed(found, action, turn, chance):
                documents[found.key] = found
        newest = newest_first(documents)
        files, reused = renewed(newest, tmp_path, before)
        assert files == index_files(newest)
        assert turn == 0 or reused.total() > 3
        before = newest


def test_words_that_begin_blocks_come_and_go(tmp_path):
    """All words change places with their neighbours: the first ones, the last ones, all between."""
    vocabulary = [f"w{number}" for number in range(4000)]
    chance = random.Random(8)
    documents = {
        f"{number}.md": document(number, "A", " ".join(chance.sample(vocabulary, 60)))
        for number in range(60)
    }
    before, kept = [], 0
    for turn in range(20):
        found = documents[chance.choice([*documents])]
        few = vocabulary[turn * 200 : turn * 200 + 200]
        documents[found.key] = replace(found, text=" ".join(few))
        files, reused = renewed([*documents.values()], tmp_path, before)
        assert files == index_files([*documents.values()])
        kept += reused["words"]
        before = [*documents.values()]
    assert kept


def test_an_index_whose_former_documents_are_unknown_is_made_anew(tmp_path):
    renewed(many(100), tmp_path)
    newest = [replace(found, text="other words") for found in many(100)[:3]] + many(100)[3:]
    assert renewed(newest, tmp_path)[0] == index_files(newest)


def test_an_index_that_was_changed_is_not_used(tmp_path):
    renewed(DOCUMENTS, tmp_path)
    (block,) = (tmp_path / "search/words").iterdir()
    block.write_bytes(block.read_bytes().replace(b"harbour", b"parlour"))
    files, reused = renewed(DOCUMENTS, tmp_path, DOCUMENTS)
    assert (files, reused.total()) == (index_files(DOCUMENTS), 0)


def test_a_large_vocabulary_is_in_blocks():
    found = parts(index_files(many(400)))
    groups = of_kind(found, "blocks")
    assert found["index"]["starts"].split() == [group["starts"].split()[0] for group in groups]
    starts = [start for group in groups for start in group["starts"].split()]
    names = [name for group in groups for name in re.findall(".{8}", group["words"])]
    assert 20 < len(starts) == len(names)
    assert starts == sorted(starts)
    for start, name in zip(starts, names, strict=True):
        assert next(iter(found[f"words/{name}"])) == start


def test_no_documents():
    assert parts(index_files([]))["index"]["count"] == 0
