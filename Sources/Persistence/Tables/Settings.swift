import CivilTime
import Mentoring

extension Transaction {
    func timeZoneRelease() throws -> String? {
        try one(.setting, "SELECT * FROM setting WHERE name = ?", [Self.timeZoneReleaseName]) { try $0.value("value") }
    }

    func setTimeZoneRelease(_ release: String) throws {
        try save(to: .setting, ["name": Self.timeZoneReleaseName, "value": release])
    }

    func mailHeldSince() throws -> Instant? {
        try one(.setting, "SELECT * FROM setting WHERE name = ?", [Self.mailHeldName]) { row in
            let text: String = try row.value("value")
            guard let moment = Instant(rfc3339: text) else { throw row.unreadable("value") }
            return moment
        }
    }

    func setMailHeld(since moment: Instant?) throws {
        try change("DELETE FROM setting WHERE name = ?", [Self.mailHeldName])
        guard let moment else { return }
        try add(to: .setting, ["name": Self.mailHeldName, "value": moment.rfc3339])
    }

    func publicAddress() throws -> FeedAddresses? {
        try one(.setting, "SELECT * FROM setting WHERE name = ?", [Self.publicAddressName]) { row in
            guard let addresses = try? FeedAddresses(base: row.value("value")) else { throw row.unreadable("value") }
            return addresses
        }
    }

    func setPublicAddress(_ addresses: FeedAddresses) throws {
        try save(to: .setting, ["name": Self.publicAddressName, "value": addresses.base])
    }

    private static var publicAddressName: String { "public-address" }
    private static var mailHeldName: String { "mail-held-since" }
    private static var timeZoneReleaseName: String { "time-zone-release" }
}

extension Table {
    static let setting = Table("setting", key: ["name"])
}
