import Mentoring
import MentoringService
import Testing

/// What mail programs wrap an answer in; it was right from the beginning, and stays so.
@Suite("An answer in what mail programs wrap it in")
struct IncomingWrappedTests {
    private static let calendar = "Content-Type: text/calendar; method=REPLY\n\n" + Incoming.reply()
    private static let text = "Content-Type: text/plain\n\nHello\n"
    private static let signature = """
        Content-Type: application/pgp-signature; name="signature.asc"

        -----BEGIN PGP SIGNATURE-----

        iQE=
        -----END PGP SIGNATURE-----

        """
    private static let smime = """
        Content-Type: application/pkcs7-signature; name="smime.p7s"
        Content-Transfer-Encoding: base64

        MIAGCSqGSIb3DQEHAqCA

        """
    private static let winmail = """
        Content-Type: application/ms-tnef; name="winmail.dat"
        Content-Transfer-Encoding: base64

        eJ8+IgYQAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADo

        """

    private static func mail(_ rest: String) -> IncomingMail { Incoming.read("From: priya@example.net\n" + rest) }

    @Test(
        "is found: signed by PGP or S/MIME, beside a winmail.dat, inside what a list made of it",
        arguments: [
            Incoming.multipart([calendar, signature], subtype: "signed"),
            Incoming.multipart([calendar, smime], subtype: "signed"),
            Incoming.multipart(
                [Incoming.multipart([text, calendar], subtype: "alternative", boundary: "b2"), signature],
                subtype: "signed"),
            Incoming.multipart([text, calendar, winmail]), Incoming.multipart([winmail, calendar]),
            Incoming.multipart([Incoming.multipart([calendar, signature], subtype: "signed", boundary: "b2"), text]),
        ])
    func found(body: String) throws {
        guard case .answer(let answer) = Self.mail(body).content else {
            Issue.record("\(Self.mail(body).content)")
            return
        }
        #expect((answer.participation, answer.attendee.description) == (.accepted, "priya@example.net"))
    }

    @Test(
        "is none where only its reader could open it, and a person reads that somebody wrote",
        arguments: [
            winmail, Incoming.multipart([text, winmail]),
            Incoming.multipart(
                [
                    "Content-Type: application/pgp-encrypted\n\nVersion: 1\n",
                    "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n",
                ], subtype: "encrypted"),
            "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=\"smime.p7m\"\n\nMIAG\n",
            "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n",
        ])
    func sealed(body: String) {
        let mail = Self.mail(body)
        guard case .unusable = mail.content else {
            Issue.record("\(mail.content)")
            return
        }
        #expect(mail.words != nil)
    }

    @Test(
        "is the attendee's, whoever sent it for them or invites for somebody",
        arguments: [
            ("ATTENDEE;PARTSTAT", "ATTENDEE;SENT-BY=\"mailto:assistant@example.net\";PARTSTAT"),
            ("ORGANIZER:", "ORGANIZER;SENT-BY=\"mailto:calendar@example.org\":"),
            ("ORGANIZER:", "ORGANIZER;CN=Nova;SENT-BY=\"MAILTO:Calendar@example.org\":"),
        ])
    func sentBy(old: String, new: String) throws {
        let answer = try Incoming.answer(Incoming.calendar(Incoming.reply()).replacing(old, with: new))
        #expect((answer.participation, answer.attendee.description) == (.accepted, "priya@example.net"))
    }
}
