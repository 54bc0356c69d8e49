"""Debian's chromium, driven through a pipe by the Chrome DevTools Protocol: nothing but Python's own library."""
import base64
import json
import os
import select
import subprocess
import tempfile


PATIENCE = 60
# As for whoever looks at each tab: what a driver needs lest the browser saves itself work. Until a page's first frame is painted the
# browser drops what is pressed, which on a busy machine is after it has loaded; a tab behind another's would draw nothing.
UNDIVIDED = ["--allow-pre-commit-input", "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
             "--disable-renderer-backgrounding", "--disable-hang-monitor"]


class Chromium:
    """A headless browser with a profile that is thrown away."""

    def __init__(self):
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()

        def pipes():  # the browser reads commands from 3 and answers on 4
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self._process = subprocess.Popen(
            ["chromium", "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
             "--disable-dev-shm-usage", "--hide-scrollbars", *UNDIVIDED, f"--user-data-dir={self._profile.name}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._buffer, self._number, self._awaited = b"", 0, "its start"
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.ask("Browser.close")
        except (EOFError, BrokenPipeError):
            pass
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._profile.cleanup()

    def _message(self):
        while b"\0" not in self._buffer:
            # What does not come in that time never does: a button that leads nowhere must not hold everything up.
            if not select.select([self._in], [], [], PATIENCE)[0]:
                raise RuntimeError(f"chromium says nothing for {PATIENCE} s, waiting for {self._awaited}")
            piece = os.read(self._in, 1 << 16)
            if not piece:
                raise EOFError("chromium went away")
            self._buffer += piece
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, **parameters):
        """Sends a command and returns its result; events that come meanwhile are kept."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        # What only asks leads nowhere.
        if method not in ("Page.getFrameTree", "Runtime.evaluate"):
            self._awaited = f"what comes of {method} {json.dumps(parameters)[:200]}"
        os.write(self._out, json.dumps(command).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == self._number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def wait_for(self, method, session, matches=lambda parameters: True):
        """The next event of that name."""
        position = 0
        while True:
            while position < len(self.events):
                event = self.events[position]
                if event.get("method") == method and event.get("sessionId") == session and matches(event["params"]):
                    return event["params"]
                position += 1
            self.events.append(self._message())

    def page(self, **settings):
        return Page(self, **settings)


# The middle of what somebody presses, once it is in sight: a button or a link by its words, or else by its name for who cannot see,
# in the page's content before what is around it.
PRESSED = r"""
((words) => {
  const isSeen = (element) => element.getClientRects().length && getComputedStyle(element).clipPath === "none";
  const all = [...document.querySelectorAll("button, a[href], summary, input[type=checkbox]")].filter(isSeen);
  const named = [(element) => element.textContent.trim(), (element) => element.ariaLabel, (element) => element.labels?.[0]?.textContent.trim()];
  const found = named.flatMap((name) => all.filter((element) => name(element) === words));
  const element = found.find((element) => element.closest("main")) ?? found[0];
  if (!element) return null;
  element.scrollIntoView({block: "center", behavior: "instant"});
  const box = element.getClientRects()[0];
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
})
"""

# The field with that label, empty and focused; whether there is one.
FIELD = r"""
((words) => {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  const field = fields.find((field) => field.labels?.[0]?.textContent.trim() === words);
  field?.scrollIntoView({block: "center", behavior: "instant"});
  field?.focus();
  field?.select?.();
  return !!field;
})
"""


class Page:
    """A tab of its own, with nothing remembered from other tabs but from the one beside which it is opened."""

    def __init__(self, browser, width=1280, height=800, dark=False, zone="Europe/Berlin", script=True, beside=None):
        self._browser = browser
        self._owns_context = beside is None
        self._context = (
            browser.ask("Target.createBrowserContext")["browserContextId"] if beside is None else beside._context)
        self.clicks = 0
        self._target = browser.ask("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._session = browser.ask("Target.attachToTarget", targetId=self._target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Log", "Runtime"]:
            self._ask(f"{domain}.enable")
        self._ask("Page.setLifecycleEventsEnabled", enabled=True)
        # As if it were the only tab: what is typed into one that has no focus is lost.
        self._ask("Emulation.setFocusEmulationEnabled", enabled=True)
        self.shape(width, dark, height)
        self._ask("Emulation.setTimezoneOverride", timezoneId=zone)
        self._ask("Emulation.setScriptExecutionDisabled", value=not script)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._browser.ask("Target.closeTarget", targetId=self._target)
        if self._owns_context:
            self._browser.ask("Target.disposeBrowserContext", browserContextId=self._context)

    def shape(self, width, dark=False, height=800, media=""):
        """Has the page be seen on a screen of that width, in light or dark, or in print: also one that is open."""
        self._ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self._ask("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def _ask(self, method, **parameters):
        return self._browser.ask(method, self._session, **parameters)

    def open(self, url, until="networkIdle"):
        """Opens an address and waits until the network is quiet, wherever that has led, or just until "load"."""
        self.do(lambda: self._ask("Page.navigate", url=url), until)

    def do(self, action, until="networkIdle"):
        """Does something that leads to another page, and waits there."""
        left = {self._loader()}
        action()
        while True:
            event = self._browser.wait_for(
                "Page.lifecycleEvent", self._session,
                lambda event: event["name"] == until and event["loaderId"] not in left)
            if event["loaderId"] == self._loader():
                return
            left.add(event["loaderId"])

    def _loader(self):
        """The number of the document that is shown."""
        return self._ask("Page.getFrameTree")["frameTree"]["frame"]["loaderId"]

    def evaluate(self, expression):
        """The value of a JavaScript expression, as JSON."""
        answer = self._ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression[:80]}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key):
        for kind in ["keyDown", "keyUp"]:
            code = {"Tab": 9, "Enter": 13}[key]
            self._ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def click(self, words, leads=True, until="load"):
        """Presses the button or follows the link of those words with the mouse, and waits for the page to which it leads."""
        place = self.evaluate(f"{PRESSED}({json.dumps(words)})")
        if not place:
            raise LookupError(f"nothing on the page says {words!r}: {self.text[:600]}")
        self.clicks += 1

        def press():
            for kind in ["mousePressed", "mouseReleased"]:
                self._ask("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

        if leads:
            self.do(press, until)
        else:
            press()

    def fill(self, label, text):
        """Types into the field with that label; what stood there goes."""
        if not self.evaluate(f"{FIELD}({json.dumps(label)})"):
            raise LookupError(f"no field has the label {label!r}: {self.text[:600]}")
        self._ask("Input.insertText", text=text)
        typed = self.evaluate("document.activeElement.value")
        if typed.split() != text.split():
            raise LookupError(f"the field {label!r} has {typed[:200]!r} and not {text[:200]!r}")

    def go_back(self):
        history = self._ask("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] - 1]
        self.do(lambda: self._ask("Page.navigateToHistoryEntry", entryId=entry["id"]), "load")

    @property
    def text(self):
        """What is to be read on the page."""
        return self.evaluate("document.body.innerText")

    @property
    def path(self):
        return self.evaluate("location.pathname")

    @property
    def status(self):
        """The status of the last page that was answered, such as 200."""
        return [event["params"]["response"]["status"] for event in self._browser.events
                if event.get("sessionId") == self._session and event.get("method") == "Network.responseReceived"
                and event["params"]["type"] == "Document"][-1]

    def print(self, file):
        """The page as it comes out of a printer, A4."""
        document = self._ask("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=True)
        with open(file, "wb") as out:
            out.write(base64.b64decode(document["data"]))

    def screenshot(self, file):
        size = self._ask("Page.getLayoutMetrics")["cssContentSize"]
        whole = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12000), "scale": 1}
        image = self._ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=whole)
        with open(file, "wb") as out:
            out.write(base64.b64decode(image["data"]))

    @property
    def requests(self):
        """The addresses of everything that was asked for."""
        return [event["params"]["request"]["url"] for event in self._browser.events
                if event.get("sessionId") == self._session and event.get("method") == "Network.requestWillBeSent"]

    @property
    def complaints(self):
        """What the browser wrote to its console as a warning or an error."""
        found = []
        for event in self._browser.events:
            if event.get("sessionId") != self._session:
                continue
            parameters = event.get("params", {})
            if event["method"] == "Log.entryAdded" and parameters["entry"]["level"] in ("warning", "error"):
                found.append(parameters["entry"]["text"])
            if event["method"] == "Runtime.consoleAPICalled" and parameters["type"] in ("warning", "error", "assert"):
                found.append(json.dumps(parameters["args"]))
            if event["method"] == "Runtime.exceptionThrown":
                found.append(parameters["exceptionDetails"]["text"])
        return found
