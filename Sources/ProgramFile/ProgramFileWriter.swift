import ChatLogs
import CivilTime
import Mentoring
import TimeZoneCatalog
import Yams

extension ProgramDocument {
    /// The document as a program file, which reads back as the same document.
    public func yaml() throws -> String {
        var fields: [(Node, Node)] = [
            ("program", text(program.name)), ("title", text(program.title)),
            ("contact", text(program.contact.description)),
        ]
        if !organizers.isEmpty { fields.append(("organizers", words(organizers.map(\.description)))) }
        if let join = program.join { fields.append(("join", plain(join.rawValue))) }
        fields += [
            ("location", text(program.location)),
            (
                "season",
                inline([("start", plain("\(program.season.start)")), ("weeks", plain("\(program.season.weeks)"))])
            ),
            ("cadence", plain(program.cadence.rawValue)),
            (
                "session",
                inline([("minutes", plain("\(program.minutes)")), ("capacity", plain("\(program.capacity)"))])
            ),
            ("regions", list(program.regions)), ("announce-weeks", plain("\(program.announceWeeks)")),
        ]
        if program.confirmHours != ConfirmationDeadline.usualHours {
            fields.append(("confirm-hours", plain("\(program.confirmHours)")))
        }
        if !program.areas.isEmpty { fields.append(("areas", words(program.areas))) }
        if !stages.isEmpty { fields.append(("stages", Node(stages.map(node)))) }
        if program.reviews != ReviewTerms() { fields.append(("reviews", node(program.reviews))) }
        if !program.bots.isEmpty {
            fields.append(("bots", Node(program.bots.map { text($0.text) }, .implicit, .flow)))
        }
        fields += [("freezes", Node(freezes.map(node))), ("mentors", Node(mentors.map(node)))]
        if !duties.isEmpty { fields.append(("duties", Node(duties.map(node)))) }
        return try Yams.serialize(node: Node(fields), allowUnicode: true)
    }

    private func node(_ stage: Stage) -> Node {
        let name: (Node, Node) = ("name", text(stage.name))
        return inline([name] + stage.wishes.map { (Node($0.goal.rawValue), plain($0.amount)) })
    }

    private func node(_ terms: ReviewTerms) -> Node {
        var fields: [(Node, Node)] = []
        if !terms.hosts.isEmpty { fields.append(("hosts", words(terms.hosts))) }
        if let days = terms.pickDays { fields.append(("pick-days", plain("\(days)"))) }
        if terms.proposals != .seen { fields.append(("proposals", plain(terms.proposals.rawValue))) }
        return inline(fields)
    }

    private func node(_ freeze: Freeze) -> Node {
        var fields = days(freeze.days)
        fields.append(("reason", text(freeze.reason)))
        if !freeze.regions.isEmpty { fields.append(("regions", list(freeze.regions))) }
        return inline(fields)
    }

    private func node(_ mentor: MentorEntry) -> Node {
        var fields: [(Node, Node)] = [
            ("name", text(mentor.name)), ("email", text(mentor.email.description)),
        ]
        if !mentor.formerly.isEmpty { fields.append(("formerly", words(mentor.formerly.map(\.description)))) }
        fields += [
            ("zone", plain(mentor.zone.name)), ("region", plain(mentor.region.rawValue)),
            ("weight", plain("\(mentor.weight)")),
            ("min-gap-weeks", plain("\(mentor.minGapWeeks)")), ("max-per-month", plain("\(mentor.maxPerMonth)")),
        ]
        if !mentor.knows.isEmpty { fields.append(("knows", words(mentor.knows))) }
        if !mentor.slots.isEmpty { fields.append(("slots", Node(mentor.slots.map { node($0, of: mentor.zone) }))) }
        if !mentor.away.isEmpty { fields.append(("away", Node(mentor.away.map { inline(days($0)) }))) }
        return Node(fields)
    }

    private func node(_ entry: SlotEntry, of mentors: TimeZoneID) -> Node {
        let slot = entry.pattern
        var fields: [(Node, Node)]
        if let weekly = slot.weekly {
            fields = [("every", text(weekly))]
        } else {
            fields = [("rrule", text(slot.rule)), ("at", text("\(slot.at)"))]
        }
        if entry.zone != mentors { fields.append(("zone", plain(entry.zone.name))) }
        if let from = slot.from { fields.append(("from", plain("\(from)"))) }
        if let until = slot.until { fields.append(("until", plain("\(until)"))) }
        if !slot.except.isEmpty {
            fields.append(("except", Node(slot.except.map { plain("\($0)") }, .implicit, .flow)))
        }
        if slot.preference != 0 { fields.append(("prefer", plain("\(slot.preference)"))) }
        return inline(fields)
    }

    private func node(_ entry: DutyEntry) -> Node {
        var fields: [(Node, Node)] = [("name", text(entry.duty.name)), ("title", text(entry.duty.title))]
        if let link = entry.duty.link { fields.append(("link", text(link))) }
        fields += [
            ("min-gap-weeks", plain("\(entry.duty.minGapWeeks)")),
            ("max-per-month", plain("\(entry.duty.maxPerMonth)")),
            ("volunteers", Node(entry.volunteers.map(node))),
        ]
        return Node(fields)
    }

    /// The address alone says everything of a mentor.
    private func node(_ volunteer: VolunteerEntry) -> Node {
        guard !mentors.contains(where: { $0.email == volunteer.email }) else {
            return text(volunteer.email.description)
        }
        var fields: [(Node, Node)] = [
            ("name", text(volunteer.name)), ("email", text(volunteer.email.description)),
        ]
        if !volunteer.formerly.isEmpty { fields.append(("formerly", words(volunteer.formerly.map(\.description)))) }
        return inline(fields + [("zone", plain(volunteer.zone.name))])
    }

    private func days(_ range: DayRange) -> [(Node, Node)] {
        [("from", plain("\(range.from)")), ("to", plain("\(range.to)"))]
    }

    private func list(_ regions: [Region]) -> Node {
        Node(regions.map { plain($0.rawValue) }, .implicit, .flow)
    }

    /// In quotes, since an area may look like a number.
    private func words(_ words: [String]) -> Node { Node(words.map(text), .implicit, .flow) }

    private func inline(_ fields: [(Node, Node)]) -> Node { Node(fields, .implicit, .flow) }

    private func plain(_ text: String) -> Node { Node(text, .implicit, .plain) }

    private func text(_ text: String) -> Node { Node(text, .implicit, .doubleQuoted) }
}
