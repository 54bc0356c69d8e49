import CivilTime
import Mentoring
import MentoringService
import Persistence
import Testing
import TimeZoneCatalog

@Suite("sessions and what hangs on them come back") struct SessionRoundTripTests {
    let store: SQLiteStore

    init() throws { store = try .inMemory() }

    @Test("sessions come by season, week and region, with every property")
    func sessions() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            let americas = try store.add(Nova.session(mentor: nova.other, region: .americas))
            let europe = try store.add(Nova.session(mentor: nova.other, region: .europe))
            let tenth = try store.add(Nova.session(mentor: nova.other, week: 10))
            let second = try store.add(Nova.session(mentor: nova.other, week: 2))
            #expect(try store.sessions(of: "nova").map(\.asStored) == [nova.session, europe, americas, second, tenth])
            #expect(try store.session(second.code)?.asStored == second)
            let other = SessionCode(program: "nova", season: "202601", week: 2, region: second.code.region)
            #expect(try store.session(other) == nil)
        }
    }

    @Test("of sessions that have passed those are found that nobody announced, and those without a record")
    func passed() async throws {
        let nova = try await Nova(in: store)
        let (start, before) = (nova.session.start, nova.session.start.adding(seconds: -1))
        try await store.write { store throws in
            var other = try store.add(Nova.session(mentor: nova.other, week: 2))
            other.start = start.adding(seconds: 7 * 86_400)
            try store.update(other)
            #expect(try store.tentativeSessions(of: "nova", until: before).isEmpty)
            #expect(try store.tentativeSessions(of: "nova", until: start).map(\.asStored) == [nova.session])
            #expect(try store.tentativeSessions(of: "nova", until: other.start).count == 2)
            var announced = nova.session
            announced.status = .announced
            try store.update(announced)
            #expect(try store.tentativeSessions(of: "nova", until: other.start).map(\.asStored) == [other])

            func open(until moment: Instant) throws -> [Session] {
                try store.sessionsWithoutAttendance(of: "nova", until: moment).map(\.asStored)
            }
            #expect(try open(until: other.start).isEmpty)
            // A mentor's own seat is nobody's of whom it could be recorded, and whoever waits has none.
            _ = try store.add(nova.enrollment(nova.mentor, seat: 1))
            #expect(try open(until: other.start).isEmpty)
            _ = try store.add(nova.enrollment(nova.trainee, seat: 2))
            #expect(try open(until: other.start) == [announced])
            #expect(try open(until: before).isEmpty)
            let missed = Attendance(session: announced.id, person: nova.trainee, kind: .missed, evidence: .record)
            try store.save(missed)
            #expect(try open(until: other.start).isEmpty)
        }
    }

    @Test("a session can change in everything but its identity")
    func changedSession() async throws {
        let nova = try await Nova(in: store)
        var moved = nova.session
        moved.status = .cancelled
        moved.mentor = nova.other
        moved.slot = nil
        moved.zone = .utc
        moved.localStart = moved.localStart.adding(seconds: 3600)
        moved.start = moved.start.adding(seconds: -90)
        moved.minutes = 45
        moved.capacity = 9
        moved.location = "elsewhere"
        moved.sequence = 3
        moved.revised = now.adding(seconds: 1)
        moved.cancellation = "snow"
        try await store.write { [moved] store throws in
            try store.update(moved)
            #expect(try store.sessions(of: "nova").map(\.asStored) == [moved])
        }
    }

    @Test(
        "seats come first by seat, then the waiting list by number; a waiting person can be seated, and anybody removed"
    )
    func enrollments() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            let waiting = try store.add(nova.enrollment(nova.trainee, seat: nil))
            let second = try store.add(nova.enrollment(nova.other, seat: 2))
            let first = try store.add(nova.enrollment(nova.mentor, seat: 1))
            #expect(try store.enrollments(in: nova.session.id) == [first, second, waiting])
            #expect(
                try store.enrollmentCounts(of: "nova") == [
                    nova.session.id: EnrollmentCounts(enrolled: 2, waitlisted: 1)
                ])
            try store.remove(first.id)
            try store.seat(waiting.id, at: 1, confirmBy: nil)
            var seated = waiting
            seated.seat = 1
            #expect(try store.enrollments(in: nova.session.id) == [seated, second])
            #expect(try store.enrollments(of: nova.trainee.id) == [seated])
            #expect(try store.enrollments(of: nova.mentor.id).isEmpty)
        }
    }

    @Test("standing enrollments come oldest first, and asking twice is asking once")
    func standingEnrollments() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            let later = StandingEnrollment(
                program: "nova", season: "202701", region: .asia, person: nova.trainee, since: now)
            let earlier = StandingEnrollment(
                program: "nova", season: "202701", region: .europe, person: nova.trainee, since: now.adding(seconds: -1)
            )
            let sameMoment = StandingEnrollment(
                program: "nova", season: "202701", region: .asia, person: nova.other, since: now)
            for standing in [later, earlier, sameMoment] { try store.add(standing) }
            try store.add(
                StandingEnrollment(
                    program: "nova", season: "202701", region: .asia, person: nova.trainee, since: .distantFuture))
            #expect(try store.standingEnrollments(of: "nova") == [earlier, later, sameMoment])
            #expect(try store.removeStanding(nova.trainee.id, in: .asia, of: "nova", season: "202701"))
            #expect(try !store.removeStanding(nova.trainee.id, in: .asia, of: "nova", season: "202701"))
            #expect(try store.standingEnrollments(of: "nova") == [earlier, sameMoment])
        }
    }

    @Test("what a person was told last replaces what they were told before")
    func invitations() async throws {
        let nova = try await Nova(in: store)
        try await store.write { store throws in
            var invitation = Invitation(
                session: nova.session.id, person: nova.trainee, role: .trainee, method: .request, sequence: 0,
                stamp: now,
                participation: .needsAction, localStart: nova.session.localStart, zone: nova.session.zone)
            try store.save(invitation)
            invitation.method = .cancel
            invitation.sequence = 1
            invitation.ownCancels = 1
            invitation.stamp = now.adding(seconds: 1)
            invitation.participation = .declined
            try store.save(invitation)
            let toMentor = Invitation(
                session: nova.session.id, person: nova.mentor, role: .mentor, method: .request, sequence: 0, stamp: now,
                participation: .accepted, localStart: nova.session.localStart, zone: nova.session.zone,
                contact: try EmailAddress("before@example.org"))
            try store.save(toMentor)
            #expect(try store.invitation(to: nova.trainee.id, for: nova.session.id) == invitation)
            #expect(try store.invitation(to: nova.other.id, for: nova.session.id) == nil)
            #expect(try store.invitations(for: nova.session.id) == [toMentor, invitation])
        }
    }

    @Test("mails come in the order in which they were written, byte for byte, and keep their outcome")
    func outbox() async throws {
        let recipient = try EmailAddress("tom@example.org")
        let every = [UInt8](UInt8.min...UInt8.max)
        try await store.write { store throws in
            var first = try store.add(OutboxMessage(recipient: recipient, subject: "first", bytes: every, created: now))
            let second = try store.add(OutboxMessage(recipient: recipient, subject: "second", bytes: [], created: now))
            #expect(try store.outbox([.pending]) == [first, second])
            first.state = .refused
            first.attempts = 3
            first.lastError = "550 no such user"
            try store.update(first)
            #expect(try store.outbox([.pending]) == [second])
            #expect(try store.outbox([.refused, .pending, .sent]) == [first, second])
            #expect(try store.outbox([]).isEmpty)
        }
    }

    @Test("the tz release is the one set last")
    func timeZoneRelease() async throws {
        try await store.write { store throws in
            try store.setTimeZoneRelease("2026e")
            try store.setTimeZoneRelease("2026f")
        }
        #expect(try await store.read { try $0.timeZoneRelease() } == "2026f")
    }

    @Test("changing what is not there is a failure, not silence")
    func missing() async throws {
        let nova = try await Nova(in: store)
        let seated = try await store.write { try $0.add(nova.enrollment(nova.trainee, seat: 1)) }
        let changes: [@Sendable (any StoreWriting) throws -> Void] = [
            { try $0.update(Nova.person("nobody")) },
            { try $0.update(Nova.slot(of: nova.mentor)) },
            { try $0.update(Nova.session(mentor: nova.mentor)) },
            { try $0.update(OutboxMessage(recipient: nova.mentor.email, subject: "", bytes: [], created: now)) },
            { try $0.seat(Identifier(99), at: 2, confirmBy: nil) },
            { try $0.seat(seated.id, at: 2, confirmBy: nil) },
        ]
        for change in changes {
            await #expect(throws: StorageFailure.self) { try await store.write { try change($0) } }
        }
    }
}
