"""The builder of the default templates: wording from `templates/`, looks from `parts/`.

Offices replace `template.docx` with their own; only the defaults are built.
Run by hand: `python -m casework.documents.template_builder`.

How a `wording.txt` is written. One line is one paragraph: `Style: words`, the style by
its id in `parts/word/styles.xml`. Blank lines and lines that begin with `#` say nothing.

    [title] [first header] [header] [footer] [body]   the parts of the file, each on its own line
    [page]                      one wish a line: `landscape`, `lang cy-GB` (the file's language)
    @include NAME               the lines of `templates/documents/wording/NAME.txt`, put in here
    @region KEY | TITLE … @end  a marked place; the key may hold `{{ finding.key }}`
    @lang en-GB … @end          the paragraphs between are in another language
    {%p if … %}                 a line of the template language: it takes its paragraph with it
    **bold**  [[linked to the report]]  !!mark of the unconfirmed!!  <page>  <pages>  <tab>
                                within a line
    ListBullet:  ListNumber:  TableBullet:  QuoteBullet:   styles with real bullets or numbers

    @table TITLE | 30 70 … @end a table; the widths of its columns in percent, as many as columns
    @head Area || Grade         its head, repeated on every page; cells are parted by ` || `
    @row A || B                 a row that stays on one page with the next; one tag may stand alone:
                                `@row {%tr for row in grades %}`
    @last A || B                the row that may end a page
    @cells … @end               a row that stays whole where a page can hold it; each cell begins
                                with `@cell` and holds lines of every kind
"""
