/// Somewhere else, and what is there, for templates.
struct Way {
    let href: String
    let label: String
}
