"""Lays mistakes side by side, lets the outside reviewers look at all of them at once, and tells for each who reports it.

The mistakes are the tables of MutationTest, which proves Pave's rule for each, and .ci/tools/mutations.yaml: what outside reviewers report, so
that `pave verify` can be asked whether it does.
"""

import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import section
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/student-records"
OUTSIDE = ROOT / ".ci/tools/mutations.yaml"
DOCUMENT = ROOT / "docs/reviewers.md"
NAME = "mistakes"
# All but Checkov, which builds one graph of all manifests that it sees: hundreds of copies side by side do not end within half an hour.
REVIEWERS = (
    "hadolint,shellcheck,yamllint,markdownlint,actionlint,zizmor,schemas,catalog,spectral,redocly,squawk,kustomize,kubernetes,promtool,kube_score"
)
NOBODY = "none"
UNASKED = "?"


def arguments():
    parser = argparse.ArgumentParser(prog=".ci/compare", description="Compares outside reviewers with pave verify, and writes docs/reviewers.md.")
    parser.add_argument("tables", nargs="*", type=pathlib.Path, help="tables of mistakes; default: those of MutationTest, and .ci/tools/mutations.yaml")
    parser.add_argument("--kept", action="store_true", help="do not ask pave verify, but keep what the document says that it said")
    parser.add_argument("--only", default="", help="names of reviewers, as for .ci/review; the document is not written then")
    return parser.parse_args()


def tables():
    return sorted((ROOT / "generator/src/test/resources/mutations").glob("*.yaml")) + [OUTSIDE]


def mistakes(files):
    """Rows of all tables; what does not fit the example any more ends the run, all at once."""
    rows, stale = [], []
    for file in files:
        for row in yaml.safe_load(file.read_text(encoding="utf-8")):
            row["table"] = "outside" if file.resolve() == OUTSIDE else file.stem
            rows.append(row)
            before = EXAMPLE / row["file"]
            if "old" in row:
                text = before.read_text(encoding="utf-8") if before.exists() else ""
                count = text.count(row.get("after", row["old"]))
                if count != 1 or start(text, row) < 0:
                    stale.append(f"{file.name}: {row['name']}: its text stands {count} times in {row['file']}, or its old text not behind it")
    if stale:
        sys.exit("\n".join(stale))
    return rows


def start(text, row):
    """Where the old text begins: the first behind the text that stands in `after`; -1 where it is not."""
    after = row.get("after", "")
    return text.find(row["old"], text.index(after) + len(after))


def change(folder, row):
    file = folder / row["file"]
    if "old" in row:
        text = file.read_text(encoding="utf-8")
        at = start(text, row)
        file.write_text(text[:at] + row.get("new", "") + text[at + len(row["old"]) :], encoding="utf-8")
    elif "new" in row:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() and file.match("db/migration/*.sql"):
            listed(folder, file.name)
        file.write_text(row["new"], encoding="utf-8")
    else:
        file.unlink()


def listed(folder, migration):
    """That a new migration is not listed is not the mistake."""
    file = folder / "db/kustomization.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"( *- )migration/V1.*\n", rf"\g<0>\g<1>migration/{migration}\n", text, count=1), encoding="utf-8")


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z", "."], cwd=EXAMPLE, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.split("\0") if name]


def copy(names, folder):
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / name, target)


def seen_with(row, names):
    """The files that reviewers see together with the changed one: Kustomize needs its whole folder, but one overlay stands for the others."""
    if not row["file"].startswith("deploy/") and not row["file"].startswith("db/"):
        return [name for name in names if name == row["file"]]
    overlay = row["file"].split("/")[2] if row["file"].startswith("deploy/overlays/") else "production-seoul"
    return [
        name
        for name in names
        if name.startswith(("deploy/", "db/")) and not (name.startswith("deploy/overlays/") and not name.startswith(f"deploy/overlays/{overlay}/"))
    ]


def counted(findings):
    """How often each reviewer's rule reports each file, by folder."""
    counts = collections.defaultdict(collections.Counter)
    for line in findings.read_text(encoding="utf-8").splitlines():
        _, reviewer, rule, place, _, _ = line.split("\t")
        folder = re.search(r"m\d{3,}", place)
        if not folder:
            sys.exit(f"whose finding is this? {line}")
        # A reviewer of manifests says `folder.deploy.overlays.name Kind/name`, others `folder/file:line`.
        file = re.sub(r":\d+$", "", place.replace(folder.group(), "", 1)).lstrip("/.")
        counts[folder.group()][reviewer, rule, file] += 1
    return counts


