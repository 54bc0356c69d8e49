import Foundation
import Mentoring

/// Files that people ask for.
enum OutputFile {
    /// Writes a text into a file, or to standard output for “-”; a file that was there is replaced at once or not at all.
    /// - Throws: `BadInput` when it cannot be written.
    static func write(_ text: String, to path: String) throws {
        guard path != "-" else { return try Terminal.say(Array(text.utf8)) }
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw BadInput("cannot be written; is there such a folder, and may you write to it?", file: path)
        }
    }
}
