"""Finds Prometheus rules in YAML files, and their tests; prints a line `rules|test TAB file TAB place` for each.

The rules of a PrometheusRule are written to a file of their own, in the folder given first: promtool reads plain rule files only.
"""

import pathlib
import sys

import yaml

folder = pathlib.Path(sys.argv[1])
for number, name in enumerate(sys.argv[2:]):
    try:
        documents = list(yaml.safe_load_all(pathlib.Path(name).read_text(encoding="utf-8")))
    except yaml.YAMLError:
        continue  # yamllint reports it
    for index, document in enumerate(documents):
        if not isinstance(document, dict):
            continue
        if document.get("kind") == "PrometheusRule":
            extract = folder / f"{number}{index:03}.yaml"
            extract.write_text(yaml.safe_dump(document.get("spec"), sort_keys=False), encoding="utf-8")
            print("rules", extract, name, sep="\t")
        elif "groups" in document and "kind" not in document:
            print("rules", name, name, sep="\t")
        elif "rule_files" in document and "tests" in document:
            print("test", name, name, sep="\t")
