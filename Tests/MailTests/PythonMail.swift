import Foundation
import Subprocess
import Testing

/// A mail as Python's `email` package reads it: a reader that shares nothing with the writer.
struct PythonMail: Decodable {
    /// A leaf of the MIME tree.
    struct Part: Decodable {
        let type: String
        let parameters: [String: String]
        let disposition: String?
        let filename: String?
        let encoding: String
        let text: String
    }

    /// Header fields in their order, decoded.
    let headers: [[String]]
    /// The media types as a tree: `multipart/mixed(…)`.
    let structure: String
    let parts: [Part]
    /// What the package found wrong anywhere.
    let defects: [String]

    /// The one value of a field.
    func header(_ name: String) throws -> String {
        let values = headers.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
        try #require(values.count == 1, "\(name) occurs \(values.count) times")
        return values[0]
    }

    /// Whether there is a Python to read with.
    static func isAvailable() async -> Bool {
        (try? await run(.name("python3"), arguments: ["-c", "import email"], output: .discarded))?
            .terminationStatus.isSuccess ?? false
    }

    static func read(_ bytes: [UInt8]) async throws -> PythonMail {
        let result = try await run(
            .name("python3"), arguments: ["-c", script], input: .array(bytes), output: .bytes(limit: 1 << 20),
            error: .string(limit: 1 << 16))
        try #require(result.terminationStatus.isSuccess, "\(result.standardError)")
        return try JSONDecoder().decode(PythonMail.self, from: Data(result.standardOutput))
    }

    private static let script = """
        import email, email.policy, json, sys
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        def tree(part):
            inner = ",".join(tree(p) for p in part.iter_parts()) if part.is_multipart() else ""
            return part.get_content_type() + (f"({inner})" if inner else "")
        leaves = [p for p in mail.walk() if not p.is_multipart()]
        print(json.dumps({
            "headers": [[n, str(v)] for n, v in mail.items()],
            "structure": tree(mail),
            "parts": [{
                "type": p.get_content_type(), "parameters": dict(p["content-type"].params),
                "disposition": p.get_content_disposition(), "filename": p.get_filename(),
                "encoding": p["content-transfer-encoding"], "text": p.get_payload(decode=True).decode("utf-8"),
            } for p in leaves],
            "defects": [str(d) for p in mail.walk() for d in p.defects]
                + [f"{n}: {d}" for p in mail.walk() for n, v in p.items() for d in v.defects],
        }))
        """
}
