import Glibc

/// A character encoding in which incoming text may be.
///
/// Decoded by iconv, which knows them all. Only names of encodings that mail is written in are handed to it: some of its rarer
/// converters end the process, or never end, on hostile bytes (CVE-2020-27618, CVE-2021-3326).
struct Charset: Hashable {
    /// What becomes of a mail's text that says nothing of itself, or something that nobody knows: every byte that counts is ASCII.
    static let utf8 = Charset(iconvName: "UTF-8")

    private let iconvName: String

    private init(iconvName: String) { self.iconvName = iconvName }

    /// The encoding of a MIME name (RFC 2978), in any case; nil when it is not read.
    init?(name: String) {
        let name = name.lowercased()
        guard let known = Self.otherNames[name] ?? (Self.isKnown(name) ? name : nil) else { return nil }
        iconvName = known
    }

    /// Whether ASCII bytes are the ASCII characters, whatever stands between them.
    var isASCIIAndMore: Bool {
        !iconvName.lowercased().hasPrefix("utf-16") && !iconvName.lowercased().hasPrefix("utf-32")
    }

    /// The text, without a byte order mark; U+FFFD stands for what is not in the encoding.
    ///
    /// Nil when it would have more than `limit` bytes of UTF-8, or this machine lacks the converter and the text is not ASCII and
    /// more.
    func decode(_ bytes: ArraySlice<UInt8>, limit: Int = 1 << 20) -> String? {
        // Big-endian where no mark says otherwise (RFC 2781 §4.3).
        if iconvName == "utf-16" {
            let isLittle = bytes.starts(with: [0xFF, 0xFE])
            let rest = isLittle || bytes.starts(with: [0xFE, 0xFF]) ? bytes.dropFirst(2) : bytes
            return Charset(iconvName: isLittle ? "utf-16le" : "utf-16be").decode(rest, limit: limit)
        }
        if iconvName != "UTF-8", let converter = Converter(from: iconvName) {
            return converter.text(of: bytes, limit: limit)
        }
        guard isASCIIAndMore, bytes.count <= limit + 3 else { return nil }
        let text = String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
        return text.utf8.count <= limit ? text : nil
    }

    private static func isKnown(_ name: String) -> Bool {
        name.utf8.count <= 20
            && name.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "a"..."z", "0"..."9", "-", "_": true
                default: false
                }
            }
            && (families.contains { name.hasPrefix($0) && name.dropFirst($0.count).allSatisfy(\.isNumber) }
                || names.contains(name))
    }

    /// What a number follows.
    private static let families = [
        "iso-8859-", "iso_8859-", "iso8859-", "windows-125", "cp125", "latin", "koi8-", "windows-874", "cp874",
    ]

    private static let names: Set<String> = [
        "koi8-r", "koi8-u", "iso-2022-jp", "iso-2022-jp-2", "iso-2022-kr", "iso-2022-cn", "euc-jp", "euc-kr", "euc-cn",
        "euc-tw", "gb18030", "gbk", "big5", "big5-hkscs", "tis-620", "viscii", "macintosh", "utf-16", "utf-16le",
        "utf-16be", "utf-32", "utf-32le", "utf-32be", "utf-7", "cp850", "cp437", "cp866", "cp932", "cp936", "cp949",
        "cp950", "armscii-8", "georgian-ps",
    ]

    /// Names that iconv does not know, or by which mail means more than they say.
    private static let otherNames = [
        "utf-8": "UTF-8", "utf8": "UTF-8", "us-ascii": "UTF-8", "ascii": "UTF-8", "ansi_x3.4-1968": "UTF-8",
        "unicode-1-1-utf-8": "UTF-8", "l1": "latin1", "latin-9": "iso-8859-15", "latin9": "iso-8859-15",
        "x-cp1252": "cp1252", "iso-8859-8-i": "iso-8859-8", "gb2312": "gb18030", "gb_2312-80": "gb18030",
        "hz-gb-2312": "UTF-8", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
        "windows-31j": "cp932", "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "x-euc-jp": "euc-jp",
        "eucjp": "euc-jp", "x-gbk": "gbk", "cn-big5": "big5", "x-x-big5": "big5", "x-mac-roman": "macintosh",
    ]
}

/// An open conversion to UTF-8.
private final class Converter {
    private let handle: iconv_t

    /// Nil when this machine has none from that encoding.
    init?(from name: String) {
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// The text; nil when it would have more than `limit` bytes.
    ///
    /// A byte that means nothing becomes U+FFFD.
    func text(of bytes: ArraySlice<UInt8>, limit: Int) -> String? {
        var input = bytes.map { CChar(bitPattern: $0) }
        var text: [UInt8] = []
        var piece = [CChar](repeating: 0, count: 1 << 14)
        let isShort = input.withUnsafeMutableBufferPointer { input in
            var (from, left) = (input.baseAddress, input.count)
            while true {
                var (failure, written): (Int32, Int) = (0, 0)
                piece.withUnsafeMutableBufferPointer { piece in
                    var (to, room) = (piece.baseAddress, piece.count)
                    let converted = iconv(handle, &from, &left, &to, &room)
                    failure = converted == -1 ? errno : 0
                    written = piece.count - room
                }
                text += piece[..<written].map { UInt8(bitPattern: $0) }
                guard text.count <= limit else { return false }
                switch failure {
                case E2BIG: continue
                case EILSEQ where left > 0:
                    text += [0xEF, 0xBF, 0xBD]
                    from = from?.advanced(by: 1)
                    left -= 1
                case EINVAL where left > 0:
                    text += [0xEF, 0xBF, 0xBD]
                    return true
                default: return true
                }
            }
        }
        return isShort ? String(decoding: text, as: UTF8.self) : nil
    }
}
