import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import Pictures

extension PageRoutes {
    /// Somebody's own page, at the secret address of their calendar without its ending: never kept, never indexed.
    func addOwnPage(to router: MeridianRouter) {
        router.read("feeds/{token}") { [self] request, context in
            let secret = try context.parameter("token")
            let page = try await service.ownPage(at: secret)
            let frame = try await frame(for: request, on: page.zone)
            let text = try OwnPageText(
                page, picture: { "\(configuration.root)/feeds/\(secret)/\($0).svg" }, in: frame,
                zones: service.zones)
            return unkept(templates.own(text), as: "text/html; charset=utf-8")
        }
        router.read("feeds/{token}/{program}.svg") { [self] _, context in
            let program = try context.parameter("program")
            let page = try await service.ownPage(at: context.parameter("token"))
            guard let walk = page.walks.first(where: { $0.progress.program == program }) else {
                throw Refusal.notFound("path of yours in the program", program)
            }
            var response = unkept(PathPicture(walk.progress).svg, as: "image/svg+xml")
            response.headers[.contentSecurityPolicy] = Self.policy(ofPictureStyled: PathPicture.style)
            return response
        }
    }

    private func unkept(_ text: String, as contentType: String) -> Response {
        .forOnePerson(text, as: contentType, [.robotsTag: "noindex, nofollow"])
    }
}

extension HTTPField.Name {
    /// What search engines heed; it has no standard.
    fileprivate static let robotsTag = HTTPField.Name(validated: "X-Robots-Tag")
}
