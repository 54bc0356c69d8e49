import Mentoring
import TimeZoneCatalog

/// What people believe, from what they were answered and what they were mailed: small, and knowing nothing of how the service
/// does it.
struct Model {
    /// What somebody believes of themself in one session.
    enum Belief: Hashable { case leads, seat, waits, out, unsure }

    struct Place: Hashable {
        let who: EmailAddress
        let session: String
    }

    /// What is written to people adds up to this.
    var calendars = Calendars()
    /// What has left adds up to this, which is all that people have.
    var delivered = Calendars(isGathered: true)
    private(set) var beliefs: [Place: Belief] = [:]
    /// Who once got no answer, and may be in sessions that they know nothing of.
    private var unanswered: Set<EmailAddress> = []
    /// To whom mail did not get at some time.
    var unreached: Set<EmailAddress> = []
    /// Who is enrolled in which regions for which season.
    private(set) var standing: Set<String> = []

    func belief(of who: EmailAddress, in session: String) -> Belief {
        beliefs[Place(who: who, session: session)] ?? (unanswered.contains(who) ? .unsure : .out)
    }

    /// Whether somebody expects seats in a session that they were not told of.
    func isStanding(_ who: EmailAddress, in session: String) -> Bool {
        guard let code = SessionCode(session) else { return false }
        return standing.contains("\(who) \(code.program)-\(code.season)-\(code.region.rawValue)")
    }

    /// Whoever left a program, or was taken out of it, expects nothing of it that they were not told of.
    mutating func leave(_ program: String, _ who: EmailAddress) {
        for season in [Cast.season, Cast.next] {
            for region in Cast.regions { setStanding(false, of: who, in: program, region, season) }
        }
        doubt(who)
    }

    mutating func learn(_ belief: Belief, of session: String, by who: EmailAddress) {
        beliefs[Place(who: who, session: session)] = belief
    }

    mutating func setStanding(
        _ isStanding: Bool, of who: EmailAddress, in program: String, _ region: String, _ season: String
    ) {
        let key = "\(who) \(program)-\(season)-\(region)"
        if isStanding { standing.insert(key) } else { standing.remove(key) }
    }

    /// Nobody knows what became of a step during which the server died: it may be done, and have been said to nobody.
    mutating func doubt(_ step: Step) throws {
        switch step {
        case .killed(let step, _, _): return try doubt(step)
        // They may be in what is planned of the region from now on, which is told to nobody who wants that.
        case .enrollForSeason(let name, let program, let region, let season):
            setStanding(true, of: try Cast.email(name), in: program, region, season)
        default: break
        }
        if let name = step.actor { doubt(try Cast.email(name)) }
    }

    /// Whoever got no answer does not know what became of it.
    private mutating func doubt(_ who: EmailAddress) {
        unanswered.insert(who)
        for place in beliefs.keys where place.who == who { beliefs[place] = .unsure }
    }

    /// Takes a mail in.
    /// - Returns: what is wrong with it.
    mutating func read(_ mail: PostedMail) -> String? {
        let complaint = calendars.take(mail)
        guard let session = mail.session else { return complaint }
        if let event = mail.event {
            let waits = mail.subject.hasPrefix("You wait")
            learn(
                event.method == "REQUEST" ? (event.leads ? .leads : .seat) : waits ? .waits : .out, of: session,
                by: mail.to)
        } else if ["Cancelled", "You have lost your seat"].contains(where: mail.subject.hasPrefix) {
            learn(.out, of: session, by: mail.to)
        } else if mail.subject.hasPrefix("It takes place") {
            // What is announced again invites those who have a seat in it.
            learn(.waits, of: session, by: mail.to)
        }
        return complaint
    }
}
