package import CivilTime

extension TimeZoneID {
    /// The place a zone is named for, as in `New York`: short, for a heading or a narrow column.
    package var city: String {
        (name.split(separator: "/").last.map(String.init) ?? name).replacing("_", with: " ")
    }
}
