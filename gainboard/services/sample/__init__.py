"""The sample register of a fictional force, and the scripted meeting held in it."""

from gainboard.services.sample.live import hold_demo_meeting
from gainboard.services.sample.making import make_sample
from gainboard.services.sample.reports import SAMPLE_REPORT

__all__ = ["SAMPLE_REPORT", "hold_demo_meeting", "make_sample"]
