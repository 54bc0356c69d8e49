import HTTPTypes
import Hummingbird
import NIOHTTP1

/// A request as far as it can be looked at before its body is read: as it came, for whoever stands at the door, and as the router
/// has it.
protocol Inquiry {
    var method: HTTPRequest.Method { get }
    var path: String { get }
    /// What stands after `?`, if anything does.
    var query: String? { get }
    /// The host that is asked, with its port.
    var authority: String? { get }

    /// What a field says; several of one name are one, as RFC 9110 §5.3 puts them together, and RFC 6265bis cookies.
    func field(_ name: HTTPField.Name) -> String?
}

extension Request: Inquiry {
    var path: String { uri.path }
    var query: String? { uri.query }
    var authority: String? { head.authority }

    func field(_ name: HTTPField.Name) -> String? { headers[name] }
}

/// A request to read something, as it came from the network: GET or HEAD, of a path on this server, without a body.
///
/// It is read as it stands, since the router's form of a request takes longer to make than most answers from memory.
struct ArrivedRequest: Inquiry {
    let method: HTTPRequest.Method
    let path: String
    let query: String?
    private let headers: HTTPHeaders

    /// Nil for every other request.
    init?(_ head: HTTPRequestHead) {
        switch head.method {
        case .GET: method = .get
        case .HEAD: method = .head
        default: return nil
        }
        let address = head.uri.utf8
        guard address.first == UInt8(ascii: "/"), !address.contains(UInt8(ascii: "#")) else { return nil }
        headers = head.headers
        let mark = address.firstIndex(of: UInt8(ascii: "?"))
        path = mark.map { String(head.uri[..<$0]) } ?? head.uri
        query = mark.map { String(head.uri[address.index(after: $0)...]) }
        guard field(.contentLength) == nil, field(.transferEncoding) == nil else { return nil }
    }

    var authority: String? { headers.first(name: "Host") }

    func field(_ name: HTTPField.Name) -> String? {
        var found: String?
        for (other, value) in headers where name.isSpelled(other) {
            found = found.map { $0 + (name == .cookie ? "; " : ", ") + value } ?? value
        }
        return found
    }
}

extension HTTPField.Name {
    /// Whether a text is this name, in large and small letters of whatever kind.
    fileprivate func isSpelled(_ text: String) -> Bool {
        let (own, other) = (canonicalName.utf8, text.utf8)
        return own.count == other.count
            && zip(own, other).allSatisfy { $0 == $1 || (0x41...0x5A).contains($1) && $0 == $1 | 0x20 }
    }
}
