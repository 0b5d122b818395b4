"""Prints the waivers of a repository, a line `tool TAB rule TAB end` for each.

Those of `pave verify` (tool pave, or a practice) are left to it.
"""

import datetime
import sys

import yaml

try:
    with open(sys.argv[1], encoding="utf-8") as file:
        waivers = yaml.safe_load(file)["waivers"] or []
    for waiver in waivers:
        if str(waiver.get("tool", "pave" if waiver.get("practice") else "")).lower() == "pave":
            continue
        missing = [key for key in ("tool", "rule", "reason", "expires") if not waiver.get(key)]
        if missing:
            sys.exit(f"a waiver lacks {', '.join(missing)}: {waiver}")
        end = datetime.date.fromisoformat(str(waiver["expires"]))
        print(waiver["tool"], waiver["rule"], end, sep="\t")
except (KeyError, TypeError, AttributeError, ValueError, yaml.YAMLError) as error:
    sys.exit(f"not a list of waivers (tool, rule, reason, expires): {error}")
