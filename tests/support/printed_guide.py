"""A small handbook that has every element that can be printed, and its guide in any format."""

from __future__ import annotations

from datetime import date

from handbook.book.read import Handbook
from handbook.git.edition import Edition
from handbook.pdf import GuideFormat, print_guide
from handbook.source.problems import Problems

EDITION = Edition(date(2026, 11, 22), "a1b2c3d")
SITE = "https://riverton.example/handbook/"

ROWS = "".join(f"  - who: Group {n}\n    what: Books of kind {n}, and whatever else they like\n" for n in range(40))
TICKS = "".join(f"  - Look at shelf {n}\n" for n in range(12))
FILES = {
    "docs/_data/organization.yml": """
org:
  name: Riverton Library
  phone: 555-010-2000
  room:
service_standards:
  - what: Answer the bell
    promise: Within 20 seconds
contacts:
  - name: Front desk
    phone: "{{ org.phone }}"
    url: https://riverton.example/a-rather-long-address/that-has-to-be-broken/somewhere.html
""",
    "docs/_data/pocket-guide.yml": """
title: Library pocket guide
subtitle: The *small* one
sections:
  - title: At the desk
    online: desk/index.md
    pages:
      - page: desk/lend.md
        blocks: [desk-lend, desk-words]
      - page: desk/groups.md
        blocks: [desk-groups]
      - page: desk/close.md
        blocks: [desk-closing]
  - title: Whom to ask
    online: ask.md
    pages:
      - page: ask.md
        blocks: [ask-standards, ask-contacts]
""",
    "docs/desk/index.md": "---\ntitle: Desk\nsummary: The desk.\n---\n",
    "docs/desk/lend.md": """---
title: Lend a book
summary: Card first, then the book.
---
``` procedure
id: desk-lend
title: Lending
steps:
  - do: Ask for the card.
    say: May I see your card? This is {{ org.room }}.
    why: It shows the name.
  - do: Look up what [this group](groups.md) may borrow.
    note: "**Twice**, if `beep` sounds. See [our rules](https://riverton.example/rules)."
```
``` phrases
id: desk-words
title: Words
say:
  - Let me look.
avoid:
  - text: No idea.
    why: It ends the talk.
    instead: I will find out.
```
""",
    "docs/desk/groups.md": f"""---
title: Who borrows what
summary: Every group. Room {{{{ org.room }}}}.
---
``` expectations
id: desk-groups
title: Groups
columns:
  who: Who
  what: What
rows:
{ROWS}```
""",
    "docs/desk/close.md": f"""---
title: Before you close
summary: Look around.
---
``` checklist
id: desk-closing
title: Closing
items:
{TICKS}```
""",
    "docs/ask.md": """---
title: Numbers and promises
summary: Whom to call.
---
``` standards
id: ask-standards
title: Standards
```
``` contacts
id: ask-contacts
title: Contacts
```
""",
}

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" fill="none" stroke="currentColor">
<rect x="10" y="10" width="180" height="80"/><g class="hb-accent"><path d="M20 50 H180" stroke="currentColor"/></g>
<text x="20" y="40" font-size="20" font-family="inherit" stroke="none" fill="currentColor">Shelf</text></svg>
"""
POCKET = FILES["docs/_data/pocket-guide.yml"]
MORE_FILES = {
    **FILES,
    "docs/_data/pocket-guide.yml": POCKET
    + """  - title: And more
    online: more.md
    pages:
      - page: more.md
        blocks: [more-scene, more-sheet, more-figure, more-show, more-terms]
terms: [Loan]
questions: [q-card, q-true, q-all, q-word, q-order]
mini: [desk-lend, desk-words, desk-groups, desk-closing, ask-standards, ask-contacts]
badge: desk-lend
numbers:
  - label: Front desk
    value: org.phone
  - label: Relay calls
    text: "711"
  - label: Doors
    value: org.room
  - label: My own
""",
    "docs/_data/organization.yml": FILES["docs/_data/organization.yml"]
    + """languages:
  - name: Spanish
    text: Hablo español.
    code: es
  - name: German
    text: Ich spreche Deutsch.
""",
    "docs/assets/icons/bolt.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 H8"/></svg>',
    "docs/index.md": """---
title: Now
summary: What is it?
quick: true
---
``` cards
id: home-cards
title: Cards
items:
  - link: now/lend.md
    text: Lend a book
    icon: bolt
  - link: now/close.md
    text: Before you close
  - link: desk/groups.md
    text: Groups
```
""",
    "docs/now/lend.md": """---
