import HTTPTypes
import Hummingbird

extension Response {
    /// What is made for one person, so that nothing in between may keep it.
    /// - Parameters:
    ///   - text: the page.
    ///   - contentType: its media type.
    ///   - status: how it went.
    ///   - fields: what else is said of it.
    /// - Returns: the page, as it is sent.
    static func forOnePerson(
        _ text: String, as contentType: String = "text/html; charset=utf-8", status: HTTPResponse.Status = .ok,
        _ fields: HTTPFields = [:]
    ) -> Response {
        var headers: HTTPFields = [.contentType: contentType, .cacheControl: "no-store"]
        headers.append(contentsOf: fields)
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Sends one person on to another page, which is theirs alone to be sent to.
    static func sendingOn(to location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location, .cacheControl: "no-store"])
    }

    /// The same by which a connection ends: whoever waited on it could hang up, so nothing else is read from it.
    var closing: Response {
        var response = self
        response.headers[.connection] = "close"
        return response
    }
}
