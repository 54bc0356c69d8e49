import ChatLogs
import TimeZoneCatalog

/// A log in one piece, and in pieces that end anywhere, which read the same.
@Sendable func readChatLog(_ bytes: [UInt8]) {
    let size = 1 + Int(bytes.first ?? 0) % 64
    let whole = speakers(of: [bytes])
    let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    precondition(speakers(of: pieces) == whole, "the pieces of a log read otherwise than all of it")
}

private func speakers(of pieces: [[UInt8]]) -> [String]? {
    var reader = ChatLogReader { try? TimeZoneCatalog.shipped.rules(named: $0) }
    do {
        for piece in pieces { try reader.read(piece) }
        return try reader.finish().speakers.map { "\($0)" }
    } catch {
        return nil
    }
}