title: Lend a book now
summary: In brief.
---
``` show
id: now-lend
title: Lend
of: [desk-lend]
brief: true
```
""",
    "docs/now/close.md": """---
title: Close now
summary: In brief.
---
``` show
id: now-close
title: Close
of: [desk-closing]
```
""",
    "docs/team.md": """---
title: Team
summary: Ten minutes.
---
``` huddle
id: team-story
title: The man who waits
of: q-story
roles:
  - who: Reader
    plays: You want a *book*.
  - who: Clerk
    plays: You know when it comes back.
questions: [What did he want?, What helped?, What is next?]
```

``` huddle
id: team-scene
title: The rainy day
of: more-scene
roles:
  - who: Ann
    plays: You look for a room.
  - who: Bob
    plays: You sit at the desk.
questions: [Who spoke?, Who smiled?, What is next?]
line: Let me show you.
```

``` acknowledgment
id: team-sign
title: Sign
```
""",
    "docs/_data/glossary.yml": "- term: Loan\n  means: A book given out.\n- term: Stack\n  means: Many shelves.\n",
    "docs/shelf.svg": PICTURE,
    "docs/more.md": """---
title: More
summary: All the rest.
---
``` scene
id: more-scene
title: At the desk
setting: A rainy day.
lines:
  - who: Ann
    says: Is it {{ org.room }}?
  - who: Ben
    says: It is.
well: [He answered.]
better: [He could have smiled.]
```
``` worksheet
id: more-sheet
title: My plan
fields:
  - key: a
    label: My name
  - key: b
    label: My plan
    type: area
    note: In three lines.
  - key: c
    label: My day
    type: date
  - key: d
    label: My color
    type: choose
    options: [Red, Blue]
  - key: e
    label: My books
    type: narrow
    options: [One, Two, Three, Four]
    to: [3, 1]
```
``` figure
id: more-figure
title: The shelf
src: shelf.svg
alt: A long *shelf*
caption: One shelf.
```
``` show
id: more-show
title: Once more
of: [desk-closing]
```
``` glossary
id: more-terms
title: Terms
```
""",
    "quizbank/items/all.yml": """
- id: q-card
  type: single
  level: recall
  stem: What comes first?
  options:
    - text: The card
      right: true
      why: It names you.
    - text: The book
      why: Later.
    - text: The desk
      why: Never.
  refs: [desk-lend]
- id: q-true
  type: truefalse
  level: recall
  stem: Books are flat.
  answer: true
  why:
    true: Yes.
    false: No.
  refs: [desk-lend]
- id: q-all
  type: multiple
  level: recall
  stem: Which are books?
  options:
    - text: Atlas
      right: true
      why: It is.
    - text: Desk
      why: It is not.
    - text: Novel
      right: true
      why: It is.
  refs: [desk-lend]
- id: q-word
  type: short
  level: recall
  stem: How many rings?
  accept:
    - number: 3
      unit: rings
  explain: Three.
  refs: [desk-lend]
- id: q-order
  type: order
  level: recall
  stem: Put them in order.
  steps:
    - text: Wake
      why: First.
    - text: Eat
      why: Then.
    - text: Read
      why: Last.
  refs: [desk-lend]
- id: q-match
  type: match
  level: recall
  stem: Match.
  left:
    - text: A
      to: One
      why: So.
    - text: B
      to: Two
      why: So.
  right: [One, Two]
  refs: [desk-lend]
- id: q-story
  type: scenario
  level: judge
  stem: A man waits. Choose what you do.
  start: first
  nodes:
    first:
      text: He looks up. What now?
      choices:
        - text: Greet him.
          rating: 3
          why: He gets it.
          go: good
        - text: Wait.
          rating: 0
          why: He waits.
          go: bad
  endings:
    good:
      verdict: good
      text: He is glad.
    bad:
      verdict: poor
      text: He leaves.
  refs: [desk-lend]
""",
}


def print_format(
    handbook: Handbook, edition: Edition = EDITION, site: str = SITE, form: GuideFormat = GuideFormat.POCKET
) -> bytes:
    """The guide of a handbook in one format. Fails where there is anything to tell."""
    problems = Problems()
    files = print_guide(handbook, edition, site, problems, [form])
    assert not list(problems)
    return files[0].pdf
