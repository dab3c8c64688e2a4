"""progress is told, not kept."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("pagework", schema=None) as batch_op:
        for name in ("step", "done", "total"):
            batch_op.drop_column(name)


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("pagework", schema=None) as batch_op:
        batch_op.add_column(sa.Column("step", sa.String(), nullable=False, server_default=""))
        for name in ("done", "total"):
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
