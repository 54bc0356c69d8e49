package import Mentoring

/// What erasing somebody ends besides what they are in programs, with the facts.
package enum ErasureEffect: Hashable, Sendable {
    /// They organize a program no more.
    case organizesNoMore(Program.Name)
    /// They administer the server no more.
    case administersNoMore
    /// So many tokens and sign-ins of theirs end.
    case tokensEnd(Int)
    /// So does the secret address of their calendar.
    case feedEnds
    /// So many absences are forgotten.
    case absencesForgotten(Int)
    /// So is who they were.
    case nameForgotten
    /// Their address stays blocked, in one program or all.
    case staysBlocked(in: Program.Name?)
    /// So many mails to others that were refused cannot be sent again.
    case refusedForgotten(Int)
    /// What cannot be taken back.
    case historyStays

    /// The effect as a clause.
    package var text: String {
        switch self {
        case .organizesNoMore(let program): "organizes \(program) no more"
        case .administersNoMore: "administers this server no more"
        case .tokensEnd(let count): count == 1 ? "1 token or sign-in ends" : "\(count) tokens and sign-ins end"
        case .feedEnds: "the secret address of the calendar is dead"
        case .absencesForgotten(let count):
            count == 1 ? "1 absence is forgotten" : "\(count) absences are forgotten"
        case .nameForgotten: "name, addresses and zone are forgotten, in the log, too"
        case .staysBlocked(let program):
            "the address stays blocked \(program.map { "in \($0)" } ?? "on the whole server"), "
                + "or they would come back by it"
        case .refusedForgotten(let count):
            (count == 1 ? "1 mail to another that was refused" : "\(count) mails to others that were refused")
                + " can be sent again no more, since what mails said is forgotten"
        case .historyStays: "what was led and attended stays without a name; mails that have left are out of reach"
        }
    }
}
