public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// Where everything that people can ask of Meridian is done, by topic, with what that takes.
public struct TrainingService: Sendable {
    private(set) var store: any Store
    /// The time zones in force.
    public let zones: TimeZoneCatalog
    let clock: any InstantSource
    let recurrence: any RecurrenceExpanding
    let correspondence: any Correspondence
    let secrets: any Secrets
    let changes: any ChangeLookup
    /// How long is kept what nobody needs any more.
    public var retention = Retention.standard
    /// At whose wish it works; nil for what nobody in particular wishes, such as its rounds and what planning chooses.
    private(set) var actor: EmailAddress?

    /// A service that keeps its data in `store`, and changes nothing else; without more it asks no server of any change.
    public init(
        store: any Store, zones: TimeZoneCatalog, clock: any InstantSource, recurrence: any RecurrenceExpanding,
        correspondence: any Correspondence, secrets: any Secrets,
        changes: any ChangeLookup = NoLookup()
    ) {
        self.store = SeasonedStore(store: store, clock: clock)
        self.zones = zones
        self.clock = clock
        self.recurrence = recurrence
        self.correspondence = correspondence
        self.secrets = secrets
        self.changes = changes
    }

    /// The time of day, as the service has it.
    package var now: Instant { clock.now() }

    /// The same service with a store around its own.
    func with(store: any Store) -> TrainingService {
        var other = self
        other.store = store
        return other
    }

    /// The same service at the wish of somebody, who is not mailed about it, or of nobody in particular.
    func acting(for actor: EmailAddress?) -> TrainingService {
        var other = self
        other.actor = actor
        return other
    }
}
