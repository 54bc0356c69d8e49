package import CivilTime
package import Mentoring

extension SuppressedAddress {
    /// Said where there is none.
    package static let none = "mail is sent to everybody"

    /// The addresses to which nothing is sent, with since when and why.
    package static func table(of addresses: [SuppressedAddress], on rules: ZoneRules) -> String {
        var table = Table([
            .init(title: "Address", isFlexible: true), .init(title: "Since"), .init(title: "Reason", wraps: true),
        ])
        for address in addresses {
            table.add(["\(address.address)", When.dayAndTime(rules.local(at: address.since)), address.reason])
        }
        return table.text()
    }
}
