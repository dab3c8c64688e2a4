"""What can be wrong with an office's settings, one fault at a time."""

# One fault at a time: what was written, what it became, what is said about its line.
FAULTS: dict[str, tuple[str, str, str]] = {
    "unknown name": (
        'email = "office@',
        'emial = "office@',
        "office: “emial” is not a setting; did you mean “email”?",
    ),
    "unknown name unlike any": (
        "send_to_signatory = false",
        "send_to_signatory = false\nzzz = 1",
        (
            "mail: “zzz” is not a setting; what can stand here is sender, reply_to,"
            " send_to_chief_officer, send_to_signatory, signatory_to,"
            " send_to_colleagues."
        ),
    ),
    "number for text": (
        'area = "Barsetshire"',
        "area = 7",
        "office: “area” must be text in quotation marks.",
    ),
    "text for a number": (
        "comments_due_day = 21",
        'comments_due_day = "21"',
        "lead_times: “comments_due_day” must be a whole number, without quotation marks.",
    ),
    "yes for true": (
        "send_to_signatory = false",
        'send_to_signatory = "no"',
        "mail: “send_to_signatory” must be true or false, without quotation marks.",
    ),
    "text for a list": (
        'aliases = ["Barsetshire", "Barsetshire Police"]',
        'aliases = "Barsetshire"',
        "forces 1 (Barsetshire Constabulary): “aliases” must be a list in square brackets.",
    ),
    "text for a section": (
        'roles = [{ role = "finance_officer", since = 2017-04-03 }]',
        'roles = ["finance_officer"]',
        "people 6 (Lucy Robarts), roles 1: this entry must be a section with settings of its own.",
    ),
    "empty list": (
        'roles = [{ role = "finance_officer", since = 2017-04-03 }]',
        "roles = []",
        "people 6 (Lucy Robarts): “roles” must have at least one entry.",
    ),
    "unknown role": (
        'role = "finance_officer"',
        'role = "fnance_officer"',
        (
            "people 6 (Lucy Robarts), roles 1 (fnance_officer): “fnance_officer” cannot stand here;"
            " did you mean “finance_officer”?"
        ),
    ),
    "unknown publisher": (
        '"web_package"]',
        '"web_pack"]',
        "publication, publishers 2: “web_pack” cannot stand here; did you mean “web_package”?",
    ),
    "unknown kind of report": (
        'kinds = ["thematic"]                 #',
        'kinds = ["thematics"] #',
        (
            "delegations 1 (signatory), kinds 1: “thematics” cannot stand here;"
            " did you mean “thematic”?"
        ),
    ),
    "words for a date": (
        "since = 2024-04-01",
        'since = "1 April 2024"',
        (
            "forces 1 (Barsetshire Constabulary), chief_officers 2 (Ada Marsh):"
            " “since” must be a date like 2026-05-07, not “1 April 2024”."
        ),
    ),
    "a day that is not": (
        "since = 2024-04-01",
        'since = "2024-02-30"',
        (
            "forces 1 (Barsetshire Constabulary), chief_officers 2 (Ada Marsh):"
            " “since” must be a date like 2026-05-07, not “2024-02-30”."
        ),
    ),
    "number for a date": (
        "since = 2024-04-01",
        "since = 0",
        (
            "forces 1 (Barsetshire Constabulary), chief_officers 2 (Ada Marsh):"
            " “since” must be a date like 2026-05-07, not “0”."
        ),
    ),
    "ends before it began": (
        "until = 2024-03-31",
        "until = 2018-09-02",
        (
            "forces 1 (Barsetshire Constabulary), chief_officers 1 (Theophilus Grantly):"
            " “until” must not be before “since” (2018-09-03)."
        ),
    ),
    "two at once": (
        "since = 2024-04-01",
        "since = 2024-03-31",
        (
            "forces 1 (Barsetshire Constabulary), chief_officers 2 (Ada Marsh):"
            " another chief officer holds on the same days; set “until” for the earlier."
        ),
    ),
    "no e-mail address": (
        'sender = "section55@barsetshire-commissioner.example"',
        'sender = "section55 at home"',
        (
            "mail: “sender” must be one e-mail address like name@office.example,"
            " not “section55 at home”."
        ),
    ),
    "two e-mail addresses": (
        'sender = "section55@barsetshire-commissioner.example"',
        'sender = "a@b.example, c@d.example"',
        (
            "mail: “sender” must be one e-mail address like name@office.example,"
            " not “a@b.example, c@d.example”."
        ),
    ),
    "a line end smuggled into a name": (
        'name = "Ada Marsh"',
        'name = "Ada\\r\\nBcc: x@y.example"',
        (
            "forces 1 (Barsetshire Constabulary), chief_officers 2 (Ada  Bcc: x@y.example):"
            " “name” must be a single line without control characters."
        ),
    ),
    "empty text": (
        'board = "Accountability Board"',
        'board = " "',
        "wording: “board” must not be empty.",
    ),
    "no web address": (
        'site_address = "https://www.barsetshire-commissioner.example/section-55"',
        'site_address = "www.barsetshire.example"',
        (
            "publication: “site_address” must be a web address that begins with https://,"
            " not “www.barsetshire.example”."
        ),
    ),
    "a key with spaces": (
        'key = "thorne"',
        'key = "Obadiah Thorne"',
        (
            "people 5 (Obadiah Thorne): “key” must be a short name of small letters, digits,"
            " hyphens and underscores, not “Obadiah Thorne”."
        ),
    ),
    "a rule that makes all pages one": (
        'slug = "{title}"',
        'slug = "response-{yaer}"',
        "publication: “slug” must hold {title} or {reference}, and no other place but {year}.",
    ),
    "the same key twice": (
        'key = "robarts"',
        'key = "bold"',
        "people 6 (Lucy Robarts): another entry has the key “bold” already.",
    ),
    "the same name twice": (
        'name = "Lucy Robarts"',
        'name = "Mary Bold"',
        "people 6 (Mary Bold): another entry has the name “Mary Bold” already.",
    ),
    "delegation from nobody": (
        'from = "harding"',
        'from = "hardng"',
        "delegations 1 (signatory): “hardng” is nobody’s key in “people”; did you mean “harding”?",
    ),
    "delegation to oneself": (
        'to = "arabin"',
        'to = "harding"',
        "delegations 1 (signatory): nobody can delegate to themselves.",
    ),
    "delegation of what one has not": (
        'from = "harding"',
        'from = "bold"',
        "delegations 1 (signatory): “bold” does not hold the role “signatory”.",
    ),
    "day outside the period": (
        'role = "signatory", lead_day = 49',
        'role = "signatory", lead_day = 57',
        (
            "routes, full, steps 3 (signatory): “lead_day” must be a day of the period, 1 to 56,"
            " not 57."
        ),
    ),
    "a mark below nought": (
        "chasers_days_before = [7, 2]",
        "chasers_days_before = [7, -2]",
        (
            "lead_times, chasers_days_before 2: this entry must be a number of days, 0 or more,"
            " not -2."
        ),
    ),
    "unknown milestone": (
        "accountability_meeting = 28",
        "accountability = 28",
        (
            "lead_times, milestone_days: “accountability” is no milestone of the plan; there are"
            " accountability_meeting, fact_check, findings_agreed, internal_review, invitation,"
            " press_lines, steer, triage, web."
        ),
    ),
    "unknown milestone left out": (
        '"internal_review"]',
        '"internal"]',
        (
            "routes, short, leave_out 2: “internal” is no milestone of the plan; there are"
            " accountability_meeting, fact_check, findings_agreed, internal_review, invitation,"
            " press_lines, steer, triage, web."
        ),
    ),
    "the service's own role": (
        'role = "finance_officer"',
        'role = "service"',
        (
            "people 6 (Lucy Robarts), roles 1 (service): “role” is the service’s own role;"
            " nobody can hold it."
        ),
    ),
}
