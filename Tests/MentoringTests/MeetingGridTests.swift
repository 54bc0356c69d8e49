import CivilTime
import Mentoring
import Testing
import TimeZoneCatalog

@Suite("Meeting weeks")
struct MeetingGridTests {
    private let start = LocalDate(year: 2027, month: 1, day: 4) ?? LocalDate(epochDay: 0)

    @Test(
        "are written and read as they are stored, and told in words",
        arguments: [
            ("every-week", "every week"), ("every-2-weeks", "every 2 weeks"), ("every-8-weeks", "every 8 weeks"),
            ("weeks-of-month 2,4 of tue", "in the weeks of the month’s 2nd and 4th Tuesday"),
            ("weeks-of-month 5 of thu", "in the week of the month’s 5th Thursday"),
            ("weeks-of-month 1,2,3 of sun", "in the weeks of the month’s 1st, 2nd and 3rd Sunday"),
        ])
    func texts(text: String, words: String) throws {
        let weeks = try #require(MeetingWeeks(text))
        #expect("\(weeks)" == text)
        #expect(weeks.inWords == words)
    }

    @Test(
        "are not read from what says nothing of the kind",
        arguments: [
            "", "weekly", "every-1-weeks", "every-0-weeks", "every-9-weeks", "every-02-weeks", "every--2-weeks",
            "weeks-of-month of tue", "weeks-of-month 6 of tue", "weeks-of-month 0 of tue", "weeks-of-month 2,2 of tue",
            "weeks-of-month 2, of tue", "weeks-of-month 2,4 of day", "weeks-of-month 2,4",
        ])
    func noTexts(text: String) { #expect(MeetingWeeks(text) == nil) }

    @Test("of a month are those that hold its days, walked one by one, from 2026 to 2035", arguments: Weekday.allCases)
    func ofMonth(weekday: Weekday) throws {
        let season = try Season(start: #require(LocalDate(year: 2025, month: 12, day: 29)), weeks: 104)
        for ordinal in 1...5 {
            var walked: Set<LocalDate> = []
            for year in 2026...2035 {
                for month in 1...12 {
                    let days = (1...31).compactMap { LocalDate(year: year, month: month, day: $0) }
                        .filter { $0.weekday == weekday }
                    if days.count >= ordinal { walked.insert(days[ordinal - 1].mondayOfWeek) }
                }
            }
            let rule = try MeetingWeeks.validated(weeksOfMonth: [ordinal], weekday)
            let last = try #require(LocalDate(year: 2035, month: 12, day: 31))
            let days = Set(
                (1...523).filter { rule.meets(inWeek: $0, of: season) }.map {
                    season.monday(ofWeek: $0).adding(days: weekday.rawValue - 1)
                }.filter { $0.year >= 2026 && $0 <= last }.map(\.mondayOfWeek))
            #expect(days == walked, "\(ordinal) \(weekday)")
        }
    }

    /// What the weeks are to a region: `M` meets, `i` meets instead of an earlier one, `.` no meeting, `x` left out, `p` postponed.
    private func row(_ grid: MeetingGrid, _ region: Region, _ weeks: Int) -> String {
        (1...weeks).map { week in
            switch grid[region, week] {
            case .meets: "M"
            case .meetsInstead: "i"
            case .noMeeting: "."
            case .skipped: "x"
            case .postponed: "p"
            }
        }.joined()
    }

    private func freeze(_ weeks: ClosedRange<Int>, _ regions: [Region] = []) throws -> Freeze {
        Freeze(
            days: try DayRange(
                from: start.adding(days: 7 * (weeks.lowerBound - 1)), to: start.adding(days: 7 * weeks.upperBound - 1)),
            reason: "release", regions: regions)
    }

    @Test(
        "move when they are frozen, and never the grid",
        arguments: [
            // Weeks 5 to 5 frozen for all, then for Asia alone; `postpone`.
            ("every-week", 5...5, [], "MMMMxMMMMM", "MMMMxMMMMM"),
            ("every-2-weeks", 5...5, [], "M.M.piM.M.", "M.M.piM.M."),
            ("every-2-weeks", 5...5, [.asia], "M.M.piM.M.", "M.M.M.M.M."),
            ("every-2-weeks", 5...6, [.asia], "M.M.x.M.M.", "M.M.M.M.M."),
            ("every-2-weeks", 4...5, [], "M.M.piM.M.", "M.M.piM.M."),
            ("every-2-weeks", 9...9, [], "M.M.M.M.pi", "M.M.M.M.pi"),
            ("every-2-weeks", 9...10, [], "M.M.M.M.x.", "M.M.M.M.x."),
            ("every-4-weeks", 5...6, [], "M...p.i.M.", "M...p.i.M."),
            ("every-4-weeks", 1...9, [], "x...x...pi", "x...x...pi"),
            ("every-3-weeks", 1...10, [], "x..x..x..x", "x..x..x..x"),
            // 2027-01-12 and -26, 02-09 and -23, 03-09: weeks 2, 4, 6, 8 and 10.
            ("weeks-of-month 2,4 of tue", 4...4, [], ".M.piM.M.M", ".M.piM.M.M"),
            // 2027-01-29 is the month's fifth Friday, and there is none in February.
            ("weeks-of-month 5 of fri", 4...4, [], "...pi.....", "...pi....."),
            ("weeks-of-month 5 of fri", 1...1, [], "...M......", "...M......"),
        ] as [(String, ClosedRange<Int>, [Region], String, String)])
    func postponed(meets: String, frozen: ClosedRange<Int>, regions: [Region], asia: String, europe: String) throws {
        let season = try Season(start: start, weeks: 10)
        let meets = try #require(MeetingWeeks(meets))
        func grid(_ whenFrozen: WhenFrozen) throws -> MeetingGrid {
            try MeetingGrid(
                season, meets: meets, whenFrozen: whenFrozen, cadence: .everyRegion, regions: [.asia, .europe],
                freezes: [freeze(frozen, regions)])
        }
        #expect(row(try grid(.postpone), .asia, 10) == asia)
        #expect(row(try grid(.postpone), .europe, 10) == europe)
        // Skipping leaves out what postponing would move, and moves no other.
        #expect(row(try grid(.skip), .asia, 10) == asia.replacing("p", with: "x").replacing("i", with: "."))
        #expect(try grid(.skip).moves().isEmpty)
        #expect(row(try grid(.postpone), .americas, 10) == "..........")
    }

    @Test("that the regions share move when all of them are frozen")
    func turns() throws {
        let season = try Season(start: start, weeks: 6)
        func grid(_ freezes: [Freeze]) -> MeetingGrid {
            MeetingGrid(
                season, meets: .every(weeks: 3), whenFrozen: .postpone, cadence: .oneRegionAWeek,
                regions: [.asia, .europe],
                freezes: freezes)
        }
        let one = grid([try freeze(4...4, [.asia])])
        #expect(row(one, .asia, 6) == "M..x.." && row(one, .europe, 6) == "M..M..")
        #expect(one.moves().isEmpty)
        let both = grid([try freeze(4...4), try freeze(5...5, [.asia])])
        #expect(row(both, .asia, 6) == "M..p.." && row(both, .europe, 6) == "M..pi.")
        let longer = grid([try freeze(4...5)])
        #expect(row(longer, .asia, 6) == "M..p.i" && row(longer, .europe, 6) == "M..p.i")
    }

    @Test("say why nobody meets in the others")
    func words() throws {
        let season = try Season(start: start, weeks: 10)
        let grid = MeetingGrid(
            season, meets: .every(weeks: 2), whenFrozen: .postpone, cadence: .everyRegion, regions: [.asia, .europe],
            freezes: [try freeze(5...5), try freeze(7...8, [.asia]), try freeze(9...10)])
        func reason(_ week: Int, _ region: Region = .asia) -> String? {
            grid.reason(against: region, in: week, of: "nova")
        }
        #expect(reason(1) == nil && reason(6) == nil && reason(7, .europe) == nil)
        #expect(reason(4) == "no meeting that week: nova meets every 2 weeks; the next is week 6")
        #expect(reason(8) == "no meeting that week: nova meets every 2 weeks; there is none after it this season")
        #expect(reason(5) == "frozen: release; postponed to week 6")
        #expect(
            reason(7) == "frozen: release; left out, since no week is free before the next meeting in week 9")
        #expect(reason(9) == "frozen: release; left out, since no week is free before the season ends")
        #expect(
            grid.moves().map { "\($0.week) \($0.regions.map(\.rawValue)) \($0.to ?? 0)" } == [
                "5 [\"asia\", \"europe\"] 6", "7 [\"asia\"] 0", "9 [\"asia\", \"europe\"] 0",
            ])
        let before = MeetingGrid(
            season, meets: .every(weeks: 2), whenFrozen: .postpone, cadence: .everyRegion, regions: [.asia, .europe],
            freezes: [try freeze(9...10)])
        #expect(
            grid.remarks(since: before) == [
                "postpones week 5 to week 6, if somebody can lead it then",
                "leaves out week 7 of Asia: no week is free before the next meeting in week 9",
            ])
        let led: [([Region], String)] = [
            ([.asia, .europe], ""), ([.asia], ", but in Europe nobody can lead it then"),
            ([], ", but nobody can lead it then"),
        ]
        for (regions, words) in led {
            let remarks = grid.remarks(since: before, isLed: { region, _ in regions.contains(region) })
            #expect(remarks.first == "postpones week 5 to week 6" + words)
        }
    }

    @Test("are postponed over New Year and into ISO week 53")
    func newYear() throws {
        // 2026-12-21 is ISO week 52, 2026-12-28 week 53.
        let season = try Season(start: #require(LocalDate(year: 2026, month: 12, day: 7)), weeks: 6)
        let days = try DayRange("2026-12-21..2026-12-27")
        let grid = MeetingGrid(
            season, meets: .every(weeks: 2), whenFrozen: .postpone, cadence: .everyRegion, regions: [.asia],
            freezes: [Freeze(days: days, reason: "holidays")])
        #expect(row(grid, .asia, 6) == "M.piM.")
        #expect(season.monday(ofWeek: 4).isoWeek.week == 53)
    }
}
