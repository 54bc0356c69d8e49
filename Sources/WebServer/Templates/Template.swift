/// A template, read: as much of Mustache (mustache(5), and its blocks, by which one template fills in another) as pages use.
///
/// Of our own, since a page of a thousand pieces is written by it each time that something changes: names are taken apart when the
/// template is read, and everything goes into one buffer. A library looked at each value by reflection, and copied each piece
/// once for every section that it stands in, which took a quarter of the time of a page.
struct Template: Sendable {
    /// A part of it.
    indirect enum Piece: Sendable {
        case text(String)
        /// A value, escaped unless it is markup already.
        case value(Name, isMarkup: Bool)
        /// What is written for what is true, and for each of a list.
        case section(Name, [Piece])
        /// What is written for what is false, empty, or not there.
        case otherwise(Name, [Piece])
        /// Another template, whose blocks are filled in with those given.
        case template(String, blocks: [String: [Piece]])
        /// What another template may fill in, and what stands there if it does not.
        case block(String, [Piece])
    }

    /// Where a value is found.
    struct Name: Sendable {
        /// The first is looked for in what the sections around are about, from within, the others in what was found; none is what
        /// the nearest section is about.
        let path: [String]

        init(_ text: String) { path = text == "." ? [] : text.split(separator: ".").map(String.init) }
    }

    /// What is wrong with a template; only a mistake in our own can be.
    struct Malformed: Error {
        let reason: String
    }

    let pieces: [Piece]

    /// - Throws: `Malformed` for what is no template.
    init(_ text: String) throws(Malformed) {
        var reader = TemplateReader(text)
        pieces = try reader.pieces(until: nil)
    }
}
