/// One way to serve one demand: a slot that fits it.
struct Candidate {
    let demand: Int
    let slot: Int
    let mentor: Int
    /// What mentors and cells must agree on; see `Decomposition`.
    let tie: Int
    let preference: Int
    let stability: Int
    /// Whether it changes the previous plan, as 0 or 1.
    var changes: Int { min(1, stability) }
    /// Where the costs for the cell's zones start in `Decomposition.ownCosts`, if they count with the candidate.
    let ownCosts: Int?
}
