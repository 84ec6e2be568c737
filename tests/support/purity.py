"""What a module does to the world outside it, read from its source: files, processes, the clock.

A definition has an effect if its body uses one of the names below, or a definition of the package
that has an effect, however it was imported. Objects that are passed in are not followed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MODULES = frozenset((
    "asyncio", "builtins", "concurrent", "ctypes", "fcntl", "fileinput", "glob", "http",
    "httpx", "importlib", "io", "logging", "mmap", "multiprocessing", "os", "random",
    "requests", "resource", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "urllib3",
    "webbrowser",
))  # fmt: skip
BUILTINS = frozenset(["__import__", "breakpoint", "eval", "exec", "input", "open", "print"])
METHODS = frozenset((
    "chmod", "cwd", "exists", "hardlink_to", "home", "is_dir", "is_file", "iterdir", "mkdir",
    "open", "read_bytes", "read_text", "rglob", "rmdir", "stat", "symlink_to", "touch",
    "unlink", "write_bytes", "write_text",
))  # fmt: skip
CLOCK = frozenset(("now", "today", "utcnow"))  # where they are called; a field may have the name
LOADERS = frozenset(("generator.tables",))  # their files are constants of the program
_AT_IMPORT = "<module>"


def says_pure(source: str) -> bool:
    """Return whether a module's docstring says that it is pure."""
    text = ast.get_docstring(ast.parse(source)) or ""
    return "Pure." in text or "Pure:" in text


def effects(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the effects of each module, by its dotted name: empty where it is pure."""
    modules = {name: _Module(name, source, sources) for name, source in sources.items()}
    impure: dict[tuple[str, str], str] = {}
    for module in modules.values():
        if module.name not in LOADERS:
            for name, found in module.direct.items():
                impure[module.name, name] = found
    grown = True
    while grown:
        grown = False
        for module in modules.values():
            for name, used in module.uses.items():
                reached = sorted(used & impure.keys())
                if reached and (module.name, name) not in impure and module.name not in LOADERS:
                    impure[module.name, name] = ".".join(reached[0])
                    grown = True
    return {
        name: sorted(
            {f"{what} in {inside}" for (owner, inside), what in impure.items() if owner == name}
            | module.imported
        )
        for name, module in modules.items()
    }


@dataclass
class _Module:
    """A module's definitions: what each does by itself, and which of the package's it uses."""

    name: str
    source: str
    package: Mapping[str, str]
    direct: dict[str, str] = field(default_factory=dict)
    uses: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    imported: set[str] = field(default_factory=set)  # modules that only serve an effect

    def __post_init__(self) -> None:
        """Read the source."""
        tree = ast.parse(self.source)
        self._outside: set[str] = set()
        self._ours: dict[str, tuple[str, str]] = {}  # local name → module and name in it
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                self._note_import(node)
        self._own = {name for node in tree.body for name in _names(node)}
        for node in tree.body:
            if not isinstance(node, ast.Import | ast.ImportFrom):
                for name in _names(node) or [_AT_IMPORT]:
                    self._note_definition(name, node)

    def _note_import(self, node: ast.Import | ast.ImportFrom) -> None:
        base = "" if isinstance(node, ast.Import) else node.module or ""
        for alias in node.names:
            path = f"{base}.{alias.name}" if base else alias.name
            local = alias.asname or (alias.name if base else alias.name.split(".")[0])
            if _touches(path):
                self._outside.add(local)
                self.imported.add(f"import of {path}")
            elif path in self.package:
                self._ours[alias.asname or path.rsplit(".", 1)[-1]] = (path, "")
            elif base in self.package:
                self._ours[local] = (base, alias.name)

    def _note_definition(self, name: str, node: ast.AST) -> None:
        used = self.uses.setdefault(name, set())
        for found in ast.walk(node):
            effect = self._effect(found)
            if effect:
                self.direct[name] = effect
            used |= self._used(found) - {(self.name, name)}

    def _effect(self, node: ast.AST) -> str:
        """Return what a part of the source does by itself; empty where it does nothing."""
        match node:
            case ast.Name(id=name) if name in self._outside or name in BUILTINS - self._own:
                return name
            case ast.Attribute(attr=name) if name in METHODS:
                return f".{name}"
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCK:
                return f".{name}()"
        return ""

    def _used(self, node: ast.AST) -> set[tuple[str, str]]:
        """Return the definition of the package that a part of the source names, if it does."""
        match node:
            case ast.Name(id=name) if name in self._own:
                return {(self.name, name)}
            case ast.Name(id=name) if self._ours.get(name, ("", ""))[1]:
                return {self._ours[name]}
            case ast.Attribute(attr=name, value=ast.Name() | ast.Attribute() as owner):
                module, inside = self._ours.get(ast.unparse(owner).rsplit(".", 1)[-1], ("", ""))
                return {(module, name)} if module and not inside else set()
        return set()


def _touches(path: str) -> bool:
    return any(path == module or path.startswith(f"{module}.") for module in MODULES)


def _names(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement of a module defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            yield from (found.id for found in ast.walk(target) if isinstance(found, ast.Name))
