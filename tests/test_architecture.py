"""The house's rules, read from the sources: who imports whom, how large things are, what is barred.

Each rule is a function that lists its offenders; the tests hold the product to every rule, and
every rule to a bad example.
"""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import PurePosixPath

import pytest
from samplan.processing.paths import ROOT

SCIENCE = {"numpy", "scipy", "pandas", "geopandas", "shapely", "rasterio"}
FRAMEWORK = {"qgis", "osgeo", "processing"}
OPTIONAL = {"processing/methods/transit/router/cluster.py": {"distributed"}}
"""What a file may import where it is used, and does without where it is missing."""
REFUSED_CALLS = {"print", "eval", "exec", "compile", "breakpoint", "exit", "quit"}
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 10
NINE_OF_TEN_FUNCTIONS = 25
LONGEST_WRAPPER = 120
"""Or thirty and six for each parameter, where a tool has many."""
PARAMETER = re.compile(r"\bp\.\w+\(")
LONGEST_METHOD_MODULE = 300
LONGEST_BASE_CLASS = 110
LONGEST_PLUGIN = 100


class Source:
    """A product file: its path from the root and its syntax tree."""

    def __init__(self, name, text):
        self.path = PurePosixPath(name)
        self.text = text
        self.tree = ast.parse(text, name)

    def within(self, folder):
        return self.path.is_relative_to(folder)

    def imports(self, *, top_level=False):
        """Yield (level, module) of each import; `from ..a import b` is (2, "a.b")."""
        nodes = self.tree.body if top_level else ast.walk(self.tree)
        for node in nodes:
            if isinstance(node, ast.Import):
                yield from ((0, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                start = f"{node.module}." if node.module else ""
                yield from ((node.level, start + alias.name) for alias in node.names)

    def own(self):
        """Yield the path from the root of each module of ours that is imported."""
        for level, module in self.imports():
            if level:
                folder = self.path.parents[level - 1]
                yield folder.joinpath(*module.split("."))

    def functions(self):
        return [
            n for n in ast.walk(self.tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))
        ]

    def public_functions(self):
        return [n for n in self.tree.body if isinstance(n, ast.FunctionDef) and n.name[0] != "_"]


def first(module):
    return module.split(".", maxsplit=1)[0]


def length(function):
    """Lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


# --- the rules -----------------------------------------------------------------------------------


def imports_what_it_may(source):
    """`plugin -> processing -> methods -> science`, and nothing else from outside."""
    methods = source.within("processing/methods")
    allowed = SCIENCE | set(sys.stdlib_module_names) | (set() if methods else FRAMEWORK)
    optional = OPTIONAL.get(str(source.path), set())
    for level, module in source.imports():
        if not level and first(module) not in allowed | optional:
            yield f"imports {module}"
    for _, module in source.imports(top_level=True):
        if first(module) in optional:
            yield f"imports {module} when it is loaded"
    rooms = ["plugin", "processing"]
    if source.within("processing"):
        rooms = ["processing/methods"] if methods else ["processing"]
    for path in source.own():
        if not any(path.is_relative_to(room) for room in rooms):
            yield f"imports {path}"


def has_no_window(source):
    """Processing runs in the background and without a window."""
    for _, module in source.imports():
        if source.within("processing") and (module.startswith("qgis.gui") or "iface" in module):
            yield f"imports {module}"


def is_relative(source):
    """The package's own name is not dependable: an unpacked archive may be `samplan-main`."""
    for level, module in source.imports():
        if not level and first(module) in ("samplan", "plugin"):
            yield f"imports {module} absolutely"
        if module.endswith("*"):
            yield f"imports {module}"


def loads_quickly(source):
    """Heavy libraries are imported where they are used, not when QGIS starts."""
    lazy = ("processing/methods", "processing/demo", "processing/database")
    if any(map(source.within, lazy)):
        return
    for level, module in source.imports(top_level=True):
        if not level and first(module) in SCIENCE:
            yield f"imports {module} when it is loaded"


def is_safe(source):
    """No calls, statements or modules that the house, or the plugin repository, refuses."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in REFUSED_CALLS:
            yield f"line {node.lineno}: {node.func.id}()"
        if isinstance(node, ast.Assert):
            yield f"line {node.lineno}: assert"
        if isinstance(node, ast.ExceptHandler) and (
            node.type is None or isinstance(node.body[0], ast.Pass)
        ):
            yield f"line {node.lineno}: swallows errors"
    for _, module in source.imports():
        if first(module) in (
            "pickle",
            "marshal",
            "shelve",
            "random",
            "subprocess",
            "ctypes",
            "pip",
        ):
            yield f"imports {module}"


def is_small(source):
    """A function fits a screen, a module has one subject, a wrapper only declares."""
    lines = source.text.count("\n")
    limits = {
        "processing/methods": LONGEST_METHOD_MODULE,
        "processing/algorithms": max(LONGEST_WRAPPER, 30 + 6 * len(PARAMETER.findall(source.text))),
        "processing/algorithm.py": LONGEST_BASE_CLASS,
        "plugin": LONGEST_PLUGIN,
    }
    for folder, limit in limits.items():
        if source.within(folder) and lines > limit:
            yield f"{lines} lines, at most {limit}"
    for function in source.functions():
        if function.name != "parameters" and length(function) > LONGEST_FUNCTION:
            yield f"{function.name}: {length(function)} lines, at most {LONGEST_FUNCTION}"


def documents_what_it_takes(source):
    """Where a method documents its parameters, it documents those it has, all of them."""
    if not source.within("processing/methods"):
        return
    for function in source.public_functions():
        taken = function.args
        if taken.kwarg:
            yield f"{function.name}: takes **{taken.kwarg.arg}"
        names = {a.arg for a in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)}
        documented = set(parameter_names(ast.get_docstring(function) or ""))
        for name in sorted((names ^ documented) - {"progress", "self"} if documented else ()):
            yield f"{function.name}: {name} is documented or taken, not both"


def parameter_names(docstring):
    """Return the names in a numpydoc docstring's section Parameters."""
    section = re.search(r"^Parameters\n-+\n(.*?)(?=^\w[^\n]*\n---|\Z)", docstring, re.M | re.S)
    entries = re.findall(r"^(\S[^:\n]*?)(?: :.*)?$", section.group(1), re.M) if section else []
    return [name.strip(" *") for entry in entries for name in entry.split(",")]


RULES = (
    imports_what_it_may,
    has_no_window,
    is_relative,
    loads_quickly,
    is_safe,
    is_small,
    documents_what_it_takes,
)


# --- the product keeps them ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def product():
    files = [ROOT / "__init__.py"]
    files += [file for folder in ("plugin", "processing") for file in (ROOT / folder).rglob("*.py")]
    return [
        Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted(files)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_product(product, rule):
    offenders = [f"{source.path}: {problem}" for source in product for problem in rule(source)]
    assert not offenders, f"{rule.__doc__}\n" + "\n".join(offenders)


def test_functions_are_short_on_the_whole(product):
    lengths = sorted(
        length(function)
        for source in product
        for function in source.functions()
        if function.name != "parameters"
    )
    assert statistics.median(lengths) <= MEDIAN_FUNCTION
    assert lengths[len(lengths) * 9 // 10] <= NINE_OF_TEN_FUNCTIONS


def test_a_method_called_from_outside_is_documented_in_full(product):
    outside = [source for source in product if not source.within("processing/methods")]
    called = {path for source in outside for path in source.own()}
    lacking = [
        f"{source.path} {function.name}: {section}"
        for source in product
        if source.within("processing/methods") and source.path.name != "progress.py"
        for function in source.public_functions()
        if {source.path.with_suffix("") / function.name, source.path.parent / function.name}
        & called
        for section in sections(function)
        if f"{section}\n---" not in ast.get_docstring(function)
    ]
    assert not lacking, "sections missing:\n" + "\n".join(lacking)


def sections(function):
    """Return the numpydoc sections that a function owes its reader."""
    if function.args.args or function.args.kwonlyargs:
        yield "Parameters"
    if getattr(function.returns, "value", function.returns) is not None:
        yield "Returns"
    yield "Examples"


def test_loading_the_provider_loads_no_heavy_library():
    program = (
        "import sys, importlib.util as u\n"
        "import qgis.core, qgis.PyQt.QtGui\n"
        "before = set(sys.modules)\n"
        "spec = u.spec_from_file_location('anyname', sys.argv[1] + '/__init__.py',"
        " submodule_search_locations=[sys.argv[1]])\n"
        "sys.modules['anyname'] = package = u.module_from_spec(spec)\n"
        "spec.loader.exec_module(package)\n"
        "import anyname.processing.provider\n"
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    command = [sys.executable, "-c", program, str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, cwd="/")
    assert result.returncode == 0, result.stderr
    loaded = set(result.stdout.split())
    assert "anyname" in loaded, "the package works under any name"
    assert not loaded & SCIENCE


# --- and the rules find what they are for --------------------------------------------------------

LONG = "def f():\n" + "    x = 1\n" * (LONGEST_FUNCTION + 1)
DOCUMENTED = '''
def f(a, b, *, progress):
    """Do it.

    Parameters
    ----------
    a, {b} : float
        Numbers.
    """
'''


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (imports_what_it_may, "processing/methods/a.py", "from qgis.core import QgsPoint"),
        (imports_what_it_may, "processing/methods/a.py", "from ..inputs import Inputs"),
        (imports_what_it_may, "processing/methods/a.py", "from .. import inputs"),
        (imports_what_it_may, "processing/methods/a/b.py", "from ...inputs import Inputs"),
        (imports_what_it_may, "processing/methods/a.py", "def f():\n    import osgeo"),
        (imports_what_it_may, "processing/inputs.py", "from ..plugin import pages"),
        (imports_what_it_may, "processing/inputs.py", "from sklearn import cluster"),
        (imports_what_it_may, "processing/inputs.py", "from PyQt5 import QtCore"),
        (imports_what_it_may, "processing/methods/a.py", "def f():\n    import distributed"),
        (imports_what_it_may, "processing/methods/transit/router/cluster.py", "import distributed"),
        (has_no_window, "processing/inputs.py", "from qgis.utils import iface"),
        (has_no_window, "processing/inputs.py", "import qgis.gui"),
        (is_relative, "processing/inputs.py", "import samplan.processing"),
        (is_relative, "processing/inputs.py", "from .methods import *"),
        (loads_quickly, "processing/inputs.py", "import numpy as np"),
        (loads_quickly, "processing/algorithms/maps/a.py", "from pandas import Series"),
        (is_safe, "plugin/a.py", "print(1)"),
        (is_safe, "plugin/a.py", "assert x"),
        (is_safe, "plugin/a.py", "try:\n    f()\nexcept:\n    g()"),
        (is_safe, "plugin/a.py", "try:\n    f()\nexcept ValueError:\n    pass"),
        (is_safe, "plugin/a.py", "import pickle"),
        (is_small, "processing/inputs.py", LONG),
        (is_small, "processing/methods/a.py", "x = 1\n" * (LONGEST_METHOD_MODULE + 1)),
        (is_small, "processing/algorithms/a/b.py", "x = 1\n" * (LONGEST_WRAPPER + 1)),
        (is_small, "processing/algorithm.py", "x = 1\n" * (LONGEST_BASE_CLASS + 1)),
        (documents_what_it_takes, "processing/methods/a.py", DOCUMENTED.format(b="c")),
        (documents_what_it_takes, "processing/methods/a.py", "def f(**options): ..."),
    ],
)
def test_a_rule_finds(rule, name, text):
    assert list(rule(Source(name, text)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("processing/methods/a/b.py", "import numpy as np\nfrom ..errors import InputError"),
        ("processing/methods/a.py", DOCUMENTED.format(b="b")),
        (
            "processing/methods/transit/router/cluster.py",
            "def f():\n    from distributed import Client",
        ),
        ("processing/inputs.py", "from .methods.errors import InputError"),
        ("processing/algorithms/a/b.py", "def compute():\n    import numpy"),
        ("plugin/plugin.py", "import processing\nfrom ..processing.provider import Provider"),
    ],
)
def test_good_code_breaks_no_rule(name, text):
    assert [problem for rule in RULES for problem in rule(Source(name, text))] == []
