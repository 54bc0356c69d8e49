import Mentoring

/// A paragraph of what a program says of itself, for the template: text in which addresses of pages are links.
struct AboutParagraph: Encodable {
    /// A stretch of it.
    struct Piece: Encodable {
        let text: String
        /// Where it leads, if it is an address.
        let link: String?
    }

    let pieces: [Piece]

    /// What a program says of itself.
    static func all(of about: String?) -> [AboutParagraph] {
        about.map { ProgramIntroduction.paragraphs(of: $0).map(AboutParagraph.init) } ?? []
    }

    private init(_ paragraph: String) {
        var pieces: [Piece] = []
        var text = ""
        for word in paragraph.split(separator: " ") {
            if !pieces.isEmpty || !text.isEmpty { text += " " }
            // What closes the sentence is no part of the address.
            let address = String(word.reversed().drop { ".,;:!?)\"'>".contains($0) }.reversed())
            guard let start = address.firstRange(of: "http")?.lowerBound,
                let link = Link.address(String(address[start...])),
                address[..<start].allSatisfy({ "(<\"'".contains($0) })
            else {
                text += word
                continue
            }
            pieces += [Piece(text: text + address[..<start], link: nil), Piece(text: link, link: link)]
            text = String(word.dropFirst(address.count))
        }
        self.pieces = (pieces + [Piece(text: text, link: nil)]).filter { !$0.text.isEmpty }
    }
}
