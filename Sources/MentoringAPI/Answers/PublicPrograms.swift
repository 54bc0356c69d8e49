public import CivilTime
import Mentoring

/// What everybody may see of all programs, as it was at one moment.
public struct PublicPrograms: Hashable, Sendable {
    /// A program in the list.
    public struct Entry: Hashable, Sendable {
        /// The program, with the season that is meant now.
        public let program: ProgramView
        /// The session of that season that is under way or comes next; nil where none does.
        public let next: SessionView?

        package init(_ program: ProgramView, next: SessionView?) {
            self.program = program
            self.next = next
        }
    }

    /// The programs, by name.
    public let programs: [Entry]
    /// The moment.
    public let asOf: Instant

    package init(_ programs: [Entry], asOf: Instant) {
        self.programs = programs
        self.asOf = asOf
    }
}
