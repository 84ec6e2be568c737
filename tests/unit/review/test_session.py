"""Answers reach the sidecars, can be undone, and never overwrite what somebody else wrote."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.models import Problem
from generator.review.change import Change
from generator.review.session import Answer, CantReview, ReviewSession
from generator.review.sidecar_file import CantWrite, put, sidecar_of
from generator.run import files

BRIDGE = "Harbour bridge closed\nLocal\n03/04/2025\n\nThe bridge was closed on Sunday.\n"
LIGHTHOUSE = (
    "The lighthouse is painted again\nLocal\n3 March 2024\n\nThe lighthouse on the cape was "
    "painted again last week, for the first time in thirty years, by two climbers.\n"
)


def doubts(*pairs):
    return [Problem(key, "doubt", "is in doubt.", code) for key, code in pairs]


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/bridge.txt").write_text(BRIDGE)
    return tmp_path / "seeds"


@pytest.fixture(scope="module")
def worker():
    """Return the thread of all sessions: with it they share its process, which starts slowly."""
    with ThreadPoolExecutor(max_workers=1) as found:
        yield found


@pytest.fixture
def session(seeds, worker):
    found = ReviewSession(seeds.parent)
    found.close()
    found._worker = worker
    found.build_begins()
    found.build_found(doubts(("bridge.txt", "date-ambiguous"), ("bridge.txt", "short-body")))
    return found


def answered(session, code, number=0):
    examined = session.examine("bridge.txt")
    question = next(question for question in examined.questions if question.code == code)
    change = session.change(examined, question.choices[number].sets)
    session.write(Answer(change, "bridge.txt", code))
    return change


def codes(session):
    return [code for item in session.waiting() for code in item.codes]


def test_an_answer_is_written_and_undone(session, seeds):
    change = answered(session, "date-ambiguous", 1)
    assert (seeds / "bridge.yml").read_text() == "date: 2025-04-03\n"
    assert change.diff() == (
        "--- /dev/null",
        "+++ seeds/bridge.yml",
        "@@ -0,0 +1 @@",
        "+date: 2025-04-03",
    )
    assert codes(session) == ["short-body"]
    answered(session, "short-body")
    assert (seeds / "bridge.yml").read_text() == "date: 2025-04-03\nsettled: [short-body]\n"
    assert codes(session) == []
    assert session.undo().code == "short-body"
    assert session.undo().code == "date-ambiguous"
    assert session.undo() is None
    assert not (seeds / "bridge.yml").exists()
    assert codes(session) == ["date-ambiguous", "short-body"]


def test_what_somebody_wrote_meanwhile_stays(session, seeds):
    examined = session.examine("bridge.txt")
    change = session.change(examined, {"section": "Sport"})
    (seeds / "bridge.yml").write_text("place: Harbour\n")
    with pytest.raises(CantWrite, match="has changed since"):
        session.write(Answer(change, "bridge.txt"))
    assert (seeds / "bridge.yml").read_text() == "place: Harbour\n"
    assert session.last() is None


def test_an_undo_does_not_take_back_what_somebody_wrote(session, seeds):
    answered(session, "short-body")
    (seeds / "bridge.yml").write_text("settled: [short-body]\nplace: Harbour\n")
    with pytest.raises(CantWrite):
        session.undo()
    assert (seeds / "bridge.yml").read_text().endswith("Harbour\n")


def test_a_build_that_began_before_an_answer_does_not_ask_again(session):
    session.build_begins()
    answered(session, "short-body")
    session.build_found(doubts(("bridge.txt", "short-body")))  # it had read the file before
    assert codes(session) == []
    session.build_begins()
    session.build_found(doubts(("bridge.txt", "short-body")))
    assert codes(session) == ["short-body"]


def test_a_doubt_that_is_answered_by_hand_is_not_asked(session, seeds):
    (seeds / "bridge.yml").write_text("date: 2025-04-03\n")
    session.examine("bridge.txt")
    assert codes(session) == ["short-body"]


def test_a_removed_article_is_reported(session, seeds):
    (seeds / "bridge.txt").unlink()
    with pytest.raises(CantReview, match="gone"):
        session.examine("bridge.txt")


def test_a_sidecar_that_is_a_link_is_neither_read_nor_written(session, seeds, tmp_path):
    outside = tmp_path / "outside.yml"
    outside.write_text("title: A\n")
    examined = session.examine("bridge.txt")
    (seeds / "bridge.yml").symlink_to(outside)
    with pytest.raises(CantWrite):
        session.change(examined, {"section": "Sport"})
    assert outside.read_text() == "title: A\n"


def test_nothing_but_a_sidecar_is_written(seeds):
    (seeds / "real").mkdir()
    (seeds / "folder").symlink_to("real")
    for path, before in (("bridge.txt", BRIDGE), ("folder/new.yml", None)):
        with pytest.raises(CantWrite, match="is not the path of a sidecar"):
            put(seeds, Change(path, before, "title: x\n"))
    assert (seeds / "bridge.txt").read_text() == BRIDGE
    assert not list((seeds / "real").iterdir())


def test_a_file_that_is_a_link_gets_no_sidecar(seeds):
    (seeds / "link.txt").symlink_to(next(seeds.glob("*.txt")).name)
    with pytest.raises(CantWrite, match=r"link\.txt: is a link"):
        sidecar_of(seeds, "link.txt")


@pytest.mark.parametrize("other", ["bridge.html", "bridge"])
def test_a_sidecar_of_two_files_is_refused(seeds, other):
    (seeds / other).write_text("x")
    with pytest.raises(CantWrite, match=other):
        sidecar_of(seeds, "bridge.txt")


def test_a_file_beside_that_is_no_article_does_not_matter(seeds):
    (seeds / "bridge.txt~").write_text("x")
    (seeds / "bridge.bak").write_text("x")
    assert sidecar_of(seeds, "bridge.txt") == "bridge.yml"
    (seeds / "bridge.yaml").write_text("title: A\n")
    assert sidecar_of(seeds, "bridge.txt") == "bridge.yaml"


def test_a_pasted_text_is_stored_under_its_headline_and_never_over_another(session, seeds):
    added = session.add(LIGHTHOUSE, "coast")
    assert added.name == "coast/the-lighthouse-is-painted-again.txt"
    assert files.read(seeds / added.name).decode() == LIGHTHOUSE
    assert session.keys_in(added.name) == (added.name,)
    assert session.add(LIGHTHOUSE, "coast").state == "unchanged"
    other = session.add(LIGHTHOUSE.replace("two", "three"), "coast")
    assert other.name == "coast/the-lighthouse-is-painted-again-2.txt"
    assert files.read(seeds / added.name).decode() == LIGHTHOUSE


@pytest.mark.parametrize("text", ["", "  \n", "\0\1\2\3" * 99])
def test_a_text_without_an_article_is_refused(session, seeds, text):
    assert isinstance(session.add(text), Problem)
    assert sorted(file.name for file in seeds.iterdir()) == ["bridge.txt"]


@pytest.mark.parametrize("folder", ["../elsewhere", "/tmp", ".git", "a/../../b", "a\0b", "a\nb"])
def test_a_folder_outside_seeds_is_refused(session, seeds, folder):
    assert isinstance(session.add(LIGHTHOUSE, folder), Problem)
    assert [file.name for file in seeds.iterdir()] == ["bridge.txt"]
    assert sorted(file.name for file in seeds.parent.rglob("*.txt")) == ["bridge.txt"]


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "http://127.0.0.1:9/a", "http://[::1]/", "http://[", "x://y"],
)
def test_an_address_that_is_no_public_page_is_refused(session, seeds, address):
    assert isinstance(session.add(address), Problem)
    assert sorted(file.name for file in seeds.iterdir()) == ["bridge.txt"]
