"""The settings of the service itself: where things lie and whom it may speak to.

Read from the environment, `SECTION55_…`. What belongs to an office stands in
the office's own settings file, on the record.
"""

from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from casework.errors import SettingsError
from models.words import Role

HOME = Path(__file__).parents[1]


class Settings(BaseSettings):
    """The settings of the service."""

    model_config = SettingsConfigDict(env_prefix="SECTION55_", extra="ignore")

    database_url: str = ""
    """SQLAlchemy address of the record; empty: SQLite in outputs/record/."""
    outputs: Path = HOME / "outputs"
    templates: Path = HOME / "templates" / "documents"
    office: str = ""
    """Key of the office; empty: the only one on the record."""
    engine_api: str = "http://127.0.0.1:4200/api"
    smtp_host: str = ""
    """Empty: letters are laid into outputs/mail for a person to send."""
    smtp_port: int = 587
    smtp_security: str = "starttls"
    smtp_user: str = ""
    smtp_password: str = Field(default="", repr=False)
    mailbox_password: str = Field(default="", repr=False)
    """Of the mailbox with the inspectors' alerts, if the office names one."""
    web_host: str = "127.0.0.1"
    """Where the front desk listens; a machine of the office's own names its address here."""
    web_port: int = 4255
    web_address: str = ""
    """Public address of the front desk, as in links; empty: this machine's own."""
    oidc_issuer: str = ""
    """The office's own sign-in (OpenID Connect), by its issuer; empty: there is none."""
    oidc_client_id: str = ""
    oidc_client_secret: str = Field(default="", repr=False)
    oidc_client_secret_file: Path | None = None
    """A file with the secret, for a service that keeps none in its environment."""
    oidc_label: str = "your office’s sign-in"
    """What people call it: `your Barsetshire account`."""
    oidc_scope: str = "openid email profile"
    oidc_trusts_addresses: bool = False
    """Whether an e-mail address of its tokens counts though they never call one verified: for
    the office's own directory, in which nobody chooses their address."""
    oidc_roles_claim: str = ""
    """The claim that tells roles; empty: the record alone says who holds which."""
    oidc_roles: dict[str, Role] = Field(default_factory=dict)
    """What the names in that claim mean here, as JSON: `{"Policy team": "policy_officer"}`."""
    allow_private_addresses: bool = False
    """Let the service fetch from private and loopback addresses: a site on this machine."""

    @property
    def front_desk(self) -> str:
        """Return the address under which people reach the front desk."""
        own = f"http://{self.web_host}:{self.web_port}"
        return (self.web_address or own).rstrip("/")

    @property
    def oidc_secret(self) -> str:
        """Return the secret by which the office's own sign-in knows this service."""
        if self.oidc_client_secret_file is None:
            return self.oidc_client_secret
        try:
            return self.oidc_client_secret_file.read_text(encoding="utf-8").strip()
        except OSError as fault:
            message = (
                f"The file {self.oidc_client_secret_file} (SECTION55_OIDC_CLIENT_SECRET_FILE) "
                "cannot be read: put the secret into it, or name another."
            )
            raise SettingsError(message) from fault

    @property
    def database(self) -> str:
        """Return the address of the record."""
        return self.database_url or f"sqlite:///{self.outputs / 'record' / 'section55.sqlite'}"


@cache
def settings() -> Settings:
    """Return the settings, read once in a process."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors()[0]
        name = f"SECTION55_{'_'.join(str(part) for part in first['loc']).upper()}"
        message = f"The setting {name} cannot be used: {first['msg'].lower()}."
        raise SettingsError(message) from fault
