package import CivilTime

/// What a program's file makes of the seasons that are known.
///
/// A season of the file is the known one that begins on its first day, or has its name. One that nobody named is the known one
/// that has neither begun nor been announced, the nearest of several, which moves; else it is the next. What a file leaves out stays when anything of it was announced or it has begun, and goes otherwise.
///
/// Codes are for ever: a season of which anybody was told one keeps its name, also when it moves.
package struct SeasonsOfFile: Equatable, Sendable {
    /// Seasons that change their name, first day, length or terms, each with how it was.
    package private(set) var changed: [(known: Season, to: Season)] = []
    /// Seasons that are new.
    package private(set) var added: [Season] = []
    /// Seasons that the file leaves out, and of which nobody was told.
    package private(set) var removed: [Season] = []

    /// - Parameters:
    ///   - file: the seasons of the file.
    ///   - known: those that are stored, by start.
    ///   - announced: the names of those of which anything was announced.
    ///   - spoken: the names of those of which anybody knows a code, though nothing was announced.
    ///   - now: the moment.
    /// - Throws: `BadInput` when one that was announced would have another name or another first day, or one of which
    ///   somebody knows a code another name.
    package init(
        _ file: [Season], known: [Season], announced: Set<Season.Name>, spoken: Set<Season.Name> = [], at now: Instant
    ) throws(BadInput) {
        func isFixed(_ season: Season) -> Bool { announced.contains(season.name) || season.start.midnightUTC <= now }
        var rest = known
        var others: [Season] = []
        var names = Set(file.filter { !$0.hasUsualName }.map(\.name))
        for season in file {
            guard let index = rest.firstIndex(where: { $0.start == season.start }) else {
                others.append(season)
                continue
            }
            let old = rest.remove(at: index)
            // A name that was given stays where the file says none.
            let wanted = season.hasUsualName ? try season.named(old.name) : season
            if wanted.name != old.name, announced.contains(old.name) {
                throw BadInput(
                    "the season \(old.name) from \(old.start) cannot be called \(wanted.name): its codes were given out when it was announced, and stay; leave its name in the file, or out of it"
                )
            }
            if wanted.name != old.name, spoken.contains(old.name) {
                throw BadInput(
                    "the season \(old.name) from \(old.start) cannot be called \(wanted.name): people know its codes, since somebody is enrolled in it or was offered a turn of it, and codes stay; call it \(old.name) in the file, or leave its name out"
                )
            }
            names.insert(wanted.name)
            if wanted != old { changed.append((old, wanted)) }
        }
        for season in others.filter({ !$0.hasUsualName }) {
            guard let index = rest.firstIndex(where: { $0.name == season.name }) else {
                added.append(season)
                continue
            }
            let old = rest.remove(at: index)
            guard !announced.contains(old.name) else {
                throw BadInput(
                    "the season \(old.name) began or begins on \(old.start) and cannot move to \(season.start): sessions of it were announced; give the one from \(season.start) another name, and it is the next season"
                )
            }
            changed.append((old, season))
        }
        let stay = rest.filter { isFixed($0) }
        names.formUnion(stay.map(\.name))
        var movable = rest.filter { !isFixed($0) }
        names.formUnion(movable.map(\.name).filter(spoken.contains))
        let unnamed = others.filter(\.hasUsualName)
        for (index, season) in unnamed.enumerated() {
            if movable.isEmpty {
                let wanted = try season.named(Self.free(season.name, among: names))
                names.insert(wanted.name)
                added.append(wanted)
            } else {
                // The nearest that leaves one for each of those that follow, so that none passes another.
                let following = unnamed.count - 1 - index
                let choices = movable.prefix(max(1, movable.count - following))
                let nearest = choices.indices.min {
                    choices[$0].distance(to: season) < choices[$1].distance(to: season)
                }
                let place = nearest ?? 0
                removed += movable.prefix(place)
                let old = movable[place]
                movable.removeFirst(place + 1)
                let wanted = try season.named(
                    old.hasUsualName && !spoken.contains(old.name)
                        ? Self.free(season.name, among: names) : old.name)
                names.insert(wanted.name)
                changed.append((old, wanted))
            }
        }
        removed += movable
    }

    /// The seasons as they are then, of those that were known.
    package func seasons(after known: [Season]) -> [Season] {
        let gone = Set(removed.map(\.name) + changed.map(\.known.name))
        return (known.filter { !gone.contains($0.name) } + changed.map(\.to) + added).sorted { $0.start < $1.start }
    }

    /// A name that nobody has: two seasons may begin in one month.
    private static func free(_ name: Season.Name, among taken: Set<Season.Name>) -> Season.Name {
        ([name] + "bcdefgh".map { "\(name)\($0)" }).first { !taken.contains($0) } ?? name
    }

    package static func == (left: SeasonsOfFile, right: SeasonsOfFile) -> Bool {
        left.added == right.added && left.removed == right.removed
            && left.changed.elementsEqual(right.changed) { $0.known == $1.known && $0.to == $1.to }
    }
}

extension Season {
    /// How many days lie between the first days of two seasons.
    fileprivate func distance(to other: Season) -> Int { abs(start.epochDay - other.start.epochDay) }

    /// The same season under another name.
    package func named(_ name: Name) throws(BadInput) -> Season {
        try Season(name: name, start: start, weeks: weeks, terms: terms)
    }
}
