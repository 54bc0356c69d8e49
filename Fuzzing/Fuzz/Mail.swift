import Mentoring
import TimeZoneCatalog

@testable import Mail

/// A whole mail, as it comes in.
@Sendable func readMail(_ bytes: [UInt8]) {
    _ = MailReader(zones: .shipped, receivingHost: "mx.example.org").read(bytes)
}

/// The value of a header's field, for each that it can be of.
@Sendable func readAddresses(_ bytes: [UInt8]) {
    _ = AddressList(bytes)
    _ = EncodedWords.decoded(bytes)
    _ = MediaType(bytes)
    _ = try? EmailAddress(String(decoding: bytes, as: UTF8.self))
    for field in ["From", "Reply-To", "Authentication-Results", "Content-Type"] {
        let head = Array("\(field): ".utf8) + bytes + Array("\r\n\r\nHello\r\n".utf8)
        _ = MailReader(zones: .shipped, receivingHost: "mx.example.org").read(head)
    }
}
