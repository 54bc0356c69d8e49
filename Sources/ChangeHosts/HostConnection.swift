import AsyncHTTPClient
import CivilTime
import Mentoring
import MentoringService
import NIOCore
import NIOHTTP1

/// Requests to one server, at the address that it was found at.
struct HostConnection {
    private static let mostBytes = 1 << 20
    private static let mostRedirects = 5

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

    /// What a server says, at the first of the question's paths at which it says such a thing.
    /// - Throws: `Unreachable`, with what came instead at the last of them that is there; `HostPause` where it wants to be left alone.
    func facts(for question: HostQuestion, of url: String, at now: Instant) async throws -> ChangeFacts {
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                for path in question.paths {
                    guard let bytes = try await answer(client, path, question.headers, now) else { continue }
                    do {
                        return try question.read(bytes, at: now)
                    } catch {
                        throw Unreachable(
                            "\(host) did not answer as \(question.kind) does (\(bytes.count) bytes) about \(url)")
                    }
                }
                throw Unreachable("\(host) shows no such change to everybody (HTTP 404)")
            }
        } catch let error as Unreachable {
            throw error
        } catch let error as HostPause {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch is NIOTooManyBytesError {
            throw Unreachable("\(host) answered with more than \(Self.mostBytes >> 20) MiB, the most that is read")
        } catch {
            throw Unreachable("\(host) cannot be reached: \(OneLine.shown("\(error)"))")
        }
    }

    /// The body of a good answer, wherever on this server it has moved to; nil when nothing is there.
    private func answer(
        _ client: HTTPClient, _ path: String, _ headers: [(name: String, value: String)], _ now: Instant
    ) async throws -> [UInt8]? {
        var path = path
        for _ in 0...Self.mostRedirects {
            switch try await ask(client, path, headers, now) {
            case .body(let bytes): return bytes
            case .elsewhere(let other): path = other
            case .nothing: return nil
            }
        }
        throw Unreachable("\(host) sends whoever asks from one address to the next")
    }

    private enum Reply {
        case body([UInt8])
        case elsewhere(String)
        case nothing
    }

    private func ask(
        _ client: HTTPClient, _ path: String, _ headers: [(name: String, value: String)], _ now: Instant
    ) async throws -> Reply {
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
        case 404: return .nothing
        case 403, 429, 503:
            if let pause = HostPause(response.headers, status: Int(response.status.code), at: now) { throw pause }
            throw Unreachable("\(host) \(Self.meaning(of: response.status))")
        case 401: throw Unreachable("\(host) shows no such change to everybody (HTTP 401)")
        default: throw Unreachable("\(host) answered HTTP \(response.status.code); try again later")
        }
    }

    private static func meaning(of status: HTTPResponseStatus) -> String {
        switch status {
        case .forbidden: "shows no such change to everybody, or wants to be asked less often (HTTP 403)"
        case .tooManyRequests: "wants to be asked less often (HTTP 429); try again later"
        default: "answered HTTP \(status.code); try again later"
        }
    }

    /// The path that a redirect leads to, if it stays on this server: at the same scheme and port, whose spelling may differ.
    private func samePlace(_ location: String) throws -> String {
        let spelled = [origin, origin + (origin.hasPrefix("https:") ? ":443" : ":80")]
        let known = spelled.first { location.lowercased().hasPrefix($0.lowercased() + "/") }
        let path = known.map { String(location.dropFirst($0.count)) } ?? location
        guard path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Unreachable(
                "\(host) sends whoever asks to “\(OneLine.shown(String(location.prefix(100))))”, another server, which is not asked"
            )
        }
        return path
    }
}
