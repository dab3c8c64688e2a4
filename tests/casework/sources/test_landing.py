from casework.sources.landing import full_report

AT = "https://hmicfrs.justiceinspectorates.gov.uk/publications/peel-barsetshire/"


def page(*links: str) -> bytes:
    return ("<html><body>" + "".join(links) + "</body></html>").encode()


def test_the_full_text_goes_before_the_pdf() -> None:
    pdf = '<a href="https://assets.example/peel.pdf">Get the report (PDF)</a>'
    text = '<a href="/publication-html/peel-barsetshire/">On the web</a>'
    assert full_report(page(pdf, text), AT).endswith("/publication-html/peel-barsetshire/")
    assert full_report(page(pdf), AT) == "https://assets.example/peel.pdf"


def test_a_page_that_holds_the_report_itself_leads_nowhere() -> None:
    at = AT.replace("publications", "publication-html")
    related = '<a href="/publications/another/">Read the report on burglary</a>'
    assert full_report(page(related), at) == ""
    assert full_report(page('<a href="/publications/another/">Another report</a>'), AT) == ""
    assert full_report(b"", AT) == ""
