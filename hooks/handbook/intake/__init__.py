"""Questions from other programs: a file → items as the bank writes them, and what is wrong in it by its lines."""

from .draft import Draft, Intake
from .gift import read_gift
from .limits import LARGEST_FILE
from .table import read_csv, read_xlsx
from .write import bank_yaml

READERS = {".csv": read_csv, ".xlsx": read_xlsx, ".gift": read_gift, ".txt": read_gift}
"""The reader of a file by the end of its name."""

__all__ = ["LARGEST_FILE", "READERS", "Draft", "Intake", "bank_yaml"]
