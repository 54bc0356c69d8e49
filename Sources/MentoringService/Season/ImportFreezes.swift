import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog
import Wording

extension ImportFreezes: HandledRequest {
    /// Freezes the whole days that a calendar names in the seasons that are not over; importing it again changes nothing.
    ///
    /// - Returns: each freeze, the weeks in which it has days, and what lies on them; and what was left, with lines.
    /// - Throws: `Refusal` not-found for an unknown program, conflict for more freezes than there may be; `BadInput` with the line for a
    ///   file that cannot be read.
    public func carryOut(for client: Client) async throws -> FreezeImport {
        let service = client.service
        let now = service.clock.now()
        // Reading a large calendar takes a while, in which others may change things.
        let terms = try await service.store.read { try $0.requireProgram(program).holidayTerms(at: now) }
        let findings = try client.reader.holidays(in: Array(calendar.utf8), for: terms).eachDaysOnce
        guard findings.found.count <= Limits.freezes else {
            throw BadInput(
                "the calendar names \(findings.found.count) holidays in seasons that are not over, more than the "
                    + "\(Limits.freezes) freezes that a program may have; export fewer of them",
                line: findings.found[Limits.freezes].line)
        }
        return try await service.store.write(forGood: !(dryRun ?? false)) { transaction in
            let program = try transaction.requireProgram(program)
            guard try program.holidayTerms(at: now) == terms else { throw Refusal.changedMeanwhile(program.name) }
            let seasons = program.focusedOnEachToCome(at: now)
            let sessions = try transaction.sessionsToCome(of: program.name, by: service.zones, at: now)
            var freezes = try transaction.freezes(of: program.name)
            var taken: [FreezeImport.Taken] = []
            for holiday in findings.found {
                let freeze = Freeze(days: holiday.days, reason: holiday.title, regions: regions ?? [])
                let known = freezes.first { $0.days == freeze.days && $0.regions == freeze.regions }
                let stored = try known ?? transaction.enter(freeze, of: program.name, besides: freezes)
                var view = FreezeView(stored)
                view.wasKnown = known != nil
                let remarks = known == nil ? stored.remarks(in: program, besides: freezes, at: now) : []
                if !remarks.isEmpty { view.remarks = remarks }
                if known == nil { freezes.append(stored) }
                taken.append(
                    FreezeImport.Taken(
                        line: holiday.line, freeze: view, weeks: seasons.flatMap { $0.weeks(in: stored.days) },
                        sessions: sessions.codes(on: stored)))
            }
            return FreezeImport(taken: taken, left: findings.left).calling(program.regionTitles)
        }
    }
}

extension CalendarFindings<Holiday> {
    /// The same with each range of days once; the others that name it are left.
    fileprivate var eachDaysOnce: CalendarFindings<Holiday> {
        var first: [DayRange: Int] = [:]
        var (found, left): ([Holiday], [LeftOut]) = ([], left)
        for holiday in self.found {
            if let line = first[holiday.days] {
                let reason = LeftOut.sameDays(holiday.days, asLine: line)
                left.append(LeftOut(line: holiday.line, what: "VEVENT", reason: reason))
            } else {
                first[holiday.days] = holiday.line
                found.append(holiday)
            }
        }
        return CalendarFindings(found: found, left: left.sorted { $0.line < $1.line })
    }
}

extension Program {
    /// What is looked for in a calendar of holidays: days of every season that is not over.
    fileprivate func holidayTerms(at now: Instant) throws -> CalendarTerms {
        let span = span(at: now)
        return CalendarTerms(
            season: try DayRange(from: span.start, to: span.end), zone: .utc, minutes: minutes)
    }

    /// The weeks of the season in focus in which some days lie.
    fileprivate func weeks(in days: DayRange) -> [FreezeImport.Week] {
        let (first, last) = (max(days.from, season.start), min(days.to, season.end))
        guard first <= last else { return [] }
        return (season.start.days(until: first) / 7...season.start.days(until: last) / 7).map { index in
            let monday = season.start.adding(days: 7 * index)
            let (from, to) = (max(first, monday), min(last, monday.adding(days: 6)))
            return FreezeImport.Week(season: season.name, week: index + 1, days: from.days(until: to) + 1)
        }
    }
}
