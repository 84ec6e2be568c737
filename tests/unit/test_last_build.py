"""What the last build recorded of files, and when that is believed."""

import json

from generator.run.file_hashes import sha256, state_of
from generator.run.last_build import LastBuild
from generator.run.signing import sign


def test_a_record_with_digests_of_another_kind_is_absent(tmp_path):
    page, record = tmp_path / "project/page.md", tmp_path / "built.json"
    page.parent.mkdir()
    page.write_text("As the program wrote it.\n", encoding="utf-8")
    files = [[str(page), state_of(page.stat()), "0" * 32]]
    data = {"values": "", "files": files, "counts": {}, "problems": []}
    record.write_bytes(sign(json.dumps(data).encode(), record.name))  # as version 0.2.0 did
    last = LastBuild(record, page.parent, tmp_path / "site", (), (), None)
    assert last.outcome() is None
    assert last.digests.of(page) == sha256(page.read_bytes())
