"""Every kind of problem by its code, and the reference page for IT that is made of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

REFERENCE = "publishing/problems.md"
"""Where the reference page lies (from the handbook's folder)."""


class Code(StrEnum):
    """A kind of problem. Its code never changes: scripts and pages name it. Its message may be reworded at any time."""

    heading: str
    meaning: str
    example: str

    def __new__(cls, code: str, heading: str, meaning: str, example: str) -> Self:
        """A code, what it is called, what it means, and an example of what someone typed."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.heading, member.meaning, member.example = heading, meaning, example
        return member

    FILE_UNREADABLE = (
        "file-unreadable",
        "File can't be opened",
        "The file is there, but the computer doesn't let the handbook read it.",
        "a page without permission to read",
    )
    FILE_ENCODING = (
        "file-encoding",
        "Wrong encoding",
        "A program saved the file in an encoding other than UTF-8, so accents and quotes are garbled.",
        '"Save as" with "Unicode" or "ANSI" in Notepad',
    )
    FILE_CHARACTER = (
        "file-character",
        "Control character",
        "The text holds a character that no keyboard types, usually from pasting.",
        "text pasted from a terminal",
    )
    CHARACTER_GARBLED = (
        "character-garbled",
        "Garbled characters",
        "A program saved or read the text in the wrong encoding, so quotes and accents came out as other characters.",
        "Donâ€™t",
    )
    CHARACTER_HIDDEN = (
        "character-hidden",
        "Invisible character",
        "The text holds a character that nobody sees, usually from pasting. A search can't find a word with one.",
        "a zero-width space inside a word",
    )
    CHARACTER_SPECIAL = (
        "character-special",
        "Special letters",
        "Letters from a PDF or a font generator look like plain ones, but no search finds them.",
        "oﬃce, with one character for ffi",
    )
    FILE_CONFLICT = (
        "file-conflict",
        "Merge conflict",
        "Two people changed the same lines, and git left both versions in the file.",
        "<<<<<<< main",
    )
    FILE_NAME = (
        "file-name",
        "Wrong file extension",
        "The file is where pages or questions belong, but its name ends in another extension, so nobody reads it.",
        "telephone.yaml",
    )
    FILE_PLACE = (
        "file-place",
        "File in the wrong place",
        "Pages, questions and lists are read from certain folders, and nobody reads this file.",
        "quizbank/telephone.yml",
    )
    FILE_KIND = (
        "file-kind",
        "File that isn't published",
        "Files of this kind can run something in a reader's browser, or browsers don't know what to do with them.",
        "docs/desk/form.html",
    )
    FILE_HEAVY = (
        "file-heavy",
        "Large file",
        "A picture is larger than 1 MB, or another file larger than 5 MB, and everybody who opens it waits for it.",
        "a photo of 12 MB, straight from the phone",
    )
    FILE_UNLINKED = (
        "file-unlinked",
        "Document that no page links to",
        "Every file in docs is published, even one that no page mentions.",
        "docs/assets/passwords.xlsx",
    )
    FILE_LINK = (
        "file-link",
        "Link in the file system",
        "A symbolic link stands in for a file. What it points at might be private, or missing.",
        "docs/assets/map.png -> /home/me/map.png",
    )
    FILE_GONE = (
        "file-gone",
        "List that is gone",
        "A file that the handbook is made of was deleted, such as the list of its sections.",
        "docs/_data/sections.yml deleted",
    )
    FILE_EMPTY = ("file-empty", "Empty question file", "The file has nothing in it.", "an empty telephone.yml")
    FILE_SHAPE = (
        "file-shape",
        "Not a list",
        "The whole file should be a list, or groups of keys for the profile, and is something else.",
        "a sentence in quizzes.yml",
    )
    LINE_STRAY = (
        "line-stray",
        "Line without a key",
        'The line is neither "key: value" nor an entry of a list.',
        "* Greet the caller",
    )
    DASH_MISSING = (
        "dash-missing",
        "Missing dash",
        "The entries of a list begin with dashes, and this one has none.",
        "do: Listen.",
    )
    LIST_KEY = (
        "list-key",
        "List without a key",
        "The line that names the list is missing above its first entry.",
        "- do: Listen. right below title:",
    )
    INDENT_WRONG = (
        "indent-wrong",
        "Wrong indent",
        "The line starts further left or right than the lines it belongs with.",
        "   say: Hello.",
    )
    TAB_INDENT = ("tab-indent", "Tab", "YAML is indented with spaces. A tab is in their place.", "→say: Hello.")
    KEY_QUOTED = (
        "key-quoted",
        "Quotes around a key",
        "A word processor put typographic quotes around a key.",
        "“title”: Hold",
    )
    HEADING_LOST = (
        "heading-lost",
        "Heading inside a box",
        "In a box, a line that begins with a number sign is a remark that nobody sees.",
        "## When it rings, between two steps",
    )
    KEY_JOINED = (
        "key-joined",
        "Two keys on one line",
        "A key in the middle of a line is part of the text before it, and is shown with it.",
        "- do: Ask the caller. say: May I put you on hold?",
    )
    KEY_TWICE = ("key-twice", "Same key twice", "A key appears twice in one entry.", "title: A, then title: B")
    KEY_PHRASE = ("key-phrase", "Key isn't a word", "A key is a list or a group instead of a single word.", "? [a, b]")
    YAML_ANCHOR = ("yaml-anchor", "Anchor, alias or tag", "These parts of YAML aren't used here.", "text: &same Hello")
    YAML_NESTED = ("yaml-nested", "Nested too deep", "Lists or groups are nested more than 30 deep.", "[[[[[[…]]]]]]")
    YAML_SECOND_DOCUMENT = (
        "yaml-second-document",
        "Second document",
        "A line of three dashes in the middle starts a second YAML document, which nobody reads.",
        "---",
    )
    YAML_UNREADABLE = ("yaml-unreadable", "Not YAML", "YAML can't read the line for some other reason.", "a: |2x")
    HEAD_MISSING = (
        "head-missing",
        "Page without a head",
        "A page begins with its title and summary between two lines of three dashes.",
        "# Put a caller on hold",
    )
    HEAD_START = (
        "head-start",
        "Wrong start of the head",
        "The first line of a page is three dashes, with nothing above and nothing behind them.",
        "----",
    )
    HEAD_END = ("head-end", "Wrong end of the head", "The head of a page ends in dashes of another kind.", "——")
    HEAD_OPEN = ("head-open", "Head never closed", "The second line of three dashes is missing.", "title: Hold")
    PAGE_EMPTY = ("page-empty", "Empty page", "The file has nothing in it.", "an empty hold.md")
    PAGE_TITLE = ("page-title", "Second title", "The title of a page comes from its head.", "# Put a caller on hold")
    PAGE_SECTION = (
        "page-section",
        "Page in no section",
        "The page's folder isn't in sections.yml, so the menu doesn't show it.",
        "docs/new-folder/page.md",
    )
    PAGE_CARD = (
        "page-card",
        "Page without a card",
        "The first page of the section has cards, and none of them leads to this page.",
        "a new page that only the search finds",
    )
    PAGE_NAME = (
        "page-name",
        "Hard-to-type page name",
        "Spaces or capitals in the name of a page end up in its address.",
        "docs/Put On Hold.md",
    )
    PAGE_ADDRESS = (
        "page-address",
        "Name that can't be an address",
        "A page or file can't be published under its name, or another one has the same name on Windows and macOS.",
        "docs/desk/README.md",
    )
    PAGE_NEXT = ("page-next", "Page that leads to itself", "The page to read next is the page itself.", "next: hold.md")
    PAGE_MISSING = (
        "page-missing",
        "No such page",
        "A link or a list names a page that isn't there.",
        "[Hold](hlod.md)",
    )
    PAGE_MOVED = (
        "page-moved",
        "Link to an old path",
        "The page has moved. The link still works, but should name the new path.",
        "[Hold](old-hold.md)",
    )
    HOME_MISSING = (
        "home-missing",
        "No home page",
        "The page docs/index.md is not there, and a site can't be without it.",
        "docs/index.md deleted",
    )
    PAGE_GONE = (
        "page-gone",
        "Published page removed",
        "The page was published once, and no page says that it takes its place.",
        "a deleted hold.md",
    )
    PAGE_WAS = (
        "page-was",
        "Wrong old address",
        'An entry of "was" isn\'t the path of a page that is gone, or two pages claim it.',
        "was: [/hold/]",
    )
    BOX_MARKS = ("box-marks", "Box without backticks", "A box begins with marks other than backticks.", "‘‘‘ procedure")
    BOX_OPEN = ("box-open", "Box never closed", "The closing line of three backticks is missing.", "``` procedure")
    BOX_LOST = (
        "box-lost",
        "Box that isn't shown as one",
        "Because of where its lines begin, or what is around it, Markdown doesn't take the box for one.",
        "a box whose last line begins further right",
    )
    BOX_UNKNOWN = (
        "box-unknown",
        "Unknown kind of box",
        "The word after the backticks isn't a kind of box, or is missing.",
        "``` procedrue",
    )
    KEY_MISSING = ("key-missing", "Missing key", "Something that has to be there isn't.", "an option without why:")
    KEY_UNKNOWN = ("key-unknown", "Unknown key", "The key isn't used here, often because of a typo.", "tilte: Hold")
    VALUE_UNKNOWN = ("value-unknown", "Unknown value", "Only certain values are possible here.", "level: hard")
    VALUE_KIND = ("value-kind", "Wrong kind of value", "A date, number, list or text is expected here.", "date: today")
    VALUE_SIZE = ("value-size", "Value out of range", "A text or number is too small or too large.", "points: 0")
    LIST_SHORT = ("list-short", "Too few entries", "A list needs more entries.", "options: [one]")
    LIST_LONG = ("list-long", "Too many entries", "A list has more entries than it can hold.", "twenty options")
    ID_FORM = ("id-form", "Malformed id", "Ids are lowercase words joined by dashes.", "id: Telephone Hold")
    ID_TAKEN = ("id-taken", "Id used twice", "Another box, question or quiz has this id.", "id: telephone-hold")
    ENTRY_TWICE = ("entry-twice", "Same entry twice", "Two entries of a list are the same.", "- Greet them. (twice)")
    ENTRY_UNKNOWN = (
        "entry-unknown",
        "No such entry",
        "A name refers to an entry of the same question that isn't there.",
        "to: A category that isn't listed",
    )
    TYPE_UNKNOWN = ("type-unknown", "Unknown type", "The question's type is misspelled.", "type: singel")
    RIGHT_COUNT = (
        "right-count",
        "Wrong number of right options",
        "A question of type single has one right option; in a multiple, some are right and some aren't.",
        "two options with right: true",
    )
    ANSWER_FORM = (
        "answer-form",
        "Accepted answer in no form",
        "An accepted answer is a text, a number or a pattern, and exactly one of them.",
        "- text: 20, with number: 20",
    )
    PATTERN_SLOW = (
        "pattern-slow",
        "Slow pattern",
        "A pattern can match an answer in so many ways that a browser could stop responding.",
        "regex: (a+)+",
    )
    PATTERN_UNREADABLE = (
        "pattern-unreadable",
        "Pattern can't be used",
        "A regular expression is broken or has a part that browsers don't know.",
        "regex: (20",
    )
    NEAR_ACCEPTED = (
        "near-accepted",
        "Near miss is accepted",
        "An answer listed as close but wrong is also accepted as right.",
        "near: 20, with accept: 20",
    )
    STORY_TARGET = ("story-target", "Choice leads nowhere", "A choice goes to a scene that isn't there.", "go: endd")
    STORY_CIRCLE = ("story-circle", "Story runs in a circle", "A path through the story never ends.", "go: start")
    STORY_UNREACHABLE = (
        "story-unreachable",
        "Scene that nobody reaches",
        "No choice leads to this scene or ending.",
        "an ending that no choice names",
    )
    QUIZ_CHOICE = (
        "quiz-choice",
        "Unclear choice of questions",
        "A quiz box names a quiz, lists its questions, or gives tags and a count.",
        "quiz: with items:",
    )
    QUIZ_EMPTY = ("quiz-empty", "Quiz without questions", "The quiz neither lists nor draws questions.", "items: []")
    PHRASES_EMPTY = ("phrases-empty", "No phrases", "The box has neither phrases to say nor to avoid.", "say: []")
    FIELD_OPTIONS = (
        "field-options",
        "Field and options don't fit",
        "A field of a worksheet has options that its type doesn't take, or lacks those that it needs.",
        "type: text, with options:",
    )
    TIME_FORM = ("time-form", "Not a time", "A time to be reminded after is a number with its unit.", "remind: soon")
    COLUMN_UNKNOWN = ("column-unknown", "No such column", "A row has a cell for a column that isn't there.", "tihng: A")
    COLUMN_MISSING = ("column-missing", "Missing cell", "A row lacks the cell of a column.", "a row without means:")
    DERIVED_UNFIT = (
        "derived-unfit",
        "Question can't be derived",
        "An entry that makes a question from the handbook names something that can't be used for it.",
        "from: a-worksheet",
    )
    DERIVED_OUTDATED = (
        "derived-outdated",
        "Derived question left out",
        "The page has changed, so the question made from it is left out until its entry is updated.",
        "about: a step that was reworded",
    )
    DIRECTIVE_MISSING = (
        "directive-missing",
        "No such box",
        "A reference names the id of a box that isn't there.",
        "refs: [telephone-hlod]",
    )
    DIRECTIVE_GONE = (
        "directive-gone",
        "Reference to a removed box",
        "A reference names the id of a box that was published and has been removed.",
        "refs: [telephone-hold] after the box was deleted",
    )
    HEADING_MISSING = ("heading-missing", "No such heading", "The page has no such heading.", "[Hold](hold.md#afer)")
    LINK_MISSING = (
        "link-missing",
        "Link to a missing file",
        "The link leads to a file that isn't there.",
        "[Form](a.pdf)",
    )
    LINK_FORM = (
        "link-form",
        "Link that isn't one",
        "Brackets are missing or in the wrong order, so the link is shown as typed, or it has no words.",
        "(Hold)[hold.md]",
    )
    LINK_GONE = (
        "link-gone",
        "Link to a removed page",
        "The page that a link or a list names was published and has been removed.",
        "[Hold](hold.md) after hold.md was deleted",
    )
    LINK_FULL = (
        "link-full",
        "Link to the published site",
        "The link names a page of the handbook by its web address, so it leads out of a copy on a file share.",
        "[Hold](https://handbook.example.org/hold.html)",
    )
    LINK_LOCAL = (
        "link-local",
        "Link to someone's computer",
        "The link leads to a file on one computer, which nobody else can open.",
        "[Form](C:\\forms\\a.pdf)",
    )
    LINK_UNFIT = (
        "link-unfit",
        "Address that isn't allowed",
        "A link leads to a page, a file, a web address, an email address or a phone number, and to nothing else.",
        "[Hold](javascript:hold())",
    )
    LINK_SPLIT = (
        "link-split",
        "Space inside a link",
        "A space between the two pairs of brackets keeps the link from working.",
        "[Hold] (hold.md)",
    )
    QUESTION_MISSING = ("question-missing", "No such question", "No question has this id.", "items: [hold-tmie]")
    QUESTION_GONE = (
        "question-gone",
        "Published question removed",
        "A question was published once, and results on file name it. It should be retired, and not deleted or renamed.",
        "a question deleted from telephone.yml",
    )
    QUESTION_RETIRED = (
        "question-retired",
        "Retired question in a quiz",
        "A quiz lists a question that is retired, so it is left out.",
        "items: [old-question]",
    )
    QUESTION_ENEMIES = (
        "question-enemies",
        "Wrong enemies",
        "A quiz has two questions of which one gives the other away, or a question is named as its own enemy.",
        "items: [hold-1, hold-2]",
    )
    QUIZ_MISSING = ("quiz-missing", "No such quiz", "No quiz has this id.", "quiz: telephnoe")
    QUIZ_SHORT = (
        "quiz-short",
        "Too few questions",
        "Fewer questions have the tags than the box asks for.",
        "count: 50",
    )
    QUIZ_UNDRAWABLE = (
        "quiz-undrawable",
        "Quiz can't be drawn",
        "The bank lacks questions to fill the blueprint of a quiz.",
        "draw: 10 questions where there are 6",
    )
    SECTION_MISSING = (
        "section-missing",
        "No such section",
        "No page is in the folder of a section, or a review names a section that isn't there.",
        "folder: chanels",
    )
    SECTION_TWICE = (
        "section-twice",
        "Section listed twice",
        "Two entries of sections.yml name the same folder, so the menu shows the section twice.",
        "- folder: desk, and again - folder: desk",
    )
    GROUP_SPLIT = (
        "group-split",
        "Group in two places",
        "Sections of one group aren't next to each other in sections.yml, so the menu shows the group twice.",
        "group: Learn, then another group, then group: Learn",
    )
    MENU_CROWDED = (
        "menu-crowded",
        "Too many tabs",
        "The menu has more tabs than fit beside each other on a small laptop.",
        "the tenth section without a group",
    )
    SHOW_KIND = (
        "show-kind",
        "Box can't be shown again",
        "Some kinds of boxes appear in one place only.",
        "of: [a-quiz]",
    )
    ONBOARDING_LIST = (
        "onboarding-list",
        "Onboarding with a list that is none",
        "The lists of an onboarding box are checklists to tick, on its own page.",
        "lists: [a-plain-list]",
    )
    HUDDLE_SOURCE = (
        "huddle-source",
        "Huddle without its story",
        "A huddle is made of a question of the type scenario, or of a scene.",
        "of: a-single-choice",
    )
    HUDDLE_LINE = (
        "huddle-line",
        "Huddle without a line to practice",
        "A huddle ends with a line to say aloud: one that the scene marks for use, or one of its own.",
        'a scene with no line marked "use: true"',
    )
    TAG_UNUSED = (
        "tag-unused",
        "Tag that no page has",
        "A list of pages by their tags names a tag that none of them has.",
        "tag: durng",
    )
    TERM_TWICE = ("term-twice", "Term in the glossary twice", "Two entries of the glossary share a name.", "term: Hold")
    SYNONYM_ALONE = (
        "synonym-alone",
        "Synonyms of one word",
        "A line of synonyms needs two words or more; with one it does nothing.",
        "- [hold]",
    )
    SYNONYM_TWICE = (
        "synonym-twice",
        "Synonym twice",
        "A word is in the synonyms twice, so the search can't tell which line is meant.",
        "- [hold, pause, Hold]",
    )
    PRINT_MISSING = (
        "print-missing",
        "Nothing to print",
        "The pocket guide lists a page, box, question or term that isn't there.",
        "blocks: [telephone-hlod]",
    )
    PRINT_TWICE = (
        "print-twice",
        "Printed twice",
        "The pocket guide lists a box twice, or lists it beside a box that shows it again.",
        "blocks: [now-hold, telephone-hold]",
    )
    PROFILE_EMPTY = (
        "profile-empty",
        "Empty profile",
        "The organization profile has no values, and texts need them.",
        "an empty organization.yml",
    )
    PLACEHOLDER_UNKNOWN = (
        "placeholder-unknown",
        "Unknown placeholder",
        "The organization profile has no such value.",
        "{{ ofice.name }}",
    )
    PLACEHOLDER_BRACES = (
        "placeholder-braces",
        "Placeholder with too few braces",
        "A placeholder has two braces on each side.",
        "{ office.name }",
    )
    VALUE_FORM = (
        "value-form",
        "Value that isn't what its name says",
        "A phone number can't be dialed, an email or web address leads nowhere, or a word stands in for the value.",
        "phone: 707-234-66OO",
    )
    VALUE_PLACEHOLDER = (
        "value-placeholder",
        "Value that shows another",
        "Placeholders are filled in pages and questions, not in the values of the profile.",
        'phone: "{{ org.phone }}"',
    )
    VALUE_REPEATED = (
        "value-repeated",
        "Word said twice",
        "A value ends or begins with the word that stands next to its placeholder.",
        "ring_limit: 3 rings, where a page says {{ telephone.ring_limit }} rings",
    )
    VALUE_REMARK = (
        "value-remark",
        "Remark after a value",
        "What comes after # on the line of a value is part of the value.",
        "phone: 555-0100 # main line",
    )
    VALUE_REQUIRED = (
        "value-required",
        "Required value to fill in",
        "Staff can't do without this value, and it is empty. `handbook check --ready` makes it a problem.",
        "emergency_number: with required: true and no value:",
    )
    VALUE_EMPTY = ("value-empty", "Value to fill in", "The county hasn't filled in this value yet.", "phone:")
    RAW_HTML = ("raw-html", "Raw HTML", "Pages are written in Markdown. HTML would be lost in print.", "<b>Hold</b>")
    MARKDOWN_OTHER = (
        "markdown-other",
        "Markdown of another program",
        "What other programs read as a list, a table, a note or a mark is shown as typed here, or runs together.",
        "- [ ] Lock the door",
    )
    ATTRIBUTE_UNFIT = (
        "attribute-unfit",
        "Attribute that isn't allowed",
        "Braces after a word or a heading give it an attribute that would run, load or restyle something.",
        "[Hold](hold.md){onclick=…}",
    )
    TEMPLATE_TEXT = (
        "template-text",
        "Sample text left over",
        "Words that `handbook new` put in as a sample are still there.",
        "title: What the page is about",
    )
    TEXT_SLIP = (
        "text-slip",
        "Slip in a text",
        "A note to the writer, the same small word twice, or a quotation mark without its partner.",
        "Ask the the caller",
    )
    PICTURE_MISSING = ("picture-missing", "No such picture", "The file of a figure isn't there.", "src: desk.svg")
    PICTURE_UNFIT = (
        "picture-unfit",
        "Picture can't be shown",
        "An SVG picture or icon holds something besides shapes and words.",
        "an SVG with a script",
    )
    PICTURE_ELSEWHERE = (
        "picture-elsewhere",
        "Picture from another site",
        "Pages load nothing from other sites, so the picture would not be shown.",
        "![Map](https://www.example.org/map.png)",
    )
    PICTURE_WORDS = (
        "picture-words",
        "Picture without a description",
        "People who can't see the picture need its words.",
        "![](desk.png)",
    )
    ICON_MISSING = ("icon-missing", "No such icon", "A card names an icon that isn't there.", "icon: telehpone")
    FRAME_QUICK = (
        "frame-quick",
        "Quick cards not clear",
        "The header of every page links to the one page with quick: true in its head. There is none, or more than one.",
        "quick: true in two pages",
    )
    FRAME_FOOT = (
        "frame-foot",
        "Empty foot",
        "Pages with foot: true in their heads are linked at the foot of every page. There is none.",
        "no page with foot: true",
    )
    SITE_SETTING = (
        "site-setting",
        "Wrong setting of the site",
        "A setting in mkdocs.yml is misspelled, missing, without effect, or names a file that isn't there.",
        "logo: assets/logo.png, where there is no such file",
    )
    SITE_ADDRESS = (
        "site-address",
        "Wrong site address",
        "The address of the site in mkdocs.yml, or in HANDBOOK_SITE_URL, isn't a web address.",
        "site_url: handbook.example",
    )
    REPOSITORY_ADDRESS = (
        "repository-address",
        "Wrong repository address",
        "The address of the files on the git host, in organization.yml, isn't a web address.",
        "repository: git@example.org:county/handbook.git",
    )
    DAY_FAR = (
        "day-far",
        "Day with the wrong year",
        "An entry is of a day to come, or stands in the wrong order because of its day.",
        "date: 2062-11-25",
    )
    ENTRY_REMARK = (
        "entry-remark",
        "Entry left as a remark",
        "The lines of a review begin with number signs, so nobody reads them.",
        "# - date: 2027-02-01",
    )
    NAME_ODD = (
        "name-odd",
        "Name that is almost another",
        "A tag, an owner or a keyword is used once, or is almost a section's, and looks like a slip of another one.",
        "tags: [telphone]",
    )
    SEAL_MISSING = (
        "seal-missing",
        "Missing seal",
        "The picture of the county's seal, named in organization.yml, isn't there or is no picture.",
        "seal: assets/seal.svg",
    )
    COLOR_FORM = (
        "color-form",
        "Not a color",
        "A color of the county, in organization.yml, isn't written as a number sign and six digits or letters.",
        "header: navy",
    )
    COLOR_CONTRAST = (
        "color-contrast",
        "Color that's hard to read",
        "A color of the county stands out too little from the page or from the text on it.",
        'links: "#f2c078"',
    )
    REVIEW_OWNER = (
        "review-owner",
        "Reviewed by someone else",
        "The role in the log of reviews doesn't own the section.",
        "role: Library",
    )
    NEWS_BEHIND = (
        "news-behind",
        "Changes since the last news",
        "Pages or questions changed after the newest entry of news.yml.",
        "three pages changed since May 1",
    )
    REFERENCE_CHANGED = (
        "reference-changed",
        "Reference changed",
        "The text that a question refers to has changed since somebody last compared the two.",
        "a reworded step",
    )
    PRINT_FAILED = (
        "print-failed",
        "Guide can't be printed",
        "The typesetter stopped. Its own message says why.",
        "a page that doesn't fit",
    )
    PRINT_FORM = (
        "print-form",
        "No print form",
        "The pocket guide lists something that can't be printed, such as a quiz or a photo.",
        "blocks: [a-quiz]",
    )
    PRINT_CHARACTER = (
        "print-character",
        "Character without a font",
        "No font of the printed guide has this character.",
        "an emoji",
    )
    PRINT_FONT = (
        "print-font",
        "Font that can't be printed",
        "A font for the language card isn't whole, is of another kind, or its maker doesn't allow it in a PDF.",
        "docs/_data/fonts/chinese.woff2",
    )
    PRINT_BUDGET = (
        "print-budget",
        "Guide over its budget",
        "The pocket guide fills more pages than its budget allows.",
        "budget: 24",
    )
    PRINT_CUT = (
        "print-cut",
        "Too long for its panel or card",
        "A box is longer than a panel of the mini guide, so its end is left out, or than a wall card, so it goes on.",
        "mini: [a-long-procedure]",
    )
    WAIVER_USELESS = (
        "waiver-useless",
        "Waiver without effect",
        "A waiver names a rule that isn't broken here, can't be waived or doesn't exist.",
        "rule: Q99",
    )
    HISTORY_UNREADABLE = (
        "history-unreadable",
        "git can't read the history",
        "The folder has a git repository that git refuses to read, often because it belongs to another user.",
        "a folder copied by an administrator",
    )
    HISTORY_SHALLOW = (
        "history-shallow",
        "Only part of the history",
        "The copy was made without the older commits, so nobody can tell what was published and removed.",
        "git clone --depth 1",
    )
    TEXT_MARKS = (
        "text-marks",
        "Too many marks",
        "A paragraph has hundreds of brackets, or a list or quote is too deep, so reading it takes minutes.",
        "[[[[[[…",
    )
    IMPORT_UNREADABLE = (
        "import-unreadable",
        "File can't be imported",
        "The file can't be opened, is empty, or is of a kind that can't be imported.",
        "a renamed .doc file",
    )
    IMPORT_COLUMN = (
        "import-column",
        "Wrong columns",
        "A row at the top of a spreadsheet names the columns; one is missing or unknown.",
        "Qestion",
    )
    IMPORT_ROW = (
        "import-row",
        "Row that doesn't fit",
        "A row has more cells than there are columns, or holds a type of question that doesn't fit into a row.",
        "a,b,c,d,e",
    )
    IMPORT_ANSWER = (
        "import-answer",
        "Answer that doesn't fit its type",
        "An answer isn't in the form that its type of question needs.",
        "right 1: first",
    )
    IMPORT_SYNTAX = (
        "import-syntax",
        "Broken question",
        "A question isn't written the way its format wants it. In GIFT, its answers are in braces.",
        "How long? {=20",
    )
    IMPORT_TYPE = (
        "import-type",
        "Type of question that the bank doesn't have",
        "Moodle has types of questions that have no counterpart here. They are left out.",
        "a question of the type calculated",
    )
    IMPORT_CHANGED = (
        "import-changed",
        "Question taken with a change",
        "The bank can't hold a part of the question, so it was taken without that part, or in another form.",
        "an answer that is worth 50%",
    )
    IMPORT_NOTE = (
        "import-note",
        "Worth a look after an import",
        "Something in the file has no place in the bank or could be meant otherwise. No question lost anything by it.",
        "a category of Moodle",
    )
    IMPORT_LARGE = (
        "import-large",
        "Too much to import",
        "A file, a row or a question holds far more than anyone writes, so reading it could take minutes.",
        "a workbook with 100,000 rows",
    )
    RESULTS_FILE = (
        "results-file",
        "File of results that can't be read",
        "The file is empty, damaged or of an unknown kind, or its answers belong to another test.",
        "a workbook with a password",
    )
    RESULTS_CODE = (
        "results-code",
        "Wrong form code",
        "A form code is missing, was mistyped, or belongs to another test or edition.",
        "telephone-test-may-1-0a1b2d",
    )
    RESULTS_COLUMN = (
        "results-column",
        "Columns that don't fit the test",
        "A table of answers lacks a column, has one too many, or a row is longer than its headings.",
        "no column Q4.2",
    )
    RESULTS_PERSON = (
        "results-person",
        "Name instead of a code",
        "A table of answers says who someone is, or has answers without the code of a person.",
        "Maria Lopez",
    )
    RESULTS_TWICE = (
        "results-twice",
        "Same person twice",
        "The answers of a person to a test are there more than once.",
        "P017 in two files",
    )
    RESULTS_ENTRY = (
        "results-entry",
        "Answer that was left out",
        "An answer could mean one thing or another, or belongs to no question of the test, so it doesn't count.",
        "A/B where one letter counts",
    )
    ID_IN_BANK = (
        "id-in-bank",
        "Question already in the bank",
        "An imported question has the id of one in the bank.",
        "id: hold-time",
    )
    Q01 = ("Q01", "All or none of the above", "An option sums up the others.", "All of the above")
    Q02 = ("Q02", "Number of options", "A question has three or four options.", "two options")
    Q03 = ("Q03", "Longest option is right", "The right option is far longer than the others.", "one long option")
    Q04 = ("Q04", "Negative question", "The question turns on a not.", "Which of these is not a greeting?")
    Q05 = ("Q05", "Absolute words", "Only wrong options say always, never, all or none.", "Never transfer a call.")
    Q06 = ("Q06", "Vague words", "An option says often, usually or sometimes.", "Calls are often short.")
    Q07 = ("Q07", "Echo", "Only the right option repeats words of the question.", "hold … put on hold")
    Q08 = ("Q08", "Grammar gives it away", "An article or a number fits some options only.", "You take an …")
    Q09 = ("Q09", "Overlapping options", "Two options can be right at once.", "5 to 10, 10 to 20")
    Q10 = ("Q10", "Convergence", "The right option shares most with the others.", "two of three options agree")
    Q11 = ("Q11", "Incomplete question", "The question can't be answered without its options.", "Which is true?")
    Q12 = ("Q12", "Unlike options", "One option is written unlike the others.", "a sentence among single words")
    Q13 = ("Q13", "Numbers out of order", "Numbers aren't listed from low to high.", "20, 5, 10")
    Q14 = ("Q14", "Predictable place", "The right option is in one place too often.", "mostly the second")
    Q16 = ("Q16", "Reason that teaches nothing", "The reason only says right or wrong.", "why: It is right.")
    Q18 = (
        "Q18",
        "One question answers another",
        "A question gives away the key of another.",
        "two questions on one fact",
    )
    Q19 = ("Q19", "Near duplicate", "Two questions ask the same thing.", "two alike stems")
    Q20 = ("Q20", "Hard to read", "A question or one of its sentences is too long.", "a sentence of 30 words")
    Q21 = ("Q21", "Too much recall", "Too many questions ask for facts learned by heart.", "most of level recall")
    Q22 = ("Q22", "Too much true or false", "Too many questions are true or false.", "half of them true or false")
    Q23 = ("Q23", "Story without a reward", "Better choices don't lead to a better ending.", "all choices rated alike")
    Q24 = ("Q24", "Reflection with points", "A question without a right answer has points.", "points: 1")
    Q25 = ("Q25", "Not seen by all", "The question depends on a picture or a color.", "the green button")
    Q26 = ("Q26", "Can't be exported", "A character isn't allowed in other programs' files.", "a control character")
    Q27 = (
        "Q27",
        "The only question",
        "Over the bank, the only option that asks is right too often.",
        "How may I help?",
    )
    Q28 = (
        "Q28",
        "The only reason",
        "Over the bank, an option with a reason is right, or wrong, too often.",
        "because …",
    )
    Q29 = ("Q29", "The only you", "Over the bank, the only option with you or your is right too often.", "your file")
    Q30 = ("Q30", "The kindest option", "Over the bank, the politest option is right too often.", "I'm sorry …")
    Q31 = (
        "Q31",
        "The only number",
        "Over the bank, the only option with a number or time is right too often.",
        "by noon",
    )
    Q32 = ("Q32", "Sorted by length", "Over the bank, cards can be sorted by their length.", "long cards are right")
    Q33 = ("Q33", "Matched by a word", "Over the bank, pairs share a word too often.", "Tone: the tone is friendly")


_HEAD = """\
# Every kind of problem

This is everything that `handbook check`, `import` and `results` can report, listed by the code at the end of each
message, such as `[page-missing]`. A script can rely on a code because it never changes, while the wording might. Codes
Q01 to Q33 are the rules for writing questions; to break one on purpose, name it under `waive:`. This page is written by
`handbook schema`, so don't edit it by hand.

| Code | What it is | What it means | For example |
|---|---|---|---|
"""


def reference() -> str:
    """The text of the reference page: a row for every code."""
    rows = (f"| `{code}` | {code.heading} | {code.meaning} | {_literal(code.example)} |\n" for code in sorted(Code))
    return _HEAD + "".join(rows)


def _literal(text: str) -> str:
    """A text as code in a cell of a table, whatever marks it holds."""
    fence = "````" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}".replace("|", "\\|")
