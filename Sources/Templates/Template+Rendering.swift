extension Template {
    /// The text with the values in it.
    ///
    /// - Parameter page: the values; what is not there leaves nothing.
    /// - Returns: the text; what `{{name}}` names is escaped as HTML, what `{{{name}}}` names is as it is.
    package func render(_ page: Field) -> String {
        var rendering = Rendering(around: [page])
        rendering.write(pieces)
        return String(decoding: rendering.text, as: UTF8.self)
    }
}

/// A template that is being rendered.
private struct Rendering {
    var text: [UInt8] = []
    /// What values are looked for in, the innermost last.
    private var around: [Field]

    init(around: [Field]) {
        self.around = around
        text.reserveCapacity(16_384)
    }

    mutating func write(_ pieces: [Template.Piece]) {
        for piece in pieces {
            switch piece {
            case .text(let bytes): text += bytes
            case .value(let path, let isEscaped):
                switch found(path) {
                case .text(let value)?: if isEscaped { HTMLText.append(value, to: &text) } else { text += value.utf8 }
                case .truth(let value)?: text += "\(value)".utf8
                default: break
                }
            case .section(let path, let inner):
                switch found(path) {
                case .list(let fields)?: for field in fields { write(inner, in: field) }
                case .truth(true)?: write(inner)
                case .truth(false)?, nil: break
                case let field?: write(inner, in: field)
                }
            case .inverted(let path, let inner):
                switch found(path) {
                case .list(let fields)? where fields.isEmpty: write(inner)
                case .truth(false)?, nil: write(inner)
                default: break
                }
            }
        }
    }

    private mutating func write(_ pieces: [Template.Piece], in field: Field) {
        around.append(field)
        write(pieces)
        around.removeLast()
    }

    private func found(_ path: Template.Path) -> Field? {
        guard let first = path.first else { return around.last }
        for case .fields(let fields) in around.reversed() {
            guard var found = fields[first] else { continue }
            for name in path.rest {
                guard case .fields(let inner) = found, let next = inner[name] else { return nil }
                found = next
            }
            return found
        }
        return nil
    }
}
