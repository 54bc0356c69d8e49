import CivilTime
import Mentoring
package import MentoringAPI

/// What was done with a session, or would be: what becomes of it, then each effect on a person, and beforehand also whom its hour suits.
package struct SessionChangeText {
    private let change: SessionChange

    package init(_ change: SessionChange) { self.change = change }

    package var text: String {
        if let names = change.toldNames { return chosen(tellingOf: names) }
        guard let effects = change.effects, change.before != nil else { return headline }
        let lines = [
            effects.remarks.map { "note: \($0)" },
            EffectsText.lost(effects.lost, others: effects.lostElsewhere, isDone: change.done),
            EffectsText.passedBy(effects.passedBy),
            EffectsText.promotions(
                effects.promotions, others: effects.promotedElsewhere, in: "waiting lists whose people you do not see"),
            [EffectsText.told(effects.toldNames, of: change.told, others: "more")].compactMap(\.self),
        ].joined().map { Paragraph.of($0) }
        guard !change.done else { return ([headline] + lines).joined(separator: "\n") }
        return
            ([headline, "", hours(effects)] + unsocial(effects) + [""] + lines + [Preview.outcome()]).joined(
                separator: "\n")
    }

    /// What it is about now, at which revision, what to look for in it, and who is told of that.
    private func chosen(tellingOf names: [String]) -> String {
        let (code, isAhead) = (change.session.code, Layout.current.isBeforehand)
        guard let review = change.session.review else { return headline }
        let told = isAhead ? People.wouldBeTold(change.told) : People.told(change.told)
        let edition = review.edition.map { ", \($0)" } ?? ""
        let lines = [
            "\(code) \(isAhead ? "would be" : "is") about \(OneLine.shown(review.title))\(edition); \(told)",
            review.revisionURL,
            review.questions.isEmpty ? "no questions are noted for it" : "what to look for:",
        ]
        let names = EffectsText.told(names, of: change.told, others: "more")
        return
            (lines + review.questions.filter { !$0.isEmpty }.map { "“\(OneLine.shown($0))”" }
            + (names.map { [$0] } ?? []))
            .map { Paragraph.of($0) }.joined(separator: "\n")
    }

    private var headline: String { Paragraph.of(outcome) }

    private var outcome: String {
        let session = change.session
        let told = change.done ? People.told(change.told) : People.wouldBeTold(change.told)
        let note = change.note.map { "; \($0)" } ?? ""
        let time = "\(When.dayAndTime(session.localStart)) \(session.zone)"
        switch (session.status, change.before?.status) {
        case (.cancelled, _): return "\(session.code) \(change.done ? "is" : "would be") cancelled; \(told)"
        case (_, .cancelled?):
            return
                "\(session.code) \(change.done ? "is reinstated" : "would be reinstated"), \(session.statusInWords), on \(time); \(told)"
        default: return "\(session.code) \(change.done ? "is" : "would be") on \(time)\(note); \(told)"
        }
    }

    private func hours(_ effects: SessionEffectsView) -> String {
        var table = Table([
            .init(title: "Region", isFlexible: true), .init(title: "Begins"), .init(title: "Its people"),
            .init(title: "In the session"),
        ])
        let day = change.session.localStart.date
        for hour in effects.hours {
            table.add([
                "\(effects.regionTitles[hour.region]) (\(hour.zone.city))",
                When.time(hour.localStart, besides: day, hour.hours), hour.people.inWords, hour.present.inWords,
            ])
        }
        table.legend = When.legend
        return table.text()
    }

    private func unsocial(_ effects: SessionEffectsView) -> [String] {
        effects.ownHours.filter { $0.hours != .humane }.map {
            "for \(OneLine.shown($0.person)) it begins at \(When.dayAndTime($0.localStart)) \($0.zone), \($0.hours.words(of: "their"))"
        }.map { Paragraph.of($0) }
    }
}

extension HumaneTally {
    /// `3 by day, 1 at its edge, 2 at night`; `nobody` of none.
    package var inWords: String {
        let parts = [(humane, "by day"), (edge, "at its edge"), (night, "at night")].filter { $0.0 > 0 }
        return parts.isEmpty ? "nobody" : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
