import Mentoring

/// What a host writes back that could not deliver a mail of ours (RFC 3464).
struct BounceMail {
    /// The envelope's sender of what was not delivered.
    var to: String
    var recipient: String

    var bytes: [UInt8] {
        Array(
            """
            From: MAILER-DAEMON@mx.example.net\r
            To: \(to)\r
            Subject: Undelivered Mail Returned to Sender\r
            Auto-Submitted: auto-replied\r
            MIME-Version: 1.0\r
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
            \r
            --b\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            It could not be delivered.\r
            --b\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; mx.example.net\r
            \r
            Final-Recipient: rfc822; \(recipient)\r
            Action: failed\r
            Status: 5.1.1\r
            Diagnostic-Code: smtp; 550 5.1.1 User unknown\r
            --b--\r

            """.utf8)
    }
}
