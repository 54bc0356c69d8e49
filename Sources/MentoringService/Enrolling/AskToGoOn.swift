import CivilTime
import Mentoring
import TimeZoneCatalog

/// Somebody whose place in every session of a region ends with a season, and who is asked once whether to go on in the next, or told
/// once that there is no next one for that region.
struct DueRenewal {
    let standing: StandingEnrollment
    /// With the next season in focus.
    let program: Program
    let last: Season

    var told: Told { .goOn(standing, in: program.season) }
}

extension TrainingService {
    /// How long before a season begins those who hold standing enrollments of the one before are asked, in seconds.
    private static let renewalNotice: Int64 = 14 * 86_400
    /// How long somebody is not asked who has enrolled just now, in seconds.
    private static let renewalRest: Int64 = 86_400

    /// Those to be asked now, by program, season and when they enrolled: from fourteen days before the next season begins,
    /// whenever it is announced, and a day after they enrolled.
    func dueRenewals(at now: Instant, in transaction: any StoreReading) throws -> [DueRenewal] {
        try transaction.livePrograms().flatMap { program -> [DueRenewal] in
            let near = zip(program.seasons, program.seasons.dropFirst()).filter { _, next in
                next.start.midnightUTC <= now.adding(seconds: Self.renewalNotice) && !next.isOver(at: now)
            }
            guard !near.isEmpty else { return [] }
            let standing = try transaction.standingEnrollments(of: program.name)
            return try near.flatMap { last, next in
                let next = program.focused(on: next.name)
                return try standing.filter {
                    $0.season == last.name && $0.since <= now.adding(seconds: -Self.renewalRest)
                }.filter {
                    own in
                    !standing.contains {
                        ($0.season, $0.region, $0.person.id) == (next.season.name, own.region, own.person.id)
                    }
                }.map { DueRenewal(standing: $0, program: next, last: last) }
                    .filter { try transaction.lastTold($0.told) == nil }
            }
        }
    }

    /// Goes on knowing who was asked about seasons that have other names now.
    func keepAsked(
        about seasons: [(known: Season, to: Season)], of program: Program.Name, in transaction: any StoreWriting
    ) throws {
        let renamed = seasons.filter { $0.known.name != $0.to.name }
        guard !renamed.isEmpty else { return }
        let asked = try transaction.standingEnrollments(of: program).flatMap { standing in
            try renamed.compactMap { season in
                try transaction.lastTold(.goOn(standing, in: season.known)).map {
                    (told: Told.goOn(standing, in: season.to), sent: $0)
                }
            }
        }
        for (told, sent) in asked { try transaction.setTold(told, at: sent) }
    }

    /// Writes the letter, with a link that does it where it is known where people reach the server; whose region takes no part in the
    /// next season is told that it ends.
    func ask(_ renewal: DueRenewal, at now: Instant, in transaction: any StoreWriting) throws {
        let secret = try secrets.newSecret(for: "standing offer")
        let takesPart = renewal.program.regions.contains(renewal.standing.region)
        let link = try takesPart ? transaction.publicAddress()?.matter(secret) : nil
        if link != nil {
            var offer = renewal.standing
            (offer.season, offer.since) = (renewal.program.season.name, now)
            try transaction.offer(offer, digest: secrets.digest(of: secret))
        }
        let letter = JoinLetter(
            reader: renewal.standing.person.email, program: renewal.program,
            occasion: .goOn(renewal.standing.region, after: renewal.last), link: link, date: now)
        try tell(.joining(letter), once: [renewal.told], at: now, in: transaction)
    }
}
