"""Words of responses, and the words they are mistaken for when typed."""

from typing import Final

_PAIRS: Final = """
affected effected; effect affect; principal principle; principle principal; advice advise
advise advice; practice practise; licence license; accept except; accepts excepts
accepted excepted; their there; there their; their they’re; whose who’s; its it’s; than then
to too; of off; where were; were where; from form; form from; through thorough; thorough through
whether weather; week weak; whole hole; past passed; passed past; role roll; roles rolls
council counsel; personal personnel; breach breech; breaches breeches; lessons lessens
hear here; here hear; seen scene; our are; are our; residents residence; course coarse
trial trail; access excess; your you’re; lead led; led lead; device devise; draft draught
assess asses; public pubic; manager manger; effective affective; wait weight; right write
"""
TAKEN_FOR: Final[tuple[tuple[str, str], ...]] = tuple(
    (right, wrong)
    for right, wrong in (
        pair.split() for pair in _PAIRS.replace("\n", ";").split(";") if pair.strip()
    )
)
"""`(right, wrong)`."""
