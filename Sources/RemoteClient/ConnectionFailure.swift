/// Why no connection came about, for a person.
enum ConnectionFailure {
    /// What a networking or TLS library's error means, and what to do.
    ///
    /// The libraries' own error types tell no more than their texts do, in BoringSSL's and errno's words.
    static func unread(_ error: any Error) -> UnreadAnswer {
        let text = "\(error)"
        let before = beforeAnythingIsSent.first { text.contains($0.sign) }?.words
        let words =
            before ?? afterwards.first { text.contains($0.sign) }?.words
            ?? "the connection failed; check --server, and that the server runs"
        return UnreadAnswer("cannot be reached: \(words)", before == nil ? .unknown : .undone)
    }

    private static let beforeAnythingIsSent: [(sign: String, words: String)] = [
        (
            "CERTIFICATE_VERIFY_FAILED",
            "its certificate is not trusted here: it has expired, was issued by nobody known, or is for another name; ask who runs the server"
        ),
        (
            "unableToValidateCertificate",
            "its certificate is for another name; check the name in --server"
        ),
        ("WRONG_VERSION_NUMBER", "it does not speak TLS there; is it an http:// address, or another port?"),
        ("HTTP_REQUEST", "it does not speak TLS there; is it an http:// address, or another port?"),
        ("handshakeFailed", "it and this program agree on no way to speak TLS; ask who runs the server"),
        ("refused", "nothing listens there (connection refused); check --server, and that the server runs"),
        ("connectTimeout", "nothing answers there; check --server and the network"),
        ("nreachable", "there is no way to it from here (network unreachable); check the network"),
        ("NIOConnectionError", "its name leads nowhere, or nothing listens there; check --server and the network"),
    ]

    private static let afterwards: [(sign: String, words: String)] = [
        ("timed out", "nothing answers there; check --server and the network"),
        ("uncleanShutdown", "it hung up in the middle of its answer"),
        ("remoteConnectionClosed", "it hung up without an answer; is it a Meridian server? check --server"),
        ("HTTPParserError", "it does not speak HTTP there; check --server"),
        ("invalidHeader", "it does not speak HTTP there; check --server"),
    ]
}
