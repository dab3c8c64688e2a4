"""Settings become doors: the only room that reads the settings."""

from functools import cache, lru_cache
from pathlib import Path

from sqlmodel import select

from casework.dispatch import Doors
from casework.documents.descriptions import DocumentDescription, described_types
from casework.documents.render import CompiledTemplate, compile_template
from casework.errors import NotFoundError, SettingsError
from casework.identity.provider import Provider, ProviderSettings
from casework.letters_out import MailDoors
from casework.mail.eml_tray import EmlTray
from casework.mail.smtp import Security, SmtpMailer, SmtpOptions
from casework.publication import PublicationDoors
from casework.publication.the_register import site_of
from casework.publishers.static_site import StaticSite
from casework.publishers.web_package import WebPackage
from casework.record.database import is_ready, open_database, upgrade
from casework.record.record import Record
from casework.settings import Settings, settings
from casework.sources.fetching import Manners, Visitor
from casework.sources.mailbox import ImapMailbox, Mailbox
from casework.wake import EngineBell
from models import Office
from models.shapes.office import OfficeSettings

USER_AGENT = "Section55/0.1 (statutory responses to inspection reports)"


class TemplateShelf:
    """The document templates of a folder, each compiled once for each edition of its file."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of templates."""
        self.folder = folder
        self._compiled: dict[tuple[str, int], CompiledTemplate] = {}

    def template(self, name: str) -> CompiledTemplate:
        """Return a template made ready; an edited file is compiled anew."""
        path = self.folder / name.replace("_", "-") / "template.docx"
        try:
            edition = (name, path.stat().st_mtime_ns)
        except OSError as fault:
            message = (
                f"There is no template {path.parent.name}: put template.docx into {path.parent}."
            )
            raise SettingsError(message) from fault
        if edition not in self._compiled:
            self._compiled[edition] = compile_template(path)
        return self._compiled[edition]

    def types(self) -> tuple[DocumentDescription, ...]:
        """Return what every type of document in the folder says of itself."""
        return described_types(self.folder)


def open_record(chosen: Settings | None = None) -> Record:
    """Return the record, its tables brought up to date."""
    known = chosen or settings()
    engine = open_database(known.database)
    if not is_ready(engine):
        upgrade(engine)
    record = Record(engine, known.office, known.outputs, known.front_desk)
    if not known.office:
        record.office_key = _only_office(record)
    return record


def doors() -> Doors:
    """Return every door of the service, made anew when the office's settings have changed."""
    record = _record()
    with record.reading() as session:
        return _doors(record.office(session).settings_sha256)


def front_desk() -> tuple[str, int, str]:
    """Return where the front desk listens (host, port), and its public address."""
    known = settings()
    return known.web_host, known.web_port, known.front_desk


def provider() -> Provider | None:
    """Return the office's own sign-in; None where it has none."""
    known = settings()
    if not known.oidc_issuer:
        return None
    if not known.oidc_client_id:
        message = "SECTION55_OIDC_ISSUER is set, so SECTION55_OIDC_CLIENT_ID must be set, too."
        raise SettingsError(message)
    return Provider(
        ProviderSettings(
            issuer=known.oidc_issuer,
            client_id=known.oidc_client_id,
            client_secret=known.oidc_secret,
            label=known.oidc_label,
            scope=known.oidc_scope,
            trusts_addresses=known.oidc_trusts_addresses,
            roles_claim=known.oidc_roles_claim,
            roles=known.oidc_roles,
        )
    )


def forget() -> None:
    """Forget the record and the doors: for a process that is given other settings."""
    _record.cache_clear()
    _doors.cache_clear()


@cache
def _record() -> Record:
    return open_record(settings())


@lru_cache(maxsize=1)
def _doors(settings_sha256: str) -> Doors:
    del settings_sha256  # the key: a new edition of the settings means new doors
    return make_doors(settings())


def make_doors(known: Settings) -> Doors:
    """Return every door of a service with these settings."""
    record = open_record(known)
    with record.reading() as session:
        office = record.settings_of(session, record.office(session))
    visitor = Visitor(USER_AGENT, Manners(allow_private=known.allow_private_addresses))
    return Doors(
        record=record,
        library=TemplateShelf(known.templates),
        mail=_mail(known),
        publication=_publication(known, office, visitor),
        visitor=visitor,
        bell=EngineBell(known.engine_api),
        mailbox=_mailbox(known, office),
    )


def _only_office(record: Record) -> str:
    with record.reading() as session:
        keys = list(session.exec(select(Office.key)))
    if len(keys) > 1:
        listed = ", ".join(sorted(keys))
        message = f"Several offices are on this record ({listed}): set SECTION55_OFFICE to one."
        raise NotFoundError(message)
    return keys[0] if keys else ""


def _mail(known: Settings) -> MailDoors:
    tray = EmlTray(known.outputs / "mail")
    if not known.smtp_host:
        return MailDoors(tray)
    options = SmtpOptions(
        host=known.smtp_host,
        port=known.smtp_port,
        security=Security(known.smtp_security),
        user=known.smtp_user,
        password=known.smtp_password,
    )
    return MailDoors(tray, SmtpMailer(options))


def _mailbox(known: Settings, office: OfficeSettings) -> Mailbox | None:
    named = office.sources.mailbox
    if named is None:
        return None
    return ImapMailbox(named.host, named.port, named.user, known.mailbox_password)


def _publication(known: Settings, office: OfficeSettings, visitor: Visitor) -> PublicationDoors:
    site = site_of(office, office.publication.site_address)
    public = known.outputs / "public"
    return PublicationDoors(
        publishers={
            "static_site": StaticSite(public / "site", site),
            "web_package": WebPackage(public / "packages", office.office.email),
        },
        fetcher=visitor,
    )
