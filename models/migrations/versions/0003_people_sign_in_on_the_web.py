"""people sign in on the web."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "signinlink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("secret_sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_sha256"),
    )
    with op.batch_alter_table("signinlink", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signinlink_office_id"), ["office_id"], unique=False)

    op.create_table(
        "websession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("secret_sha256", sa.String(), nullable=False),
        sa.Column("form_token", sa.String(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("browser", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_sha256"),
    )
    with op.batch_alter_table("websession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_websession_office_id"), ["office_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_websession_person_id"), ["person_id"], unique=False)

    _add_guests()


def _add_guests() -> None:
    op.create_table(
        "guestlink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("force_key", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("copy_sha256", sa.String(), nullable=True),
        sa.Column("secret_sha256", sa.String(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case.id"],
        ),
        sa.ForeignKeyConstraint(
            ["copy_sha256"],
            ["blob.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_sha256"),
    )
    with op.batch_alter_table("guestlink", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guestlink_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_guestlink_office_id"), ["office_id"], unique=False)

    op.create_table(
        "guestdraft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("klass", sa.String(length=40), nullable=False),
        sa.Column("cleared_by", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("paragraphs", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["link_id"],
            ["guestlink.id"],
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("guestdraft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guestdraft_link_id"), ["link_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_guestdraft_office_id"), ["office_id"], unique=False)

    op.create_table(
        "gueststatement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("klass", sa.String(length=40), nullable=True),
        sa.Column("cleared_by", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("wanted_until", sa.Date(), nullable=True),
        sa.Column("submission_id", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case.id"],
        ),
        sa.ForeignKeyConstraint(
            ["link_id"],
            ["guestlink.id"],
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("gueststatement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gueststatement_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_gueststatement_link_id"), ["link_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_gueststatement_office_id"), ["office_id"], unique=False
        )

    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.alter_column("logged_by_id", existing_type=sa.INTEGER(), nullable=True)


def downgrade() -> None:
    """Take the tables back."""
    _remove_guests()
    with op.batch_alter_table("websession", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_websession_person_id"))
        batch_op.drop_index(batch_op.f("ix_websession_office_id"))

    op.drop_table("websession")
    with op.batch_alter_table("signinlink", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signinlink_office_id"))

    op.drop_table("signinlink")


def _remove_guests() -> None:
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.alter_column("logged_by_id", existing_type=sa.INTEGER(), nullable=False)

    with op.batch_alter_table("gueststatement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gueststatement_office_id"))
        batch_op.drop_index(batch_op.f("ix_gueststatement_link_id"))
        batch_op.drop_index(batch_op.f("ix_gueststatement_case_id"))

    op.drop_table("gueststatement")
    with op.batch_alter_table("guestdraft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guestdraft_office_id"))
        batch_op.drop_index(batch_op.f("ix_guestdraft_link_id"))

    op.drop_table("guestdraft")
    with op.batch_alter_table("guestlink", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guestlink_office_id"))
        batch_op.drop_index(batch_op.f("ix_guestlink_case_id"))

    op.drop_table("guestlink")
