"""tokens made to sign."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("apitoken", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sure_by", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("apitoken", schema=None) as batch_op:
        batch_op.drop_column("sure_by")
