"""When: one story per file. The only room, beside `casework.wake`, that knows Prefect.

Every flow is one leg between two acts of people: short, safe to run twice,
waiting for nobody. A case waits in the database.
"""

import os

# Read when Prefect is first imported: nothing of this service calls home.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
