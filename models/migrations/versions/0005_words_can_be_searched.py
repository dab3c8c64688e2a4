"""words can be searched.

A later migration that makes `searchpiece` anew (batch_alter_table does, on
SQLite) must make the triggers below again, and rebuild the index.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0005"
down_revision = "0004"

TAKE_OUT = (
    "INSERT INTO searchwords(searchwords, rowid, words) VALUES ('delete', old.id, old.words);"
)
PUT_IN = "INSERT INTO searchwords(rowid, words) VALUES (new.id, new.words);"
# Words come folded and parted by spaces: the plainest of tokenizers keeps them as they are.
SQLITE_INDEX = f"""
CREATE VIRTUAL TABLE searchwords USING fts5(
    words, content='searchpiece', content_rowid='id', tokenize='ascii', prefix='2 3')

CREATE TRIGGER searchpiece_added AFTER INSERT ON searchpiece BEGIN {PUT_IN} END

CREATE TRIGGER searchpiece_removed AFTER DELETE ON searchpiece BEGIN {TAKE_OUT} END

CREATE TRIGGER searchpiece_changed AFTER UPDATE OF words ON searchpiece
BEGIN {TAKE_OUT} {PUT_IN} END
"""
ALREADY_THERE = {
    "case": '"case"',
    "report": '"case"',
    "finding": "finding",
    "answer": "answer",
    "comments": "submission",
    "remark": "remark",
    "version": "version",
}


def upgrade() -> None:
    """Bring the tables forward."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    op.create_table(
        "searchpiece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", TSVECTOR() if on_postgresql else sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"]),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_searchpiece_office_id", "searchpiece", ["office_id"])
    op.create_index("ix_searchpiece_row", "searchpiece", ["kind", "row_id"])
    narrow = ["case_id", "sha256", "kind", "background"]
    op.create_index("ix_searchpiece_same", "searchpiece", narrow)
    _index(on_postgresql=on_postgresql)
    op.create_table(
        "searchdue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "row_id"),
    )
    op.create_index("ix_searchdue_office_id", "searchdue", ["office_id"])
    for kind, table in ALREADY_THERE.items():
        already = f"SELECT office_id, '{kind}', id FROM {table}"  # noqa: S608  names of our own
        op.execute(f"INSERT INTO searchdue (office_id, kind, row_id) {already}")


def _index(*, on_postgresql: bool) -> None:
    if on_postgresql:
        op.create_index("ix_searchpiece_words", "searchpiece", ["words"], postgresql_using="gin")
        return
    for statement in SQLITE_INDEX.strip().split("\n\n"):
        op.execute(statement)


def downgrade() -> None:
    """Take the tables back."""
    op.drop_table("searchdue")
    if op.get_bind().dialect.name != "postgresql":
        op.execute("DROP TABLE searchwords")
    op.drop_table("searchpiece")
