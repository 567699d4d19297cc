"""HTML pages as plain strings: everything is escaped but what is marked as HTML already."""

from __future__ import annotations

from html import escape

from ..i18n import language

STYLE = """
:root { --ink: #1d2327; --soft: #5b6770; --line: #d5dade; --tint: #f4f6f7; }
* { box-sizing: border-box; }
body { font: 15px/1.45 "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink);
  margin: 0 auto; padding: 24px; max-width: 1020px; }
h1 { font-size: 27px; margin: 0 0 4px; } h2 { font-size: 20px; margin: 30px 0 8px; }
h3 { font-size: 16px; margin: 16px 0 4px; } p { margin: 4px 0 10px; max-width: 46em; }
.lede { font-size: 16px; color: var(--soft); } .note { color: var(--soft); font-size: 13px; }
table { border-collapse: collapse; margin: 8px 0 14px; font-size: 13.5px; }
th, td { text-align: left; padding: 3px 10px 3px 0; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th { border-bottom: 2px solid var(--soft); font-weight: 600; }
td.number, th.number { text-align: right; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.columns td:first-child { min-width: 11em; }
.card { border: 1px solid var(--line); border-left: 8px solid var(--colour, #888);
  border-radius: 4px; padding: 12px 18px; margin: 16px 0; break-inside: avoid; }
.card h2 { margin: 0 0 4px; }
.columns { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: flex-start; }
.columns > * { flex: 1 1 380px; min-width: 0; }
svg { max-width: 100%; height: auto; font-family: inherit; }
.swatch { display: inline-block; width: 11px; height: 11px; border-radius: 2px;
  margin-right: 6px; background: var(--colour); }
footer { margin-top: 28px; border-top: 1px solid var(--line); padding-top: 6px;
  color: var(--soft); font-size: 12.5px; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; }
  table { font-size: 9pt; } th, td { padding-top: 2px; padding-bottom: 2px; }
  .columns { gap: 4px 12px; } .columns > * { flex: 0 1 auto; } .columns > svg { width: 420px; }
  .columns td:first-child { min-width: 0; } h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


class Html(str):
    """Text that is HTML already."""


def html(content):
    """Return content as HTML: texts are escaped, HTML stays as it is."""
    return content if isinstance(content, Html) else Html(escape(str(content)))


def join(*parts):
    """Put parts one after the other."""
    return Html("\n".join(html(part) for part in parts))


def tag(name, *content, **attributes):
    """Make an element; ``class_`` stands for the attribute class."""
    words = "".join(
        f' {key.rstrip("_")}="{escape(str(value))}"' for key, value in attributes.items()
    )
    return Html(f"<{name}{words}>{''.join(html(part) for part in content)}</{name}>")


def page(title, *content, lede="", foot=""):
    """Make a self-contained page in the user's language."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    head += '<meta name="viewport" content="width=device-width, initial-scale=1">'
    parts = [tag("h1", title), tag("p", lede, class_="lede") if lede else "", *content]
    parts.append(tag("footer", foot) if foot else "")
    body = join(*parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}"><head>{head}</head>\n'
        f"<body>{body}</body></html>\n"
    )


def section(title, *content):
    """Put a heading above content."""
    return join(tag("h2", title), *content)


def paragraph(text, kind=""):
    """Make a paragraph; ``kind`` is "lede", "note" or nothing."""
    return tag("p", text, class_=kind) if kind else tag("p", text)


def card(title, *content, colour="#888888"):
    """Make a framed part with a coloured edge that is not torn apart in print."""
    return tag("section", tag("h2", title), *content, class_="card", style=f"--colour:{colour}")


def columns(*content):
    """Put parts side by side where there is room."""
    return tag("div", *content, class_="columns")


def swatch(colour):
    """Make a small square of a colour."""
    return tag("span", class_="swatch", style=f"--colour:{colour}")


def table(header, rows, numeric=()):
    """Make a table; ``numeric`` are the positions of the columns set to the right."""
    kinds = [{"class_": "number"} if i in numeric else {} for i in range(len(header))]
    top = tag("tr", *(tag("th", cell, **kind) for cell, kind in zip(header, kinds)))
    body = (tag("tr", *(tag("td", c, **kind) for c, kind in zip(row, kinds))) for row in rows)
    return tag("table", tag("thead", top), tag("tbody", *body))
