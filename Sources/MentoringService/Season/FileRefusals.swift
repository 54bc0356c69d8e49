import Mentoring
import ProgramFile

/// Why a program's file cannot be applied to what is stored: all of it is gathered, each with its place in the file, so that all can be
/// mended at once.
final class FileRefusals {
    private var all: [(place: FilePlace, error: any Error)] = []
    private var refused: Set<EmailAddress> = []

    /// More than that nobody mends at once.
    private static let mostTold = 40

    /// Does something for a part of the file; what refuses it is noted, and the rest of the file is looked at all the same.
    ///
    /// - Parameters:
    ///   - place: where that part stands.
    ///   - email: whose entry it is: of whom something was refused nothing else is done, which would only follow from that.
    ///   - work: what is done.
    /// - Throws: what is no fault of the file, such as `StorageFailure`.
    func gather(_ place: FilePlace, of email: EmailAddress? = nil, _ work: () throws -> Void) throws {
        if let email, refused.contains(email) { return }
        do {
            try work()
        } catch let conflicts as SeasonConflicts {
            for conflict in conflicts.all { note(conflict, place, email) }
        } catch let error as BadInput {
            note(error, place, email)
        } catch let error as Refusal {
            note(error, place, email)
        }
    }

    private func note(_ error: any Error, _ place: FilePlace, _ email: EmailAddress?) {
        all.append((place, error))
        if let email { refused.insert(email) }
    }

    /// - Throws: what was noted, by line, as one error of the kind of the first.
    func refuse() throws {
        let sorted = all.enumerated().sorted {
            ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
        }.map(\.element)
        guard let first = sorted.first else { return }
        let said = sorted.map { BadInput(Self.words(of: $0.error), file: $0.place.file, line: $0.place.line) }
            .withoutRepetition
        let more = said.count > Self.mostTold ? ["and \(said.count - Self.mostTold) more"] : []
        let others = said.prefix(Self.mostTold).dropFirst().map(\.description) + more
        if let refusal = first.error as? Refusal {
            throw Refusal(refusal.reason, ([said[0].description] + others).joined(separator: "\n"))
        }
        throw BadInput(
            ([said[0].message] + others).joined(separator: "\n"), file: first.place.file, line: first.place.line)
    }

    private static func words(of error: any Error) -> String {
        (error as? BadInput)?.message ?? (error as? Refusal)?.description ?? "\(error)"
    }
}
