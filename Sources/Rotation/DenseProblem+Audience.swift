extension DenseProblem {
    /// The audience in classes, sorted; attendees of programs without demands are left out.
    static func audience(
        of attendees: [Attendee], _ programPositions: [String: Int], zonePositions: [String: Int]
    ) -> [(audienceClass: AudienceClass, headCount: Int)] {
        var headCounts: [AudienceClass: Int] = [:]
        for attendee in attendees {
            for program in attendee.programs {
                guard let program = programPositions[program], let zone = zonePositions[attendee.zone] else { continue }
                headCounts[AudienceClass(program: program, zone: zone, weeks: attendee.weeks), default: 0] +=
                    attendee.heads
            }
        }
        return headCounts.map { ($0.key, $0.value) }.sorted { left, right in
            let (a, b) = (left.0, right.0)
            return (a.program, a.zone, a.weeks.lowerBound, a.weeks.upperBound)
                < (b.program, b.zone, b.weeks.lowerBound, b.weeks.upperBound)
        }
    }

    /// By how many bits their number is longer than that of a crowd whose worst hours together cost less than what is prohibitive,
    /// 256 people.
    var bitsOfCrowd: Int {
        let heads = headCounts.reduce(0, +)
        return max(0, Int.bitWidth - heads.leadingZeroBitCount - 8)
    }

    /// The weeks of programs that want sessions, the cell of each demand, and how many seats the cells have together.
    static func cells(
        of demands: [Demand], _ programPositions: [String: Int], _ classes: [AudienceClass]
    ) -> (cells: [Cell], cellOfDemand: [Int], seatCount: Int) {
        struct Key: Hashable {
            let program: Int
            let week: Int
        }
        var cells: [Cell] = []
        var cellOfKey: [Key: Int] = [:]
        var cellOfDemand: [Int] = []
        var seatCount = 0
        for (index, demand) in demands.enumerated() {
            let key = Key(program: programPositions[demand.program, default: 0], week: demand.week)
            if cellOfKey[key] == nil {
                cellOfKey[key] = cells.count
                let attending = classes.indices.filter {
                    classes[$0].program == key.program && classes[$0].weeks.contains(key.week)
                }
                cells.append(Cell(classes: attending, firstSeat: seatCount))
                seatCount += attending.count
            }
            let cell = cellOfKey[key, default: 0]
            cells[cell].demands.append(index)
            cellOfDemand.append(cell)
        }
        return (cells, cellOfDemand, seatCount)
    }
}
