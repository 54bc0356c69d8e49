/// One thing that can be asked of Meridian, wherever its books are kept.
///
/// A verb is a value: its properties are what is asked, by the names that the JSON API has for them. A command makes one and
/// hands it to a `Desk`; a desk here carries it out, one far away sends it over the network.
public protocol Verb: Codable, Sendable {
    /// What is answered: one JSON document.
    associatedtype Answer: Codable & Sendable

    /// Where the API has it, who may ask, and what it takes.
    static var route: Route { get }

    /// What it is about, which decides what the caller may do.
    var subject: Subject { get }

    /// Does what is asked.
    ///
    /// That the caller has the route's role in the subject's program has been checked; that they may do it to this very
    /// session, slot or person is checked here.
    ///
    /// - Throws: as the use case does.
    func carryOut(at desk: OfficeDesk) async throws -> Answer
}

/// Where verbs are asked.
public protocol Desk: Sendable {
    /// Asks for something to be done.
    /// - Throws: `Refusal`, `BadInput` or `StorageFailure` as the verb does, `Unreachable` when nobody answers.
    func ask<V: Verb>(_ verb: V) async throws -> V.Answer
}
