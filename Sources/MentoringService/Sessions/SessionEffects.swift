import CivilTime
import Mentoring
import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

/// What a change of one session does to people, for whoever changes it or only asks.
///
/// Read from what is stored before and after, as of a plan, so that what is said is what happens. Whoever organizes a program is
/// told its people's names; whoever leads the session those of the people in it, and the others are counted.
struct SessionEffects {
    private let service: TrainingService
    private let principal: Principal
    private let known: Session
    private let facts: SeasonFacts
    private let people: EffectsOnPeople
    /// Of the places that may go: those in the session, and its mentor's elsewhere.
    private let places: LostPlaces

    /// Notes what is so before.
    init(
        of known: Session, _ facts: SeasonFacts, for client: Client, before transaction: any StoreWriting
    ) throws {
        (service, principal) = (client.service, client.principal)
        (self.known, self.facts) = (known, facts)
        people = try EffectsOnPeople(for: client.principal, by: client.service.secrets, before: transaction)
        places = try LostPlaces(
            in: [known.id], of: [known.mentor.id], told: client.principal, by: client.service, before: transaction)
    }

    /// Says what became of it.
    ///
    /// - Parameters:
    ///   - session: the session as it is by now.
    ///   - remarks: what speaks against it.
    ///   - transaction: the transaction, once all is done.
    /// - Returns: how many are told by mail, and all that it does.
    /// - Throws: `StorageFailure`.
    func view(
        of session: Session, remarks: [String], _ transaction: any StoreReading
    ) throws -> (told: Int, effects: SessionEffectsView) {
        let program = session.code.program
        let organizes = try transaction.mayName(principal, in: program)
        let inIt = Set(places.people(in: known.id).map(\.id)).union([known.mentor.id])
        func mayName(_ place: Program.Name, _ person: Person?) throws -> Bool {
            if place == program { return organizes || leads(known) && person.map { inIt.contains($0.id) } ?? false }
            return try transaction.mayName(principal, in: place)
        }
        let queues = try people.queues(transaction, mayName: mayName) { try places.mayTell($0, at: $1, transaction) }
        let told = try people.told(transaction, mayName: mayName)
        let (lost, others) = try places.named(transaction, mayName: mayName)
        let hidden = Set(others.filter { $0.session.id == known.id }.map(\.person.id))
        // Who has no place any more for what they do out of sight is not told by being left out, either.
        let staying = Set(try transaction.enrollments(in: session.id).map(\.person.id)).union(hidden)
        let present =
            [session.mentor] + places.people(in: known.id).filter { staying.contains($0.id) }
        let names = try transaction.toldApart(in: program, for: principal, by: service.secrets)
        let effects = SessionEffectsView(
            hours: try facts.hours(
                of: session, for: transaction.trainees(of: program), in: present, by: service.zones),
            // Where somebody lives is for those who organize the program to know.
            ownHours: try present.filter { organizes || $0.email == principal.email }.map {
                try ownHour(of: session, for: $0, called: names($0))
            },
            remarks: remarks, lost: lost, lostElsewhere: others.count, promotions: queues.promoted,
            promotedElsewhere: queues.promotedElsewhere,
            passedBy: queues.passedBy, toldNames: told.names
        ).calling(facts.program.regionTitles)
        return (told.count, effects)
    }

    private func leads(_ session: Session) -> Bool { principal.email == session.mentor.email }

    private func ownHour(
        of session: Session, for person: Person, called name: String
    ) throws -> SessionEffectsView.OwnHour {
        let rules = try service.zones.rules(for: person.shownZone)
        return .init(
            person: name, localStart: rules.local(at: session.start), zone: rules.id,
            hours: Hours(of: session.start, minutes: session.minutes, in: rules))
    }
}

extension StoreReading {
    /// What somebody does at the time of a session of a program, as far as whoever asks may know it: who organizes the other
    /// program, too, is told the code.
    func what(_ engagement: Engagement, to principal: Principal, in program: Program.Name) throws -> String {
        let code = engagement.session.code
        return try mayName(principal, in: code.program) ? "\(code)" : engagement.what(in: program)
    }
}
