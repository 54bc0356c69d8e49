import CivilTime
import Foundation
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog

/// Mail as it comes in; `MailReader` alone is the tests' other reader.
enum Incoming {
    /// The host that receives our mail.
    static let host = "mx.example.org"
    /// To whom the invitation told to answer.
    static let contact = "contact-k3v9q@example.org"

    static func read(_ bytes: [UInt8]) -> IncomingMail {
        MailReader(zones: TimeZoneCatalog.shipped, receivingHost: host).read(bytes)
    }

    /// Reads a message written with LF, as it comes and with CRLF, which is to be the same.
    static func read(_ text: String) -> IncomingMail {
        let mail = read(Array(text.utf8))
        #expect(read(Array(text.replacing("\n", with: "\r\n").utf8)) == mail)
        return mail
    }

    /// Why a message is of no use; nil when it is of use.
    static func refusal(_ text: String) -> String? {
        switch read(text).content {
        case .unusable(let reason), .damagedAnswer(let reason): reason
        default: nil
        }
    }

    /// The answer in a message.
    static func answer(_ text: String) throws -> CalendarAnswer {
        let content = read(text).content
        guard case .answer(let answer) = content else {
            Issue.record("\(content)")
            throw CancellationError()
        }
        return answer
    }

    /// What is the same in all answers that are not about something else.
    static func reply(
        method: String = "REPLY", organizer: String? = "ORGANIZER:mailto:\(contact)",
        attendee: String = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:priya@example.net", _ more: String...
    ) -> String {
        (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "METHOD:\(method)", "BEGIN:VEVENT"]
            + [organizer, attendee].compactMap(\.self)
            + ["UID:4f1d2c@meridian", "SEQUENCE:1", "DTSTAMP:20261202T101500Z", "DTSTART:20270121T113000Z"] + more
            + ["END:VEVENT", "END:VCALENDAR", ""]).joined(separator: "\n")
    }

    /// A message with a header as it is given, and a body.
    static func message(_ fields: String..., body: String = "Hello\n") -> String {
        (["From: Priya Raman <priya@example.net>", "To: \(contact)"] + fields + ["", body]).joined(separator: "\n")
    }

    /// A message with one calendar part.
    static func calendar(_ content: String, type: String = "text/calendar; method=REPLY; charset=UTF-8") -> String {
        message("Subject: Accepted: Nova", "Content-Type: \(type)", body: content)
    }

    /// A multipart of parts that each begin with their header.
    static func multipart(_ parts: [String], subtype: String = "mixed", boundary: String = "b1") -> String {
        "Content-Type: multipart/\(subtype); boundary=\"\(boundary)\"\n\n"
            + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
    }

    static func base64(_ text: String) -> String {
        Data(text.replacing("\n", with: "\r\n").utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithLineFeed,
        ])
    }
}

/// Answers as calendar programs write them.
enum ProgramsAnswers {
    static let gmail = """
        Delivered-To: \(Incoming.contact)
        Received: by 2002:a05:6a00:1234 with SMTP id x12csp; Wed, 2 Dec 2026 02:15:01 -0800 (PST)
        Authentication-Results: mx.example.org;
               dkim=pass header.i=@gmail.com header.s=20230601 header.b=Xk3/a+9c;
               spf=pass (mx.example.org: domain of 3abc@calendar-server.bounces.google.com designates
               209.85.220.73 as permitted sender) smtp.mailfrom=3abc@calendar-server.bounces.google.com;
               dmarc=pass (p=NONE sp=QUARANTINE dis=NONE) header.from=gmail.com
        MIME-Version: 1.0
        Reply-To: Priya Raman <priya.raman@gmail.com>
        Sender: Google Calendar <calendar-notification@google.com>
        Auto-Submitted: auto-generated
        Message-ID: <calendar-0f3a@google.com>
        Date: Wed, 02 Dec 2026 10:15:00 +0000
        Subject: Accepted: Nova core reviewer training =?UTF-8?B?wrcgQXNpYSwg?=
         =?UTF-8?B?d2VlayAz?= @ Thu Jan 21, 2027 17:00 - 18:00 (IST)
        From: Priya Raman <priya.raman@gmail.com>
        To: \(Incoming.contact)
        Content-Type: multipart/mixed; boundary="000000000000a1b2c305"

        --000000000000a1b2c305
        Content-Type: multipart/alternative; boundary="000000000000a1b2c203"

        --000000000000a1b2c203
        Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
        Content-Transfer-Encoding: base64

        UHJpeWEgUmFtYW4gaGFzIGFjY2VwdGVkIHRoaXMgaW52aXRhdGlvbi4NCg==
        --000000000000a1b2c203
        Content-Type: text/html; charset="UTF-8"
        Content-Transfer-Encoding: quoted-printable

        <span itemscope itemtype=3D"http://schema.org/InformAction">Priya=
         Raman</span>
        --000000000000a1b2c203
        Content-Type: text/calendar; charset="UTF-8"; method=REPLY
        Content-Transfer-Encoding: 7bit

        \(gmailCalendar)
        --000000000000a1b2c203--

        --000000000000a1b2c305
        Content-Type: application/ics; name="invite.ics"
        Content-Disposition: attachment; filename="invite.ics"
        Content-Transfer-Encoding: base64

        \(Incoming.base64(gmailCalendar))
        --000000000000a1b2c305--

        """

