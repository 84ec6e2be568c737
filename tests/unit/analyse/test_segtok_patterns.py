"""The replaced patterns of segtok give the same sentences and words as segtok's own."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest
from segtok import segmenter, tokenizer

from generator.analyse.text.segtok_patterns import use_faster_patterns

TEXTS = (
    "The ferry left at nine. Dr. Holm stayed. He met Prof. A. B. Lindqvist and J.-P. Marchand.",
    "A statement by Captain E. Moen followed, signed by Ruiz, K. Lee and M. Okafor. Nobody left.",
    "It costs approx. 5 crowns (cf. Fig. 3). No. 7 won. The U.S. team lost. On Jan. 5 it snowed.",
    "1. First the boats. 2. Then the nets. 123456789012345678901234567890. A number stands alone.",
    "Call 123456789012345678901234. It rings. 12. 5. 2021. x. Y. The end (by Commander T. V.). So.",
    "Das gilt z.B. für Boote. Am 3. Mai kam Hr. Vogt. Die Nr. 4 blieb im Hafen. Sie heißt v. Ahn.",
    "Write to ana@example.org or see https://example.org/a.b?c=d. It's Ana's, isn't it? H₂O, 5 m².",
)


def _own_copy(module: ModuleType) -> ModuleType:
    spec = importlib.util.spec_from_file_location(module.__name__, module.__file__)
    assert spec
    assert spec.loader
    copy = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(copy)
    return copy


@pytest.mark.parametrize("text", TEXTS)
def test_sentences_are_those_of_segtok(text: str) -> None:
    use_faster_patterns()
    theirs = _own_copy(segmenter)
    assert list(segmenter.split_multi(text)) == list(theirs.split_multi(text))
    assert segmenter.split_single(text) == theirs.split_single(text)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_those_of_segtok(text: str) -> None:
    use_faster_patterns()
    assert tokenizer.web_tokenizer(text) == _own_copy(tokenizer).web_tokenizer(text)
    assert tokenizer.web_tokenizer(text) == _own_copy(tokenizer).web_tokenizer(text)  # kept
