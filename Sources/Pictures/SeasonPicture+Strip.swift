import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension SeasonPicture {
    /// Some weeks of the season: the months above, and a day's height for every region.
    struct Strip {
        let weeks: [SeasonGrid.Week]
        let grid: SeasonGrid
        let top: Double
        /// The width of a week.
        let pitch: Double

        private static let monthsHeight = 14.0
        /// A region's name and its day.
        private static let regionHeight = nameHeight + Layout.dayHeight
        private static let nameHeight = 22.0

        static func height(regions: Int) -> Double { monthsHeight + Double(regions) * regionHeight + 14 }

        var bottom: Double { top + Self.height(regions: grid.program.regions.count) }

        private var width: Double { pitch * Double(weeks.count) }

        var svg: String {
            let regions = grid.program.regions.indices.map { index in
                region(index, top: top + Self.monthsHeight + Double(index) * Self.regionHeight + Self.nameHeight)
            }
            return (months + regions).joined(separator: "\n")
        }

        /// The name of each month above the first week that begins in it, where there is room.
        private var months: [String] {
            let begins = weeks.indices.filter { index in
                index == 0 || weeks[index].monday.month != weeks[index - 1].monday.month
            }
            let readable = begins.filter { index in
                index > 0 || !begins.contains { $0 > 0 && Double($0) * pitch < 24 }
            }
            return readable.map { index in
                let name = weeks[index].monday.shortMonthName
                return "<text x=\"\(x(of: index))\" y=\"\(SVG.number(top + 10))\">\(name)</text>"
            }
        }

        /// A day's height: its night, edges and day, and the marks in it.
        private func region(_ index: Int, top: Double) -> String {
            let name = XMLText.escaped(grid.program.regionTitles[grid.program.regions[index]])
            let bands = [("night", 0, 360), ("edge", 360, 480), ("day", 480, 1320), ("edge", 1320, 1440)].map {
                kind, from, to in
                SVG.rectangle(
                    "band-\(kind)", x: Layout.left, y: top + Layout.height(ofMinute: from), width: width,
                    height: Layout.height(ofMinute: to - from))
            }
            let hours = [8, 22].map { hour in
                let y = SVG.number(top + Layout.height(ofMinute: hour * 60) + 3)
                return "<text class=\"hour\" x=\"\(SVG.number(Layout.left - 3))\" y=\"\(y)\">\(hour):00</text>"
            }
            let cells = weeks.indices.map { cell(weeks[$0].turns[index], of: weeks[$0], at: $0, top: top) }
            return """
                <g><text class="region" x="\(SVG.number(Layout.left))" y="\(SVG.number(top - 7))">\(name)</text>
                \((bands + hours + clockChanges(top: top) + today(top: top) + cells).filter { !$0.isEmpty }.joined(separator: "\n"))
                </g>
                """
        }

        private func cell(_ turn: SeasonGrid.Turn, of week: SeasonGrid.Week, at index: Int, top: Double) -> String {
            let left = Layout.left + Double(index) * pitch
            let hatch = turn.freeze.map { reason in
                SVG.titled(
                    "Week \(week.number), \(grid.program.regionTitles[turn.region]): frozen, \(reason)",
                    SVG.rectangle("frozen", x: left, y: top, width: pitch, height: Layout.dayHeight))
            }
            let mark = turn.session.map { session in
                let y = SVG.number(top + Layout.height(ofMinute: session.start.time.minuteOfDay))
                let shape = session.isOn ? session.hours.rawValue : "cancelled"
                let state = session.session.status == .tentative ? " tentative" : ""
                return SVG.titled(
                    words(session, week.number),
                    "<use href=\"#\(shape)\" class=\"\(shape)\(state)\" x=\"\(SVG.number(left + pitch / 2))\" y=\"\(y)\"/>"
                )
            }
            return [hatch, mark].compactMap(\.self).joined(separator: "\n")
        }

        private func words(_ local: LocalSession, _ week: Int) -> String {
            let place = grid.zone == nil ? " in \(local.zone.name)" : ""
            let when = "\(local.start.date.inShort) \(local.start.time)\(place)"
            let hours = grid.zone == nil ? "" : ", \(local.hours.inWords)"
            return
                "Week \(week), \(grid.program.regionTitles[local.session.region]): \(when)\(hours), \(local.session.statusInWords)"
        }

        /// A dotted line at the day of a change.
        private func clockChanges(top: Double) -> [String] {
            weeks.indices.flatMap { index in
                weeks[index].clockChanges.map { change in
                    SVG.titled(
                        change.inWords,
                        SVG.line("clocks", at: x(of: change.date, in: index), from: top, to: top + Layout.dayHeight))
                }
            }
        }

        private func today(top: Double) -> [String] {
            weeks.indices.filter { weeks[$0].contains(grid.today) }.map { index in
                let x = x(of: grid.today, in: index)
                return SVG.titled("Today", SVG.line("today", at: x, from: top, to: top + Layout.dayHeight))
            }
        }

        private func x(of week: Int) -> String { SVG.number(Layout.left + Double(week) * pitch) }

        private func x(of day: LocalDate, in week: Int) -> Double {
            Layout.left + (Double(week) + Double(weeks[week].monday.days(until: day)) / 7) * pitch
        }
    }
}
