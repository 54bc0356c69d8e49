import CZlib

/// The gzip format (RFC 1952), by zlib, whole bodies at a time.
enum Gzip {
    /// Of zlib's 1 to 9: the next takes twice as long, and a page of 33 KB is 0.4 KB shorter by it.
    private static let level: Int32 = 3
    /// The largest window, 2¹⁵ bytes, and gzip's own frame around it (zlib.h, `deflateInit2`).
    private static let windowBits: Int32 = 15 + 16
    /// zlib's usual memory, of 1 to 9.
    private static let memoryLevel: Int32 = 8

    /// The bytes compressed, the same each time; nil where there is no memory for it, or nothing is won.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let most = Int(deflateBound(&stream, UInt(bytes.count)))
        var isWhole = false
        let compressed = [UInt8](unsafeUninitializedCapacity: most) { output, count in
            bytes.withUnsafeBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = isWhole ? Int(stream.total_out) : 0
        }
        return isWhole && compressed.count < bytes.count ? compressed : nil
    }
}
