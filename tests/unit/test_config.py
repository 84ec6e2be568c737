"""Settings and sidecars: what is wrong is named, with what is meant."""

import json

import jsonschema
import pytest

from generator.config import Corrections, Settings, load_settings
from generator.editions import load_editions
from generator.name_matching import unknown_names
from generator.validation import ConfigError, parse
from paths import ROOT


def test_without_a_file_the_defaults_hold(tmp_path):
    assert load_settings(tmp_path) == Settings()


def test_the_project_s_own_settings_are_valid():
    assert load_settings(ROOT).site_name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_nane: X", ["settings.yml", "site_nane", "site_name"]),
        ("keywords: {per_artikle: 3}", ["keywords.per_artikle", "per_article"]),
        ("outlets: {The Gazette: {txt: link}}", ["outlets.The Gazette.txt", "'text'"]),
        ("outlets: {Gazette: {text: link}, 'gazette ': {}}", ["'Gazette'", "'gazette '", "once"]),
        ("edition: fortnight", ["edition", "fortnight"]),
        ("limits: {feed_entries: 0}", ["limits.feed_entries"]),
        ("keywords: {per_article: 9}", ["keywords.per_article"]),
        ("- a list", ["settings.yml", "key: value"]),
        ("a: b: c", ["settings.yml, line 1", "YAML"]),
        ("site_name: X\nkeywords: {always: [a, b}", ["line 2", "list", "Add the ]"]),
        ("site_name: X\nkeywords: [a, b", ["settings.yml, line 2", "list", "Add the ]"]),
        ("site_name: 'X\nlanguage: en\n", ["settings.yml, line 1", "quotation mark", "Add"]),
        ("[site_name]: X", ["settings.yml, line 1", "key"]),
        ("site_name: !!int X", ["settings.yml", "YAML"]),
    ],
)
def test_the_message_names_the_error(text, words):
    with pytest.raises(ConfigError) as caught:
        parse(Settings, text, "settings.yml")
    for word in words:
        assert word in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("date: 2026-02-30", "'date' can't be '2026-02-30': write a day of the calendar, like"),
        ("date: 2026-02-28 25:61", "write a day of the calendar"),
        ("updated: 2026-02-28T10:00+99:00", "'updated'"),
        ("date: 12.11.2026", "like 2025-08-29"),
        ("language: german", "write something like en"),
        ("url: example.org", "write something like https://"),
        ("views: many", "write a whole number"),
        ("draft: perhaps", "write true or false"),
        ("keywords: {a: b}", "write a list"),
        ("title: ' '", "write a text, or leave the key out"),
        ("title: A\nsection: B\ntitle: C", "a.yml, line 3: 'title' occurs twice"),
        ("title: A\n\tsection: B", "Write spaces"),
        ("title: A: B", "Quote values"),
    ],
)
def test_the_message_says_what_to_write_instead(text, words):
    with pytest.raises(ConfigError) as caught:
        parse(Corrections, text, "a.yml")
    assert words in str(caught.value)


def test_an_empty_key_means_nothing_or_none():
    found = parse(Corrections, "title:\nlanguage:\nauthors:\nsection:\ndate:", "a.yml")
    assert found.model_fields_set == {"section", "date"}


@pytest.mark.parametrize(
    "data", [b"site_name: Nord-S\xfcd\n", b"\xef\xbb\xbfsite_name: Nord-S\xc3\xbcd\n"]
)
def test_settings_in_another_encoding_are_read(tmp_path, data):
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/digest.yml").write_bytes(data)
    assert load_settings(tmp_path).site_name == "Nord-Süd"


def test_settings_that_are_no_text_are_named(tmp_path):
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/digest.yml").write_bytes(bytes(range(256)) * 9)
    with pytest.raises(ConfigError, match=r"digest\.yml"):
        load_settings(tmp_path)


def test_several_values_may_be_in_one_line():
    assert parse(Corrections, "keywords: copper, Chile", "a.yml").keywords == ("copper", "Chile")
    assert parse(Corrections, 'authors: ["Holm, Ada"]', "a.yml").authors == ("Holm, Ada",)


