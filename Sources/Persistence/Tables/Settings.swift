import Mentoring

extension Transaction {
    func timeZoneRelease() throws -> String? {
        try one(.setting, "SELECT * FROM setting WHERE name = ?", [Self.timeZoneReleaseName]) { try $0.value("value") }
    }

    func setTimeZoneRelease(_ release: String) throws {
        try change(
            """
            INSERT INTO setting(name, value) VALUES (?, ?)
            ON CONFLICT(name) DO UPDATE SET value = excluded.value
            """, [Self.timeZoneReleaseName, release])
    }

    private static var timeZoneReleaseName: String { "time-zone-release" }
}

extension Table {
    static let setting = Table("setting", key: ["name"])
}
