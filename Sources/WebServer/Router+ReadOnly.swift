import Foundation
import HTTPTypes
import Hummingbird

extension MeridianRouter {
    /// Adds something that can only be read: GET, and with it HEAD; other methods are told so (RFC 9110 §15.5.6).
    func read(
        _ path: RouterPath,
        _ handler: @escaping @Sendable (Request, MeridianRequestContext) async throws -> Response
    ) {
        get(path, use: handler)
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .options] {
            on(path, method: method) { _, _ -> Response in
                throw HTTPError(.methodNotAllowed, headers: [.allow: "GET, HEAD"], message: "this can only be read")
            }
        }
    }
}

extension MeridianRequestContext {
    /// A variable part of the path, its percent-encoding undone.
    func parameter(_ name: String) throws -> String {
        let raw = try parameters.require(name)
        return raw.removingPercentEncoding ?? raw
    }
}
