import AppResources
import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A forecast")
struct ForecastTests {
    /// `Ann: 11:00, w11 12:00, w13 11:00` for each shift, marked `~` at the edge of the day and `*` in the night.
    private func shifts(_ forecast: ForecastView) -> [String] {
        forecast.shifts.map { shift in
            let steps = shift.steps.enumerated().map { index, step in
                let mark = [.humane: "", .edge: "~", .night: "*"][step.hours] ?? "?"
                return (index == 0 ? "" : "w\(step.week) ") + "\(step.localTime)\(mark)"
            }
            return "\(shift.person): \(steps.joined(separator: ", "))"
        }
    }

    private func changes(_ forecast: ForecastView) -> [String] {
        forecast.clockChanges.map { change in
            "\(change.date) \(change.minutes) \(change.zones.map(\.name).joined(separator: " "))"
        }
    }

    /// One mentor who leads at an hour in a zone every week, and a trainee elsewhere; all of it is announced in December.
    private func pair(
        mentor: String, at slot: String, trainee: String, start: String, weeks: Int, freezes: String = "",
        now: String = "2026-12-14T09:00:00Z"
    ) async throws -> ForecastView {
        let fixture = try await Fixture.with(lone(mentor, at: slot, start: start, weeks: weeks, freezes: freezes))
        _ = try await fixture.join("ann", zone: trainee)
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set(now)
        return try await fixture.service.ask(ForecastSeason(program: "nova"))
    }

    /// A program of Europe with one mentor who leads at an hour in a zone every week.
    private func lone(_ mentor: String, at slot: String, start: String, weeks: Int, freezes: String = "") -> String {
        """
        program: nova
        title: Nova
        contact: contact@example.org
        location: ircs://irc.example.org/nova
        season: { start: \(start), weeks: \(weeks) }
        cadence: every-region
        session: { minutes: 60, capacity: 2 }
        regions: [europe]
        announce-weeks: 52
        freezes: [\(freezes)]
        mentors:
          - { name: Zoe, email: zoe@example.org, zone: \(mentor), region: europe, min-gap-weeks: 1, max-per-month: 5,
              slots: [{ every: "\(slot)" }] }
        """
    }

    @Test("between the American and the European change in March an hour is lost and won again")
    func march() async throws {
        let forecast = try await pair(
            mentor: "Europe/Berlin", at: "Tue 17:00", trainee: "America/New_York", start: "2027-01-04", weeks: 26)
        #expect(shifts(forecast) == ["ann: 11:00, w11 12:00, w13 11:00"])
        #expect(changes(forecast) == ["2027-03-14 60 America/New_York", "2027-03-28 60 Europe/Berlin"])
        let shift = try #require(forecast.shifts.first)
        #expect(shift.steps.map(\.localStart.date.description) == ["2027-01-05", "2027-03-16", "2027-03-30"])
        #expect("\(shift.agreed) \(shift.agreedZone) \(shift.mentor)" == "Tue 17:00 Europe/Berlin Zoe")
        #expect((shift.role, shift.zone.name, shift.region) == (.trainee, "America/New_York", .europe))
    }

    @Test("in autumn Europe changes first, and the hour moves for one week only")
    func autumn() async throws {
        let forecast = try await pair(
            mentor: "Europe/Berlin", at: "Tue 17:00", trainee: "America/New_York", start: "2027-10-04", weeks: 8)
        #expect(shifts(forecast) == ["ann: 11:00, w5 12:00, w6 11:00"])
        #expect(changes(forecast) == ["2027-10-31 -60 Europe/Berlin", "2027-11-07 -60 America/New_York"])
    }

