import Hummingbird

/// The calendar feeds: those for everybody, and those of one person at a secret address; and what programs announce, as news.
struct FeedRoutes {
    let feeds: RenderingCache<Feed>

    func add(to router: MeridianRouter) {
        router.read("{program}.ics") { [self] request, context in
            try await answer(Feed(program: context.parameter("program"), region: nil), to: request)
        }
        router.read("{program}.atom") { [self] request, context in
            try await answer(Feed(newsOf: context.parameter("program")), to: request)
        }
        router.read("feeds/{token}.ics") { [self] request, context in
            try await answer(Feed(secret: context.parameter("token")), to: request)
        }
        router.read("{program}/{region}.ics") { [self] request, context in
            try await answer(
                Feed(program: context.parameter("program"), region: context.parameter("region")), to: request)
        }
    }

    private func answer(_ feed: Feed, to request: Request) async throws -> Response {
        try await feeds.rendering(of: feed).response(to: request)
    }
}
