/// Among whom of a program a request looks for somebody who is named.
///
/// Of them those alone are looked at whom the one who asks may see.
public enum Circle: Hashable, Sendable {
    /// Its mentors.
    case mentors
    /// Its trainees, those who take turns at its duties, and those who are about to become trainees.
    case trainees
    /// Those who take turns at its duties.
    case volunteers
    /// Its organizers.
    case organizers
    /// Its mentors and trainees.
    case participants
    /// Whoever has to do with it.
    case everybody
}

extension FieldDescription.Kind {
    /// Among whom is looked for the person whom a value names; nil where it names nobody.
    package var circle: Circle? {
        switch self {
        case .person(let circle): circle
        case .mentorAndTime: .mentors
        case .list(let kind, _): kind.circle
        default: nil
        }
    }

    /// Whether a value has a time behind the person.
    package var hasTime: Bool {
        switch self {
        case .mentorAndTime, .list(.mentorAndTime, _): true
        default: false
        }
    }
}
