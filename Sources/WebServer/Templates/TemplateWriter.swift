/// Writes a template with what a page has.
struct TemplateWriter {
    private let templates: [String: Template]
    private var bytes: [UInt8] = []
    /// What the sections are about that are open, the innermost last.
    private var open: [TemplateValue]
    /// What was filled in of the templates around.
    private var blocks: [String: [Template.Piece]] = [:]

    /// A page's text.
    /// - Parameters:
    ///   - page: what is in it.
    ///   - name: its template's.
    ///   - templates: all that there are, by name.
    /// - Returns: HTML.
    static func text(of page: TemplateValue, by name: String, of templates: [String: Template]) -> String {
        var writer = TemplateWriter(templates: templates, open: [page])
        writer.bytes.reserveCapacity(64 * 1024)
        writer.write(.template(name, blocks: [:]))
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private init(templates: [String: Template], open: [TemplateValue]) {
        self.templates = templates
        self.open = open
    }

    private mutating func write(_ pieces: [Template.Piece]) {
        for piece in pieces { write(piece) }
    }

    private mutating func write(_ piece: Template.Piece) {
        switch piece {
        case .text(let text): bytes += text.utf8
        case .value(let name, let isMarkup):
            guard case .text(let text)? = value(name) else { return }
            if isMarkup { bytes += text.utf8 } else { HTMLText.write(text, to: &bytes) }
        case .section(let name, let pieces): writeSection(value(name), pieces)
        case .otherwise(let name, let pieces):
            switch value(name) {
            case nil, .truth(false): write(pieces)
            case .list(let list) where list.isEmpty: write(pieces)
            default: break
            }
        case .template(let name, let given):
            let outer = blocks
            // Whoever fills in a template that fills in another has the first word.
            blocks = given.merging(outer) { _, outer in outer }
            write(templates[name]?.pieces ?? [])
            blocks = outer
        case .block(let name, let pieces): write(blocks[name] ?? pieces)
        }
    }

    private mutating func writeSection(_ value: TemplateValue?, _ pieces: [Template.Piece]) {
        switch value {
        case nil, .truth(false): break
        case .truth(true): write(pieces)
        case .list(let list): for member in list { write(pieces, about: member) }
        case .text(let text): write(pieces, about: .text(text))
        case .record(let fields): write(pieces, about: .record(fields))
        }
    }

    private mutating func write(_ pieces: [Template.Piece], about value: TemplateValue) {
        open.append(value)
        write(pieces)
        open.removeLast()
    }

    private func value(_ name: Template.Name) -> TemplateValue? {
        guard let first = name.path.first else { return open.last }
        for around in open.reversed() {
            guard var found = around.field(first) else { continue }
            for further in name.path.dropFirst() {
                guard let next = found.field(further) else { return nil }
                found = next
            }
            return found
        }
        return nil
    }
}
