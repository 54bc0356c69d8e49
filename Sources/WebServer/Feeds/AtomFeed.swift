import CivilTime
import Crypto
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog

/// What a program has announced, for readers of news (Atom, RFC 4287): an entry for each session that is fixed or was called off.
///
/// What is only planned may change with every plan, so that it is no news.
struct AtomFeed {
    static let contentType = "application/atom+xml; charset=utf-8"
    /// How long what is over stays, in seconds.
    private static let staying: Int64 = 60 * 24 * 60 * 60

    /// When something in it was last revised; nil when there is nothing in it.
    let updated: Instant?
    /// The moment from which something of it has left, if there is one.
    let goodUntil: Instant?
    private let feed: PublicFeed
    private let addresses: FeedAddresses
    private let entries: [Entry]

    private struct Entry {
        let session: Session
        let title: String
        let words: String
    }

    /// - Parameters:
    ///   - feed: the program with its sessions.
    ///   - addresses: where its pages are.
    ///   - zones: the zones in force.
    /// - Throws: when a zone's rules cannot be read.
    init(_ feed: PublicFeed, addresses: FeedAddresses, zones: TimeZoneCatalog) throws {
        self.feed = feed
        self.addresses = addresses
        let shown = feed.sessions.filter {
            $0.status != .tentative && $0.end.adding(seconds: Self.staying) > feed.asOf
        }
        updated = shown.map(\.revised).max()
        goodUntil = shown.map { $0.end.adding(seconds: Self.staying) }.min()
        entries = try shown.sorted { ($1.revised, $1.code) < ($0.revised, $0.code) }.map { session in
            let rules = try zones.rules(for: session.zone)
            let local = rules.local(at: session.start)
            let utc = try zones.rules(for: .utc).local(at: session.start)
            let turn = "\(feed.program.regionTitles[session.code.region]), week \(session.code.week)"
            let isOff = session.status == .cancelled
            let reason = isOff ? session.cancellation.map { " Why it was cancelled: \($0)." } ?? "" : ""
            let review = session.pick.map { " Review: \($0.review.title)." } ?? ""
            return Entry(
                session: session,
                title:
                    "\(isOff ? "Cancelled: " : "")\(turn), \(local.date.inWords), \(local.time) \(session.zone.name)",
                words:
                    "\(session.minutes) minutes with \(session.mentor.name), at \(utc.time) UTC on \(utc.date.inWords). "
                    + "Held at \(session.location).\(review)\(reason)")
        }
    }

    var xml: String {
        let page = addresses.page(of: feed.program.name)
        var xml =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
        xml += Self.element("id", Self.identifier(of: "program \(feed.program.name)"))
        xml += Self.element("title", feed.program.title)
        xml += Self.element("updated", (updated ?? feed.program.season.start.midnight).rfc3339)
        xml += "<author>\(Self.element("name", feed.program.title))</author>\n"
        if addresses.isKnown {
            xml += "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(XMLText.escaped(page)).atom\"/>\n"
            xml += "<link rel=\"alternate\" type=\"text/html\" href=\"\(XMLText.escaped(page))\"/>\n"
        }
        for entry in entries { xml += self.xml(of: entry, below: page) }
        return xml + "</feed>\n"
    }

    private func xml(of entry: Entry, below page: String) -> String {
        var xml = "<entry>\n"
        xml += Self.element("id", Self.identifier(of: entry.session.uid))
        xml += Self.element("title", entry.title)
        xml += Self.element("updated", entry.session.revised.rfc3339)
        if addresses.isKnown {
            let address = XMLText.escaped("\(page)/\(entry.session.code)")
            xml += "<link rel=\"alternate\" type=\"text/html\" href=\"\(address)\"/>\n"
        }
        xml += "<category term=\"\(entry.session.code.region.rawValue)\"/>\n"
        xml += Self.element("summary", entry.words)
        return xml + "</entry>\n"
    }

    private static func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(XMLText.escaped(text))</\(name)>\n"
    }

    /// A name for good of what has one of ours (RFC 4287 §4.2.6): a UUID of its digest (RFC 9562 §5.8).
    private static func identifier(of name: String) -> String {
        var bytes = Array(SHA256.hash(data: Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let text = bytes.hexadecimal
        var pieces: [Substring] = []
        var rest = text[...]
        for length in [8, 4, 4, 4, 12] {
            pieces.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "urn:uuid:\(pieces.joined(separator: "-"))"
    }
}

extension LocalDate {
    /// Its beginning in UTC.
    fileprivate var midnight: Instant { Instant(secondsSinceEpoch: Int64(epochDay) * 86_400) }
}
