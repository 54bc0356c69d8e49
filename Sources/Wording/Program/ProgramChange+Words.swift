import Mentoring
package import MentoringAPI

extension ProgramChange {
    /// What is said below the changes that a file makes, or would make.
    ///
    /// - Parameters:
    ///   - changes: all of them.
    ///   - isDone: whether they are made.
    /// - Returns: how many there are.
    package static func outcome(of changes: [ProgramChange], isDone: Bool) -> String {
        let count = changes.count(where: \.isChange)
        guard count > 0 else {
            return changes.isEmpty
                ? "the program is as the file says; nothing to change" : "nothing is to be changed"
        }
        let counted = count.counted("change")
        guard !isDone else { return counted }
        return "\(counted) would be made; \(Preview.nothing)"
    }
}
