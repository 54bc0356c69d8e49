import CivilTime
import Mentoring
import MentoringService

/// Everything that is so at one moment, over all programs; numbers of the store stand for nothing in it.
///
/// People are in it under the address that they had first; `addresses` says under which they are by now.
struct Snapshot: Equatable {
    /// One program.
    struct ProgramState: Equatable {
        var program: Program
        var mentors: [Mentor]
        var trainees: [EmailAddress]
        var slots: [Slot]
        var freezes: [Freeze]
        var standing: [StandingEnrollment]
        var offers: [SwapOffer]
        var volunteers: [Volunteer]
    }

    /// One session with those in it.
    struct Meeting: Equatable {
        var session: Session
        /// Seats first, then the waiting list in its order.
        var enrollments: [Enrollment]
        var invitations: [Invitation]

        var code: String { session.code.description }
        var seated: [Enrollment] { enrollments.filter { $0.seat != nil } }
        var waiting: [Enrollment] { enrollments.filter { $0.seat == nil } }

        func overlaps(_ other: Meeting) -> Bool {
            session.start < other.session.end && other.session.start < session.end
        }

        /// Whether somebody is busy then: nobody was told of a tentative one in time once its hour has come.
        func takesPlace(at now: Instant) -> Bool {
            switch session.status {
            case .cancelled: false
            case .tentative: session.start > now
            case .announced, .held: true
            }
        }
    }

    var now: Instant
    var programs: [String: ProgramState] = [:]
    var meetings: [String: Meeting] = [:]
    /// The weeks of duties.
    var weeks: [String: DutyTurn] = [:]
    var absences: [EmailAddress: [Away]] = [:]
    var mails: [OutboxMessage] = []
    var setAside = 0
    /// To whom nothing is sent.
    var suppressed: [EmailAddress] = []
    /// The tz release under which instants were computed.
    var release: String?
    /// Mails in words that are kept for organizers.
    var written = 0
    /// Where everybody is known, and gets mail.
    var addresses: [EmailAddress: Address] = [:]
    /// The programs that can only be read.
    var archived: Set<String> = []
    /// Codes that more than one session has.
    var doubles: [String] = []

    /// Reads all servers, each after the one before.
    static func of(_ stores: [any Store], at now: Instant) async throws -> Snapshot {
        var snapshot = Snapshot(now: now)
        for store in stores {
            let part = try await store.read { try Snapshot(of: $0, at: now) }
            snapshot.programs.merge(part.programs) { $1 }
            snapshot.meetings.merge(part.meetings) { $1 }
            snapshot.weeks.merge(part.weeks) { $1 }
            snapshot.absences.merge(part.absences) { $0 + $1 }
            snapshot.mails += part.mails
            snapshot.setAside += part.setAside
            snapshot.written += part.written
            snapshot.suppressed += part.suppressed
            snapshot.release = part.release
            snapshot.addresses.merge(part.addresses) { $1 }
            snapshot.archived.formUnion(part.archived)
            snapshot.doubles += part.doubles
        }
        return snapshot
    }

    private init(now: Instant) { self.now = now }

    private init(of transaction: any StoreReading, at now: Instant) throws {
        self.init(now: now)
        for program in try transaction.programs() {
            programs[program.name] = ProgramState(
                program: program, mentors: try transaction.mentors(of: program.name).map(\.atHome),
                trainees: try transaction.trainees(of: program.name).map(\.atHome.email),
                slots: try transaction.slots(of: program.name), freezes: try transaction.freezes(of: program.name),
                standing: try transaction.standingEnrollments(of: program.name).map(\.atHome),
                offers: try transaction.swapOffers(of: program.name).map(\.atHome),
                volunteers: try transaction.volunteers(of: program.name).map(\.atHome))
            for turn in try transaction.dutyTurns(of: program.name) { weeks[turn.code.description] = turn.atHome }
            for stored in try transaction.sessions(of: program.name) {
                let code = stored.code.description
                if meetings[code] != nil { doubles.append(code) }
                meetings[code] = Meeting(
                    session: stored.asStored.atHome,
                    enrollments: try transaction.enrollments(in: stored.id).map(\.atHome),
                    invitations: try transaction.invitations(for: stored.id).map(\.atHome))
            }
        }
        for person in try transaction.people() {
            absences[person.atHome.email] = try transaction.absences(of: person.id)
        }
        addresses = try transaction.addresses()
        archived = try transaction.archivedPrograms()
        mails = try transaction.outbox([.pending, .sent, .refused])
        setAside = try transaction.mailSetAside().count
        suppressed = try transaction.suppressedAddresses().map(\.address)
        release = try transaction.timeZoneRelease()
        written = try transaction.programs().map { try transaction.writtenMail(to: $0.name).count }.reduce(0, +)
    }

    /// A meeting by its code; one without its season means that of the cast.
    func meeting(called code: String) -> Meeting? {
        let parts = code.split(separator: "-")
        guard parts.count == 3 else { return meetings[code] }
        return meetings["\(parts[0])-\(Cast.season)-\(parts[1])-\(parts[2])"]
    }

    /// The weeks of a program's duty that are still to come, and somebody's.
    func weeksToCome(of program: String? = nil) -> [DutyTurn] {
        weeks.values.filter { $0.isUpcoming(at: now) && (program ?? $0.code.program) == $0.code.program }
            .sorted { $0.code < $1.code }
    }

    /// The meetings in the order of their codes.
    var inOrder: [Meeting] { meetings.values.sorted { $0.session.code < $1.session.code } }
}
