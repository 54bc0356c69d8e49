import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

extension SlotCommand.Import {
    /// Reads the calendar here, piece by piece, and sends the times alone: large files fit into no request, and nobody but
    /// their owner needs the rest of it.
    func leaveOut(of mentor: String?) async throws {
        let known = try await common.ask(ShowCalendarTerms(program: program, mentor: mentor))
        let findings = try findings(for: known)
        let times = try Self.text(of: findings.found, minutes: known.minutes)
        func ask(confirmed: Bool, dryRun: Bool) async throws -> BusyImport {
            try await common.ask(
                ImportBusyTimes(
                    program: program, mentor: mentor, times: times, confirmed: confirmed, dryRun: dryRun))
        }
        var confirmed = yes
        if !yes, !dryRun, file != "-", Terminal.isAttended {
            let emptied = try await ask(confirmed: false, dryRun: true).emptied
            confirmed = !emptied.isEmpty && Terminal.isConfirmed(emptied.question)
        }
        var outcome = try await ask(confirmed: confirmed, dryRun: dryRun)
        outcome.left = findings.left
        outcome.away = try await absences(findings.away, of: known)
        try common.confirm(outcome, isPreview: dryRun) {
            outcome.text(dryRun: dryRun, asks: !yes, of: known, in: program)
        }
    }

    private func findings(for known: CalendarTermsView) throws -> BusyFindings {
        let terms = CalendarTerms(
            season: try DayRange(from: known.from, to: known.to), zone: known.zone, minutes: known.minutes,
            people: [known.mentor])
        var reader = try CalendarReader(zones: common.zones()).busyTimesReader(for: terms)
        do {
            try InputFile.read(file) { try reader.take($0) }
            return try reader.findings()
        } catch var bad as BadInput {
            bad.file = bad.file ?? file
            throw bad
        }
    }

    /// The busy times as the request has them, in the 1 MiB that it may take.
    private static func text(of times: [BusyTime], minutes: Int) throws -> String {
        // Between times that leave no room for a session it does not matter where one ends.
        let fewer = times.fewer(than: 10_000, minutes: minutes)
        let text = fewer.map(\.text).joined(separator: "\n")
        guard text.utf8.count <= CalendarReader.limit else {
            throw BadInput(
                "holds \(fewer.count) busy times within the season, more than can be sent; export less of it")
        }
        return text
    }

    /// The absences of which planning does not know, which it is told if that is wanted.
    private func absences(_ away: [AwayDays], of known: CalendarTermsView) async throws -> [BusyImport.Absence] {
        guard !away.isEmpty else { return [] }
        let recorded = try await common.ask(ListAbsences(email: known.mentor))
        var absences: [BusyImport.Absence] = []
        for found in away where !recorded.contains(where: { $0.from <= found.days.from && found.days.to <= $0.to }) {
            var absence = BusyImport.Absence(line: found.line, from: found.days.from, to: found.days.to)
            if self.away, !dryRun {
                let away = try await common.ask(
                    AddAway(
                        email: known.mentor, from: found.days.from, to: found.days.to,
                        program: known.isOwn ? nil : program))
                absence.recorded = away.id
                absence.affects = away.affects
                absence.replanned = away.replanned
            }
            absences.append(absence)
        }
        return absences
    }
}
