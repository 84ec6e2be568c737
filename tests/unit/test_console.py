"""What reaches a terminal is text."""

import io
import json
import sys

from generator.models import Problem
from generator.run.console import Console, printable

HOSTILE = "red \x1b[31m bell \x07 title \x1b]0;x\x07 c1 \x9b31m override \u202e back\r"


def harmless(text):
    return not any(sign in text for sign in "\x1b\x07\x9b\u202e\r")


def test_no_control_reaches_the_terminal(capsys):
    console = Console()
    console.error(HOSTILE)
    console.say(HOSTILE)
    console.problems([Problem(HOSTILE, "error", HOSTILE)])
    said = capsys.readouterr()
    assert "bell" in said.out
    assert said.err.count("bell") == 3
    assert harmless(said.out + said.err)


def test_json_names_controls_by_their_numbers(capsys):
    Console().data(json.dumps({"text": HOSTILE}, ensure_ascii=False))
    said = capsys.readouterr().out
    assert harmless(said)
    assert json.loads(said) == {"text": HOSTILE}


def test_a_message_is_limited_in_length():
    assert len(printable("x" * 1_000_000)) < 1100
    assert printable("a\n" * 500).endswith("… and 481 more lines")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_styles_are_for_terminals(capsys, monkeypatch):
    Console().problems([Problem("a.txt", "doubt", "has no date", "no-date")])
    assert capsys.readouterr().err == "doubt: a.txt: has no date [no-date]\n"
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.delenv("NO_COLOR", raising=False)
    Console().say("done", "bold green")
    assert sys.stdout.getvalue() == "\x1b[1;32mdone\x1b[0m\n"
    monkeypatch.setenv("NO_COLOR", "1")
    Console().say("plain", "bold")
    assert sys.stdout.getvalue().endswith("\x1b[0m\nplain\n")
