/// What planning a season now would do, for its template.
struct PlanPage: Encodable {
    let frame: PageFrame
    let program: String
    let programHref: String
    let back: String
    /// What has to be said first.
    let note: String?
    /// Whether it is only supposed.
    let isSupposed: Bool
    /// The season as it is and as it is planned, in SVG.
    let picture: String?
    let parts: [AnswerPart]
    /// What publishes it; nil for what is only supposed.
    let publish: Action?
    /// Where one asks what would be if.
    let address: String
    /// Who would lead nothing.
    let without: String
    /// Who would have which time more.
    let slot: String
    /// How many tentative turns may change.
    let changes: String
}
