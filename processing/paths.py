"""Where the plugin's own files are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROCESSING = ROOT / "processing"
STYLES = ROOT / "styles"
MODELS = PROCESSING / "models"
PROFILES = PROCESSING / "profiles"
CATALOGUE = PROCESSING / "catalogue.csv"
ICONS = ROOT / "plugin" / "icons"
ICON = ICONS / "samplan.svg"
METADATA = ROOT / "metadata.txt"