@pytest.mark.parametrize("name", ["site_config/digest.yaml", "digest.yml"])
def test_misplaced_settings_are_reported(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("site_name: X")
    with pytest.raises(ConfigError, match="move it there"):
        load_settings(tmp_path)


def test_values_that_yaml_converts_become_text_again():
    found = parse(Corrections, "title: 012\ndate: 2025-08-29\nauthors: no\nviews: 3", "a.yml")
    assert (found.title, str(found.date), found.authors) == ("012", "2025-08-29", ("no",))
    assert (found.views, parse(Corrections, "draft: yes\nplace:", "a.yml").draft) == (3, True)


def test_what_names_the_digest_is_one_line():
    text = 'site_name: "The \\aLake\\r\\nBcc: a@b.example"\nsite_description: "a\\nb"'
    settings = parse(Settings, text, "digest.yml")
    assert settings.site_name == "The Lake Bcc: a@b.example"
    assert settings.site_description == "a b"


@pytest.mark.parametrize(
    "rest", ["\\nURL:x", "/ b", "/\\rb", "/<script>", "/'b", "/?a", ":a@b.example", "/#b"]
)
def test_an_address_of_the_site_that_would_be_cut_off_is_named(rest):
    with pytest.raises(ConfigError, match="site_url"):
        parse(Settings, f'site_url: "https://a.example{rest}"', "digest.yml")


def test_values_contain_no_control_character_and_no_lone_surrogate():
    text = r'{"authors": ["A\u0080d\u0007a\uffff"], "keywords": "\ud83d\ude00", "title": "x\u009f"}'
    found = parse(Corrections, text, "a.yml")
    assert (found.authors, found.keywords, found.title) == (("Ada",), ("\U0001f600",), "x")
    assert parse(Corrections, r'title: "half \ud83d"', "a.yml").title == "half"


@pytest.mark.parametrize("listed", ["lisbon post", "'Lisbon  Post '", "LISBON POST", "Lisbon Post"])
def test_the_text_policy_applies_to_every_spelling_of_the_outlet(listed):
    settings = parse(Settings, f"outlets: {{{listed}: {{text: link}}}}", "x")
    assert settings.policy("Lisbon Post") == settings.policy(" lisbon POST") == "link"
    assert settings.policy("Lisbon Poster") == "full"
    assert list(unknown_names(settings.outlets, ["Lisbon Post"])) == []


def test_an_outlet_that_no_article_has_is_named_with_the_nearest():
    settings = parse(Settings, "outlets: {Lisbon Pots: {text: link}, Gazette: {}}", "x")
    found = list(unknown_names(settings.outlets, ["Lisbon Post", "Porto Diary"]))
    assert found == [("Lisbon Pots", "Lisbon Post"), ("Gazette", None)]


def test_an_outlet_or_a_section_may_be_shown_under_another_name():
    text = "outlets: {CNN (Web News): CNN, CNN: {text: link}}\nsections: {Us congress: Politics}"
    settings = parse(Settings, text, "x")
    assert settings.outlet_name("cnn  (Web news)") == "CNN"
    assert (settings.outlet_name("Gazette"), settings.outlet_name(None)) == ("Gazette", None)
    assert settings.policy(settings.outlet_name("CNN (web news)")) == "link"
    assert settings.section_name("US Congress") == "Politics"
    assert settings.section_name("World") is None


def test_a_name_that_means_another_has_no_text_policy_of_its_own():
    with pytest.raises(ConfigError, match="put the text policy under the name 'CNN'"):
        parse(Settings, "outlets: {CNN Web: {name: CNN, text: link}}", "x")


def test_text_policy_by_outlet():
    settings = parse(Settings, "text: excerpt\noutlets: {Gazette: {text: link}}", "x")
    assert [settings.policy(name) for name in ("Gazette", "Herald", None)] == [
        "link",
        "excerpt",
        "excerpt",
    ]


def test_the_schema_for_editors_is_the_one_the_program_checks_by():
    schema = json.loads((ROOT / "site_config/digest.schema.json").read_text())
    assert schema == Settings.model_json_schema(), "run `make schema`"
    jsonschema.validate({"site_name": "X", "edition": "day"}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"edition": "fortnight"}, schema)


@pytest.mark.parametrize("name", ["digest.yml", "editions/2024-W10.yml"])
def test_a_file_of_settings_without_end_is_refused(tmp_path, name):
    file = tmp_path / "site_config" / name
    file.parent.mkdir(parents=True)
    file.write_text("#" * 1_000_001)
    with pytest.raises(ConfigError, match=r"larger than 1 MB"):
        load_editions(tmp_path) if "editions" in name else load_settings(tmp_path)
