import CivilTime
import Foundation
import Testing

@testable import TimeZoneCatalog

@Suite("The machine's zone")
struct MachineZoneTests {
    @Test(
        "comes from TZ first, then /etc/timezone, then /etc/localtime, else it is UTC",
        arguments: [
            ("Asia/Tokyo", "Europe/Paris\n", "/usr/share/zoneinfo/Europe/Rome", "Asia/Tokyo"),
            (":Asia/Tokyo", nil, nil, "Asia/Tokyo"),
            ("/usr/share/zoneinfo/Asia/Tokyo", nil, nil, "Asia/Tokyo"),
            ("", "Europe/Paris\n", nil, "UTC"),
            ("Not/AZone", "Europe/Paris\n", nil, "Europe/Paris"),
            ("CET-1CEST,M3.5.0,M10.5.0/3", nil, "../usr/share/zoneinfo/Europe/Rome", "Europe/Rome"),
            (nil, "Europe/Paris", nil, "Europe/Paris"),
            (nil, "", "/usr/share/zoneinfo/posix/Europe/Rome", "Europe/Rome"),
            (nil, "../../x\n", nil, "UTC"),
            (nil, nil, "/etc/elsewhere", "UTC"),
            (nil, nil, nil, "UTC"),
        ] as [(String?, String?, String?, String)])
    func sources(variable: String?, file: String?, link: String?, expected: String) throws {
        let etc = try TemporaryDirectory()
        if let file {
            try etc.write(file.utf8, to: "timezone")
        }
        if let link {
            try FileManager.default.createSymbolicLink(
                atPath: "\(etc.path)/localtime", withDestinationPath: link)
        }
        let zone = TimeZoneCatalog.shipped.machineZone(variable: variable, etc: etc.path)
        #expect(zone.name == expected)
    }
}
