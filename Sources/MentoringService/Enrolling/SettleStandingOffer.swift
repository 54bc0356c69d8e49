import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// What the link with that secret asks, and the program with the season in focus that it is about; nothing is changed.
    /// - Returns: nil when there is no such link, or its matter is over.
    package func standingOffer(_ secret: String) async throws -> (offer: StandingEnrollment, program: Program)? {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { try $0.openStandingOffer(digest, at: now) }
    }

    /// Enrolls whom that link asked for all of the season, or takes note that they do not go on; the link ends with it.
    /// - Returns: nil when there is no such link, or its matter is over.
    package func settleStandingOffer(_ secret: String, goesOn: Bool) async throws -> StandingOfferOutcome? {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.write { transaction in
            guard let (offer, program) = try transaction.openStandingOffer(digest, at: now) else { return nil }
            let deed = Deed(
                actor: offer.person.email, way: .web, action: goesOn ? "enrollForSeason" : "declineSeason",
                program: program.name, subject: [offer.region.rawValue, offer.season])
            return try transaction.writingDown(deed, at: now) {
                try transaction.removeStandingOffers(like: offer)
                guard goesOn else { return .ended }
                let all = try enroll(offer.person, inAllOf: offer.region, of: program, at: now, transaction)
                let states = all.seats.map { $1.state }
                return .goesOn(
                    seats: states.count { $0 == .enrolled }, waiting: states.count { $0 == .waitlisted },
                    leftOut: all.leftOut.map { "\($1)" })
            }
        }
    }
}

extension StoreReading {
    /// An offer that is not over: its season is to come or runs, its reader takes part in the program, not blocked, and has not
    /// enrolled for the season otherwise.
    fileprivate func openStandingOffer(
        _ digest: [UInt8], at now: Instant
    ) throws -> (offer: StandingEnrollment, program: Program)? {
        guard let offer = try standingOffer(digest: digest),
            try role(of: offer.person.email, in: offer.program) != nil, try archive(of: offer.program) == nil
        else { return nil }
        // One that was given up meanwhile is no season to go on in.
        let known = try requireProgram(offer.program)
        guard known.season(named: offer.season) != nil else { return nil }
        let program = known.focused(on: offer.season)
        let isHeld = try standingEnrollments(of: program.name).contains {
            ($0.season, $0.region, $0.person.id) == (offer.season, offer.region, offer.person.id)
        }
        guard !isHeld, !program.season.isOver(at: now), program.regions.contains(offer.region) else { return nil }
        return (offer, program)
    }
}
