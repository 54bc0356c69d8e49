package import MentoringAPI

extension PostponedView {
    /// Why a meeting is not held in the week to which it is postponed.
    package static let unled = "nobody can lead it then"
}
