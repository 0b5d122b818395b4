#!/usr/bin/env python3
"""How long `./pave new` takes, beside Cookiecutter and beside the floor, in one run and in alternating order.

    bench/new.py [--runs N] [--jdk JAVA_HOME]... [DESCRIPTION]

Cookiecutter (the newest of PyPI, in a virtual environment outside the repository) gets a template made from the repository that Pave
generates: the same files, the same bytes, the description's values replaced by variables wherever they occur. It may copy files without
a variable unrendered, which is in its favour. The floor is `cp -r` and `git init`, `add`, `commit`: what nobody can do faster with those tools.
Every output is compared byte for byte. Prints a Markdown table.
"""

import argparse
import glob
import json
import os
import pathlib
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WARM_UPS = 2


def main():
    options = parse_arguments()
    with tempfile.TemporaryDirectory(prefix="pave-bench-") as work:
        run(options, pathlib.Path(work))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("description", nargs="?", type=pathlib.Path, default=ROOT / "examples/student-records/pave.yaml")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--jdk", action="append", default=[], help="a JAVA_HOME; may be given several times")
    parser.add_argument("--venv", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "pave-bench-venv")
    return parser.parse_args()


def run(options, work):
    environment = isolated_environment(work)
    description = options.description.resolve()
    pave = ["--from", str(description), "--yes"]
    reference = work / "reference"
    check([ROOT / "pave", "new", reference, *pave], environment)
    shutil.rmtree(reference / ".git")
    cookiecutter = install_cookiecutter(options.venv)
    variables = variables_of(description)
    replaced, rendered = make_template(reference, work / "template", variables)

    contestants = {}
    for jdk in options.jdk or [environment.get("JAVA_HOME", "")]:
        with_jdk = environment | ({"JAVA_HOME": jdk} if jdk else {})
        check([ROOT / "pave", "new", work / "first", *pave], with_jdk)
        shutil.rmtree(work / "first")
        wait_for_archive(work)
        name = f"`./pave new`, with its commit, Java {java_version(jdk)}"
        contestants[name] = (lambda out, e=with_jdk: ([str(ROOT / "pave"), "new", str(out / "it"), *pave], e))
    version = check([cookiecutter, "--version"], environment).split()[1]
    ordinary = [cookiecutter, "--no-input", str(work / "template")]
    contestants[f"Cookiecutter {version}, without a commit"] = lambda out: ([*ordinary, "-o", str(out)], environment)
    commit = "git init -q && git add -A && git commit -q -m start"
    contestants[f"Cookiecutter {version}, then `git init`, `add`, `commit`"] = lambda out: (
        ["sh", "-c", f'"$0" "$@" && cd "{out}"/* && {commit}', *ordinary, "-o", str(out)], environment)
    contestants["the floor: `cp -r`, `git init`, `add`, `commit`"] = lambda out: (
        ["sh", "-c", f'cp -r "$0" "$1" && cd "$1" && {commit}', str(reference), str(out / "it")], environment)

    times = measure(contestants, options.runs, work, reference)
    report(times, options, reference, replaced, rendered)


def isolated_environment(work):
    """A home of its own, so that nobody's settings and hooks count, and the first run is a first run."""
    home = work / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Bench\n\temail = bench@example.org\n[init]\n\tdefaultBranch = main\n")
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "JAVA_HOME", "LANG", "LC_ALL", "TMPDIR")}
    maven = {"MAVEN_OPTS": f"-Dmaven.repo.local={pathlib.Path.home() / '.m2/repository'}"}
    return kept | maven | {"HOME": str(home), "XDG_CACHE_HOME": str(work / "cache")}


def install_cookiecutter(venv):
    program = venv / "bin/cookiecutter"
    if not program.exists():
        check([sys.executable, "-m", "venv", venv], os.environ)
        check([venv / "bin/pip", "install", "-q", "--upgrade", "cookiecutter"], os.environ)
    return str(program)


def variables_of(description):
    """What the description says once, in the forms in which the repository repeats it."""
    text = description.read_text(encoding="utf-8")
    given = {key: match.group(1) for key in ("name", "description", "owner", "namespace")
             if (match := re.search(rf"^{key}:\s*(.+?)\s*(?:#.*)?$", text, re.MULTILINE))}
    words = given["name"].split("-")
    forms = {
        "title": " ".join(word.capitalize() for word in words),
        "pascal": "".join(word.capitalize() for word in words),
        "camel": words[0] + "".join(word.capitalize() for word in words[1:]),
        "snake": "_".join(words),
        "flat": "".join(words),
    }
    if "namespace" in given:
        forms["folder"] = given["namespace"].replace(".", "/")
    variables = {}
    for key, value in {**given, **forms}.items():
        if value not in variables.values():
            variables[key] = value
    return variables