    private static let gmailCalendar = """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:REPLY
        BEGIN:VEVENT
        DTSTART:20270121T113000Z
        DTEND:20270121T123000Z
        DTSTAMP:20261202T101500Z
        ORGANIZER;CN=Nova core reviewer training:mailto:\(Incoming.contact)
        UID:4f1d2c@meridian
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Priya
          Raman;X-NUM-GUESTS=0:mailto:priya.raman@gmail.com
        X-MICROSOFT-CDO-OWNERAPPTID:-1203741113
        CREATED:20261201T100000Z
        DESCRIPTION:
        LAST-MODIFIED:20261202T101458Z
        LOCATION:ircs://irc.oftc.net/openstack-nova-training
        SEQUENCE:1
        STATUS:CONFIRMED
        SUMMARY:Nova core reviewer training · Asia\\, week 3
        TRANSP:OPAQUE
        END:VEVENT
        END:VCALENDAR

        """

    /// Outlook by way of Exchange: no ORGANIZER, a Windows zone, and a COMMENT that is only a line break.
    static func exchange(method: String, prefix: String, status: String, more: String) -> String {
        """
        Received: from AM0PR01MB1234.eurprd01.prod.exchangelabs.com (2603:10a6:208::1) by mx.example.org;
         Wed, 2 Dec 2026 10:15:02 +0000
        From: "Kovács, Éva (IT)" <Eva.Kovacs@contoso.example>
        To: Nova core reviewer training <\(Incoming.contact)>
        Subject: \(prefix): Nova core reviewer training
        Thread-Topic: Nova core reviewer training
        Thread-Index: AdsF3Q==
        Date: Wed, 2 Dec 2026 10:15:00 +0000
        Message-ID: <AM0PR01MB1234A@AM0PR01MB1234.eurprd01.prod.exchangelabs.com>
        Accept-Language: hu-HU, en-US
        X-MS-Has-Attach:
        X-MS-Exchange-Calendar-Series-Instance-Id: BAAAAIIA4AB0xbcQGoLgCA==
        Content-Type: multipart/alternative;
        \tboundary="_000_AM0PR01MB1234A_"
        MIME-Version: 1.0

        --_000_AM0PR01MB1234A_
        Content-Type: text/plain; charset="iso-8859-2"
        Content-Transfer-Encoding: quoted-printable


        --_000_AM0PR01MB1234A_
        Content-Type: text/calendar; charset="utf-8"; method=\(method)
        Content-Transfer-Encoding: base64

        \(Incoming.base64(exchangeCalendar(method: method, status: status, more: more)))
        --_000_AM0PR01MB1234A_--

        """
    }

    private static func exchangeCalendar(method: String, status: String, more: String) -> String {
        """
        BEGIN:VCALENDAR
        METHOD:\(method)
        PRODID:Microsoft Exchange Server 2010
        VERSION:2.0
        BEGIN:VTIMEZONE
        TZID:Central Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        ATTENDEE;PARTSTAT=\(status);CN="Kovács, Éva (IT)":mailto:Eva.Kovacs@contoso.ex
         ample
        COMMENT;LANGUAGE=hu-HU:\\n
        UID:4f1d2c@meridian
        SUMMARY;LANGUAGE=hu-HU:Nova core reviewer training
        DTSTART;TZID=Central Europe Standard Time:20270121T150000
        DTEND;TZID=Central Europe Standard Time:20270121T160000
        CLASS:PUBLIC
        PRIORITY:5
        DTSTAMP:20261202T101500Z
        TRANSP:OPAQUE
        STATUS:CONFIRMED
        SEQUENCE:1
        LOCATION;LANGUAGE=hu-HU:ircs://irc.oftc.net/openstack-nova-training
        X-MICROSOFT-CDO-APPT-SEQUENCE:1
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY\(more)
        END:VEVENT
        END:VCALENDAR

        """
    }

