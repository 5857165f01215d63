"""Makes PDF/A-2u files from HTML with WeasyPrint 70: many in one process.

Reads {"documents": [{"html": text, "output": path}]} from stdin. Nothing is fetched:
a document carries its pictures inside, and its fonts are the machine's.
"""
import json
import logging
import sys

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher


class Failing(logging.Handler):
    """A picture that cannot be shown, or what PDF/A forbids, is only logged by WeasyPrint: here it ends the run."""

    def emit(self, record):
        raise SystemExit(record.getMessage())


def main():
    logging.getLogger("weasyprint").addHandler(Failing(level=logging.ERROR))
    fonts = FontConfiguration()
    fetcher = URLFetcher(allowed_protocols=["data"])
    for document in json.load(sys.stdin)["documents"]:
        html = HTML(string=document["html"], url_fetcher=fetcher)
        html.write_pdf(document["output"], pdf_variant="pdf/a-2u", pdf_tags=True, font_config=fonts)


main()
