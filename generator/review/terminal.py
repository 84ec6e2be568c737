"""Settles doubts on the terminal, one after the other, with single keys."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TextIO, get_args

from generator.models import BlockKind, DigestError
from generator.review.change import Change
from generator.review.examination import Examination
from generator.review.questions import Question, typed
from generator.review.session import Answer, ReviewSession
from generator.review.wording import Wording
from generator.run.console import Console
from generator.understand.editor.trace import Line

_HELP = (
    "Enter or a: accept the first · 1–9: choose · t: type · s: skip · u: undo · "
    "l: all lines · q: quit"
)
_FIRST = 16  # lines of the source that are shown at first
_WIDTH = 110  # characters of a line that are shown
_TEXT = frozenset(get_args(BlockKind))
_QUIT, _ENTER = "q", ""
_ENGLISH = Wording.of("en")  # as everything that the program says on the terminal


class Keyboard(Protocol):
    """A source of answers; its end counts as `q`."""

    def key(self, prompt: str) -> str:
        """Return one key, "" for Enter."""
        ...

    def line(self, prompt: str) -> str:
        """Return a typed line."""
        ...


@dataclass
class Lines:
    """Answers as lines of text, if there is no terminal."""

    source: TextIO
    console: Console

    def key(self, prompt: str) -> str:
        """Return the next line, `q` at the end."""
        self.console.say(prompt, "bold")
        line = self.source.readline()
        return line.strip() if line else _QUIT

    def line(self, prompt: str) -> str:
        """Return the next line."""
        self.console.say(prompt, "bold")
        return self.source.readline().strip()


@dataclass
class Keys:
    """Single keys of a terminal (POSIX); typed lines end with Enter."""

    console: Console

    def key(self, prompt: str) -> str:
        """Return a key as soon as it is pressed; Ctrl-D quits."""
        self.console.say(prompt, "bold")
        with _unbuffered():
            pressed = sys.stdin.read(1)
        return {"\n": _ENTER, "\r": _ENTER, "\x04": _QUIT, "": _QUIT}.get(pressed, pressed)

    def line(self, prompt: str) -> str:
        """Return a typed line, "" if there is none."""
        try:
            return input(f"{prompt} ").strip()
        except EOFError:
            return ""


@contextlib.contextmanager
def _unbuffered() -> Iterator[None]:
    """Put the terminal into non-canonical mode (termios(3)), to read each key immediately."""
    import termios  # noqa: PLC0415 - not there on Windows
    import tty  # noqa: PLC0415

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def keyboard(console: Console) -> Keyboard:
    """Return the terminal's keys; without a terminal, print a note and return `Lines`."""
    if sys.stdin.isatty() and sys.platform != "win32":
        return Keys(console)
    console.say("Standard input is not a terminal: each line is read as an answer.")
    return Lines(sys.stdin, console)


