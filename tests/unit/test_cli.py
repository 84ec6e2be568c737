"""The command line: exit codes, what is said of errors, and what is loaded."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import generator.verbs.clean as verb
from generator.cli import _VERBS, main
from generator.run.error_messages import fault, refused, report_it, working_on


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    return tmp_path


def raising(error):
    def run(*_):
        raise error

    return run


@pytest.mark.parametrize(
    ("typed", "meant"), [("biuld", "build"), ("Serve", "serve"), ("inspct", "inspect")]
)
def test_a_misspelt_command_gets_a_suggestion(typed, meant, capsys):
    with pytest.raises(SystemExit) as caught:
        main([typed])
    assert caught.value.code == 2
    assert f"Did you mean '{meant}'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["build", "--jbos", "2"], "--jobs"),
        (["export", "latest", "--to=eml", "--overwrit3"], "--overwrite"),
    ],
)
def test_a_misspelt_option_gets_a_suggestion(typed, meant, capsys):
    with pytest.raises(SystemExit) as caught:
        main(typed)
    assert caught.value.code == 2
    assert f"Did you mean '{meant}'?" in capsys.readouterr().err


def test_a_word_that_resembles_no_command_gets_their_list(capsys):
    with pytest.raises(SystemExit):
        main(["qqq"])
    assert "build, serve, inspect" in capsys.readouterr().err


@pytest.mark.parametrize("name", _VERBS)
def test_the_help_of_a_command_is_what_its_module_says(name):
    text = Path(verb.__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    assert text.startswith(f'"""{_VERBS[name]}"""\n')


def test_help_loads_no_command_and_none_of_their_libraries():
    code = (
        "import sys; from generator.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.partition("LOADED")[2].split())
    assert "generator.cli" in loaded
    assert not loaded & {"generator.verbs.build", "mkdocs", "numpy", "pydantic", "rich", "yaml"}


def test_an_unexpected_exception_fails_the_build_and_is_reported_as_a_bug(
    project, monkeypatch, capsys
):
    monkeypatch.setattr(verb, "run", raising(KeyError("absent")))
    assert main(["-C", str(project), "clean"]) == 3
    said = capsys.readouterr().err
    assert "KeyError: 'absent'" in said
    assert "bug in the program" in said
    assert report_it() in said
    assert "Traceback" in said


def test_the_file_that_was_worked_on_is_named():
    with pytest.raises(ValueError, match="odd") as caught, working_on("seeds/a.txt"):
        raise ValueError("odd")
    assert fault(caught.value).startswith("seeds/a.txt: ValueError: odd\n")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "Permission denied. Check its permissions."),
        (errno.ENOTDIR, "A file is where a folder is needed"),
        (errno.ENOSPC, "Free some space"),
        (errno.EBUSY, "a file system is mounted there"),
        (errno.EIO, "put/out"),
    ],
)
def test_a_file_system_that_refuses_is_no_traceback(code, words, project, monkeypatch, capsys):
    message = "put/out" if code == errno.EIO else None
    error = OSError(code, message or os.strerror(code), "put/out")
    monkeypatch.setattr(verb, "run", raising(error))
    assert main(["-C", str(project), "clean"]) == 3
    said = capsys.readouterr().err
    assert said == f"digest: {refused(error)}\n"
    assert "put/out" in said
    assert words in said


@pytest.mark.parametrize("name", ["seeds", ".cache", "content", "content/articles"])
def test_a_file_where_a_folder_belongs_is_named(tmp_path, name, capsys):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("A headline\n\n" + "The council met on Monday. " * 9)
    if name == "seeds":
        shutil.rmtree(tmp_path / name)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("a file")
    assert main(["-C", str(tmp_path), "--jobs", "1", "-q", "build"]) in {2, 3}
    said = capsys.readouterr().err
    assert str(tmp_path / name) in said or name == "seeds"
    assert "folder" in said
    assert "Traceback" not in said


def test_an_interrupt_while_a_command_is_loaded_is_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr("generator.cli.import_module", raising(KeyboardInterrupt))
    assert main(["build"]) == 3
    assert capsys.readouterr().err.startswith("digest: Interrupted.")
