"""Nothing that a user can call or meet is left undocumented."""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
from pathlib import Path

import pytest

import gallery
import sessions
from wollet.claim.family import Family, families
from wollet.face import pages
from wollet.face.cli import COMMANDS, cli
from wollet.face.results import COLUMNS

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"## wollet {name}\n" in REFERENCE
    command = cli.get_command(cli.make_context("wollet", [], resilient_parsing=True), name)
    assert command is not None and command.help and command.help.split("\n")[0].rstrip(".")
    for option in command.params:
        for word in option.opts:
            if word.startswith("--"):
                assert word in REFERENCE, f"{name} {word}"
                assert getattr(option, "help", None) or option.name == "form", f"{name} {word} has no help"


@pytest.mark.parametrize("family", families(), ids=lambda f: f.name)
def test_every_family_has_its_page(family: Family) -> None:
    text = (ROOT / "docs" / "families" / f"{family.name}.md").read_text(encoding="utf-8")
    assert f"({family.code})" in text and "## Meaning" in text and "## Not covered" in text
    assert "–" not in (pages.section(family.doc, "Meaning"), pages.section(family.doc, "Not covered"))
    for example in family.examples:
        assert pages.cell(pages.marked(example)) in text
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"docs/families/{family.name}.md" in readme and f"`{family.code}`" in readme


@pytest.mark.parametrize("case", gallery.CASES, ids=lambda c: c.title)
def test_each_error_is_one_clear_line(case: gallery.Case) -> None:
    ran = gallery.tried(case)
    assert ran.status == 2
    lines = ran.err.strip().split("\n")
    assert all(line.startswith("wollet: ") for line in lines), ran.err
    assert "Traceback" not in ran.err and len(lines) <= max(1, sum(str(x).count("\n") for x in case.files.values()))


def test_the_rest_of_a_batch_is_still_done(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(gallery.GOOD + "{oops\n" + gallery.GOOD.replace('"a"', '"b"'), encoding="utf-8")
    ran = sessions.run(["check", "news.jsonl", "missing.md", "--format", "jsonl"], at=tmp_path)
    assert ran.status == 2 and ran.out.count('"claims"') == 2
    assert ran.err.count("\n") == 2 and "news.jsonl:2" in ran.err and "missing.md" in ran.err


def test_links_lead_somewhere() -> None:
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            if not target.startswith(("http", "mailto:")):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_decisions_are_short_and_dated() -> None:
    found = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert found
    for path in found:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert re.match(r"\d{4}-\d\d-\d\d-", path.name) and lines[0].startswith("# ")
        assert path.name[:10] in lines[0] + lines[2], path.name
        assert sum(bool(x.strip()) for x in lines) <= 20, path.name


def test_columns_are_told_in_the_docs() -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert all(f"`{c}`" in text for c in COLUMNS)


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_the_readme_opens_with_what_to_type(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    typed = re.findall(r"^\$ (.*)$", text, re.MULTILINE)
    assert typed[:2] == ["make brief", "make test"]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for line in typed:
        words = shlex.split(line)
        assert words[0] != "make" or words[1] in targets, line


@pytest.mark.parametrize("name", ["README.md", "README.ko.md"])
def test_the_python_of_the_readme_runs(name: str) -> None:
    blocks = re.findall(r"^```python\n(>>> .*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        said: list[str] = []
        test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
        assert len(test.examples) > 4
        failed, _ = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
        assert not failed, "".join(said)


def test_the_two_readmes_say_the_same() -> None:
    english, korean = ((ROOT / n).read_text(encoding="utf-8") for n in ("README.md", "README.ko.md"))
    assert english.count("\n## ") == korean.count("\n## ")
    assert re.findall(r"\]\((docs/families/[^)]*)\)", english) == re.findall(r"\]\((docs/families/[^)]*)\)", korean)


def test_the_version_is_one() -> None:
    import wollet

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == wollet.__version__
