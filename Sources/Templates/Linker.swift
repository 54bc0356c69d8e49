/// Puts what a template includes in its place.
struct Linker {
    let sources: [String: [SourcePiece]]

    /// - Parameters:
    ///   - pieces: a template's.
    ///   - names: the templates in which they stand, from the outermost.
    ///   - blocks: what takes the place of blocks there.
    /// - Returns: the pieces without what is included; a text that follows a text is one.
    /// - Throws: ``TemplateError``.
    func linked(
        _ pieces: [SourcePiece], within names: [String] = [], blocks: [String: [SourcePiece]] = [:]
    ) throws(TemplateError) -> [Template.Piece] {
        var linked: [Template.Piece] = []
        for piece in pieces {
            switch piece {
            case .text(let text): linked.add(text)
            case .value(let path, let isEscaped): linked.append(.value(path, isEscaped: isEscaped))
            case .section(let path, let inner, let isInverted):
                let inner = try self.linked(inner, within: names, blocks: blocks)
                linked.append(isInverted ? .inverted(path, inner) : .section(path, inner))
            case .block(let name, let inner):
                linked.add(try self.linked(blocks[name] ?? inner, within: names, blocks: blocks))
            case .include(let name, let own):
                guard let source = sources[name] else { throw .unknown(name) }
                guard !names.contains(name) else { throw .endless(name) }
                // Whoever includes the outermost has the last word.
                let blocks = own.merging(blocks) { _, outer in outer }
                linked.add(try self.linked(source, within: names + [name], blocks: blocks))
            }
        }
        return linked
    }
}

extension [Template.Piece] {
    fileprivate mutating func add(_ text: [UInt8]) {
        if case .text(let before)? = last {
            self[count - 1] = .text(before + text)
        } else {
            append(.text(text))
        }
    }

    fileprivate mutating func add(_ pieces: [Template.Piece]) {
        for piece in pieces {
            if case .text(let text) = piece { add(text) } else { append(piece) }
        }
    }
}
