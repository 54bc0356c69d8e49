import Mentoring

/// Whether somebody takes turns at a duty, and what of it is theirs.
public struct VolunteerResult: Codable, Hashable, Sendable {
    /// The duty.
    public var duty: String
    /// What people call it.
    public var title: String
    /// Whether they take turns from now on.
    public var isVolunteer: Bool
    /// The weeks to come that have been announced as theirs, by code.
    ///
    /// Those of somebody who stops go to others with the next plan, or to nobody where nobody can.
    public var announced: [String]

    package init(duty: String, title: String, isVolunteer: Bool, announced: [String]) {
        self.duty = duty
        self.title = title
        self.isVolunteer = isVolunteer
        self.announced = announced
    }
}
