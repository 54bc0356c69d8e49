/// What a browser is called in the list of what its owner is signed in with, such as “Firefox on Linux”.
///
/// It is made of words that stand here, so that nothing of what a request says of itself is shown to anybody (RFC 9110
/// §10.1.5: names of products, each of which most browsers claim to be; the last that fits is looked for first).
enum BrowserName {
    /// The name by a User-Agent field.
    static func name(of userAgent: String?) -> String {
        let text = userAgent ?? ""
        let browser = browsers.first { text.contains($0.sign) }?.name ?? "a browser"
        guard let system = systems.first(where: { text.contains($0.sign) })?.name else { return browser }
        return "\(browser) on \(system)"
    }

    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("Chromium/", "Chromium"), ("CriOS/", "Chrome"),
        ("Safari/", "Safari"), ("Lynx/", "Lynx"), ("w3m/", "w3m"), ("Links ", "Links"),
    ].map { (sign: $0.0, name: $0.1) }

    private static let systems = [
        ("Android", "Android"), ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Windows", "Windows"),
        ("Mac OS X", "a Mac"), ("CrOS", "ChromeOS"), ("FreeBSD", "FreeBSD"), ("OpenBSD", "OpenBSD"),
        ("Linux", "Linux"),
    ].map { (sign: $0.0, name: $0.1) }
}
