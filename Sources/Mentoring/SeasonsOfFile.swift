package import CivilTime

/// What a program's file makes of the seasons that are known.
///
/// A season of the file is the known one that begins on its first day, or has its name. One that nobody named is the known one
/// that has neither begun nor been announced, the nearest of several, which moves; else it is the next. What a file leaves out
/// stays when anything of it was announced or it has begun, and is given up otherwise. One that was given up is taken up again
/// by a file that has it once more, by its first day or its name.
///
/// Codes are for ever: a season of which anybody was told one keeps its name, also when it moves, and once it was given up. Such
/// a name is that season's before a first day is.
package struct SeasonsOfFile: Equatable, Sendable {
    /// Seasons that change their name, first day, length or terms, each with how it was.
    package private(set) var changed: [(known: Season, to: Season)] = []
    /// Seasons that were given up and are the program's again, each with how it was.
    package private(set) var takenUp: [(known: Season, to: Season)] = []
    /// Seasons that are new.
    package private(set) var added: [Season] = []
    /// Seasons that the file leaves out, and of which nothing was announced: they are given up.
    package private(set) var removed: [Season] = []
    /// Seasons that the file leaves out and that stay, since they have begun or something of them was announced.
    package private(set) var staying: [Season] = []

    /// - Parameters:
    ///   - file: the seasons of the file.
    ///   - known: those that are stored, by start.
    ///   - givenUp: those that are stored and were given up, by start.
    ///   - announced: the names of those of which anything was announced.
    ///   - spoken: the names of those of which anybody knows a code, though nothing was announced.
    ///   - now: the moment.
    /// - Throws: when ones that were announced would have another name or another first day, or have ended already, or ones of
    ///   which somebody knows a code another name.
    package init(
        _ file: [Season], known: [Season], givenUp: [Season] = [], announced: Set<Season.Name>,
        spoken: Set<Season.Name> = [], at now: Instant
    ) throws(SeasonConflicts) {
        var conflicts: [BadInput] = []
        func isFixed(_ season: Season) -> Bool { announced.contains(season.name) || season.start.midnightUTC <= now }
        var rest = known
        var dormant = givenUp
        var others: [Season] = []
        var names = Set((file.filter { !$0.hasUsualName } + givenUp).map(\.name))
        // A name that stays is that season's, whichever other begins on that day now.
        let lasting = spoken.union(announced)
        let named = Set(file.filter { !$0.hasUsualName && lasting.contains($0.name) }.map(\.name))
        for season in file {
            let isOf = { (old: Season) in
                named.contains(season.name)
                    ? old.name == season.name
                    : old.start == season.start && !named.contains(old.name)
            }
            let (current, former) = (rest.firstIndex(where: isOf), dormant.firstIndex(where: isOf))
            guard let old = current.map({ rest.remove(at: $0) }) ?? former.map({ dormant.remove(at: $0) }) else {
                others.append(season)
                continue
            }
            // A name that was given stays where the file says none.
            let wanted = season.hasUsualName ? season.named(old.name) : season
            if announced.contains(old.name) {
                conflicts += wanted.conflict(withAnnounced: old, at: now).map { [$0] } ?? []
            } else if wanted.name != old.name, spoken.contains(old.name) {
                conflicts.append(old.cannotBeCalled(wanted.name, isGivenUp: current == nil))
            }
            names.insert(wanted.name)
            if current == nil { takenUp.append((old, wanted)) } else if wanted != old { changed.append((old, wanted)) }
        }
        for season in others.filter({ !$0.hasUsualName }) {
            if let index = rest.firstIndex(where: { $0.name == season.name }) {
                changed.append((rest.remove(at: index), season))
            } else if let index = dormant.firstIndex(where: { $0.name == season.name }) {
                takenUp.append((dormant.remove(at: index), season))
            } else {
                added.append(season)
            }
        }
        staying = rest.filter { isFixed($0) }
        names.formUnion(staying.map(\.name))
        var movable = rest.filter { !isFixed($0) }
        names.formUnion(movable.map(\.name).filter(spoken.contains))
        let unnamed = others.filter(\.hasUsualName)
        for (index, season) in unnamed.enumerated() {
            guard !movable.isEmpty else {
                add(season, dormant: &dormant, announced: announced, names: &names)
                continue
            }
            // The nearest that leaves one for each of those that follow, so that none passes another.
            let following = unnamed.count - 1 - index
            let choices = movable.prefix(max(1, movable.count - following))
            let nearest = choices.indices.min { choices[$0].distance(to: season) < choices[$1].distance(to: season) }
            let place = nearest ?? 0
            removed += movable.prefix(place)
            let old = movable[place]
            movable.removeFirst(place + 1)
            let wanted = season.named(
                old.hasUsualName && !spoken.contains(old.name) ? Self.free(season.name, among: names) : old.name)
            names.insert(wanted.name)
            changed.append((old, wanted))
        }
        removed += movable
        conflicts += firstDayConflicts(with: (dormant + removed).filter { lasting.contains($0.name) })
        guard conflicts.isEmpty else { throw SeasonConflicts(all: conflicts) }
    }

    /// Sessions are kept by the first day of their season, so that no two have one.
    private func firstDayConflicts(with left: [Season]) -> [BadInput] {
        (changed.map(\.to) + takenUp.map(\.to) + added).compactMap { season in
            guard let other = left.first(where: { $0.start == season.start }) else { return nil }
            return BadInput(
                "the season \(season.name) cannot begin on \(season.start): \(other.name) did, which the file leaves out and of which people know codes; let \(season.name) start on another Monday"
            )
        }
    }

    /// One that nobody named and that is none of those known is what was given up under its name, or new.
    private mutating func add(
        _ season: Season, dormant: inout [Season], announced: Set<Season.Name>, names: inout Set<Season.Name>
    ) {
        if let index = dormant.firstIndex(where: { $0.name == season.name && !announced.contains($0.name) }) {
            return takenUp.append((dormant.remove(at: index), season))
        }
        let wanted = season.named(Self.free(season.name, among: names))
        names.insert(wanted.name)
        added.append(wanted)
    }

    /// The seasons as they are then, of those that were known.
    package func seasons(after known: [Season]) -> [Season] {
        let gone = Set(removed.map(\.name) + changed.map(\.known.name))
        return (known.filter { !gone.contains($0.name) } + changed.map(\.to) + takenUp.map(\.to) + added)
            .sorted { $0.start < $1.start }
    }

    /// A name that nobody has: two seasons may begin in one month.
    private static func free(_ name: Season.Name, among taken: Set<Season.Name>) -> Season.Name {
        ([name] + "bcdefgh".map { "\(name)\($0)" }).first { !taken.contains($0) } ?? name
    }

    package static func == (left: SeasonsOfFile, right: SeasonsOfFile) -> Bool {
        func areEqual(_ some: [(known: Season, to: Season)], _ others: [(known: Season, to: Season)]) -> Bool {
            some.elementsEqual(others) { $0.known == $1.known && $0.to == $1.to }
        }
        return left.added == right.added && left.removed == right.removed && left.staying == right.staying
            && areEqual(left.changed, right.changed)
            && areEqual(left.takenUp, right.takenUp)
    }
}

