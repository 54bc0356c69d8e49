import CZlib

/// The bytes within a gzip file, up to a megabyte; nil where it is none (RFC 1952).
func gunzipped(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var isWhole = false
    let plain = [UInt8](unsafeUninitializedCapacity: 1 << 20) { output, count in
        bytes.withUnsafeBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
        }
        count = isWhole ? Int(stream.total_out) : 0
    }
    return isWhole ? plain : nil
}
