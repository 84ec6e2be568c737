"""What lies in a file reads as what was put in."""

from generator.run.disk_list import DiskList, DiskMap


def test_values_come_back_in_their_order():
    items = DiskList(["one", {"two": 2}])
    items.append(("three",))
    assert list(items) == ["one", {"two": 2}, ("three",)]
    assert items[-1] == ("three",)
    assert items[:2] == ["one", {"two": 2}]
    assert len(items) == 3


def test_two_readers_at_once_and_a_writer():
    items = DiskList(range(5))
    found = []
    for value, again in zip(items, items, strict=True):
        items.append(value)
        found.append((value, again))
        if len(found) == 5:
            break
    assert found == [(number, number) for number in range(5)]
    assert len(items) == 10


def test_values_by_name():
    items = DiskMap()
    items["a.md"] = "first"
    items["b.md"] = "second"
    items["a.md"] = "again"
    assert dict(items) == {"a.md": "again", "b.md": "second"}
    assert "c.md" not in items
