import Foundation
import Mentoring

/// Files that people hand in.
enum InputFile {
    /// The bytes of a file, or of standard input for “-”.
    /// - Throws: `BadInput` when it cannot be read or has more bytes than the limit.
    static func bytes(of path: String, limit: Int) throws -> [UInt8] {
        guard let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            throw BadInput("cannot be opened; is the name right, and may you read it?", file: path)
        }
        let data: Data
        do {
            data = try handle.read(upToCount: limit + 1) ?? Data()
        } catch {
            throw BadInput("cannot be read; expected a file", file: path)
        }
        guard data.count <= limit else {
            throw BadInput("has more than \(limit) bytes, the most that is read", file: path)
        }
        return Array(data)
    }

    /// Does what is asked of a file, so that a complaint about a line of it names it.
    /// - Throws: what `work` throws.
    static func naming(_ path: String, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch var bad as BadInput {
            if bad.line != nil { bad.file = path }
            throw bad
        }
    }

    /// Hands over the bytes of a file, or of standard input for “-”, piece by piece.
    /// - Throws: `BadInput` when it cannot be read, and what `take` throws.
    static func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
        guard let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            throw BadInput("cannot be opened; is the name right, and may you read it?", file: path)
        }
        while true {
            let piece: Data?
            do {
                piece = try handle.read(upToCount: 1 << 16)
            } catch {
                throw BadInput("cannot be read; expected a file", file: path)
            }
            guard let piece, !piece.isEmpty else { return }
            try take(Array(piece))
        }
    }

    /// The text of a file, as `bytes` reads it.
    /// - Throws: `BadInput`, also when it is not UTF-8.
    static func text(of path: String, limit: Int) throws -> String {
        guard let text = String(validating: try bytes(of: path, limit: limit), as: UTF8.self) else {
            throw BadInput("not UTF-8 text", file: path)
        }
        return text
    }

    /// What a file is called in messages: its path, or the end of one that is longer than a message may hold.
    static func name(of path: String) -> String {
        let most = 200
        let scalars = path.unicodeScalars
        return scalars.count <= most ? path : "…" + String(String.UnicodeScalarView(scalars.suffix(most - 1)))
    }

    /// What comes on standard input, to its end; of more than the limit only so much is kept.
    /// - Throws: `BadInput` when it cannot be read.
    static func beginning(ofStandardInput limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            // All of it is read: a mail system takes a reader that leaves early for one that failed.
            while let data = try FileHandle.standardInput.read(upToCount: 1 << 16), !data.isEmpty {
                bytes += data.prefix(limit - bytes.count)
            }
        } catch {
            throw BadInput("cannot be read", file: "-")
        }
        return bytes
    }
}
