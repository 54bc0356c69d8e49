package import Mentoring
public import TimeZoneCatalog

/// Meetings that are held in another week than their own, or in none: their week is frozen, or was when another one was announced.
public struct PostponedView: Codable, Hashable, Sendable {
    /// The meeting week.
    public var week: Int
    /// Whose meetings they are.
    public var regions: [Region]
    /// The week in which they are held instead; null when there is none, and they are left out.
    public var to: Int?
    /// Why the week is frozen and, where they are left out or nobody can lead them, why.
    public var reason: String
    /// The session that was announced in the other week, and keeps the meeting though its own week is frozen no more; null where
    /// that is frozen.
    public var session: String?

    package init(_ move: MeetingGrid.Move) {
        week = move.week
        regions = move.regions
        to = move.to
        reason = move.reason + (move.grounds.map { "; \($0)" } ?? "")
    }

    /// Those of some regions alone, and what speaks against their being held.
    package init(_ move: MeetingGrid.Move, of regions: [Region], but objection: String? = nil) {
        self.init(move)
        self.regions = regions
        reason += objection.map { "; \($0)" } ?? ""
    }

    /// A region's meeting that stays in the week of a session, whatever its own is by now: frozen for a reason, or not.
    package init(_ week: Int, _ region: Region, in session: Session, frozen: String?) {
        self.week = week
        regions = [region]
        to = session.code.week
        reason = frozen ?? "announced before week \(week) was free"
        self.session = frozen == nil ? "\(session.code)" : nil
    }
}
