"""A report becomes a published, copied and closed response, on each database."""

from casework.record.verify import faults
from models.words import MAIL_SENT, MailKind, Stage
from tests.builders import DAY_ONE, LAST_DAY, Service


def test_a_report_becomes_a_closed_case(service: Service) -> None:
    reference = service.published()
    file = service.file(reference)
    assert file.case.stage is Stage.CLOSED
    assert (file.published, file.last_day) == (DAY_ONE, LAST_DAY)
    assert len(file.findings) == 20
    copies = [
        m
        for m in file.mails
        if m.kind in {MailKind.COPY_TO_INSPECTORS, MailKind.COPY_TO_SECRETARY_OF_STATE}
    ]
    assert len(copies) == 2
    assert all(mail.state in MAIL_SENT for mail in copies)
    assert faults(service.record) == []
