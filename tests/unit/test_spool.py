"""What lies in a file reads as what was put in."""

from generator.run.spool import Spool, SpooledMap


def test_values_come_back_in_their_order():
    spool = Spool(["one", {"two": 2}])
    spool.append(("three",))
    assert list(spool) == ["one", {"two": 2}, ("three",)]
    assert spool[-1] == ("three",)
    assert spool[:2] == ["one", {"two": 2}]
    assert len(spool) == 3


def test_another_value_takes_a_place():
    spool = Spool([None, "two"])
    spool.replace(0, "a longer one than there was")
    assert list(spool) == ["a longer one than there was", "two"]


def test_two_readers_at_once_and_a_writer():
    spool = Spool(range(5))
    found = []
    for value, again in zip(spool, spool, strict=True):
        spool.append(value)
        found.append((value, again))
        if len(found) == 5:
            break
    assert found == [(number, number) for number in range(5)]
    assert len(spool) == 10


def test_values_by_name():
    spool = SpooledMap()
    spool["a.md"] = "first"
    spool["b.md"] = "second"
    spool["a.md"] = "again"
    assert dict(spool) == {"a.md": "again", "b.md": "second"}
    assert "c.md" not in spool
