import NIOHTTP1

extension HTTPRequestHead {
    /// What a proxy in front could read otherwise than we do, or what no request may have; nil when all is well.
    ///
    /// Such a request is refused, never guessed at (RFC 9112 §3.2, §6.1).
    var fault: String? {
        let hosts = headers["Host"]
        let codings = headers["Transfer-Encoding"]
        if hosts.count > 1 { return "it has \(hosts.count) Host fields" }
        if hosts.isEmpty, version.major == 1, version.minor >= 1 { return "it has no Host field" }
        if let host = hosts.first, !host.utf8.allSatisfy(Self.mayStandInHost) { return "its Host is none" }
        guard !codings.isEmpty else { return nil }
        if codings.count > 1 || codings[0].lowercased() != "chunked" { return "its Transfer-Encoding is not chunked" }
        if version.minor == 0 { return "HTTP/1.0 has no Transfer-Encoding" }
        return headers.contains(name: "Content-Length") ? "it has both a Content-Length and chunks" : nil
    }

    /// The same; one after which its sender wants to be hung up on says so in the one way that is understood further in.
    ///
    /// HTTP/1.0 means it without a word, and others say it in capitals or in a list (RFC 9112 §9.3): they would wait for an end.
    var sayingWhetherItIsTheLast: HTTPRequestHead {
        guard !isKeepAlive else { return self }
        var head = self
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        return head
    }

    /// What RFC 3986 §3.2.2 lets stand in a host with its port.
    private static func mayStandInHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~!$&'()*+,;=:%[]".utf8.contains(byte)
        }
    }
}
