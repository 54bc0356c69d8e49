extension Schema {
    /// Whether anybody has been told a code of a season before any of it is announced.
    ///
    /// They are enrolled, offered a turn, picked a review. Its name stays then, since codes are for ever; leaving it again does not
    /// take the code back.
    static let spokenSeasons = """
        ALTER TABLE season ADD COLUMN spoken INTEGER NOT NULL DEFAULT 0 CHECK (spoken IN (0, 1));

        UPDATE season SET spoken = 1
        WHERE EXISTS (
                SELECT 1 FROM session JOIN enrollment ON enrollment.session = session.id
                WHERE session.program = season.program AND session.season = season.start)
            OR EXISTS (
                SELECT 1 FROM session JOIN swap_offer ON swap_offer.session = session.id
                WHERE session.program = season.program AND session.season = season.start)
            OR EXISTS (
                SELECT 1 FROM session JOIN session_mail ON session_mail.session = session.id
                WHERE session.program = season.program AND session.season = season.start)
            OR EXISTS (
                SELECT 1 FROM session WHERE program = season.program AND season = season.start AND review IS NOT NULL)
            OR EXISTS (
                SELECT 1 FROM duty_turn
                WHERE program = season.program AND season = season.start AND (agreed = 1 OR offered = 1))
            OR EXISTS (
                SELECT 1 FROM standing_enrollment
                WHERE standing_enrollment.program = season.program AND standing_enrollment.season = season.name);

        CREATE TRIGGER season_spoken_stays BEFORE UPDATE OF name ON season
        WHEN OLD.spoken = 1 AND NEW.given_up = 0 AND NEW.name IS NOT OLD.name
        BEGIN SELECT RAISE(ABORT, 'a season of which people know a code keeps its name'); END;

        CREATE TRIGGER enrollment_is_told AFTER INSERT ON enrollment BEGIN
            UPDATE season SET spoken = 1
            WHERE spoken = 0 AND (program, start) = (SELECT program, season FROM session WHERE id = NEW.session);
        END;

        CREATE TRIGGER swap_offer_is_told AFTER INSERT ON swap_offer BEGIN
            UPDATE season SET spoken = 1
            WHERE spoken = 0 AND (program, start) = (SELECT program, season FROM session WHERE id = NEW.session);
        END;

        CREATE TRIGGER session_pick_is_told AFTER UPDATE OF review ON session WHEN NEW.review IS NOT NULL BEGIN
            UPDATE season SET spoken = 1 WHERE spoken = 0 AND program = NEW.program AND start = NEW.season;
        END;

        CREATE TRIGGER duty_turn_is_told AFTER UPDATE OF agreed, offered ON duty_turn
        WHEN NEW.agreed = 1 OR NEW.offered = 1 BEGIN
            UPDATE season SET spoken = 1 WHERE spoken = 0 AND program = NEW.program AND start = NEW.season;
        END;

        CREATE TRIGGER standing_enrollment_is_told AFTER INSERT ON standing_enrollment BEGIN
            UPDATE season SET spoken = 1 WHERE spoken = 0 AND program = NEW.program AND name = NEW.season;
        END;
        """
}
