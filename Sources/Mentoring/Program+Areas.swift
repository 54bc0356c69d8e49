import TimeZoneCatalog

extension Program {
    /// A part of the project, as its reviewers call it: 1 to 40 of `a-z 0-9 -`.
    public typealias Area = String

    /// Checks the name of an area.
    /// - Throws: `BadInput` when it is not 1 to 40 of `a-z 0-9 -`.
    public static func validatedArea(_ text: String) throws(BadInput) -> Area {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
        guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(allowed.contains) else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not an area; expected 1 to 40 lower-case letters, digits and hyphens, such as scheduler"
            )
        }
        return text
    }

    /// Checks an area that somebody named: one of the program's, or any one line where the program names none.
    /// - Throws: `BadInput` with the program's areas or the nearest of them.
    public func knownArea(_ text: String) throws(BadInput) -> Area {
        let area = try OneLine.validated(text, as: "area", limit: 60)
        guard !areas.isEmpty, !areas.contains(area) else { return area }
        let near = nearest(to: area, among: areas)
        throw BadInput(
            "\(name) has no area “\(area)”; "
                + (near.isEmpty
                    ? "it has \(areas.joined(separator: ", "))" : "did you mean \(near.joined(separator: ", "))?"))
    }
}
