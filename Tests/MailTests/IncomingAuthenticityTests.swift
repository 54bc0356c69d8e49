import Mail
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("Whether a mail is authentic")
struct IncomingAuthenticityTests {
    private func isAuthentic(
        _ results: String..., from: String = "priya@mail.example.net", host: String? = Incoming.host
    )
        -> Bool
    {
        let fields = results.map { "Authentication-Results: \($0)\n" }.joined()
        let reader = MailReader(zones: TimeZoneCatalog.shipped, receivingHost: host)
        return reader.read(Array("\(fields)From: \(from)\n\nHello\n".utf8)).isAuthentic
    }

    @Test(
        "is what the receiving host says of the sender's domain",
        arguments: [
            "mx.example.org; dmarc=pass header.from=mail.example.net",
            "MX.Example.ORG; DMARC=Pass Header.From=Mail.Example.Net",
            "mx.example.org 1; dmarc=pass (p=reject dis=none) header.from=mail.example.net",
            "mx.example.org;\n\tspf=fail smtp.mailfrom=x@y.example;\n\tdmarc=pass\n header.from=mail.example.net",
            "mx.example.org; dkim=pass header.d=mail.example.net",
            "mx.example.org; dkim=pass header.d=example.net header.s=2023 header.b=\"a/b+==\"",
            "mx.example.org; dkim=pass header.i=@example.net header.b=Xk3/a+9c",
            "mx.example.org; dkim=pass reason=\"good; (really)\" header.i=priya@mail.example.net",
            "mx.example.org; dkim=fail header.d=mail.example.net; dkim=pass header.d=example.net",
            "(a (nested) comment) \"mx.example.org\" ; dmarc = pass header.from = mail.example.net",
            "mx.example.org; dmarc/1=pass header.from=mail.example.net",
        ])
    func vouched(results: String) { #expect(isAuthentic(results)) }

    @Test(
        "is not so for anything else that the host says",
        arguments: [
            "mx.example.org", "mx.example.org; none", "mx.example.org; spf=pass smtp.mailfrom=mail.example.net",
            "mx.example.org; dmarc=fail header.from=mail.example.net",
            "mx.example.org; dmarc=fail (dmarc=pass header.from=mail.example.net)",
            "mx.example.org; (dmarc=pass header.from=mail.example.net)",
            "mx.example.org; (a \\) (b) ; dmarc=pass header.from=mail.example.net) none",
            "mx.example.org; (dmarc=pass header.from=mail.example.net",
            "mx.example.org; dkim=none reason=\"; dmarc=pass header.from=mail.example.net\"",
            "mx.example.org; dmarc=pass (header.from=mail.example.net)",
            "mx.example.org; dmarc=pass", "mx.example.org; dmarc=pass header.from=example.net",
            "mx.example.org; dmarc=pass header.from=evil-mail.example.net",
            "mx.example.org; dmarc=pass header.from=mail.example.net header.from=evil.example",
            "mx.example.org; dmarc=pass smtp.from=mail.example.net",
            "mx.example.org; dmarc=bestguesspass header.from=mail.example.net",
            "mx.example.org; x=y dmarc=pass header.from=mail.example.net",
            "mx.example.org; dkim=pass header.d=net", "mx.example.org; dkim=pass header.d=ample.net",
            "mx.example.org; dkim=pass header.d=evil.example header.i=@mail.example.net",
            "mx.example.org; dkim=pass header.d=sub.mail.example.net", "mx.example.org; dkim=pass header.d=",
            "mx.example.org; dkim=pass header.i=@", "mx.example.org; dkim=fail header.d=mail.example.net",
            "mx.example.org 2; dmarc=pass header.from=mail.example.net",
            "mx.example.org dmarc=pass header.from=mail.example.net",
            "mx.example.org.evil.example; dmarc=pass header.from=mail.example.net",
            "mx.evil.example (mx.example.org); dmarc=pass header.from=mail.example.net",
            "(mx.example.org); dmarc=pass header.from=mail.example.net",
            "; mx.example.org; dmarc=pass header.from=mail.example.net",
            "spf=pass smtp.mailfrom=mail.example.net; dmarc=pass header.from=mail.example.net",
        ])
    func notVouched(results: String) { #expect(!isAuthentic(results)) }

    @Test("follows the topmost results of that host, whatever others say above or below")
    func topmost() {
        let pass = "mx.example.org; dmarc=pass header.from=mail.example.net"
        let fail = "mx.example.org; dmarc=fail header.from=mail.example.net"
        let other = "relay.example; dmarc=pass header.from=mail.example.net"
        #expect(isAuthentic(pass, fail))
        #expect(!isAuthentic(fail, pass))
        #expect(isAuthentic("relay.example; dmarc=fail", pass))
        #expect(!isAuthentic(other, fail, pass))
        #expect(!isAuthentic(other))
        #expect(!isAuthentic("mx.example.org; none", pass))
        #expect(!isAuthentic("mx.example.org; spf=fail smtp.mailfrom=\"a(@evil.example", pass))
        #expect(!isAuthentic("mx.example.org; spf=fail (a", pass))
    }

    @Test("is never so without a receiving host, or a sender")
    func nobody() {
        let pass = "mx.example.org; dmarc=pass header.from=mail.example.net"
        #expect(!isAuthentic(pass, host: nil))
        #expect(!isAuthentic("; dmarc=pass header.from=mail.example.net", host: ""))
        #expect(!isAuthentic(pass, from: "priya@mail.example.net, eve@evil.example"))
    }
}
