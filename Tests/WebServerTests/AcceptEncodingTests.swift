import Testing

@testable import WebServer

@Suite("What codings a client takes")
struct AcceptEncodingTests {
    @Test(
        "is read with its weights, and gzip is sent where it is wanted at least as much as the bytes as they are",
        arguments: [
            ("gzip", true), ("gzip, deflate, br, zstd", true), ("GZIP", true), ("x-gzip", true),
            ("br, gzip;q=0.1", true),
            ("*", true), ("identity, *", true), ("gzip;q=0.5, identity;q=0.5", true), ("gzip ; q=1.000", true),
            ("gzip;q=0.001", true), ("br;q=1, *;q=0.1", true), ("deflate, gzip;Q=1", true),
            ("", false), ("identity", false), ("br", false), ("gzip;q=0", false), ("gzip;q=0.000", false),
            ("gzip;q=0, *", false), ("*;q=0", false), ("gzip;q=0.5, identity", false), ("gzipped", false),
            ("gzip;q=", false), ("gzip;q=2", false), ("gzip;q=-1", false), ("gzip;q=nan", false),
            ("gzip;level=9", false),
            (";;,,=", false), ("*;q=0.5, identity;q=0.6", false),
        ])
    func negotiated(field: String, isGzip: Bool) { #expect(AcceptEncoding(field).prefersGzip == isGzip) }
}
