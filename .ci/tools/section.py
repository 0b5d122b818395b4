"""Prints a part of a document, or replaces it by a file: section.py DOCUMENT NAME [FILE].

A part stands between `<!-- NAME -->` and `<!-- /NAME -->`, with an empty line on each side.
"""

import pathlib
import sys


def parts(text, name):
    """What stands before the part, the part, and what follows."""
    begin, end = f"<!-- {name} -->\n\n", f"\n<!-- /{name} -->\n"
    if text.count(begin) != 1 or text.count(end) != 1:
        sys.exit(f"there is not one part {name}, from '{begin.strip()}' to '{end.strip()}', with an empty line inside each")
    before, rest = text.split(begin)
    part, after = rest.split(end)
    return before + begin, part, end + after


def replace(document, name, new):
    before, _, after = parts(document.read_text(encoding="utf-8"), name)
    document.write_text(before + new + after, encoding="utf-8")


if __name__ == "__main__":
    path = pathlib.Path(sys.argv[1])
    if len(sys.argv) > 3:
        replace(path, sys.argv[2], pathlib.Path(sys.argv[3]).read_text(encoding="utf-8"))
    else:
        sys.stdout.write(parts(path.read_text(encoding="utf-8"), sys.argv[2])[1])
