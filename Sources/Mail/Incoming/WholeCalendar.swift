/// The one calendar in a part, without what gateways and lists put around it: a disclaimer, a footer, a Ctrl-Z.
enum WholeCalendar {
    /// From `BEGIN:VCALENDAR` to `END:VCALENDAR`, each at the beginning of a line; all of it when that is not one calendar.
    static func cut(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (begin, end): (Int?, Int?)
        var position = bytes.startIndex
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        while position < bytes.endIndex {
            let rest = bytes[position...]
            if stands("BEGIN:VCALENDAR", at: rest) {
                guard begin == nil else { return bytes }
                begin = position
            } else if begin != nil, end == nil, stands("END:VCALENDAR", at: rest) {
                end = position + "END:VCALENDAR".utf8.count
            }
            guard let lineEnd = rest.firstIndex(of: 0x0A) else { break }
            position = lineEnd + 1
        }
        guard let begin, let end else { return bytes }
        return bytes[begin..<end]
    }

    private static func stands(_ text: StaticString, at bytes: ArraySlice<UInt8>) -> Bool {
        text.withUTF8Buffer { text in
            bytes.count >= text.count
                && zip(bytes, text).allSatisfy { $0 == $1 || $0 & 0xDF == $1 && (0x41...0x5A).contains($1) }
        }
    }
}
