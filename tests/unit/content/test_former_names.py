"""What is known of pages of keywords and speakers that are gone."""

from generator.content.pages import former_names


def test_records_of_removed_pages_state_their_subject(tmp_path):
    fronts = {
        "voices/ann-holm.md": "title: Ann Holm\ndigest: {kind: voice}",
        "voices/index.md": "title: Voices\ndigest: {kind: voices}",
        "keywords/tram.md": "title: tram\ndigest: {kind: keyword}",
        "keywords/gone.md": "title: gone\ndigest: {kind: redirect, query: gone}",
        "sections/local.md": "title: Local\ndigest: {kind: section}",
        "outlets/cnn-web.md": "title: CNN\ndigest: {kind: redirect, name: CNN Web}",
        "voices/by-hand.md": "title: By hand",
    }
    for path, front in fronts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(f"---\n{front}\n---\n", encoding="utf-8")
    assert former_names(tmp_path, fronts) == {
        "keywords/gone.md": "gone",
        "keywords/tram.md": "tram",
        "outlets/cnn-web.md": "CNN Web",
        "sections/local.md": "Local",
        "voices/ann-holm.md": "Ann Holm",
        "voices/index.md": "",
    }