    @Test(
        "the hour moves where the distance of two clocks does",
        arguments: [
            // South of the equator the other way round: two hours in two steps.
            ("Europe/Berlin", "Tue 10:00", "Australia/Sydney", ["ann: 20:00, w13 19:00, w14 18:00"]),
            // No daylight saving time: only the mentor's clock counts.
            ("Europe/Berlin", "Tue 17:00", "Africa/Lagos", ["ann: 17:00, w13 16:00"]),
            ("Africa/Lagos", "Tue 17:00", "Europe/Berlin", ["ann: 17:00, w13 18:00"]),
            // Half an hour.
            ("Asia/Tokyo", "Tue 17:00", "Australia/Lord_Howe", ["ann: 19:00, w14 18:30"]),
            // Both change at one instant.
            ("Europe/Berlin", "Tue 17:00", "Europe/Kyiv", []),
            // Nobody changes, two names of one zone, one zone.
            ("Asia/Tokyo", "Tue 17:00", "Asia/Kolkata", []), ("Europe/Kiev", "Tue 17:00", "Europe/Kyiv", []),
            ("Europe/Berlin", "Tue 17:00", "Europe/Berlin", []),
            // The hour leaves the day, and the day of the week; what is in the night all season concerns nobody.
            ("Europe/Berlin", "Mon 14:30", "Asia/Tokyo", ["ann: 22:30~, w13 21:30~"]),
            ("Africa/Lagos", "Mon 22:00", "Europe/Berlin", ["ann: 22:00~, w13 23:00~"]),
            ("Africa/Lagos", "Mon 23:00", "Europe/Berlin", ["ann: 23:00~, w13 00:00*"]),
            ("America/New_York", "Mon 20:00", "Europe/Berlin", []),
        ])
    func distance(mentor: String, slot: String, trainee: String, expected: [String]) async throws {
        let forecast = try await pair(mentor: mentor, at: slot, trainee: trainee, start: "2027-01-04", weeks: 16)
        #expect(shifts(forecast) == expected)
    }

    @Test("half an hour's change is told in minutes, on the day on which the clocks still have it")
    func minutes() async throws {
        let howe = try await pair(
            mentor: "Asia/Tokyo", at: "Tue 17:00", trainee: "Australia/Lord_Howe", start: "2027-01-04", weeks: 26)
        #expect(changes(howe) == ["2027-04-04 -30 Australia/Lord_Howe"])
        // At 24:00 on Saturday, standing for 00:00 on Sunday, back to 23:00.
        let santiago = try await pair(
            mentor: "Asia/Tokyo", at: "Tue 17:00", trainee: "America/Santiago", start: "2027-01-04", weeks: 26)
        #expect(changes(santiago) == ["2027-04-04 -60 America/Santiago"])
    }

    @Test("who is moved out of the humane hours is named, with the week")
    func departures() async throws {
        let forecast = try await pair(
            mentor: "Africa/Lagos", at: "Mon 21:00", trainee: "Europe/Berlin", start: "2027-01-04", weeks: 26)
        #expect(shifts(forecast) == ["ann: 21:00, w13 22:00~"])
        #expect(forecast.shifts.flatMap(\.departures).map(\.week) == [13])
        let arrival = try await pair(
            mentor: "Africa/Lagos", at: "Mon 07:00", trainee: "Europe/Berlin", start: "2027-01-04", weeks: 26)
        #expect(shifts(arrival) == ["ann: 07:00~, w13 08:00"])
        #expect(arrival.shifts.flatMap(\.departures) == [])
    }

    @Test(
        "a freeze over a change leaves out the weeks without a session",
        arguments: [
            ("2027-03-15", "2027-03-28", [] as [String]),
            ("2027-03-15", "2027-03-21", ["ann: 11:00, w12 12:00, w13 11:00"]),
            ("2027-03-22", "2027-06-30", ["ann: 11:00, w11 12:00"]),
        ])
    func freeze(from: String, to: String, expected: [String]) async throws {
        let forecast = try await pair(
            mentor: "Europe/Berlin", at: "Tue 17:00", trainee: "America/New_York", start: "2027-01-04", weeks: 20,
            freezes: "{ from: \(from), to: \(to), reason: release }")
        #expect(shifts(forecast) == expected)
        #expect(forecast.clockChanges.count == 2)
    }

    @Test(
        "what is over is not foretold, except the hour in force",
        arguments: [
            ("2027-03-17T09:00:00Z", ["ann: 12:00, w13 11:00"]), ("2027-03-29T09:00:00Z", ["ann: 12:00, w13 11:00"]),
            ("2027-03-31T09:00:00Z", []), ("2028-01-01T00:00:00Z", []),
        ])
    func midSeason(now: String, expected: [String]) async throws {
        let forecast = try await pair(
            mentor: "Europe/Berlin", at: "Tue 17:00", trainee: "America/New_York", start: "2027-01-04", weeks: 26,
            freezes: "{ from: 2027-02-01, to: 2027-02-07, reason: sprint }", now: now)
        #expect(shifts(forecast) == expected)
        #expect(forecast.freezes == [])
    }