def reviewed(rows, only):
    """The outside rules that report each mistake, in the order of the rows, and which reviewers were there."""
    names = tracked()
    with tempfile.TemporaryDirectory(prefix="pave-compare.") as temporary:
        side_by_side = pathlib.Path(temporary, "mistakes")
        copy(names, side_by_side / "m000")
        for number, row in enumerate(rows, start=1):
            folder = side_by_side / f"m{number:03}"
            folder.mkdir()
            copy(seen_with(row, names), folder)
            change(folder, row)
        findings = pathlib.Path(temporary, "findings.tsv")
        table = pathlib.Path(temporary, "table.md")
        command = [ROOT / ".ci/review", "--findings", findings, "--table", table, "--only", only or REVIEWERS, side_by_side]
        # One version of Kubernetes tells as much as three about mistakes that no version allows.
        environment = {**os.environ, "PAVE_KUBERNETES": "1.34"}
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment)
        broken = re.findall(r"^mistakes: .* did not work:\n(?:  .*\n)*", done.stdout, re.MULTILINE)
        if done.returncode not in (0, 1) or broken:
            sys.exit("".join(broken) or done.stdout)
        counts = counted(findings)
        reviewers = [line.split(" | ")[0].removeprefix("| ") for line in table.read_text(encoding="utf-8").splitlines()[2:]]
    result = []
    for number in range(1, len(rows) + 1):
        more = counts[f"m{number:03}"] - counts["m000"]
        result.append(sorted({(reviewer, rule) for reviewer, rule, _ in more}))
    return result, reviewers


def ask(rows):
    """Pave's rules that report those mistakes of which no table says it."""
    jars = [ROOT / f"generator/target/{name}.jar" for name in ("pave", "pave-verify")]
    if not all(jar.exists() for jar in jars):
        sys.exit("generator/target has no Pave: run mvn -Dmaven.test.skip=true package")
    version = subprocess.run([ROOT / "pave", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    java = pathlib.Path(os.environ["JAVA_HOME"], "bin/java") if "JAVA_HOME" in os.environ else "java"
    names = tracked()
    with tempfile.TemporaryDirectory(prefix="pave-compare.") as temporary:
        asked = [row for row in rows if "rule" not in row]
        folders = [str(pathlib.Path(temporary, str(number))) for number in range(len(asked) + 1)]
        for folder, row in zip(folders, [None, *asked]):
            copy(names, pathlib.Path(folder))
            if row:
                change(pathlib.Path(folder), row)
        command = [java, "-cp", ":".join(map(str, jars)), ROOT / ".ci/tools/VerifyEach.java", version, *folders]
        said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found = collections.defaultdict(collections.Counter)
    for line in said.splitlines():
        folder, rule, file = line.split("\t")
        found[folder][rule, file] += 1
    for folder, row in zip(folders[1:], asked):
        row["rule"] = ", ".join(sorted({rule for rule, _ in found[folder] - found[folders[0]]})) or NOBODY


def said_before():
    """What the document says of Pave's rules, by mistake and file."""
    _, part, _ = section.parts(DOCUMENT.read_text(encoding="utf-8"), NAME)
    cells = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    return {(row[0], row[1].strip("`")): row[2].replace("`", "") for row in cells if len(row) == 4}


def code(text):
    return ", ".join(f"`{one}`" for one in text.split(", ")) if text and text not in (NOBODY, UNASKED) else text


def cell(rules):
    by_reviewer = collections.defaultdict(list)
    for reviewer, rule in rules:
        by_reviewer[reviewer].append(f"`{rule}`")
    return "; ".join(f"{reviewer} {', '.join(ids)}" for reviewer, ids in sorted(by_reviewer.items())) or NOBODY


def document(rows, outside):
    both = sum(bool(found) for row, found in zip(rows, outside) if row["rule"] not in (NOBODY, UNASKED))
    ours = sum(not found for row, found in zip(rows, outside) if row["rule"] not in (NOBODY, UNASKED))
    theirs = sum(bool(found) for row, found in zip(rows, outside) if row["rule"] == NOBODY)
    lines = [
        f"{len(rows)} mistakes: {both} are reported by Pave and by an outside reviewer, {ours} by Pave alone, {theirs} by an outside reviewer alone.",
        "",
        "Checkov was not asked: it does not end in time on so many manifests at once. Some mistakes of Pave alone may be Checkov's too.",
        "",
    ]
    for table in dict.fromkeys(row["table"] for row in rows):
        lines += [f"### Table `{table}`", "", "| mistake | file | Pave | outside reviewers |", "| --- | --- | --- | --- |"]
        for row, found in zip(rows, outside):
            if row["table"] == table:
                lines.append(f"| {row['name']} | `{row['file']}` | {code(row['rule'])} | {cell(found)} |")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def main():
    options = arguments()
    rows = mistakes(options.tables or tables())
    outside, reviewers = reviewed(rows, options.only)
    if options.kept:
        before = said_before()
        for row in rows:
            row.setdefault("rule", before.get((row["name"], row["file"]), UNASKED))
    else:
        ask(rows)
    text = document(rows, outside)
    if options.only or options.tables:
        sys.stdout.write(text)
    else:
        section.replace(DOCUMENT, NAME, text)
    silent = [reviewer for reviewer in reviewers if all(reviewer != one for found in outside for one, _ in found)]
    print("reported nothing: " + (", ".join(silent) or "no reviewer"), file=sys.stderr)


main()
