"""How the hints of messages name what to do: on the command line its commands, in the workshop its buttons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ways:
    """The words of one place. CODE stands for a form code."""

    template: str
    """How to get an empty table."""
    ledger: str
    """How to get the table with every answer."""
    form: str
    """How to give the form code of a platform's file."""
    blueprint: str
    """What to do where the code is of a test of one's own."""

    def template_of(self, code: str) -> str:
        """How to get the empty table of one form."""
        return self.template.replace("CODE", code)


COMMANDS = Ways(
    template="handbook results --template CODE --out answers.xlsx",
    ledger="handbook results FILE --out results.csv",
    form="with --form CODE",
    blueprint="If it is of a quiz of your own, name its file with --blueprint FILE.",
)
