import Mentoring
import MentoringAPI

/// What a change does to people, in sentences; those who may not be named are counted.
enum EffectsText {
    /// Who moves up, a sentence for each session, and how many more do, and where.
    static func promotions(_ promotions: [PlanView.Promotion], others: Int, in place: String) -> [String] {
        let named = Dictionary(grouping: promotions, by: \.session).sorted { $0.key < $1.key }.map {
            session, promotions in
            let verb = promotions.count == 1 ? "moves" : "move"
            let people = promotions.map { OneLine.shown($0.person) }.joined(separator: ", ")
            return "\(people) \(verb) up from the waiting list of \(session)"
        }
        let elsewhere = "\(People.counted(others)) \(others == 1 ? "moves" : "move")"
        return named + (others == 0 ? [] : ["\(elsewhere) up from \(place)"])
    }

    /// Who loses a seat or a place on a waiting list, and why, and how many more do.
    static func lost(_ places: [SessionEffectsView.LostPlace], others: Int, isDone: Bool) -> [String] {
        let named = places.map {
            "\(OneLine.shown($0.person)) \(isDone ? "is" : "would be") in \($0.session) no more, since \($0.reason)"
        }
        let unnamed =
            "\(others.counted("place")) of people whom you do not see \(others == 1 ? "goes" : "go")"
        return named + (others == 0 ? [] : [unnamed])
    }

    /// Whom a free seat passes by.
    static func passedBy(_ people: [PlanView.Promotion]) -> [String] {
        people.map {
            "a free seat in \($0.session) passes by \(OneLine.shown($0.person)), who takes part elsewhere then"
        }
    }

    /// Everybody who gets mail, by name as far as they may be named; nil where nobody does.
    static func told(_ names: [String], of count: Int, others words: String) -> String? {
        let named = names.map { OneLine.shown($0) }
        let others = count - named.count
        guard count > 0 else { return nil }
        let elsewhere = others > 0 ? ["\(People.counted(others)) \(words)"] : []
        return "told: \((named + elsewhere).joined(separator: ", "))"
    }
}
