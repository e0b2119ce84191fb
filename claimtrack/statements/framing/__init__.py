"""Fact or opinion, and whose: the framing of sentences and of what is attributed in them."""

from claimtrack.statements.framing.article import Framed, frame_article
from claimtrack.statements.framing.axes import Commitment, Force
from claimtrack.statements.framing.content import FramedContent, frame_content
from claimtrack.statements.framing.labels import THRESHOLD, ZONE
from claimtrack.statements.framing.weighing import Sign

__all__ = ["THRESHOLD", "ZONE", "Commitment", "Force", "Framed", "FramedContent", "Sign", "frame_article", "frame_content"]
