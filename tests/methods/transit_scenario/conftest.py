"""What the tests of timetable scenarios share."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