/// All that known seasons have against those of a file.
package struct SeasonConflicts: Error {
    /// At least one, in the order of the file.
    package let all: [BadInput]
}

extension Season {
    /// How many days lie between the first days of two seasons.
    fileprivate func distance(to other: Season) -> Int { abs(start.epochDay - other.start.epochDay) }

    /// That it has another name or another first day than when it was announced, or less of what has passed; nil when it has not.
    fileprivate func conflict(withAnnounced old: Season, at now: Instant) -> BadInput? {
        guard name == old.name else {
            return BadInput(
                "the season \(old.name) from \(old.start) cannot be called \(name): its codes were given out when it was announced, and stay; leave its name in the file, or out of it"
            )
        }
        guard start == old.start else {
            guard distance(to: old) >= 7 * (start < old.start ? weeks : old.weeks) else {
                return BadInput(
                    "the season \(old.name) began or begins on \(old.start) and cannot move to \(start): sessions of it were announced, and another season from \(start) would overlap it; let it begin on \(old.start), or another one when it is over"
                )
            }
            return BadInput(
                "the season \(old.name) began or begins on \(old.start) and cannot move to \(start): sessions of it were announced; give the one from \(start) another name, and it is the next season"
            )
        }
        guard weeks >= old.weeks || !isOver(at: now) else {
            let least = (1...old.weeks).first { !start.adding(days: 7 * $0 - 1).isOver(at: now) } ?? old.weeks
            return BadInput(
                "the season \(name) cannot end on \(end): that is past, and what was held in its weeks stays; give it \(least.counted("week")) or more, of which the last ends on \(start.adding(days: 7 * least - 1))"
            )
        }
        return nil
    }

    fileprivate func cannotBeCalled(_ other: Name, isGivenUp: Bool) -> BadInput {
        let remedy =
            isGivenUp
            ? "call it \(name) in the file, and it is taken up again, or let \(other) start on another Monday"
            : "call it \(name) in the file, or leave its name out"
        return BadInput(
            "the season \(name) from \(start)\(isGivenUp ? ", which was given up," : "") cannot be called \(other): people know its codes, since somebody is enrolled in it or was offered a turn of it, and codes stay; \(remedy)"
        )
    }

    /// The same season under another name, which is another one's or made of one.
    fileprivate func named(_ name: Name) -> Season {
        var season = self
        season.name = name
        return season
    }
}
