extension Schema {
    /// A season that its program's file leaves out keeps its name: codes are for ever.
    ///
    /// Earlier releases called such a season after its first day, `left20270705`, and that name nobody was ever told: the file
    /// may still give back the one that people know. Once it has, that stays where anybody is enrolled there.
    static let givenUpSeasons = """
        UPDATE season SET spoken = 0 WHERE given_up = 1 AND name = 'left' || replace(start, '-', '');

        DROP TRIGGER season_spoken_stays;
        CREATE TRIGGER season_spoken_stays BEFORE UPDATE OF name ON season
        WHEN OLD.spoken = 1 AND NEW.name IS NOT OLD.name
        BEGIN SELECT RAISE(ABORT, 'a season of which people know a code keeps its name'); END;

        CREATE TRIGGER season_taken_up AFTER UPDATE OF given_up ON season
        WHEN OLD.given_up = 1 AND NEW.given_up = 0 AND NEW.spoken = 0 BEGIN
            UPDATE season SET spoken = 1 WHERE program = NEW.program AND start = NEW.start AND EXISTS (
                SELECT 1 FROM session JOIN enrollment ON enrollment.session = session.id
                WHERE session.program = NEW.program AND session.season = NEW.start);
        END;
        """
}
