/// What codings of an answer a client takes (RFC 9110 §12.5.3).
struct AcceptEncoding {
    /// How much gzip is wanted, in thousandths.
    private var gzip: Int?
    /// How much the bytes as they are, where that is said.
    private var identity: Int?
    /// How much anything that is not named.
    private var others: Int?

    /// Reads the field's value; what is no coding with a weight is passed over.
    init(_ field: String) {
        for entry in field.split(separator: ",") {
            let parts = entry.split(separator: ";", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let name = parts.first, let weight = parts.count > 1 ? Self.weight(parts[1]) : 1000 else { continue }
            switch name.lowercased() {
            case "gzip", "x-gzip": gzip = max(gzip ?? 0, weight)
            case "identity": identity = weight
            case "*": others = weight
            default: break
            }
        }
    }

    /// Whether an answer that can be had compressed is to be sent so: what the client takes at least as gladly.
    var prefersGzip: Bool {
        let wanted = gzip ?? others ?? 0
        return wanted > 0 && wanted >= identity ?? 0
    }

    /// `q=0.5` in thousandths (RFC 9110 §12.4.2); nil where it is none.
    private static func weight(_ parameter: String) -> Int? {
        guard parameter.lowercased().hasPrefix("q="), let value = Double(parameter.dropFirst(2)),
            (0...1).contains(value)
        else { return nil }
        return Int((value * 1000).rounded())
    }
}
