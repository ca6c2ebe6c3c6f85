"""Publishing: from sources to files, one bad source never in the way of the others."""

from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.report import Failure, Output, Report

__all__ = ["Failure", "Options", "Output", "Report", "build_editions", "normalise_files"]
