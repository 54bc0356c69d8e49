import CivilTime
import HTTPTypes

/// Something written from the database as it is at a moment, with what is said of it to whoever asks.
struct Print: Sendable {
    /// When the bytes became different.
    enum Dating: Sendable {
        /// That is not said: the tag tells what is known.
        case none
        /// When something in it was last revised; nil when there is nothing in it.
        case revised(Instant?)
    }

    let bytes: [UInt8]
    let contentType: String
    /// Who may keep a copy, and for how long without asking again.
    let cacheControl: String
    /// What it may load and who may show it, where that is not what holds for everything.
    var contentSecurityPolicy: String?
    /// Fields of the request by which the answer differs, beside how it is compressed.
    var varies: [String] = []
    /// Whether pages of other sites may read it, too (the Fetch standard's CORS).
    var isOpenToOtherSites = false
    /// Whether it is sent compressed to whoever takes it so.
    var isCompressed = false
    var dating = Dating.none
    /// The moment.
    var asOf = Instant(secondsSinceEpoch: 0)
    /// The moment from which it differs although nobody changes anything, if there is one.
    var goodUntil: Instant?
    /// Whether it is kept for others: what was asked for by one of endless other spellings is not.
    var isKept = true

    /// What is said of it.
    var headers: HTTPFields {
        var headers: HTTPFields = [.contentType: contentType, .cacheControl: cacheControl]
        headers[.contentSecurityPolicy] = contentSecurityPolicy
        if isOpenToOtherSites { headers[.accessControlAllowOrigin] = "*" }
        let varies = (isCompressed ? ["Accept-Encoding"] : []) + varies
        if !varies.isEmpty { headers[.vary] = varies.joined(separator: ", ") }
        return headers
    }
}

extension Print {
    /// A text that goes out compressed.
    init(text: String, contentType: String, cacheControl: String) {
        self.init(
            bytes: Array(text.utf8), contentType: contentType, cacheControl: cacheControl, isCompressed: true)
    }
}

/// Something that is written from the database and kept ready: a feed, a page.
protocol Printable: Hashable, Sendable {
    /// The pattern of its paths, which holds no secret.
    var route: String { get }
    /// Whether it may be handed out while nobody can say whether it still is so.
    var mayOutliveTheDatabase: Bool { get }
}
