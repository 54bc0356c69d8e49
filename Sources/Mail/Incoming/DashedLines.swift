import Glibc

/// Where in a message lines begin with `--`, as those do that divide multiparts.
///
/// Found once for all multiparts that lie within each other, so that none of them looks at a line that cannot be its own.
struct DashedLines {
    /// Ascending; four bytes each, since a hostile message may have millions.
    private let starts: [UInt32]

    /// - Parameter text: whole lines of at most 4 GiB.
    init(of text: ArraySlice<UInt8>) {
        starts = text.withUnsafeBytes { bytes in
            var starts: [UInt32] = []
            guard let base = bytes.baseAddress else { return starts }
            var position = 0
            while position + 1 < bytes.count {
                if bytes[position] == UInt8(ascii: "-"), bytes[position + 1] == UInt8(ascii: "-") {
                    starts.append(UInt32(text.startIndex + position))
                }
                guard let end = memchr(base + position, 0x0A, bytes.count - position) else { break }
                position = UnsafeRawPointer(end) - base + 1
            }
            return starts
        }
    }

    /// Those of a piece of the message.
    func starts(in piece: Range<Int>) -> ArraySlice<UInt32> {
        // Two dashes have to fit in.
        starts[first(from: piece.lowerBound)..<first(from: max(piece.lowerBound, piece.upperBound - 1))]
    }

    /// The index of the first that lies there or later, by binary search.
    private func first(from position: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
