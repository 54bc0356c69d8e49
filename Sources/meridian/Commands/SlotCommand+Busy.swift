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

extension [SlotView] {
    /// What a mentor is asked before they have no date to come any more.
    fileprivate var question: String {
        let named = map { "slot \($0.id) (\($0.summary))" }.joined(separator: ", ")
        return "\(named) would have no date left in the season that can be planned. Leave all of them out?"
    }
}

extension BusyImport {
    /// What a mentor reads: which dates are left out, how they come back, what of the calendar was left and why.
    fileprivate func text(dryRun: Bool, asks: Bool, of known: CalendarTermsView, in program: String) -> String {
        let lines = cleared.map {
            "line \($0.line): slot \($0.slot) leaves out \(When.dayAndTime($0.localStart))"
        }
        let none = emptied.map {
            "slot \($0.id) (\($0.summary)) \(dryRun ? "would have" : "has") no date left in the season that can be planned"
        }
        let restored = undo.map { "undo: meridian slot restore \($0.slot) \($0.days.joined(separator: " "))" }
        let returned = away.compactMap(\.recorded).map { "undo: meridian away remove \($0)" }
        let question =
            emptied.isEmpty || !asks
            ? []
            : ["without --yes that is asked about first, and refused where nobody can be asked; --yes leaves all out"]
        let back = dryRun ? question : restored + returned
        // Only who leads a session can offer it.
        let way = known.isOwn ? "to give it to somebody else" : "its mentor can give it to somebody else"
        let stay = (announced ?? []).map {
            "line \($0.line): \($0.session) is announced for \(When.dayAndTime($0.localStart)) and stays; \(way): meridian swap offer \($0.session)"
        }
        let place = known.isOwn ? "" : " --program \(program)"
        let absences = away.map { absence in
            let days = "\(absence.from)..\(absence.to)"
            if let id = absence.recorded {
                let lost = absence.affects ?? []
                let effect =
                    lost.isEmpty
                    ? ""
                    : "; the next plan gives \(lost.joined(separator: ", ")) to others, or calls off what nobody else can have"
                return "line \(absence.line): absence \(id): \(days)\(effect)\(AwayView.anew(absence.replanned ?? []))"
            }
            return
                "line \(absence.line): away \(days), it seems; `meridian away add \(known.mentor) \(days)\(place)` would tell planning so, and --away here does"
        }
        let summary =
            "dates left out: \(cleared.count); busy times in the season: \(busyTimes); entries left: "
            + "\(left.reduce(0) { $0 + ($1.count ?? 1) })"
        // What may be busy is for the mentor to look at, so it stands last.
        let risks = left.filter { $0.mayBeBusy == true }
        return importReport(
            lines + none + stay + absences, left.filter { $0.mayBeBusy != true } + risks, summary,
            dryRun: dryRun && !cleared.isEmpty, then: back)
    }
}
