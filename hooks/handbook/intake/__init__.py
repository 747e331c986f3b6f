"""Questions from other programs: a file → items as the bank writes them, and what is wrong and lost, by its lines."""

from .draft import Draft, Intake, item_of
from .kinds import KINDS, read_file
from .limits import LARGEST_FILE
from .losses import exit_code, together
from .write import bank_yaml

__all__ = ["KINDS", "LARGEST_FILE", "Draft", "Intake", "bank_yaml", "exit_code", "item_of", "read_file", "together"]
