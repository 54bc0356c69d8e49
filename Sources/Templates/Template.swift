/// A text with tags in which values stand when it is rendered: [Mustache](https://mustache.github.io/mustache.5.html) with its inheritance,
/// without lambdas, other delimiters and names made while rendering.
///
/// It is read once, with all that it includes, so that rendering only copies bytes. Ours, since swift-mustache, which has all of that
/// and more, finds each value by reflection and took ten of the nineteen milliseconds of a page (docs/decisions/own-templates.md).
package struct Template: Sendable {
    let pieces: [Piece]

    /// A template that includes no other.
    ///
    /// - Parameter text: what it says.
    /// - Throws: ``TemplateError``.
    package init(_ text: String) throws(TemplateError) {
        pieces = try Linker(sources: [:]).linked(TemplateReader.pieces(of: text))
    }

    /// Templates that include one another by name.
    ///
    /// - Parameter texts: what each says.
    /// - Returns: each by its name.
    /// - Throws: ``TemplateError``, also where one includes itself or one that is not there.
    package static func linked(_ texts: [String: String]) throws(TemplateError) -> [String: Template] {
        var sources: [String: [SourcePiece]] = [:]
        for (name, text) in texts { sources[name] = try TemplateReader.pieces(of: text) }
        let linker = Linker(sources: sources)
        var templates: [String: Template] = [:]
        for (name, pieces) in sources { templates[name] = Template(pieces: try linker.linked(pieces, within: [name])) }
        return templates
    }

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// A piece of a template that includes nothing any more.
    enum Piece: Sendable {
        case text([UInt8])
        case value(Path, isEscaped: Bool)
        /// What stands there for each of a list, once for whatever else is there, never for what is not.
        case section(Path, [Piece])
        /// What stands there for what is false, empty or not there.
        case inverted(Path, [Piece])
    }

    /// Where a value is found: by its name around here, then by names within what was found; without a name it is what is at hand.
    struct Path: Sendable {
        let first: String?
        let rest: ArraySlice<String>

        init(_ name: String) {
            let names = name.split(separator: ".").map(String.init)
            first = names.first
            rest = names.dropFirst()
        }
    }
}

/// Why a template cannot be read.
package enum TemplateError: Error, Equatable {
    /// A tag without its end.
    case unfinishedTag
    /// A section without its end, or another's end.
    case unclosed(String)
    /// An end without a section.
    case unopened(String)
    /// It includes a template that there is not.
    case unknown(String)
    /// It includes itself.
    case endless(String)
}
