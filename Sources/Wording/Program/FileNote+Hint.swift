package import CivilTime
package import Mentoring

extension FileNote {
    /// What whoever applies a file should know beside what it does, with the facts.
    package enum Hint: Hashable, Sendable {
        /// Why an address of before is not followed to whoever has another.
        package enum Obstacle: Hashable, Sendable {
            /// Somebody else, by name, has it.
            case taken(by: String)
            /// It is an organizer's, who takes no part.
            case organizes(Program.Name)
            /// It is blocked.
            case blocked(in: Program.Name)

            fileprivate func words(_ old: EmailAddress, _ email: EmailAddress) -> String {
                switch self {
                case .taken(let other):
                    "\(other) has it; if both are one person: meridian person move \(old) \(email) --merge"
                case .organizes(let program):
                    "it only organizes \(program); to have \(email) organize it instead, name that under organizers:"
                case .blocked(let program):
                    "it is blocked in \(program); to end that: meridian person unblock \(old) --program \(program)"
                }
            }
        }

        /// The next plan changes these announced sessions.
        case changesAnnounced([SessionCode])
        /// It leaves all so many as they are.
        case leavesAnnounced(Int)
        /// Somebody was erased that day, whom the file enters anew.
        case erased(EmailAddress, on: LocalDate)
        /// Frozen meetings are to be postponed, and no week is free for one.
        case postponesInVain
        /// Somebody, by name, undid the move to the address that the file has, or never confirmed it.
        case moveUndone(of: String, from: EmailAddress, to: EmailAddress)
        /// An address of before is not followed, of somebody, by name, whom the file has at another.
        case notFollowed(EmailAddress, of: String, at: EmailAddress, Obstacle)
        /// Somebody new, by name, looks like somebody who is there, and may be them at another address.
        case looksLike(EmailAddress, of: String, at: EmailAddress)

        /// The hint as a clause.
        package var text: String {
            switch self {
            case .changesAnnounced(let codes):
                "the next plan changes \(codes.count.counted("announced session")), and tells those concerned: "
                    + codes.map(\.description).named
            case .leavesAnnounced(1): "the next plan leaves the announced session as it is"
            case .leavesAnnounced(let count): "the next plan leaves all \(count) announced sessions as they are"
            case .erased(let email, let day):
                "\(email) was erased on \(day), and the file enters them anew; "
                    + "if that is not meant, take them out of it, and: meridian person erase \(email)"
            case .postponesInVain:
                "when-frozen: postpone does nothing where every week meets, since it needs weeks that do not: "
                    + "a frozen meeting is left out; say meets: every-2-weeks, or leave it out"
            case .moveUndone(let name, let old, let email):
                "\(name) keeps \(old): the move to \(email) was undone, or nobody confirmed it; "
                    + "to try again: meridian person move \(old) \(email)"
            case .notFollowed(let old, let name, let email, let obstacle):
                "formerly \(old) of \(name) is not followed: \(obstacle.words(old, email))"
            case .looksLike(let like, let name, let email):
                "\(name) at \(email) looks like \(like): add formerly: [\(like)]"
            }
        }
    }
}
