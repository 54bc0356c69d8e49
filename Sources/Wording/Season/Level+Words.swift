import Mentoring
package import Rotation

extension Level {
    /// A number of what the level counts: `1 turn`, `4 points`.
    package func counted(_ count: Int) -> String {
        let unit =
            switch self {
            case .uncovered, .overload: "turn"
            case .misery, .painmax, .load, .preference: "point"
            case .spacing: "week"
            case .stability: "change"
            }
        return count.counted(unit)
    }

    /// What the level counts, for people.
    package var words: String {
        switch self {
        case .uncovered: "turns without anybody"
        case .overload: "turns beyond what is fair"
        case .misery: "what the hours cost the trainees"
        case .painmax: "what they cost the trainee worst off"
        case .load: "unevenness of the load"
        case .spacing: "weeks missing between turns"
        case .stability: "changes of what people know"
        case .preference: "slots that mentors like less"
        }
    }
}

extension Double {
    /// A fair share in turns: `5` or `5.8`.
    var inTurns: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
