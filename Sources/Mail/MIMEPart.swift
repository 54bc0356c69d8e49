/// A part of a MIME message (RFC 2045, RFC 2046): a body in base64, or a multipart of other parts.
indirect enum MIMEPart {
    /// A body of some media type.
    case leaf(type: String, disposition: String? = nil, content: [UInt8])
    /// Several parts; the subtype says how they belong together (`mixed`, `alternative`).
    case multipart(String, [MIMEPart])
}

extension MIMEPart {
    /// The part's own header fields, a blank line and its body, every line ended by CRLF.
    ///
    /// Each multipart's delimiter is made from its subtype and the `boundary`, text that is unique to the message, and
    /// holds `=_`, which never occurs in base64.
    func write(to output: inout MessageWriter, boundary: String) {
        switch self {
        case .leaf(let type, let disposition, let content):
            output.field("Content-Type", [type])
            if let disposition { output.field("Content-Disposition", [disposition]) }
            output.field("Content-Transfer-Encoding", ["base64"])
            output.line()
            output.base64(content)
        case .multipart(let subtype, let parts):
            let own = "=_\(subtype)_\(boundary)"
            output.field("Content-Type", ["multipart/\(subtype);", "boundary=\"\(own)\""])
            output.line()
            for part in parts {
                output.line("--\(own)")
                part.write(to: &output, boundary: boundary)
            }
            output.line("--\(own)--")
        }
    }
}
