#!/usr/bin/env python3
"""Keep the translations in step with the sources; plugin/i18n/samplan_sv.ts is what one edits.

strings.py update       collect the texts, add new ones as unfinished, compile the .qm
strings.py todo         print the texts without a translation as JSON, {"English": ""}
strings.py fill FILE    take translations from such a JSON file, then update
strings.py check        say what is wrong, for `make lint`

A text is the literal first argument of `tr(...)` or `InputError(...)`, or a label or help text of
a ready-made model. Qt's own collectors know neither of the last two.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree
from xml.sax.saxutils import escape, unescape

ROOT = Path(__file__).resolve().parents[1]
TRANSLATION = ROOT / "plugin" / "i18n" / "samplan_sv.ts"
CONTEXT = "samplan"
MARKERS = ("tr", "InputError")
MODEL_OPTION = re.compile(r"<Option [^>]*>")
MODEL_TEXT = re.compile(r'name="(?:description|title|ALG_DESC)"')
MODEL_VALUE = re.compile(r'value="([^"]+)"')


def collect(root=ROOT):
    """Return the texts of the sources with the file each is first seen in, in reading order."""
    texts = {}
    for folder in ("plugin", "processing"):
        for path in sorted((root / folder).rglob("*.py")):
            for text in texts_of(path.read_text(encoding="utf-8"), path):
                texts.setdefault(text, path.relative_to(root).as_posix())
    for path in sorted((root / "processing" / "models").glob("*.model3")):
        found = texts_of_model(path.read_text(encoding="utf-8"))
        texts.update({text: path.relative_to(root).as_posix() for text in found} | texts)
    return texts


def texts_of_model(source):
    """Return the labels and help texts of a model; Qt writes attributes in any order."""
    options = [each for each in MODEL_OPTION.findall(source) if MODEL_TEXT.search(each)]
    found = [text for each in options for text in MODEL_VALUE.findall(each)]
    return sorted({unescape(text, {"&quot;": '"'}) for text in found})


def texts_of(source, name="<text>"):
    """Return the texts marked in a Python source; an f-string or a sum among them is an error."""
    calls = [node for node in ast.walk(ast.parse(source, str(name))) if isinstance(node, ast.Call)]
    found = [node.args[0] for node in calls if node.args and _name(node.func) in MARKERS]
    for text in found:
        if isinstance(text, (ast.JoinedStr, ast.BinOp)):
            sys.exit(f"{name}:{text.lineno}: this text is put together before it is translated")
    literals = [node for node in found if isinstance(node, ast.Constant)]
    return [
        node.value for node in sorted(literals, key=lambda node: (node.lineno, node.col_offset))
    ]


def _name(node):
    return getattr(node, "id", getattr(node, "attr", None))


def translations(path=TRANSLATION):
    """Return the translation of each text of a .ts file, "" where it is unfinished."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        target = message.find("translation")
        done = target.get("type") is None
        found[message.findtext("source")] = (target.text or "") if done else ""
    return found


def problems(texts, translated):
    """Return what is wrong with the translations, a line for each; none when all is well."""
    found = [
        f"not in the .ts, run `make strings`: {text!r}" for text in texts if text not in translated
    ]
    found += [f"no longer in the sources: {text!r}" for text in translated if text not in texts]
    for text, translation in translated.items():
        if not translation:
            found.append(f"not translated: {text!r}")
        elif _names(text) != _names(translation):
            found.append(f"other {{names}} than the English: {translation!r}")
        elif _end(text) != _end(translation):
            found.append(f"ends otherwise than the English: {translation!r}")
    return found


def _names(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _end(text):
    return text[-1:] if text[-1:] in " .:…?" else ""


def write(texts, translated, path=TRANSLATION):
    """Write the .ts file and compile it beside itself."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += ['<TS version="2.1" language="sv" sourcelanguage="en">', "<context>"]
    lines += [f"    <name>{CONTEXT}</name>"]
    for text, source in texts.items():
        target = escape(translated.get(text, ""))
        state = "" if target else ' type="unfinished"'
        lines += [
            "    <message>",
            f'        <location filename="../../{source}"/>',
            f"        <source>{escape(text)}</source>",
            f"        <translation{state}>{target}</translation>",
            "    </message>",
        ]
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")
    subprocess.run(["lrelease", "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def main(command, *files):
    """Run one command; see the top of this file."""
    texts, translated = collect(), translations()
    if command == "todo":
        missing = {text: "" for text in texts if not translated.get(text)}
        print(json.dumps(missing, ensure_ascii=False, indent=1))
    elif command == "check":
        found = problems(texts, translated)
        sys.exit("\n".join(found) if found else 0)
    elif command in ("update", "fill"):
        for file in files:
            translated.update(json.loads(Path(file).read_text(encoding="utf-8")))
        write(texts, translated)
        print(f"{len(texts)} texts, {sum(not translated.get(text) for text in texts)} to translate")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:] or ["help"])