@dataclass
class Interview:
    """Asks about each doubt in turn; `skipped` ones are not asked again in this session."""

    session: ReviewSession
    console: Console
    keyboard: Keyboard
    settled: int = 0
    skipped: set[tuple[str, str]] = field(default_factory=set)
    _shown: str = ""

    def run(self) -> None:
        """Ask until no doubt is left or the editor quits."""
        while (asked := self._next()) and self._ask(*asked):
            pass

    def left(self) -> int:
        """Return the number of doubts that are not settled."""
        return sum(len(item.codes) for item in self.session.waiting())

    def _next(self) -> tuple[Examination, Question] | None:
        for item in self.session.waiting():
            for code in item.codes:
                if (item.key, code) in self.skipped:
                    continue
                try:
                    examined = self.session.examine(item.key)
                except DigestError as error:
                    self.console.error(str(error))
                    self.skipped.add((item.key, code))
                    continue
                found = next((found for found in examined.questions if found.code == code), None)
                if found:
                    return examined, found
        return None

    def _ask(self, examined: Examination, question: Question) -> bool:
        """Ask one question until it is answered; return whether to go on."""
        self._show(examined)
        self._show_question(question)
        while True:
            key = self.keyboard.key(_HELP)
            if key == _QUIT:
                return False
            if key == "s":
                self.skipped.add((examined.key, question.code))
                return True
            if key == "u":
                self._undo()
                return True
            if key == "l":
                self._show_lines(examined.lines)
            elif (sets := self._answer(key, question)) and self._write(examined, question, sets):
                return True

    def _answer(self, key: str, question: Question) -> Mapping[str, object] | None:
        """Return the keys that an answer sets, None if the key is not an answer."""
        number = {_ENTER: 0, "a": 0}.get(key, int(key) if key.isdecimal() else -1)
        if 0 <= number < len(question.choices):
            return question.choices[number].sets
        if key == "t" and question.field:
            try:
                return typed(question.field, self.keyboard.line(f"{question.field}:"))
            except DigestError as error:
                self.console.error(str(error))
                return None
        self.console.say(f"'{key}' is not one of the answers.", "yellow")
        return None

    def _write(self, examined: Examination, question: Question, sets: Mapping[str, object]) -> bool:
        """Show the change, and write it if the editor confirms it."""
        try:
            change = self.session.change(examined, sets)
            self._show_change(change)
            if self.keyboard.key("Write it? Enter: yes · n: no") not in {_ENTER, "y"}:
                return False
            self.session.write(Answer(change, examined.key, question.code))
        except DigestError as error:
            self.console.error(str(error))
            return False
        self.settled += 1
        return True

    def _undo(self) -> None:
        try:
            undone = self.session.undo()
        except DigestError as error:
            self.console.error(str(error))
            return
        if undone is None:
            self.console.say("There is nothing to undo.", "yellow")
            return
        self._show_change(undone.change.undone())
        self.settled -= 1

    def _show(self, examined: Examination) -> None:
        if self._shown != examined.key:
            self._shown = examined.key
            self.console.say(f"\n{examined.key}", "bold underline")
            facts = [line for line in examined.lines if line.taken_for not in {"empty", *_TEXT}]
            texts = [line for line in examined.lines if line.taken_for in _TEXT]
            first = sorted([*facts[:_FIRST], *texts[:3]], key=lambda line: line.number)
            self._show_lines(first)
            for value in examined.fields:
                if value.value:
                    origin = f"  ({value.origin})" if value.origin else ""
                    self.console.say(f"  {value.name}: {value.value}{origin}")

    def _show_lines(self, lines: Iterator[Line] | list[Line] | tuple[Line, ...]) -> None:
        for line in lines:
            text = line.text[:_WIDTH] + "…" * (len(line.text) > _WIDTH)
            self.console.say(f"{line.number:5} {line.taken_for:24.24} {text}", style_of(line))

    def _show_question(self, question: Question) -> None:
        self.console.say(f"\n{_ENGLISH.doubt(question.code)} [{question.code}]", "bold yellow")
        if question.about:
            self.console.say(f"     {question.about}")
        for number, choice in enumerate(question.choices):
            mark = "a" if number == 0 else str(number) if number < 10 else " "
            origin = f"  ({_ENGLISH.origin(choice.origin)})" if choice.origin else ""
            self.console.say(f"  {mark}  {_ENGLISH.choice(choice)}{origin}")
        if question.field:
            self.console.say(f"  t  type the {question.field}")

    def _show_change(self, change: Change) -> None:
        for line in change.diff():
            style = {"+": "green", "-": "red"}.get(line[:1], "dim")
            self.console.say(line, style)


def style_of(line: Line) -> str:
    """Return the style in which a line of a source is printed, by what it was recognised as."""
    if line.taken_for.startswith("dropped"):
        return "red"
    return "green" if line.taken_for in _TEXT else "dim" if line.taken_for == "empty" else "cyan"
