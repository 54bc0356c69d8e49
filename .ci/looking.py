"""Looks at pages as they stand, in every shape: our own checks, axe-core, and screenshots."""
import os
import pathlib

import axe

WIDTHS = {"narrow": 320, "phone": 360, "desk": 1280}
SHAPES = [(screen, dark) for screen in WIDTHS for dark in [False, True]]
# In these is found what colours and widths have nothing to do with, too; they are all of the short form.
DECISIVE = [("narrow", True), ("desk", False)]
# A4 without its margins, in pixels of CSS.
PAPER = 718
FAULTS = pathlib.Path(__file__).with_name("page-faults.js").read_text()
# A page is resized while it is open; what is measured is measured afterwards.
IS_RESIZED = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(document.documentElement.clientWidth))))"


class Eye:
    """Sees faults, and keeps pictures in a folder."""

    def __init__(self, folder, shapes=None):
        self._folder, self.shapes = folder, shapes or SHAPES
        self._axe = axe.source()
        self.faults, self.pages = [], []

    def expect(self, truth, words):
        if not truth:
            self.faults.append(words)

    def look(self, page, name):
        """The page that is open, in each shape; left as on a desk."""
        self.pages.append(name)
        for screen, dark in self.shapes:
            shape = f"{name}-{screen}-{'dark' if dark else 'light'}"
            page.shape(WIDTHS[screen], dark)
            for _ in range(50):
                if page.evaluate(IS_RESIZED) == WIDTHS[screen]:
                    break
            self.faults.extend(f"{shape}: {fault}" for fault in page.evaluate(FAULTS))
            if (screen, dark) in DECISIVE:
                self.faults.extend(f"{shape}: {fault}" for fault in axe.violations(page, self._axe))
            page.screenshot(os.path.join(self._folder, shape + ".png"))
        page.shape(1280)

    def print(self, page, name):
        """The page that is open on paper: everything can be read, and nothing is there to be pressed."""
        page.shape(PAPER, media="print")
        shape = f"{name}-print"
        self.faults.extend(f"{shape}: {fault}" for fault in page.evaluate(FAULTS))
        pressed = page.evaluate("[...document.querySelectorAll('button, input, .skip')].filter((element) => element.getClientRects().length "
                                "&& getComputedStyle(element).clipPath === 'none').map((element) => element.outerHTML)")
        self.expect(not pressed, f"{shape}: {pressed[:3]}")
        page.screenshot(os.path.join(self._folder, shape + ".png"))
        page.print(os.path.join(self._folder, shape + ".pdf"))
        page.shape(1280)

    def mind(self, page, base):
        """What the browser said of all the pages that were opened in a tab, and what they asked for."""
        self.faults.extend(
            f"the browser complains: {words}" for words in page.complaints
            # That a page is answered with an error is for the story to expect.
            if "Failed to load resource" not in words)
        self.faults.extend(f"asks {url}" for url in page.requests
            # A date's field is drawn by the browser, with pictures of its own.
            if not url.startswith((base + "/", "data:")))
