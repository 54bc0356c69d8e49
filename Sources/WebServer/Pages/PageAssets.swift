import AppResources
import CivilTime
import Crypto
import Foundation
import Hummingbird
import Pictures
import TimeZoneCatalog

/// What the pages load, compressed once.
struct PageAssets {
    /// A file named after its bytes, so that it may be kept for good.
    struct Lasting {
        /// Below the root.
        let path: String
        let rendering: Rendering

        fileprivate init(_ name: String, _ ending: String, contentType: String, _ text: String) {
            let digest = Data(SHA256.hash(data: Array(text.utf8)).prefix(6)).base64EncodedString()
            path = "/assets/\(name)-\(digest.filter { $0.isLetter || $0.isNumber }).\(ending)"
            rendering = Rendering(
                Print(text: text, contentType: contentType, cacheControl: "public, max-age=31536000, immutable"))
        }
    }

    let script: Lasting
    /// The names of places for the field in which somebody says where they are, a module of JavaScript: the script loads it when
    /// the field is used.
    let zoneList: Lasting
    let stylesheet = Rendering(
        Print(
            text: AppResources.stylesheet + PagePicture.style + "\n", contentType: "text/css; charset=utf-8",
            cacheControl: "no-cache"))
    let icon = Rendering(
        Print(text: AppResources.icon, contentType: "image/svg+xml", cacheControl: "public, max-age=86400"))

    init(zones: TimeZoneCatalog) {
        let javaScript = "text/javascript; charset=utf-8"
        script = Lasting("page", "js", contentType: javaScript, AppResources.script)
        // Names of zones hold no character that JavaScript knows.
        let names = zones.places.map(\.name).joined(separator: " ")
        zoneList = Lasting("zones", "js", contentType: javaScript, "export default \"\(names)\".split(\" \");\n")
    }

    func add(to router: MeridianRouter) {
        let files =
            [("/icon.svg", icon), ("/meridian.css", stylesheet)] + [script, zoneList].map { ($0.path, $0.rendering) }
        for (path, rendering) in files {
            router.read(.init(String(path.dropFirst()))) { request, _ in rendering.response(to: request) }
        }
    }
}
