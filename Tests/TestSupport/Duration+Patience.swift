extension Duration {
    /// How long a test waits for what is sure to come: longer than it takes on any machine that runs a thousand others meanwhile.
    ///
    /// Shorter limits have failed there without a fault; what never comes ends by this one, and by the limit of `make test`'s caller.
    package static let patience = Duration.seconds(1200)
}
