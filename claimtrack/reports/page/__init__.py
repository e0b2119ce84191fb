"""The report as one HTML page: what it shows, worked out from the report, and how it is put into markup."""

from claimtrack.reports.page.render import page

__all__ = ["page"]
