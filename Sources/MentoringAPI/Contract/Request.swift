import Foundation
import Mentoring

/// One thing that can be asked of Meridian, wherever its database is kept.
///
/// A request is a value: its properties are what is asked, by the names that the JSON API has for them. A command makes one and
/// hands it to a client; a client here carries it out, one far away sends it over the network.
public protocol Request: Codable, Sendable {
    /// What is answered: one JSON document.
    associatedtype Answer: Codable & Sendable

    /// Where the API has it, who may ask, and what it takes.
    static var route: Route { get }

    /// Whether it holds a secret that no network may see in clear, beside the token of whoever asks.
    static var holdsSecret: Bool { get }

    /// Whether the log has what it changes: not what strangers ask for before anybody knows them, and not who votes for what.
    static var isLogged: Bool { get }

    /// Whether it may change something of a program that is archived, and can else only be read.
    static var worksInArchive: Bool { get }

    /// What it is about, which decides what the caller may do.
    var subject: Subject { get }
}

extension Request {
    public static var holdsSecret: Bool { false }

    public static var isLogged: Bool { true }

    public static var worksInArchive: Bool { false }

    /// The name of the operation: `listPrograms`.
    public static var name: String {
        let type = "\(Self.self)"
        return type.prefix(1).lowercased() + type.dropFirst()
    }

    /// What is asked, by the names of the fields; what was left out is not there.
    public func values() throws -> [String: JSONValue] {
        try JSONValue.members(of: Array(encoder.encode(self)), within: .answer) { _ in }
    }

    /// Refuses values that the request does not take, before anybody is asked.
    ///
    /// - Parameter spelled: how a field's name is spelled where it is typed.
    /// - Throws: `BadInput`.
    public func checkFields(spelled: (String) -> String = { $0 }) throws {
        let values = try values()
        for field in Self.route.fields {
            try field.check(values[field.name] ?? .null, called: spelled(field.name))
        }
    }
}

/// One for all, since a page has a hundred requests.
private let encoder = JSONEncoder()

/// A request that weighs a whole season, which takes much longer than looking something up.
///
/// A server does a few of them at a time, beside everything else; whoever asks waits as long as it may take.
public protocol ComputingRequest: Request {}

/// How long computing may take.
public enum Computing {
    /// What a server gives one request, its place in the queue included.
    public static let patience = Duration.seconds(60)
}
