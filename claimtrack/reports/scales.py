"""Grades on the scales of exchange formats, which alone turn letters and digits into numbers: STIX confidence and MISP tags."""

from __future__ import annotations

from claimtrack.model.reports import NOT_TO_BE_JUDGED, Grade
from claimtrack.model.terms import Letter

STIX = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
"""STIX 2.1, appendix A, Admiralty credibility; 6 has no number there, and the field is left out."""
MISP = "admiralty-scale"


def stix_confidence(grade: Grade) -> int | None:
    """The `confidence` of a STIX 2.1 object for a grade's digit, from 10 to 90; None, to be left out, where nothing can be judged.

    The letter has no place in it, but an F says that the source cannot be judged, and then no number is given either.
    """
    return STIX[grade.digit] if grade.numbered else None


def digit_of_stix(confidence: int) -> int:
    """The digit for a STIX confidence from 0 to 100, by the bands of STIX 2.1, appendix A.

    Raises:
        ValueError: for a number outside of 0 to 100.
    """
    if not 0 <= confidence <= 100:
        raise ValueError(f"a STIX confidence lies between 0 and 100, found {confidence}")
    return 5 - min(confidence // 20, 4)


def misp_tags(grade: Grade) -> tuple[str, ...]:
    """The machine tags of MISP's admiralty-scale taxonomy: one for each end of the letters and one for the digit.

    MISP gives `f` and `6` the number 50, which makes fair what cannot be judged; so neither gets a tag here.
    """
    letters = dict.fromkeys(letter for letter in (grade.best, grade.worst) if letter is not Letter.F)
    tags = [f'{MISP}:source-reliability="{str(letter).lower()}"' for letter in letters]
    digit = [f'{MISP}:information-credibility="{grade.digit}"'] if grade.digit < NOT_TO_BE_JUDGED else []
    return tuple(tags + digit)
