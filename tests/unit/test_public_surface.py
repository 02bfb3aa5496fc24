import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer

ROOT = Path(summarizer.__file__).parent
MODULES = sorted(
    ".".join(("summarizer", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in ROOT.rglob("*.py")
    if "versions" not in path.parts
)
#: what a light import may not load
HEAVY = ("numpy", "scipy", "nltk", "lxml", "sqlalchemy", "pydantic", "torch", "trafilatura")


def source(module: str) -> ast.Module:
    path = ROOT.joinpath(*module.split(".")[1:])
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def exported(module: str) -> list[str] | None:
    for node in source(module).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == "__all__":
            return ast.literal_eval(node.value)
    return None


def constants_classes_functions(name: str) -> tuple[bool, bool, str]:
    return not name.isupper(), not name[0].isupper(), name


@pytest.mark.parametrize("module", [name for name in MODULES if exported(name) is not None])
def test_exported_names_are_sorted_exist_and_are_public(module):
    names = exported(module)
    assert names == sorted(set(names), key=constants_classes_functions)
    assert not [name for name in names if name.startswith("_")]
    made = importlib.import_module(module)
    assert not [name for name in names if not hasattr(made, name)]


def test_the_package_exports_its_doors():
    assert summarizer.__all__ == [
        "Article",
        "Budget",
        "Citation",
        "Client",
        "Document",
        "Summarizer",
        "Summary",
        "SummaryRequest",
        "build_summarizer",
    ]
    assert set(summarizer.__all__) <= set(dir(summarizer))
    for name in summarizer.__all__:
        assert getattr(summarizer, name).__name__ == name


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'summarizer' has no attribute 'Summarise'"):
        _ = summarizer.Summarise


def loaded_by(code: str) -> set[str]:
    script = f"import sys; {code}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split()) & set(HEAVY)


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        "import summarizer; dir(summarizer); summarizer.__version__",
        "from summarizer import Article, Budget, Summary",
        "import summarizer.types, summarizer.errors",
        "from summarizer import Client; import summarizer.client",
    ],
)
def test_a_light_import_stays_light(code):
    found = loaded_by(code)
    # the client checks answers with pydantic
    assert found <= ({"pydantic"} if "Client" in code else set())


def test_the_summarizer_itself_needs_no_models():
    assert "torch" not in loaded_by("from summarizer import Summarizer")
