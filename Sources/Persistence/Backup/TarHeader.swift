/// What stands before each member of a tar archive (POSIX.1-1988, “ustar”), 512 bytes.
///
/// Our own, since none of our packages knows tar; what is read is taken only if it is, to the byte, what would be written
/// here, so that no link, path, sparse file or extension gets past it.
struct TarHeader: Equatable {
    static let block = 512
    /// What eleven octal digits hold.
    static let greatestSize = 0o777_7777_7777

    let name: String
    let size: Int
    /// Seconds since 1970.
    let modified: Int

    init(name: String, size: Int, modified: Int) { (self.name, self.size, self.modified) = (name, size, modified) }

    /// Reads a block; nil when it is not what is written here.
    init?(_ block: [UInt8]) {
        guard block.count == Self.block, let size = Self.number(block[124..<135]),
            let modified = Self.number(block[136..<147])
        else { return nil }
        self.init(
            name: String(decoding: block[..<100].prefix { $0 != 0 }, as: UTF8.self), size: size, modified: modified)
        guard bytes == block else { return nil }
    }

    /// The block; the name has at most 100 bytes.
    var bytes: [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.block)
        func put(_ text: String, at place: Int) {
            block.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
        }
        put(name, at: 0)
        put("0000600", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(Self.octal(size, digits: 11), at: 124)
        put(Self.octal(modified, digits: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put("0000000", at: 329)
        put("0000000", at: 337)
        put(Self.octal(block.reduce(0) { $0 + Int($1) }, digits: 6) + "\0", at: 148)
        return block
    }

    /// How many zeros follow a member of so many bytes.
    static func padding(after size: Int) -> Int { (block - size % block) % block }

    private static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }
}
