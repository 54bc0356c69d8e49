public import Mentoring
import TimeZoneCatalog

/// What was asked for was not done.
///
/// This is the one table of how that can be: a word that scripts may rely on, the status over HTTP, the exit code of a command;
/// read in one direction by a server and a terminal, in the other by whoever asks a server, so that an error is the same here
/// and there.
public struct Failure: Error, Hashable, Sendable {
    /// What kind of failure it is; the raw value is its word.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case full, frozen, conflict
        case notFound = "not-found"
        case notAllowed = "not-allowed"
        case usage
        case badInput = "bad-input"
        case busy
        case unreachable
        case storage
        case output
        case unforeseen = "internal"

        /// The status over HTTP (RFC 9110 §15).
        public var status: Int {
            switch self {
            case .usage, .badInput: 400
            case .notAllowed: 403
            case .notFound: 404
            case .full, .frozen, .conflict: 409
            case .output, .unforeseen: 500
            case .unreachable: 502
            case .busy, .storage: 503
            }
        }

        /// The exit code of a command: 1 for what was refused, otherwise one of sysexits.h.
        public var exitCode: Int32 {
            switch self {
            case .full, .frozen, .conflict, .notFound, .notAllowed: 1
            case .usage: 64
            case .badInput: 65
            case .busy, .unreachable: 69
            case .storage, .output, .unforeseen: 74
            }
        }

        /// The kind that a refusal is of.
        public init(_ reason: Refusal.Reason) {
            self =
                switch reason {
                case .full: .full
                case .frozen: .frozen
                case .conflict: .conflict
                case .notFound: .notFound
                case .notAllowed: .notAllowed
                }
        }
    }

    /// What is said of an address at which no release has anything, or not this one.
    public static let noAddress = "there is nothing at this address"

    /// What kind it is.
    public let kind: Kind
    /// What happened, where, and what to do, for whoever works on this machine.
    public let words: String
    /// The same for whoever asks from elsewhere, whom this machine's files do not concern.
    public let wordsElsewhere: String

    /// A failure of a kind, told alike to everybody.
    public init(_ kind: Kind, _ words: String) {
        self.init(kind, words, elsewhere: words)
    }

    private init(_ kind: Kind, _ words: String, elsewhere: String) {
        self.kind = kind
        self.words = words
        self.wordsElsewhere = elsewhere
    }

    /// What failure an error is.
    public init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as Refusal: self.init(Kind(refusal.reason), refusal.description)
        case let unknown as Caller.Unknown: self.init(.usage, unknown.description)
        case let input as BadInput: self.init(.badInput, input.description)
        case let zone as TimeZoneCatalogError where zone.code == .unknownName || zone.code == .invalidName:
            self.init(.badInput, zone.message)
        case let folder as TimeZoneCatalogError where folder.code == .noZoneinfo:
            self.init(.badInput, folder.message, elsewhere: "the server has no tz data")
        case let data as TimeZoneCatalogError:
            self.init(.storage, data.message, elsewhere: "the server's tz data cannot be read; its log says more")
        case let unreachable as Unreachable: self.init(.unreachable, unreachable.description)
        case let storage as StorageFailure:
            self.init(
                .storage, storage.description,
                elsewhere: storage.mayHaveBeenSaved
                    ? "the database failed at the very end: the change may have been saved or not; look whether it is there before you ask again"
                    : "the database cannot be used at the moment; try again later")
        default:
            self.init(.unforeseen, "\(error)", elsewhere: "something went wrong here; the server's log says more")
        }
    }

    /// The error that it stands for, as it is thrown where something is done and not asked for.
    public var error: any Error {
        if let reason = Refusal.Reason(rawValue: kind.rawValue) { return Refusal(reason, words) }
        return switch kind {
        case .badInput: BadInput(words)
        case .unreachable: Unreachable(words)
        case .storage: StorageFailure(words)
        default: self
        }
    }
}
