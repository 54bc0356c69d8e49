"""Somebody who answers invitations in Thunderbird, which writes the mail and hands it over itself.

Thunderbird runs without a screen and is told over Marionette what to do: what its invitation bar does when a button is
pressed, and what the summary of an event does later.
"""

import json
import re
import socket
import subprocess
import time
from pathlib import Path

SETTINGS = """
user_pref("marionette.port", 0);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mail.rights.version", 1);
user_pref("mailnews.start_page.enabled", false);
user_pref("extensions.autoDisableScopes", 15);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("calendar.timezone.local", "Europe/Kyiv");
"""

SET_UP = """
const [address, name, port] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const outgoing = MailServices.outgoingServer.createServer("smtp").QueryInterface(Ci.nsISmtpServer);
outgoing.hostname = "127.0.0.1";
outgoing.port = port;
outgoing.authMethod = Ci.nsMsgAuthMethod.none;
outgoing.socketType = Ci.nsMsgSocketType.plain;
const identity = MailServices.accounts.createIdentity();
identity.email = address;
identity.fullName = name;
identity.smtpServerKey = outgoing.key;
identity.doFcc = false;
const account = MailServices.accounts.createAccount();
account.incomingServer = MailServices.accounts.createIncomingServer(name, "localhost", "pop3");
account.addIdentity(identity);
MailServices.accounts.defaultAccount = account;
const calendar = cal.manager.createCalendar("memory", Services.io.newURI("moz-memory-calendar://"));
calendar.name = name;
cal.manager.registerCalendar(calendar);
calendar.setProperty("imip.identity.key", identity.key);
return calendar.id;
"""

ANSWER = """
const [id, address, text, status] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const invitation = Cc["@mozilla.org/calendar/itip-item;1"].createInstance(Ci.calIItipItem);
invitation.init(text);
invitation.receivedMethod = "REQUEST";
invitation.identity = address;
invitation.isSend = false;
invitation.targetCalendar = cal.manager.getCalendarById(id);
return new Promise((resolve, reject) => cal.itip.processItipItem(invitation, (item, code, act) => {
  if (!act) {
    return;
  }
  act({
    QueryInterface: ChromeUtils.generateQI(["calIOperationListener"]),
    onGetResult() {},
    onOperationComplete(calendar, result, type, uid, detail) {
      Components.isSuccessCode(result) ? resolve(act.method) : reject(new Error(`${result}: ${detail}`));
    },
  }, status, { responseMode: Ci.calIItipItem.AUTO });
}));
"""

CHANGE = """
const [id, address, uid, status] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
return (async () => {
  const calendar = cal.manager.getCalendarById(id);
  const item = await calendar.getItem(uid);
  const changed = item.clone();
  const attendee = changed.getAttendeeById(`mailto:${address}`).clone();
  changed.removeAttendee(attendee);
  attendee.participationStatus = status;
  changed.addAttendee(attendee);
  const stored = await calendar.modifyItem(changed, item);
  cal.itip.checkAndSend(Ci.calIOperationListener.MODIFY, stored, item, { responseMode: Ci.calIItipItem.AUTO });
})();
"""


class ThunderbirdAttendee:
    """One person, with an account and a calendar of their own."""

    def __init__(self, address, name, folder, port):
        self.address, self.number = address, 0
        profile = Path(folder) / "thunderbird"
        profile.mkdir()
        (profile / "user.js").write_text(SETTINGS)
        with open(profile / "output", "wb") as output:
            self.process = subprocess.Popen(
                ["thunderbird", "--headless", "--marionette", "--remote-allow-system-access", "--no-remote",
                 "--profile", profile], stdout=output, stderr=output)
        try:
            self.connection = socket.create_connection(("127.0.0.1", self._marionette(profile)))
            self.connection.settimeout(60)
            self._receive()
            self._command("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})
            self._command("Marionette:SetContext", {"value": "chrome"})
            self.calendar = self._script(SET_UP, address, name, port)
        except BaseException:
            self.close()
            raise

    def answer(self, calendar, status):
        """As if the button were pressed; the mail leaves by Thunderbird's own SMTP."""
        return self._script(ANSWER, self.calendar, self.address, calendar.decode(), status)

    def change_answer(self, uid, status):
        """As in the summary of an event that is in the calendar."""
        self._script(CHANGE, self.calendar, self.address, uid, status)

    def close(self):
        self.process.terminate()
        self.process.wait(20)

    def _marionette(self, profile):
        """The port on which it listens, which it notes in its profile."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            found = re.search(rb"Listening on port (\d+)", (profile / "output").read_bytes())
            if found:
                return int(found[1])
            time.sleep(0.1)
        raise TimeoutError((profile / "output").read_text(errors="replace"))

    def _script(self, script, *arguments):
        parameters = {"script": script, "args": arguments, "sandbox": "system"}
        return self._command("WebDriver:ExecuteScript", parameters)["value"]

    def _command(self, name, parameters):
        self.number += 1
        message = json.dumps([0, self.number, name, parameters]).encode()
        self.connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{name}: {error['error']}: {error['message']}")
        return result

    def _receive(self):
        """One message: its length in decimal, a colon, and JSON."""
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, count):
        data = b""
        while len(data) < count:
            more = self.connection.recv(count - len(data))
            if not more:
                raise ConnectionError("Thunderbird went away")
            data += more
        return data
