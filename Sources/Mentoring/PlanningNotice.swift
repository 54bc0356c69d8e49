/// How far ahead a session is at least when it is planned.
///
/// What is announced already stands however near it is, and so does what was agreed on.
package enum PlanningNotice {
    /// The hours that a program, or one of its seasons, may ask for; none means that whatever has not begun can be planned.
    package static let hours = 0...336
    /// What it asks for unless its file says otherwise.
    package static let usualHours = 48
}
