"""What a receipt says: the lines in which someone confirms that they have read a state of the handbook.

People read it, and the page "Who has not signed" reads it back (web/src/receipts/receipt.ts), as a file or as an email.
"""

from __future__ import annotations

from dataclasses import dataclass

HAVE_READ, WILL_ASK = "I have read it", "I will read it and ask"
"""The two answers. Source: BLR, on forms for the receipt of a handbook: whoever signs at once may not have read it."""

SUBJECT = "Handbook receipt"
REPLACES = "any earlier receipt for the same pages"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is confirmed: a reading by its title and permanent name, the edition, the hash of the pages, the request."""

    title: str
    name: str
    edition: str
    hash: str
    request: str

    @property
    def subject(self) -> str:
        """The subject of an email with it."""
        return f"{SUBJECT}: {self.title}, edition {self.edition}"

    def lines(self, answer: str = HAVE_READ) -> tuple[tuple[str, str], ...]:
        """The lines by their labels. Name, number and day are left to whoever signs."""
        return (
            ("Answer", answer),
            ("What", f"{self.title} [{self.name}]"),
            ("Edition", self.edition),
            ("Hash of the pages", self.hash),
            ("Request to sign", self.request or "none"),
            ("Replaces", REPLACES),
            ("Name", ""),
            ("Employee number", ""),
            ("Date", ""),
        )

    def text(self) -> str:
        """The body of an email, to be completed."""
        return "".join(f"{label}: {text}\n" for label, text in self.lines())
