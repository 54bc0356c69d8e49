import Hummingbird
import Mentoring
import NIOCore

extension RequestBody {
    /// All of it: the one place where a body is taken from the network.
    ///
    /// - Parameter most: how many bytes are taken.
    /// - Returns: its bytes.
    /// - Throws: 413 for one that goes on, and `BadInput` for one that breaks off or is not framed as HTTP frames.
    func whole(upTo most: Int = ServerLimits.bodyBytes) async throws -> [UInt8] {
        do {
            return Array(buffer: try await collect(upTo: most))
        } catch is NIOTooManyBytesError {
            throw HTTPError(
                .contentTooLarge, headers: [.connection: "close"],
                message: "the body goes on; at most \(most) bytes are taken\(ServerLimits.file(among: most))")
        } catch let error where !(error is any HTTPResponseError || error is CancellationError) {
            throw BadInput("the body breaks off, or its framing is not HTTP's")
        }
    }
}
