import ArgumentParser
import Wording

/// What a value is, as far as it helps to complete it; told by what the usage calls it.
///
/// What is called by a name that is not here is not completed, and CompletionTests say so: a new argument takes one of these names,
/// or gets one here.
enum CompletedValue: Hashable {
    case program, season, session, duty, review, zone, file, folder
    /// Known by a number.
    case slot, absence, freeze, offer, token, mail
    case people(People)
    /// One of a few words.
    case word([String])
    /// What only its author knows.
    case free

    /// Whose names or addresses.
    enum People: Hashable { case mentors, trainees, everybody }

    /// What an argument of a command wants, given how many values it has already; nil for a name that is not known.
    init?(_ argument: CommandSyntax.Argument, of command: [String], after count: Int = 0) {
        if let words = argument.choice {
            self = .word(words)
            return
        }
        let family = command.first ?? ""
        let option = argument.words.first
        switch argument.valueName ?? "" {
        case "name" where option == "--season": self = .season
        case "email" where option == "--email" || option == "--sender": self = .free
        case "program who" where count == 0: self = .program
        case "who-and-days" where count > 0: self = .free
        case "mentor": self = .people(.mentors)
        case "email", "who", "old", "program who", "who-and-days":
            let isMentor =
                option.map { ["--mentor", "--to", "--without"].contains($0) } ?? ["mentor", "away"].contains(family)
            self = .people(isMentor ? .mentors : option == nil && family == "trainee" ? .trainees : .everybody)
        case "program": self = .program
        case "session": self = .session
        case "duty": self = .duty
        case "review", "reviews": self = .review
        case "slot": self = .slot
        case "absence": self = .absence
        case "freeze": self = .freeze
        case "offer": self = .offer
        case "token": self = .token
        case "mail" where family == "mail": self = .mail
        case "zone", "log-zone": self = .zone
        case "file", "files", "path", "instance": self = .file
        case "dir": self = .folder
        case let name where Self.own.contains(name): self = .free
        default: return nil
        }
    }

    /// How many, days, and what people say in their own words.
    private static let own: Set = [
        "area", "attempt", "code", "date", "days", "days-and-reason", "difficulty", "who-and-time", "entry", "from",
        "host", "label",
        "mail",
        "max-per-month", "min-gap-weeks", "n", "name", "new", "nick", "nickname", "number", "port", "prefer",
        "reason", "rrule", "secret", "thing", "title", "to", "until", "url", "weight", "when",
    ]
}
