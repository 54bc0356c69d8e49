extension Schema {
    /// Seasons have names, and a program several of them.
    ///
    /// A session and a week of a duty say by their season's first day to which they belong, as before; when a season that nobody
    /// was told of yet is moved, they go with it. `given_up` are those that a program left before any of it was announced,
    /// which only the codes of what was dropped remember, and `unnamed` those whose codes were given out without a name.
    static let seasons = """
        CREATE TABLE season(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 16 AND name NOT GLOB '*[^a-z0-9]*'),
            start TEXT NOT NULL CHECK (start IS date(start, '+0 days') AND strftime('%w', start) = '1'),
            weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 104),
            announced INTEGER,
            given_up INTEGER NOT NULL DEFAULT 0 CHECK (given_up IN (0, 1)),
            unnamed INTEGER NOT NULL DEFAULT 0 CHECK (unnamed IN (0, 1)),
            cadence TEXT CHECK (cadence IN ('every-region', 'one-region-a-week')),
            meets TEXT,
            when_frozen TEXT CHECK (when_frozen IN ('skip', 'postpone')),
            minutes INTEGER CHECK (minutes >= 1),
            capacity INTEGER CHECK (capacity >= 1),
            regions TEXT,
            announce_weeks INTEGER CHECK (announce_weeks >= 0),
            PRIMARY KEY (program, name),
            UNIQUE (program, start)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE program ADD COLUMN meets TEXT NOT NULL DEFAULT 'every-week';
        ALTER TABLE program ADD COLUMN when_frozen TEXT NOT NULL DEFAULT 'skip'
            CHECK (when_frozen IN ('skip', 'postpone'));

        \(knownSeasons)
        \(seasonsOfSessions)
        \(seasonsOfStandingEnrollments)
        """

    /// Those of the programs, and those that sessions and weeks of duties are left from; two that begin in one month get a letter.
    private static let knownSeasons = """
        INSERT INTO season(program, name, start, weeks, announced, given_up, unnamed)
            WITH belonging AS (
                SELECT program, season AS start, week, CASE
                    WHEN status IN ('announced', 'held')
                        OR EXISTS (SELECT 1 FROM invitation WHERE invitation.session = session.id) THEN revised END AS told
                FROM session
                UNION ALL
                SELECT program, season, week, CASE WHEN status IN ('announced', 'held') THEN revised END FROM duty_turn
                UNION ALL SELECT name, season_start, season_weeks, NULL FROM program
            ), found AS (
                SELECT program, start, max(week) AS last, min(told) AS told FROM belonging GROUP BY program, start
            ), following AS (
                SELECT found.*, start = program.season_start AS is_own,
                    (start > program.season_start
                        AND start < date(program.season_start, (7 * program.season_weeks) || ' days'))
                        OR (told IS NULL AND start <> program.season_start) AS is_given_up,
                    program.season_weeks AS own_weeks
                FROM found JOIN program ON program.name = found.program
            ), bounded AS (
                SELECT following.*,
                    (SELECT min(later.start) FROM following AS later
                    WHERE later.program = following.program AND later.start > following.start
                        AND NOT later.is_given_up) AS next
                FROM following
            )
            SELECT program,
                strftime('%Y%m', start) || CASE row_number() OVER month WHEN 1 THEN ''
                    ELSE char(96 + row_number() OVER month) END,
                start,
                CASE WHEN is_own THEN own_weeks
                    ELSE min(last, 104, CAST(ifnull((julianday(next) - julianday(start)) / 7, 104) AS INTEGER)) END,
                told, is_given_up, 1
            FROM bounded
            WINDOW month AS (
                PARTITION BY program, strftime('%Y%m', start) ORDER BY is_own DESC, is_given_up, start);
        """

    private static let seasonsOfSessions = """
        DROP INDEX session_by_start;
        CREATE INDEX session_by_start ON session(program, start);

        CREATE TRIGGER season_announced_stays BEFORE UPDATE OF name, start ON season
        WHEN OLD.announced IS NOT NULL AND (NEW.name, NEW.start) IS NOT (OLD.name, OLD.start)
        BEGIN SELECT RAISE(ABORT, 'a season that was announced keeps its name and its start'); END;

        CREATE TRIGGER season_is_kept BEFORE DELETE ON season
        WHEN EXISTS (SELECT 1 FROM session WHERE program = OLD.program AND season = OLD.start)
            OR EXISTS (SELECT 1 FROM duty_turn WHERE program = OLD.program AND season = OLD.start)
        BEGIN SELECT RAISE(ABORT, 'a season is kept while anything belongs to it'); END;

        CREATE TRIGGER season_moves AFTER UPDATE OF start ON season WHEN NEW.start IS NOT OLD.start BEGIN
            UPDATE session SET season = NEW.start WHERE program = NEW.program AND season = OLD.start;
            UPDATE duty_turn SET season = NEW.start WHERE program = NEW.program AND season = OLD.start;
        END;

        DROP TRIGGER session_identity;
        CREATE TRIGGER session_identity BEFORE UPDATE OF uid, program, season, week, region ON session
        WHEN (NEW.uid, NEW.program, NEW.week, NEW.region) IS NOT (OLD.uid, OLD.program, OLD.week, OLD.region)
            OR (NEW.season IS NOT OLD.season
                AND EXISTS (SELECT 1 FROM season WHERE program = OLD.program AND start = OLD.season))
        BEGIN SELECT RAISE(ABORT, 'a session keeps its uid, program, season, week and region'); END;

        CREATE TRIGGER session_has_season BEFORE INSERT ON session
        WHEN NOT EXISTS (SELECT 1 FROM season WHERE program = NEW.program AND start = NEW.season)
        BEGIN SELECT RAISE(ABORT, 'a session belongs to a season of its program'); END;

        CREATE TRIGGER session_announced AFTER INSERT ON session WHEN NEW.status IN ('announced', 'held') BEGIN
            UPDATE season SET announced = NEW.revised
            WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
        END;

        CREATE TRIGGER session_becomes_announced AFTER UPDATE OF status ON session
        WHEN NEW.status IN ('announced', 'held') AND OLD.status <> NEW.status BEGIN
            UPDATE season SET announced = NEW.revised
            WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
        END;

        DROP TRIGGER duty_turn_identity;
        CREATE TRIGGER duty_turn_identity BEFORE UPDATE OF uid, program, season, week, duty ON duty_turn
        WHEN (NEW.uid, NEW.program, NEW.week, NEW.duty) IS NOT (OLD.uid, OLD.program, OLD.week, OLD.duty)
            OR (NEW.season IS NOT OLD.season
                AND EXISTS (SELECT 1 FROM season WHERE program = OLD.program AND start = OLD.season))
        BEGIN SELECT RAISE(ABORT, 'a week of a duty keeps its uid, program, season, week and duty'); END;

        CREATE TRIGGER duty_turn_has_season BEFORE INSERT ON duty_turn
        WHEN NOT EXISTS (SELECT 1 FROM season WHERE program = NEW.program AND start = NEW.season)
        BEGIN SELECT RAISE(ABORT, 'a week of a duty belongs to a season of its program'); END;

        CREATE TRIGGER duty_turn_announced AFTER INSERT ON duty_turn WHEN NEW.status IN ('announced', 'held') BEGIN
            UPDATE season SET announced = NEW.revised
            WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
        END;

        CREATE TRIGGER duty_turn_becomes_announced AFTER UPDATE OF status ON duty_turn
        WHEN NEW.status IN ('announced', 'held') AND OLD.status <> NEW.status BEGIN
            UPDATE season SET announced = NEW.revised
            WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
        END;
        """

    private static let seasonsOfStandingEnrollments = """
        CREATE TABLE seasons_standing_enrollment(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            season TEXT NOT NULL,
            since INTEGER NOT NULL,
            UNIQUE (program, region, person, season),
            FOREIGN KEY (program, season) REFERENCES season(program, name) ON DELETE CASCADE ON UPDATE CASCADE
        ) STRICT;
        INSERT INTO seasons_standing_enrollment(id, program, region, person, season, since)
            SELECT id, program, region, person,
                (SELECT season.name FROM season JOIN program ON program.name = season.program
                    WHERE season.program = standing_enrollment.program AND season.start = program.season_start), since
            FROM standing_enrollment ORDER BY id;
        DROP TABLE standing_enrollment;
        ALTER TABLE seasons_standing_enrollment RENAME TO standing_enrollment;
        CREATE INDEX standing_enrollment_by_person ON standing_enrollment(person);
        CREATE INDEX standing_enrollment_by_season ON standing_enrollment(program, season);
        """
}