    @Test("a season that is over, or in which all clocks show UTC, holds no surprises")
    func nothing() async throws {
        let over = try await Fixture.with(small(), now: "2028-01-01T00:00:00Z").service.ask(
            ForecastSeason(program: "nova"))
        #expect((over.clockChanges, over.shifts, over.uncovered, over.freezes, over.fragile) == ([], [], [], [], []))
        let universal = try await pair(
            mentor: "Etc/UTC", at: "Tue 17:00", trainee: "UTC", start: "2027-01-04", weeks: 52)
        #expect((universal.clockChanges, universal.shifts) == ([], []))
        #expect(universal.timeZoneRelease == TimeZoneCatalog.shipped.release)
    }

    @Test("a trainee hears of the regions in which they enrolled, a mentor of their own region")
    func concern() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 26, announce: 26) + """

                  - { name: Ava, email: ava@example.org, zone: America/New_York, slots: [{ every: "Fri 12:00" }] }
                """)
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann", zone: "America/New_York")
        _ = try await fixture.enroll("ann", in: "nova-202701-w02-europe")
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova"))
        // In which week an hour moves first is a matter of who leads then.
        let hours = forecast.shifts.map {
            "\($0.person): \($0.steps.map { "\($0.localTime)" }.joined(separator: ", "))"
        }
        #expect(hours == ["ann: 11:00, 12:00, 11:00", "Ava: 12:00, 13:00", "Joao: 14:00, 13:00"])
        #expect(Set(forecast.shifts.map(\.role)) == [.trainee, .mentor])
    }

    @Test("a mentor hears of the sessions that they attend elsewhere, and so does who has a seat all season")
    func enrolled() async throws {
        let fixture = try await Fixture.with(small(weeks: 26, announce: 26))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.enroll("joao", in: "nova-202701-w02-europe")
        _ = try await fixture.join("ann", zone: "Africa/Lagos")
        _ = try await fixture.service.ask(
            EnrollForSeason(program: "nova", region: .europe), as: EmailAddress("ann@example.org"))
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova"))
        #expect(shifts(forecast) == ["Joao: 13:00, w13 12:00", "ann: 17:00, w13 16:00"])
        #expect(forecast.shifts.map(\.role) == [.mentor, .trainee])
    }

    @Test("asked for a zone, the forecast reads every region's sessions on its clocks")
    func onlooker() async throws {
        let fixture = try await Fixture.with(small(weeks: 26))
        _ = try await fixture.service.plan("nova", publish: true)
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova", zones: ["America/New_York"]))
        #expect(
            shifts(forecast) == [
                "America/New_York: 03:00*, w11 04:00*", "America/New_York: 11:00, w11 12:00, w13 11:00",
                "America/New_York: 12:00, w11 13:00",
            ])
        #expect(changes(forecast) == ["2027-03-14 60 America/New_York", "2027-03-28 60 Europe/Berlin"])
    }

    @Test("it says whether the season is over, and whether something could be planned")
    func over() async throws {
        let fixture = try await Fixture.with(small(weeks: 3, announce: 1))
        let empty = try await fixture.service.ask(ForecastSeason(program: "nova"))
        #expect((empty.seasonIsOver, empty.ahead, empty.plannable) == (false, 0, 9))
        _ = try await fixture.service.plan("nova", publish: true)
        for (now, ahead, isOver) in [
            ("2027-01-12T00:00:00Z", 6, false), ("2027-01-23T00:00:00Z", 0, false),
            // The last day ends last at twelve hours behind UTC.
            ("2027-01-25T11:59:59Z", 0, false), ("2027-01-25T12:00:00Z", 0, true), ("2027-06-01T00:00:00Z", 0, true),
        ] {
            try fixture.clock.set(now)
            let forecast = try await fixture.service.ask(ForecastSeason(program: "nova"))
            #expect((forecast.seasonIsOver, forecast.ahead, forecast.plannable) == (isOver, ahead, 0), "\(now)")
            let missed = try await fixture.service.missedSessions().first
            if let missed { #expect(missed.seasonIsOver == isOver) }
        }
    }

    @Test("what is not planned, called off or passed without being announced has no hour to move")
    func existing() async throws {
        let fixture = try await Fixture.with(small(weeks: 13))
        let newYork = try TimeZoneCatalog.shipped.zone(named: "America/New_York")
        let none = try await fixture.service.ask(ForecastSeason(program: "nova", zones: [newYork.name]))
        #expect((none.shifts, none.outlooks, none.ahead) == ([], [], 0))
        _ = try await fixture.service.plan("nova", publish: true)
        let all = try await fixture.service.ask(ForecastSeason(program: "nova", zones: [newYork.name]))
        #expect(all.ahead == 39)
        for week in ["11", "12"] {
            _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w\(week)-europe", reason: "a fair"))
        }
        let less = try await fixture.service.ask(ForecastSeason(program: "nova", zones: [newYork.name]))
        // Without weeks 11 and 12 both clocks have changed when Zoe leads again.
        #expect(shifts(less) == ["America/New_York: 03:00*, w11 04:00*", "America/New_York: 12:00, w11 13:00"])
        #expect(
            less.outlooks.map { "\($0.region) \($0.humane.count) \($0.edge.count) \($0.night.count)" } == [
                "Asia 0 0 13", "Europe 11 0 0", "Americas 13 0 0",
            ])
        // Nobody has announced anything since January.
        try fixture.clock.set("2027-03-17T20:00:00Z")
        let later = try await fixture.service.ask(ForecastSeason(program: "nova", zones: [newYork.name]))
        #expect(shifts(later) == ["America/New_York: 03:00*, w12 04:00*", "America/New_York: 12:00, w11 13:00"])
        #expect(later.ahead == 6)
    }

    @Test(
        "any zone is read by day and by night, and whose clocks are changed is named",
        arguments: [
            // Only the mentor's clocks, only one's own, one after the other, both at once, none.
            ("Asia/Kolkata", ["21:30~", "w13 20:30 Europe/Berlin"]),
            ("Africa/Lagos", ["17:00", "w13 16:00 Europe/Berlin"]),
            ("America/New_York", ["11:00", "w11 12:00 America/New_York", "w13 11:00 Europe/Berlin"]),
            ("Europe/Kyiv", []), ("Europe/Paris", []),
            // South of the equator; half an hour.
            ("Australia/Sydney", ["03:00*", "w13 02:00* Europe/Berlin", "w14 01:00* Australia/Sydney"]),
            ("Australia/Lord_Howe", ["03:00*", "w13 02:00* Europe/Berlin", "w14 01:30* Australia/Lord_Howe"]),
            // The zones farthest from the meridian.
            ("Pacific/Kiritimati", ["06:00~", "w13 05:00* Europe/Berlin"]),
            ("Pacific/Pago_Pago", ["05:00*", "w13 04:00* Europe/Berlin"]),
        ] as [(String, [String])])
    func anyZone(zone: String, expected: [String]) async throws {
        let fixture = try await Fixture.with(lone("Europe/Berlin", at: "Wed 17:00", start: "2027-01-04", weeks: 20))
        _ = try await fixture.service.plan("nova", publish: true)
        let known = try TimeZoneCatalog.shipped.zone(named: zone)
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova", zones: [known.name]))
        #expect(steps(forecast) == expected)
        let weeks = forecast.outlooks.flatMap { $0.humane + $0.edge + $0.night }
        #expect(weeks.sorted() == Array(1...20))
    }

    /// The steps of the one session, with whose clocks are changed.
    private func steps(_ forecast: ForecastView) -> [String] {
        forecast.shifts.flatMap(\.steps).enumerated().map { index, step in
            let mark = [.humane: "", .edge: "~", .night: "*"][step.hours] ?? "?"
            let changed = step.changed.map { " \($0)" }.joined()
            return (index == 0 ? "" : "w\(step.week) ") + "\(step.localTime)\(mark)\(changed)"
        }
    }

    @Test("where clocks are put back for Ramadan the hour moves twice more")
    func ramadan() async throws {
        let fixture = try await Fixture.with(
            lone("Europe/Berlin", at: "Wed 17:00", start: "2026-01-05", weeks: 16), now: "2025-12-15T09:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        let casablanca = try TimeZoneCatalog.shipped.zone(named: "Africa/Casablanca")
        let moving = steps(try await fixture.service.ask(ForecastSeason(program: "nova", zones: [casablanca.name])))
        #expect(
            moving == [
                "17:00", "w7 16:00 Africa/Casablanca", "w12 17:00 Africa/Casablanca", "w13 16:00 Europe/Berlin",
            ])
    }

    @Test("a season over New Year with a week 53 is read by its own weeks")
    func week53() async throws {
        let fixture = try await Fixture.with(
            small(start: "2026-12-21", weeks: 16, regions: "asia"), now: "2026-12-14T09:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        let berlin = try TimeZoneCatalog.shipped.zone(named: "Europe/Berlin")
        // Tuesday 30 March 2027 is in the fifteenth week.
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova", zones: [berlin.name]))
        #expect(shifts(forecast) == ["Europe/Berlin: 09:00, w15 10:00"])
    }

    @Test("before anything is planned every turn is open, with what planning would do")
    func unplanned() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 2, freezes: "{ from: 2027-01-14, to: 2027-01-17, reason: sprint }"))
        let open = try await fixture.service.ask(ForecastSeason(program: "nova")).uncovered.map {
            "\($0.week) \($0.region): \($0.reason)"
        }
        #expect(
            open == [
                "1 Asia: not planned yet; planning now would cover it",
                "1 Europe: not planned yet; planning now would cover it",
                "1 Americas: not planned yet; planning now would cover it",
                "2 Asia: not planned yet; planning now would cover it",
                "2 Europe: not planned yet; planning now would cover it",
                "2 Americas: no mentor of Americas has a slot that can be used that week (Joao has a frozen day (sprint))",
            ])
    }

    @Test("a session that was called off, or whose mentor is away, leaves its turn open; a forecast stores nothing")
    func open() async throws {
        let fixture = try await Fixture.with(small(weeks: 4))
        _ = try await fixture.service.plan("nova", publish: true)
        #expect(try await fixture.service.ask(ForecastSeason(program: "nova")).uncovered == [])
        _ = try await fixture.service.ask(CancelSession(session: "nova-202701-w02-asia", reason: "typhoon"))
        _ = try await fixture.service.ask(AddAway(email: EmailAddress("zoe@example.org"), days: DayRange("2027-01-27")))
        let before = try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer())
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova"))
        #expect(
            forecast.uncovered.map { "\($0.week) \($0.region): \($0.reason)" } == [
                "2 Asia: called off: typhoon",
                "4 Europe: no mentor of Europe has a slot that can be used that week (Zoe is away)",
            ])
        #expect(try await fixture.service.sessions(of: "nova", upcoming: false, for: Viewer()) == before)
    }

    @Test(
        "a day off is one on the mentor's own wall, whatever day it is where the session was agreed",
        arguments: [
            // Wednesday 01:30 in Auckland.
            ("Pacific/Auckland", "Tue 18:00", "Asia/Kolkata", "2027-01-05", false),
            ("Pacific/Auckland", "Tue 18:00", "Asia/Kolkata", "2027-01-06", true),
            ("Pacific/Auckland", "Tue 18:00", "Asia/Kolkata", "2027-01-07", false),
            // Monday 16:00 in Los Angeles.
            ("America/Los_Angeles", "Tue 09:00", "Asia/Tokyo", "2027-01-04", true),
            ("America/Los_Angeles", "Tue 09:00", "Asia/Tokyo", "2027-01-05", false),
            // From 23:30 to 00:30 in Tokyo, which lies in both days.
            ("Asia/Tokyo", "Tue 20:00", "Asia/Kolkata", "2027-01-05", true),
            ("Asia/Tokyo", "Tue 20:00", "Asia/Kolkata", "2027-01-06", true),
            ("Asia/Tokyo", "Tue 20:00", "Asia/Kolkata", "2027-01-07", false),
        ])
    func dayOff(zone: String, slot: String, agreed: String, away: String, isOpen: Bool) async throws {
        let reason = "no mentor of Asia has a slot that can be used that week (Ben is away)"
        for isPublished in [false, true] {
            let fixture = try await Fixture.with(
                asia(
                    [
                        "name: Ben, email: ben@example.org, zone: \(zone), slots: [{ every: \"\(slot)\", zone: \(agreed) }]"
                    ], weeks: 1))
            if isPublished { _ = try await fixture.service.plan("nova", publish: true) }
            _ = try await fixture.service.ask(AddAway(email: EmailAddress("ben@example.org"), days: DayRange(away)))
            let open = try await fixture.service.ask(ForecastSeason(program: "nova")).uncovered.map(\.reason)
            let otherwise = isPublished ? [] : ["not planned yet; planning now would cover it"]
            #expect(open == (isOpen ? [reason] : otherwise))
        }
    }

    @Test("freezes are told with the regions and the weeks they take")
    func freezes() async throws {
        let freezes = """
            { from: 2027-01-11, to: 2027-01-19, reason: release }, { from: 2027-01-25, to: 2027-01-31, reason: Tet, regions: [asia] },
            { from: 2027-03-01, to: 2027-03-07, reason: later }
            """
        let forecast = try await Fixture.with(small(freezes: freezes)).service.ask(ForecastSeason(program: "nova"))
        #expect(forecast.freezes.map(\.reason) == ["release", "Tet"])
        #expect(forecast.freezes.map(\.regions) == [[.asia, .europe, .americas], [.asia]])
        #expect(forecast.freezes.map(\.weeks) == [[2, 3], [4]])
        #expect(forecast.freezes.map(\.wholeWeeks) == [[2], [4]])
    }

    @Test("with one mentor in a region every turn to come hangs on them")
    func lone() async throws {
        let fixture = try await Fixture.with(
            small(weeks: 4, freezes: "{ from: 2027-01-18, to: 2027-01-24, reason: release }"))
        _ = try await fixture.service.plan("nova", publish: true)
        let before = try await fixture.service.ask(ForecastSeason(program: "nova")).fragile
        #expect(
            before.map { "\($0.mentor) \($0.region) \($0.weeks) \($0.longestRun)" } == [
                "Akira Asia [1, 2, 4] 2", "Zoe Europe [1, 2, 4] 2", "Joao Americas [1, 2, 4] 2",
            ])
        // Akira has led his second turn, Zoe leads hers today, Joao tomorrow.
        try fixture.clock.set("2027-01-13T09:00:00Z")
        #expect(
            try await fixture.service.ask(ForecastSeason(program: "nova")).fragile.map(\.weeks) == [
                [4], [2, 4], [2, 4],
            ])
    }

    @Test("where the regions take turns, only a mentor's own turns hang on them", arguments: [false, true])
    func takingTurns(published: Bool) async throws {
        let fixture = try await Fixture.with(small(weeks: 6, cadence: "one-region-a-week"))
        if published { _ = try await fixture.service.plan("nova", publish: true) }
        #expect(
            try await fixture.service.ask(ForecastSeason(program: "nova")).fragile.map(\.weeks) == [
                [1, 4], [2, 5], [3, 6],
            ])
    }

    @Test("a second mentor takes only what their gap and their months allow")
    func second() async throws {
        func fragile(_ limits: String) async throws -> [String] {
            let fixture = try await Fixture.with(
                small(weeks: 6, regions: "asia") + """

                      - { name: Mei, email: mei@example.org, zone: Asia/Shanghai, \(limits), slots: [{ every: "Fri 17:00", until: 2027-02-05 }] }
                    """)
            return try await fixture.service.ask(ForecastSeason(program: "nova")).fragile.map {
                "\($0.mentor) \($0.weeks)"
            }
        }
        #expect(try await fragile("min-gap-weeks: 1, max-per-month: 5") == ["Akira [6]"])
        #expect(try await fragile("min-gap-weeks: 2, max-per-month: 5") == ["Akira [2, 4, 6]"])
    }

    @Test("in the example season no turn hangs on a single mentor, and nobody's address is told")
    func example() async throws {
        let fixture = try await Fixture.with(AppResources.exampleProgram)
        #expect(try await fixture.service.ask(ForecastSeason(program: "nova")).fragile == [])
        for name in ["ann", "ben"] { _ = try await fixture.join(name, zone: "America/New_York") }
        _ = try await fixture.service.plan("nova", publish: true)
        let forecast = try await fixture.service.ask(ForecastSeason(program: "nova"))
        #expect(!forecast.shifts.isEmpty)
        #expect(!"\(forecast)".contains("@"))
    }

    @Test("an unknown program is refused with the nearest name")
    func unknown() async throws {
        let fixture = try await Fixture.with(small())
        await #expect(throws: Refusal.notFound("program", "nowa", nearest: ["nova"])) {
            try await fixture.service.ask(ForecastSeason(program: "nowa"))
        }
    }

    @Test("runs of weeks", arguments: [([], []), ([3], [3...3]), ([1, 2, 4, 6, 7, 8], [1...2, 4...4, 6...8])])
    func runs(weeks: [Int], expected: [ClosedRange<Int>]) {
        #expect(weeks.consecutiveRuns == expected)
    }
}
