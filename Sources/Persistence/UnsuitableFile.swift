/// Why a path cannot serve as Meridian's database; the file, if any, was left as it was.
enum UnsuitableFile: Error {
    case missing
    case directory
    case exists
    /// With how many names it has.
    case severalNames(Int)
    /// With what the system says of it.
    case cannotBeCreated(String)
    case notADatabase
    /// With the application id found in it.
    case otherApplication(Int)
    /// With the first migration that this release does not know.
    case newer(String)
    /// With the last migration that a newer release made while this one had it open.
    case upgraded(String)
    /// With the first migration that should be there, and what is in its place, if anything.
    case brokenHistory(lacks: String, has: String?)
    /// With why the copy that is kept before an upgrade could not be made.
    case noCopyBeforeUpgrade(copy: String, reason: String)
    case beingRestored
    /// With the name under which what was there before is kept.
    case restoreInterrupted(kept: String)
    /// With the pragma and the value that SQLite insists on.
    case cannotBeSetUp(pragma: String, value: String)
}
