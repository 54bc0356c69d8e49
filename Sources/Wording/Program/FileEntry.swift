package import Mentoring
import TimeZoneCatalog

/// Something that a program's file can have, and the database too, by what tells it apart for people.
package enum FileEntry: Hashable, Sendable {
    /// The program itself.
    case program(Program.Name)
    /// Somebody with the organizer's rights.
    case organizer(EmailAddress)
    /// A mentor, by name.
    case mentor(String)
    /// Somebody, by name, whatever they are.
    case person(String)
    /// A duty, by its title.
    case duty(String)
    /// Somebody, by name, who takes turns at a duty, by its title.
    case volunteer(String, for: String)
    /// A slot of somebody, by name.
    case slot(SlotPattern, of: String)
    /// Days on which somebody, by name, is away.
    case absence(DayRange, of: String)
    /// A freeze, with its reason.
    case freeze(Freeze)
    /// A season.
    case season(Season)
    /// A stage of the path to core reviewer.
    case stage(Stage)

    /// What it is called.
    var words: String {
        switch self {
        case .program(let name): "program \(name)"
        case .organizer(let email): "organizer \(email)"
        case .mentor(let name): "mentor \(name)"
        case .person(let name): "person \(name)"
        case .duty(let title): "duty \(title)"
        case .volunteer(let name, let duty): "volunteer for \(duty): \(name)"
        case .slot(let pattern, let name): "slot of \(name): \(pattern.summary)"
        case .absence(let days, let name): "absence of \(name): \(days)"
        case .freeze(let freeze): "\(freeze.words): \(freeze.reason)"
        case .season(let season): "season \(season.summary)"
        case .stage(let stage): "stage \(stage)"
        }
    }
}

/// A field of the file that people can set otherwise, with whose it is.
package enum OwnField: Hashable, Sendable {
    /// Of somebody, by name; the key is the file's.
    case of(String, key: String)
    /// Of a slot of somebody, by name.
    case ofSlot(SlotPattern, of: String, key: String)
    /// Why a freeze is.
    case reason(of: Freeze)

    /// What it is called: `Akira’s own max-per-month`.
    package var words: String {
        switch self {
        case .of(let name, let key): "\(name)’s own \(key)"
        case .ofSlot(let pattern, let name, let key): "\(FileEntry.slot(pattern, of: name).words), own \(key)"
        case .reason(let freeze): freeze.words
        }
    }
}

extension Freeze {
    /// `freeze 2027-03-08..2027-03-21`, with its regions where it is not of all.
    var words: String {
        "freeze \(days)" + (regions.isEmpty ? "" : " of \(regions.map(\.rawValue).joined(separator: ", "))")
    }
}
