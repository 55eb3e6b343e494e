"""The sample register of a fictional force, and the scripted meeting held in it."""

from gainboard.services.sample.live import hold_demo_meeting
from gainboard.services.sample.making import make_sample

__all__ = ["hold_demo_meeting", "make_sample"]