    static let apple = """
        From: =?utf-8?Q?Ren=C3=A9e_Dubois?= <renee@icloud.example>
        Content-Type: multipart/alternative;
        \tboundary="Apple-Mail=_B1C7A1D2-0000-4000-8000-000000000001"
        Mime-Version: 1.0 (Mac OS X Mail 16.0 \\(3826.300.87.4.3\\))
        Subject: Declined: Nova core reviewer training
        Message-Id: <5D0A@icloud.example>
        Date: Wed, 2 Dec 2026 11:15:00 +0100
        To: \(Incoming.contact)
        X-Mailer: Apple Mail (2.3826.300.87.4.3)

        --Apple-Mail=_B1C7A1D2-0000-4000-8000-000000000001
        Content-Transfer-Encoding: 7bit
        Content-Type: text/plain;
        \tcharset=us-ascii

        Renee Dubois has declined your invitation to "Nova core reviewer training".
        --Apple-Mail=_B1C7A1D2-0000-4000-8000-000000000001
        Content-Disposition: attachment;
        \tfilename*=utf-8''Nova%20%C2%B7.ics
        Content-Type: text/calendar;
        \tmethod=REPLY;
        \tname="=?utf-8?Q?Nova_=C2=B7=2Eics?=";
        \tcharset=utf-8
        Content-Transfer-Encoding: quoted-printable

        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        METHOD:REPLY
        PRODID:-//Apple Inc.//macOS 15.1.1//EN
        VERSION:2.0
        BEGIN:VEVENT
        ATTENDEE;CN=3D"Ren=C3=A9e Dubois";CUTYPE=3DINDIVIDUAL;EMAIL=3D"renee@icloud.=
        example";PARTSTAT=3DDECLINED;ROLE=3DREQ-PARTICIPANT:mailto:renee@icloud.exam=
        ple
        DTEND:20270121T123000Z
        DTSTAMP:20261202T101500Z
        DTSTART:20270121T113000Z
        LAST-MODIFIED:20261202T101459Z
        ORGANIZER;CN=3D"Nova core reviewer training";EMAIL=3D"\(Incoming.contact)":=
        mailto:\(Incoming.contact)
        SEQUENCE:1
        SUMMARY:Nova core reviewer training =C2=B7 Asia\\, week 3
        UID:4f1d2c@meridian
        BEGIN:VALARM
        ACTION:NONE
        TRIGGER;VALUE=3DDATE-TIME:19760401T005545Z
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        --Apple-Mail=_B1C7A1D2-0000-4000-8000-000000000001--

        """

    static let thunderbird = """
        Message-ID: <e1b2c3d4-aaaa-bbbb-cccc-000000000001@example.net>
        Date: Wed, 2 Dec 2026 15:45:00 +0530
        MIME-Version: 1.0
        User-Agent: Mozilla Thunderbird
        From: Priya Raman <priya@example.net>
        To: \(Incoming.contact)
        Subject: Event Invitation Reply (Tentative): Nova core reviewer training
        Content-Type: multipart/mixed; boundary="------------8dXfZ0aVw1kq3Y2m"

        This is a multi-part message in MIME format.
        --------------8dXfZ0aVw1kq3Y2m
        Content-Type: multipart/alternative;
         boundary="------------Q0yYzZ5bX7cV9bN1"

        --------------Q0yYzZ5bX7cV9bN1
        Content-Type: text/plain; charset=UTF-8; format=flowed
        Content-Transfer-Encoding: 8bit

        Priya Raman <priya@example.net> has tentatively accepted your event invitation.

        --------------Q0yYzZ5bX7cV9bN1
        Content-Type: text/calendar; method=REPLY; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        \(thunderbirdCalendar)
        --------------Q0yYzZ5bX7cV9bN1--

        --------------8dXfZ0aVw1kq3Y2m
        Content-Type: application/ics; name="invite.ics"
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="invite.ics"

        \(Incoming.base64(thunderbirdCalendar))
        --------------8dXfZ0aVw1kq3Y2m--

        """

    private static let thunderbirdCalendar = """
        BEGIN:VCALENDAR
        PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        CREATED:20261201T100000Z
        LAST-MODIFIED:20261202T101459Z
        DTSTAMP:20261202T101500Z
        UID:4f1d2c@meridian
        SUMMARY:Nova core reviewer training · Asia\\, week 3
        ORGANIZER;CN=Nova core reviewer training:mailto:\(Incoming.contact)
        ATTENDEE;CN=Priya Raman;PARTSTAT=TENTATIVE;ROLE=REQ-PARTICIPANT:mailto:priya@e
         xample.net
        DTSTART:20270121T113000Z
        DTEND:20270121T123000Z
        SEQUENCE:1
        COMMENT:Vielleicht etwas später\\, und dann mit Tee.
        TRANSP:OPAQUE
        X-MOZ-RECEIVED-SEQUENCE:1
        X-MOZ-RECEIVED-DTSTAMP:20261201T100000Z
        END:VEVENT
        END:VCALENDAR

        """

    /// Evolution sends the calendar alone, with the method in capital letters.
    static let evolution = """
        Message-ID: <0c9d.camel@example.net>
        Subject: Accepted: Nova core reviewer training
        From: Priya Raman <priya@example.net>
        To: \(Incoming.contact)
        Date: Wed, 02 Dec 2026 15:45:00 +0530
        Content-Type: text/calendar; name="calendar.ics"; charset="utf-8"; METHOD=REPLY
        User-Agent: Evolution 3.54.1
        MIME-Version: 1.0
        Content-Transfer-Encoding: 7bit

        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        PRODID:-//Ximian//NONSGML Evolution Calendar//EN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:4f1d2c@meridian
        DTSTAMP:20261202T101500Z
        DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Kolkata:
         20270121T170000
        SEQUENCE:1
        ORGANIZER;CN=Nova core reviewer training:MAILTO:\(Incoming.contact)
        ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;
         RSVP=TRUE;CN=Priya Raman;LANGUAGE=en:MAILTO:priya@example.net
        END:VEVENT
        END:VCALENDAR

        """
}
