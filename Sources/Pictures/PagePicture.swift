/// A picture that stands within a page, in the style of `PagePicture.style`, or by itself.
public struct PagePicture: Sendable {
    private let height: Double
    private let title: String
    private let description: String
    private let parts: [String]

    init(height: Double, title: String, description: String, _ parts: [String]) {
        self.height = height
        self.title = title
        self.description = description
        self.parts = parts
    }

    /// An SVG document, 320 units wide, to be read at that many pixels and more, in light and dark.
    public var svg: String { document(style: TurnGrid.style, shapes: SeasonPicture.shapes) }

    /// The same as a part of a page that has the marks (`SeasonPicture.shapes`) and the style already.
    public var inPage: String { document(style: nil, shapes: "") }

    /// How such pictures look, for the stylesheet of the pages in which they stand.
    public static var style: String { TurnGrid.style }

    private func document(style: String?, shapes: String) -> String {
        SVG.document(
            width: TurnGrid.width, height: height, kind: "turns", title: title, description: description,
            style: style, shapes: shapes, parts)
    }
}
