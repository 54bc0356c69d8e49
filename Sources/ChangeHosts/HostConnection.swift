import AsyncHTTPClient
import Mentoring
import NIOCore
import NIOHTTP1

/// Requests to one server, at the address that it was found at.
struct HostConnection {
    private static let mostBytes = 1 << 20
    private static let mostRedirects = 3

    private let host: String
    private let origin: String
    private let configuration: HTTPClient.Configuration

    /// Finds the server.
    /// - Throws: `Unreachable` when it has no address, or one that the policy does not admit.
    init(to host: String, policy: HostPolicy) async throws {
        let addresses = try await policy.resolve(host)
        guard let address = addresses.first else { throw Unreachable("\(host) has no address") }
        guard addresses.allSatisfy(policy.admits) else {
            // Which it is, is this machine's network's own matter.
            throw Unreachable("\(host) is at an address that is no public address; only public servers are asked")
        }
        self.host = host
        origin = policy.origin(host)
        var configuration = HTTPClient.Configuration()
        configuration.dnsOverride = [host: address.description]
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        self.configuration = configuration
    }

    /// The body of a good answer.
    /// - Throws: `Unreachable`, with what came instead.
    func answer(to question: HostQuestion) async throws -> [UInt8] {
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                var path = question.path
                for _ in 0...Self.mostRedirects {
                    switch try await ask(client, path, question.headers) {
                    case .body(let bytes): return bytes
                    case .elsewhere(let other): path = other
                    }
                }
                throw Unreachable("\(host) sends whoever asks from one address to the next")
            }
        } catch let error as Unreachable {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch is NIOTooManyBytesError {
            throw Unreachable("\(host) answered with more than \(Self.mostBytes >> 20) MiB, the most that is read")
        } catch {
            throw Unreachable("\(host) cannot be reached: \(OneLine.shown("\(error)"))")
        }
    }

    private enum Reply {
        case body([UInt8])
        case elsewhere(String)
    }

    private func ask(_ client: HTTPClient, _ path: String, _ headers: [(name: String, value: String)]) async throws
        -> Reply
    {
        var request = HTTPClientRequest(url: origin + path)
        request.headers.add(name: "User-Agent", value: "meridian")
        // A connection that the server closes after its answer is no place for the next request.
        request.headers.add(name: "Connection", value: "close")
        request.headers.add(name: "Accept", value: "application/json")
        for header in headers { request.headers.replaceOrAdd(name: header.name, value: header.value) }
        let response = try await client.execute(request, deadline: .distantFuture)
        switch response.status.code {
        case 200: return .body(Array(buffer: try await response.body.collect(upTo: Self.mostBytes)))
        case 301, 302, 303, 307, 308:
            return .elsewhere(try samePlace(response.headers.first(name: "Location") ?? ""))
        case 401, 404:
            throw Unreachable("\(host) shows no such change to everybody (HTTP \(response.status.code))")
        case 403, 429:
            throw Unreachable("\(host) wants to be asked less often (HTTP \(response.status.code)); try again later")
        default: throw Unreachable("\(host) answered HTTP \(response.status.code); try again later")
        }
    }

    /// The path that a redirect leads to, if it stays on this server.
    private func samePlace(_ location: String) throws -> String {
        let path = location.hasPrefix(origin + "/") ? String(location.dropFirst(origin.count)) : location
        guard path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Unreachable(
                "\(host) sends whoever asks to “\(OneLine.shown(String(location.prefix(100))))”, another server, which is not asked"
            )
        }
        return path
    }
}
