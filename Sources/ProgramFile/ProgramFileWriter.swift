import ChatLogs
import CivilTime
import Mentoring
import TimeZoneCatalog
import Yams

extension ProgramDocument {
    /// The document as a program file, which reads back as the same document.
    public func yaml() throws -> String {
        let usual = program.usual
        var fields: [(Node, Node)] = [
            ("program", text(program.name)), ("title", text(program.title)),
        ]
        if let about = program.about { fields.append(("about", Node(about, .implicit, .literal))) }
        if let conduct = program.conduct { fields.append(("conduct", text(conduct))) }
        fields.append(("contact", text(program.contact.description)))
        if !organizers.isEmpty { fields.append(("organizers", words(organizers.map(\.description)))) }
        if let join = program.join { fields.append(("join", plain(join.rawValue))) }
        fields += [
            ("location", text(program.location)),
            program.seasons.count == 1
                ? ("season", node(program.season)) : ("seasons", Node(program.seasons.map(node))),
            ("cadence", plain(usual.cadence.rawValue)),
        ]
        if usual.meets != .everyWeek { fields.append(("meets", usual.meets.node)) }
        if usual.whenFrozen != .skip { fields.append(("when-frozen", plain(usual.whenFrozen.rawValue))) }
        fields += [
            (
                "session",
                inline([("minutes", plain("\(usual.minutes)")), ("capacity", plain("\(usual.capacity)"))])
            ),
            ("regions", titled(usual.regions)), ("announce-weeks", plain("\(usual.announceWeeks)")),
        ]
        if usual.noticeHours != PlanningNotice.usualHours {
            fields.append(("notice-hours", plain("\(usual.noticeHours)")))
        }
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

    /// A season; its name only where its start does not say it.
    private func node(_ season: Season) -> Node {
        let terms = season.terms
        var fields: [(Node, Node)] = []
        if !season.hasUsualName { fields.append(("name", text(season.name))) }
        fields += [("start", plain("\(season.start)")), ("weeks", plain("\(season.weeks)"))]
        if let cadence = terms.cadence { fields.append(("cadence", plain(cadence.rawValue))) }
        if let meets = terms.meets { fields.append(("meets", meets.node)) }
        if let whenFrozen = terms.whenFrozen { fields.append(("when-frozen", plain(whenFrozen.rawValue))) }
        var session: [(Node, Node)] = []
        if let minutes = terms.minutes { session.append(("minutes", plain("\(minutes)"))) }
        if let capacity = terms.capacity { session.append(("capacity", plain("\(capacity)"))) }
        if !session.isEmpty { fields.append(("session", inline(session))) }
        if let regions = terms.regions { fields.append(("regions", titled(regions))) }
        if let weeks = terms.announceWeeks { fields.append(("announce-weeks", plain("\(weeks)"))) }
        if let hours = terms.noticeHours { fields.append(("notice-hours", plain("\(hours)"))) }
        return inline(fields)
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
        fields.append(("zone", plain(mentor.zone.name)))
        if let region = mentor.region { fields.append(("region", plain(region.rawValue))) }
        fields += [
            ("weight", plain("\(mentor.weight)")),
            ("min-gap-weeks", plain("\(mentor.minGapWeeks)")), ("max-per-month", plain("\(mentor.maxPerMonth)")),
        ]
        if !mentor.knows.isEmpty { fields.append(("knows", words(mentor.knows))) }
        if !mentor.slots.isEmpty { fields.append(("slots", Node(mentor.slots.map(node)))) }
        if !mentor.away.isEmpty { fields.append(("away", Node(mentor.away.map { inline(days($0)) }))) }
        return Node(fields)
    }

    private func node(_ entry: SlotEntry) -> Node {
        let slot = entry.pattern
        var fields: [(Node, Node)]
        if let every = slot.typed {
            fields = [("every", text(every))]
        } else {
            fields = [("rrule", text(slot.rule)), ("at", text("\(slot.at)"))]
        }
        if let zone = entry.zone { fields.append(("zone", plain(zone.name))) }
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

    /// The regions that take part, each with its title where the program chose one.
    private func titled(_ regions: [Region]) -> Node {
        let nodes = regions.map { region in
            program.regionTitles.chosen(for: region).map { inline([(plain(region.rawValue), text($0))]) }
                ?? plain(region.rawValue)
        }
        return Node(nodes, .implicit, .flow)
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
