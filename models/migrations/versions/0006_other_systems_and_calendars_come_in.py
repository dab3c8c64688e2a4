"""other systems and calendars come in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "apitoken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("may_write", sa.Boolean(), nullable=False),
        sa.Column("secret_sha256", sa.String(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_sha256"),
    )
    with op.batch_alter_table("apitoken", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apitoken_office_id"), ["office_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_apitoken_person_id"), ["person_id"], unique=False)

    op.create_table(
        "apirequest",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("request_sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["token_id"], ["apitoken.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_id", "number"),
    )
    with op.batch_alter_table("apirequest", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apirequest_token_id"), ["token_id"], unique=False)

    op.create_table(
        "calendarlink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("secret_sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_sha256"),
    )
    with op.batch_alter_table("calendarlink", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendarlink_office_id"), ["office_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_calendarlink_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("calendarlink", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendarlink_person_id"))
        batch_op.drop_index(batch_op.f("ix_calendarlink_office_id"))

    op.drop_table("calendarlink")
    with op.batch_alter_table("apirequest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_apirequest_token_id"))

    op.drop_table("apirequest")
    with op.batch_alter_table("apitoken", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_apitoken_person_id"))
        batch_op.drop_index(batch_op.f("ix_apitoken_office_id"))

    op.drop_table("apitoken")
