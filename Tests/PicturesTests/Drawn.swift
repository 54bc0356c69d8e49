import Foundation
import FoundationXML
import Testing

/// A picture as an XML parser reads it.
final class Drawn: NSObject, XMLParserDelegate {
    let svg: String
    /// The classes of the marks in the strips, in their order.
    private(set) var marks: [String] = []
    /// The title of the whole.
    private(set) var title = ""
    /// What the whole is told to show.
    private(set) var account = ""
    /// The titles of the parts.
    private(set) var titles: [String] = []
    private var text = ""
    private var depth = 0
    private var isLegend = false

    init(_ svg: String) throws {
        self.svg = svg
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        #expect(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        text = ""
        if name == "g" { isLegend = attributes["transform"] != nil }
        if name == "use", !isLegend, let kind = attributes["class"] { marks.append(kind) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch (name, depth) {
        case ("title", 2): title = text
        case ("desc", 2): account = text
        case ("title", _): titles.append(text)
        default: break
        }
        depth -= 1
    }
}
