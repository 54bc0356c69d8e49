import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite("A mail that came back")
struct IncomingBounceTests {
    /// As Postfix writes it.
    private static let postfix = """
        Return-Path: <>
        Date: Wed,  2 Dec 2026 10:15:00 +0000 (UTC)
        From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: \(Incoming.contact)
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="4RkQ2p0Xyz.1796206500/mx.example.net"
        Content-Transfer-Encoding: 8bit

        This is a MIME-encapsulated message.

        --4RkQ2p0Xyz.1796206500/mx.example.net
        Content-Description: Notification
        Content-Type: text/plain; charset=utf-8

        This is the mail system at host mx.example.net.

        --4RkQ2p0Xyz.1796206500/mx.example.net
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net
        X-Postfix-Queue-ID: 4RkQ2p0Xyz
        X-Postfix-Sender: rfc822; \(Incoming.contact)
        Arrival-Date: Wed,  2 Dec 2026 10:14:59 +0000 (UTC)

        Final-Recipient: rfc822; Priya@example.net
        Original-Recipient: rfc822;priya@example.net
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mail.example.net
        Diagnostic-Code: smtp; 550 5.1.1 <priya@example.net>: Recipient address
            rejected: User unknown

        --4RkQ2p0Xyz.1796206500/mx.example.net
        Content-Description: Undelivered Message
        Content-Type: message/rfc822
        Content-Transfer-Encoding: 8bit

        From: Nova <\(Incoming.contact)>
        Content-Type: text/calendar; method=REPLY

        \(Incoming.reply())

        --4RkQ2p0Xyz.1796206500/mx.example.net--

        """

    @Test("names the recipient and what the last host said, and is no answer though it carries one")
    func failure() throws {
        let words = "5.1.1 smtp; 550 5.1.1 <priya@example.net>: Recipient address rejected: User unknown"
        #expect(Incoming.read(Self.postfix).content == .bounce(of: try EmailAddress("priya@example.net"), words))
    }

    @Test(
        "may be written in other ways",
        arguments: [
            ("Final-Recipient: rfc822; Priya@example.net", "final-recipient: RFC822;<Priya@example.net>", ""),
            ("example.net\nOriginal", "example.net (Priya (home))\nOriginal", ""),
            ("Action: failed", "Action: Failed (hard)", ""), ("Status: 5.1.1", "Status: 5.1.1 (bad mailbox)", ""),
            ("=delivery-status;", "=\"Delivery-Status\";", ""), ("multipart/report", "Multipart/Report", ""),
            ("Original-Recipient", "\nOriginal-Recipient", "it is a delivery report, but not of a failure"),
        ])
    func shapes(old: String, new: String, reason: String) {
        let content = Incoming.read(Self.postfix.replacing(old, with: new)).content
        switch content {
        case .bounce(let recipient, _):
            #expect(recipient.description == "priya@example.net")
            #expect(reason == "")
        default: #expect(content == .unusable(reason))
        }
    }

    @Test(
        "is of no use unless it says of one person that it failed for good",
        arguments: [
            ("Action: failed", "Action: delayed", "it reports that a mail is only delayed"),
            ("Status: 5.1.1", "Status: 4.4.1", "it reports that a mail is only delayed"),
            ("Action: failed", "Action: relayed", "it is a delivery report, but not of a failure"),
            ("Action: failed\n", "", "it is a delivery report, but not of a failure"),
            ("Status: 5.1.1", "Status: 2.0.0", "it is a delivery report, but not of a failure"),
            ("Status: 5.1.1", "Status: 5.1", "it is a delivery report, but not of a failure"),
            ("Status: 5.1.1\n", "", "it is a delivery report, but not of a failure"),
            ("Status: 5.1.1", "Status: 5.1.1\nStatus: 2.0.0", "it has more than one status field"),
            ("Final-Recipient", "X-Recipient", "it is a delivery report on nobody"),
            (
                "Action: failed", "Final-Recipient: rfc822; b@example.net\nAction: failed",
                "it has more than one final-recipient field"
            ),
            (
                "unknown\n", "unknown\n\nFinal-Recipient: rfc822; b@example.net\n",
                "it is a delivery report on several recipients at once"
            ),
            (
                "rfc822; Priya@example.net", "rfc822; Priya",
                "it is a delivery report on somebody whose address cannot be read"
            ),
            (
                "rfc822; Priya@example.net", "x400; Priya@example.net",
                "it is a delivery report on somebody whose address cannot be read"
            ),
            ("message/delivery-status", "text/plain", "it is a delivery report that reports nothing"),
            ("report-type=delivery-status", "report-type=disposition-notification", "it is an automatic reply"),
        ])
    func useless(old: String, new: String, reason: String) {
        #expect(Incoming.refusal(Self.postfix.replacing(old, with: new)) == reason)
    }
}
