internal import CTimeZoneData
internal import CivilTime
internal import FoundationEssentials

/// The snapshot of the tz data inside the binary.
///
/// Its README describes the pack.
struct ShippedZones: ZoneStore {
    let release: String?
    private let pack: [UInt8]
    private let places: [TimeZoneID: Range<Int>]

    init() {
        self.init(pack: Self.bytes(meridian_zones_pack()))
    }

    init(pack: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        var lines: [ArraySlice<UInt8>] = []
        var position = 0
        while let end = pack[position...].firstIndex(of: newline), end > position {
            lines.append(pack[position..<end])
            position = end + 1
        }
        let firstFile = position + 1
        release = lines.first?.split(separator: UInt8(ascii: " ")).last.map { String(decoding: $0, as: UTF8.self) }
        places = Dictionary(
            uniqueKeysWithValues: lines.dropFirst().compactMap { line in
                let fields = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
                guard fields.count == 3, let name = TimeZoneID(fields[0]), let offset = Int(fields[1]),
                    let length = Int(fields[2])
                else { return nil }
                return (name, firstFile + offset..<firstFile + offset + length)
            })
        self.pack = pack
    }

    func names() -> [TimeZoneID] { Array(places.keys) }

    func contains(_ zone: TimeZoneID) -> Bool { places[zone] != nil }

    func location(of zone: TimeZoneID) -> String { "\(zone) of the shipped tz data" }

    func tzif(of zone: TimeZoneID) throws -> [UInt8] {
        Array(pack[places[zone] ?? 0..<0])
    }
}

extension ShippedZones {
    /// The source that the zones were compiled from.
    static var tzdata: [UInt8] { bytes(meridian_tzdata_zi()) }

    /// The rules that give each zone its region.
    static var regions: Data { Data(bytes(meridian_regions_json())) }

    /// What Windows calls the zones, a name and a zone on each line.
    static var windows: [UInt8] { bytes(meridian_windows_txt()) }

    private static func bytes(_ embedded: meridian_bytes) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: embedded.start, count: embedded.count))
    }
}
