import Foundation

/// One thing that can be asked of Meridian, wherever its books are kept.
///
/// A verb is a value: its properties are what is asked, by the names that the JSON API has for them. A command makes one and
/// hands it to a `Desk`; a desk here carries it out, one far away sends it over the network.
public protocol Verb: Codable, Sendable {
    /// What is answered: one JSON document.
    associatedtype Answer: Codable & Sendable

    /// Where the API has it, who may ask, and what it takes.
    static var route: Route { get }

    /// Whether it holds a secret that no network may see in clear, beside the token of whoever asks.
    static var holdsSecret: Bool { get }

    /// What it is about, which decides what the caller may do.
    var subject: Subject { get }

    /// Refuses whoever cannot be granted it whatever else they say, by the address alone: before what they sent is read.
    ///
    /// The program is the one in the address, if one stands there.
    /// - Throws: `Refusal`.
    static func admit(at desk: OfficeDesk, to program: Program.Name?) async throws

    /// Does what is asked.
    ///
    /// That the caller has the route's role in the subject's program has been checked; that they may do it to this very
    /// session, slot or person is checked here.
    ///
    /// - Throws: as the use case does.
    func carryOut(at desk: OfficeDesk) async throws -> Answer
}

extension Verb {
    /// See `Verb`.
    public static var holdsSecret: Bool { false }

    /// Lets everybody go on who has the route's role.
    public static func admit(at desk: OfficeDesk, to program: Program.Name?) async throws {}

    /// Refuses values that the verb does not take, before anybody is asked.
    /// - Throws: `BadInput`.
    public func checkFields() throws {
        let values = try JSONValue.members(of: Array(JSONEncoder().encode(self)), within: .answer) { _ in }
        for field in Self.route.fields { try field.check(values[field.name] ?? .null) }
    }

    /// Refuses whoever may not ask, or not there, before what they sent is read.
    /// - Throws: `Refusal`.
    public static func requireMayAsk(at desk: OfficeDesk, of program: Program.Name?) async throws {
        if let role = route.role, let program, self is any ProgramVerb.Type {
            _ = try await desk.caller(for: role, about: .program(program))
        }
        try await admit(at: desk, to: program)
    }
}

/// A verb that weighs a whole season, which takes much longer than looking something up.
///
/// A server does a few of them at a time, beside everything else; whoever asks waits as long as it may take.
public protocol ComputingVerb: Verb {}

/// How long computing may take.
public enum Computing {
    /// What a server gives one request, its place in the queue included.
    public static let patience = Duration.seconds(60)
}

/// Where verbs are asked.
public protocol Desk: Sendable {
    /// Asks for something to be done.
    /// - Throws: `Refusal`, `BadInput` or `StorageFailure` as the verb does, `Unreachable` when nobody answers.
    func ask<V: Verb>(_ verb: V) async throws -> V.Answer
}
