import HTTPTypes
import Logging
import Mentoring
import Synchronization

/// Notices a proxy that does not say for whom it asks: without X-Forwarded-For everybody looks like this machine itself, and
/// nobody is limited.
final class NamelessProxy: Sendable {
    private let logger: Logger
    private let isExpected: Bool
    private let isNoticed = Mutex(false)

    /// What to do about it.
    static let advice =
        "the proxy in front does not set X-Forwarded-For to the caller's address, so nobody is limited; "
        + "set it there, as deployment/nginx.conf does"

    /// - Parameters:
    ///   - isExpected: whether there is a proxy.
    ///   - logger: gets a line the first time.
    init(isExpected: Bool, logger: Logger) {
        self.isExpected = isExpected
        self.logger = logger
    }

    /// Whether there was such a request since the start.
    var wasNoticed: Bool { isNoticed.withLock(\.self) }

    /// Looks whether a request that came by no name came through a proxy all the same.
    func look(at request: some Inquiry) {
        guard isExpected, request.field(.forwardedFor) == nil, Self.isForwarded(request) else { return }
        let isFirst = isNoticed.withLock { noticed in
            defer { noticed = true }
            return !noticed
        }
        if isFirst { logger.warning("\(Self.advice)") }
    }

    private static func isForwarded(_ request: some Inquiry) -> Bool {
        signs.contains { request.field($0) != nil } || request.authority.map { !isThisMachine($0) } ?? false
    }

    private static let signs = ["Forwarded", "Via", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP"]
        .map(HTTPField.Name.init(validated:))

    /// Whether a host, with or without a port, means this machine.
    static func isThisMachine(_ authority: some StringProtocol) -> Bool {
        let host = authority.lowercased()
        return ["localhost", "127.", "[::1]", "0.0.0.0", "[::]"].contains { host.hasPrefix($0) }
    }
}
