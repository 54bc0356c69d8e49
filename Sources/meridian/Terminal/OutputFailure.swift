import Glibc

/// The answer did not reach whoever asked.
struct OutputFailure: Error, CustomStringConvertible {
    /// What happened, and what to do.
    let description: String

    /// What `write(2)` failed with; whatever was asked for has been done by then.
    init(errno code: Int32) {
        description =
            "the answer cannot be written to standard output (\(Self.words(code))); whatever was asked for has been done"
    }

    /// The same, said of a particular answer.
    init(_ description: String) { self.description = description }

    private static func words(_ code: Int32) -> String {
        switch code {
        case EPIPE: "its reader has left"
        case EBADF: "it is closed"
        default: String(cString: strerror(code)).lowercased()
        }
    }
}
