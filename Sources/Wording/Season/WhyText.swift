package import CivilTime
import Mentoring
package import MentoringAPI
import Rotation
import TimeZoneCatalog

/// Why a session is whose it is, for whoever feels it should be another's.
package struct WhyText {
    private let why: WhyView
    private let clock: ZoneRules?

    /// With a `clock` the session is shown on that as well.
    package init(_ why: WhyView, clock: ZoneRules?) {
        self.why = why
        self.clock = clock
    }

    package var text: String {
        let weighed = why.objections.contains { $0.ground == .level }
        return
            ([headline, hours] + why.reasons.map { Paragraph.of($0) } + [
                others,
                [weighed ? ObjectionView.legend : "", why.words.legend()].filter { !$0.isEmpty }
                    .joined(separator: "\n"),
            ])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var headline: String {
        guard let leader = why.leader else {
            return Paragraph.of("\(why.session) (week \(why.week), \(why.regionTitles[why.region])): nobody")
        }
        let local = leader.localStart
        let agreed = "\(When.dayAndYear(local.date)) \(local.time) \(leader.zone.city)"
        let here = clock.map { clock in
            ", that is \(When.time(clock.local(at: leader.start), besides: local.date)) \(clock.id.city)"
        }
        return Paragraph.of("\(why.session): \(leader.mentor), \(agreed)\(here ?? "")")
    }

    private var hours: String {
        guard let date = why.leader?.localStart.date else { return "" }
        let clocks = why.hours.map { hour in
            "\(why.regionTitles[hour.region]) \(When.time(hour.localStart, besides: date, hour.hours)) \(hour.zone.city)"
        }
        let isHumane = why.hours.allSatisfy { $0.hours == .humane }
        return (Paragraph.flow(clocks) + (isHumane ? [] : Paragraph.flow(When.legend))).joined(separator: "\n")
    }

    private var others: String {
        guard !why.objections.isEmpty else { return "" }
        let title = why.leader == nil ? "Why not" : "Why nobody else"
        return ([title] + why.objections.map { Paragraph.of($0.surely, indent: 2) }).joined(separator: "\n")
    }
}

extension WhyNotView {
    /// The answer, first what was asked.
    package var text: String {
        let led = "\(session) is led by \(leader ?? "nobody")"
        // Why nobody leads a frozen week, or another region's, is the answer already.
        return
            ([Paragraph.of(objection.surely)] + (objection.ground == .noTurn ? [] : [Paragraph.of(led)])
            + notes.map { Paragraph.of($0) } + (objection.ground == .level ? [ObjectionView.legend] : [])
            + [objection.words.legend()].filter { !$0.isEmpty })
            .joined(separator: "\n")
    }
}

extension WhyView {
    /// Those of its words that are to be explained.
    fileprivate var words: [FieldWord] {
        (leader.map { $0.carry == 0 ? [.turn, .fairShare] : [.turn, .fairShare, .carry] } ?? [])
            + objections.flatMap(\.words)
    }

    /// The same of what `brief` says.
    var briefWords: [FieldWord] {
        leader == nil || status == .announced ? [] : nearest?.words ?? []
    }

    /// The turn in a line or two: who leads it, and who came nearest.
    var brief: String {
        guard let leader else { return Paragraph.of("\(session) nobody: \(reasons.last ?? "")", indent: 2) }
        if status == .announced { return Paragraph.of("\(session) \(leader.mentor): announced, and stays", indent: 2) }
        guard let nearest else { return Paragraph.of("\(session) \(leader.mentor): \(others)", indent: 2) }
        return Paragraph.of("\(session) \(leader.mentor): \(nearest.sentence)", indent: 2)
    }

    /// Why none of the others could lead, counted.
    private var others: String {
        let counts = Dictionary(grouping: objections, by: \.ground).mapValues(\.count)
        let causes: [(ObjectionView.Ground, String)] = [
            (.gap, "would lead again too soon"), (.monthLimit, "would lead too often that month"), (.away, "away"),
            (.engaged, "busy with something else then"),
            (.frozen, "with a frozen day"), (.past, "with a slot in the past"),
            (.shortNotice, "with a slot less than \((noticeHours ?? 48).counted("hour")) ahead"),
            (.noSlot, "without a slot that week"),
            (.notLookedAt, "not looked at, since that would take too long"),
        ]
        let counted = causes.compactMap { ground, words in counts[ground].map { "\($0) \(words)" } }
        return counted.isEmpty
            ? "nobody else is a mentor of \(regionTitles[region])"
            : "nobody else \(counts[.notLookedAt] == nil ? "could" : "is known to be able to"): \(counted.joined(separator: ", "))"
    }
}

extension ObjectionView {
    /// What the words in brackets mean.
    fileprivate static var legend: String {
        Paragraph.of(
            "proved: every season with them here is worse there, or in what matters more; found: the best season that a search found with them here"
        )
    }

    /// Those of its words that are to be explained: of the level at which it would be worse, or better.
    fileprivate var words: [FieldWord] {
        switch level.flatMap(Level.init(rawValue:)) {
        case .misery, .painmax: [.points]
        case .load: [.fairShare]
        case .spacing: [.gap]
        case .preference: [.prefer]
        case .uncovered, .overload, .stability, nil: []
        }
    }

    /// The sentence, and how sure it is.
    fileprivate var surely: String {
        ground == .level ? "\(sentence) (\(isProved ? "proved" : "found"))" : sentence
    }
}
