"""long work is waited for."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "pagework",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("given", sa.LargeBinary(), nullable=False),
        sa.Column("given_sha256", sa.String(), nullable=False),
        sa.Column("back", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("went_well", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("leads_to", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["case.id"],
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("act_id"),
    )
    with op.batch_alter_table("pagework", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pagework_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pagework_office_id"), ["office_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pagework_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("pagework", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pagework_person_id"))
        batch_op.drop_index(batch_op.f("ix_pagework_office_id"))
        batch_op.drop_index(batch_op.f("ix_pagework_case_id"))

    op.drop_table("pagework")
