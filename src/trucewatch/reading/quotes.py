"""Quotations and reporting frames: who is said to say what, and in whose words."""

from trucewatch.reading.quotes_frame import Form, Frame
from trucewatch.reading.quotes_frames import find_frames
from trucewatch.reading.quotes_marks import Quotation, find_quotations, outermost

__all__ = ["Form", "Frame", "Quotation", "find_frames", "find_quotations", "outermost"]
