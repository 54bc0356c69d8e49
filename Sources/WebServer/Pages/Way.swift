/// Somewhere else, and what is there, for templates.
struct Way: Encodable {
    let href: String
    let label: String
}