def make_template(reference, template, variables):
    """Returns how many places hold a variable, in how many files."""
    places = files = 0
    copied = []
    by_length = sorted(variables.items(), key=lambda item: -len(item[1]))
    pattern = re.compile("|".join(re.escape(value) for _, value in by_length))
    names = {value: key for key, value in variables.items()}
    folder = template / "{{cookiecutter.name}}"
    for file in sorted(path for path in reference.rglob("*") if path.is_file()):
        relative = file.relative_to(reference).as_posix()
        target = folder / pattern.sub(lambda match: "{{cookiecutter.%s}}" % names[match.group()], relative)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
        try:
            text, count = pattern.subn(lambda match: "\0%s\0" % names[match.group()], data.decode("utf-8"))
        except UnicodeDecodeError:
            count = 0
        if count and "\0" not in data.decode("utf-8"):
            # Whole runs of braces: what is left before or after an expression must not read as one more.
            text = re.sub(
                r"[{}]*(?:\{[{%#]|[}%#]\})[{}]*|\{(?=\0)|(?<=\0)\}", lambda match: "{{'" + match.group() + "'}}", text
            )
            text = re.sub("\0(\\w+)\0", r"{{cookiecutter.\1}}", text)
            target.write_bytes(text.encode("utf-8"))
            places += count
            files += 1
        else:
            target.write_bytes(data)
            copied.append(glob.escape(target.relative_to(folder).as_posix()))
        shutil.copymode(file, target)
    (template / "cookiecutter.json").write_text(json.dumps(variables | {"_copy_without_render": copied}, indent=2))
    return places, files


def wait_for_archive(work):
    cache = work / "cache/pave"
    for _ in range(600):
        if cache.is_dir() and any(cache.iterdir()) and not any(cache.glob("*.making")):
            return
        time.sleep(0.1)
    raise SystemExit("the first run made no archive within a minute")


def measure(contestants, runs, work, reference):
    expected = snapshot(reference)
    times = {name: [] for name in contestants}
    order = list(contestants)
    for turn in range(runs + WARM_UPS):
        for name in order:
            out = work / "out"
            out.mkdir()
            command, environment = contestants[name](out)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.perf_counter()
            check(command, environment)
            wall = time.perf_counter() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            if turn == 0 and (difference := expected ^ snapshot(next(out.iterdir()))):
                raise SystemExit(f"{name}: other files or bytes: {sorted(path for path, _ in difference)[:10]}")
            if turn >= WARM_UPS:
                times[name].append((wall * 1000, cpu * 1000))
            shutil.rmtree(out)
        order = order[1:] + order[:1]
    return times


def snapshot(folder):
    return {(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*")
            if path.is_file() and ".git" not in path.relative_to(folder).parts}


def report(times, options, reference, replaced, rendered):
    files = [path for path in reference.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1024:.0f} KiB, {replaced} variables in {rendered} files; {options.runs} runs each after "
          f"{WARM_UPS} warm-ups, in rotating order; milliseconds\n")
    print("| | median | min | p95 | processor time, median |\n|---|---:|---:|---:|---:|")
    for name, values in times.items():
        walls = sorted(wall for wall, _ in values)
        p95 = walls[min(len(walls) - 1, round(0.95 * (len(walls) - 1)))]
        cpu = statistics.median(cpu for _, cpu in values)
        print(f"| {name} | {statistics.median(walls):.0f} | {walls[0]:.0f} | {p95:.0f} | {cpu:.0f} |")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"\n{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, load {load}; "
          f"git {check(['git', '--version'], os.environ).split()[2]}, Python {platform.python_version()}")


def processor():
    try:
        return re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text()).group(1)
    except (OSError, AttributeError):
        return platform.processor() or platform.machine()


def java_version(jdk):
    java = pathlib.Path(jdk, "bin/java") if jdk else "java"
    output = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    return re.search(r'version "([^"]+)"', output).group(1)


def check(command, environment):
    result = subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if result.returncode != 0:
        raise SystemExit(f"{command}: exit code {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


if __name__ == "__main__":
    main()
