public import Mentoring

/// What a request is about, as far as that decides who may ask it.
public enum Subject: Hashable, Sendable {
    /// A program.
    case program(Program.Name)
    /// A session or a turn, by its code.
    case session(String)
    /// A week of a duty, by its code.
    case dutyTurn(String)
    /// A slot.
    case slot(Identifier<Slot>)
    /// A freeze.
    case freeze(Identifier<Freeze>)
    /// A proposed review.
    case review(Identifier<Review>)
    /// An offer of a session.
    case offer(Identifier<SwapOffer>)
    /// A mail in which somebody wrote to a program.
    case mail(Identifier<SetAsideMail>)
    /// Days on which somebody is away, in one program or in every.
    case absences(of: WrittenPerson)
    /// Somebody as they are in all programs together.
    case person(WrittenPerson)
    /// One absence.
    case absence(Identifier<Away>)
    /// What is the caller's own, in all programs together.
    case oneself
    /// Something of a program that is only known when it is carried out.
    case anyProgram
    /// What concerns the server as a whole.
    case server
}
