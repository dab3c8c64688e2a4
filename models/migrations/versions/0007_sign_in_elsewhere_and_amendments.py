"""sign in elsewhere and amendments."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Bring the tables forward."""
    _add_codes()
    _add_identities()
    _add_conditions()
    with op.batch_alter_table("websession", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("began_by", sa.String(length=40), nullable=False, server_default="link")
        )
        batch_op.add_column(sa.Column("sure_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("sure_by", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("roles", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.add_column(sa.Column("confirmed_by", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("condition_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            "fk_signature_condition_id", "condition", ["condition_id"], ["id"]
        )

    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.add_column(sa.Column("html", sa.Text(), nullable=False, server_default=""))


def _add_codes() -> None:
    op.create_table(
        "confirmationcode",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("code_sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["session_id"], ["websession.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    _index("confirmationcode", "office_id", "person_id")


def _add_identities() -> None:
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("office_id", "issuer", "subject"),
    )
    _index("identity", "office_id", "person_id")
    op.create_table(
        "providerreturn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("state_sha256", sa.String(), nullable=False),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("state_sha256"),
    )
    _index("providerreturn", "office_id")


def _add_conditions() -> None:
    op.create_table(
        "condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("manifest_sha256", sa.String(), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("amendments", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("acted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_round_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["round_id"], ["signinground.id"]),
        sa.ForeignKeyConstraint(["settled_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["settled_round_id"], ["signinground.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    _index("condition", "case_id", "office_id", "round_id")


def _index(table: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.create_index(batch_op.f(f"ix_{table}_{column}"), [column], unique=False)


def _drop(table: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        for column in columns:
            batch_op.drop_index(batch_op.f(f"ix_{table}_{column}"))
    op.drop_table(table)


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.drop_column("html")

    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.drop_constraint("fk_signature_condition_id", type_="foreignkey")
        batch_op.drop_column("condition_id")
        batch_op.drop_column("confirmed_by")

    with op.batch_alter_table("websession", schema=None) as batch_op:
        for column in ("roles", "sure_by", "sure_at", "began_by"):
            batch_op.drop_column(column)

    _drop("condition", "round_id", "office_id", "case_id")
    _drop("providerreturn", "office_id")
    _drop("identity", "person_id", "office_id")
    _drop("confirmationcode", "person_id", "office_id")
