CREATE TABLE access_token(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('trainee', 'mentor', 'organizer')),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    created INTEGER NOT NULL
, program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT, scope TEXT NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'read')), label TEXT, expires INTEGER, last_used INTEGER, revoked INTEGER, kind TEXT NOT NULL DEFAULT 'token' CHECK (kind IN ('token', 'browser'))) STRICT;

CREATE INDEX access_token_by_person ON access_token(person);

CREATE INDEX access_token_ended ON access_token(revoked) WHERE kind = 'browser' AND revoked IS NOT NULL;

CREATE INDEX access_token_of_browsers ON access_token(expires) WHERE kind = 'browser';

CREATE TRIGGER access_token_stays_dead BEFORE UPDATE OF revoked ON access_token
    WHEN OLD.revoked IS NOT NULL AND NEW.revoked IS NOT OLD.revoked
    BEGIN SELECT RAISE(ABORT, 'a revoked token stays revoked'); END;

CREATE TABLE address_move(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    old TEXT NOT NULL CHECK (old = lower(old) AND old LIKE '_%@_%'),
    new TEXT NOT NULL CHECK (new = lower(new) AND new LIKE '_%@_%' AND new <> old),
    made INTEGER NOT NULL,
    proved INTEGER CHECK (proved >= made),
    undone INTEGER CHECK (undone >= made),
    proof BLOB UNIQUE
        CHECK (proof IS NULL OR length(proof) = 32 AND proved IS NULL AND undone IS NULL),
    undo BLOB UNIQUE CHECK (undo IS NULL OR length(undo) = 32 AND undone IS NULL)
, keeping TEXT CHECK (keeping IN ('unsaid', 'earlier', 'old', 'new')), known_in TEXT) STRICT;

CREATE INDEX address_move_by_old ON address_move(old);

CREATE INDEX address_move_by_person ON address_move(person, id);

CREATE INDEX address_move_undoable ON address_move(made) WHERE undo IS NOT NULL;

CREATE TABLE administrator(
    email TEXT NOT NULL PRIMARY KEY CHECK (email = lower(email) AND email LIKE '_%@_%')
) STRICT, WITHOUT ROWID;

CREATE TABLE archived_program(
    program TEXT NOT NULL PRIMARY KEY REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT 'missed'
    CHECK (kind IN ('present', 'missed', 'asynchronous')), evidence TEXT NOT NULL DEFAULT 'record'
    CHECK (evidence IN ('record', 'log', 'check-in', 'answers')
        AND (kind = 'asynchronous') = (evidence = 'answers') AND (kind = 'present' OR evidence IN ('record', 'answers'))),
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX attendance_by_person ON attendance(person);

CREATE TABLE away(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND first_day <= last_day)
, program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT) STRICT;

CREATE INDEX away_by_person ON away(person, first_day);

CREATE TABLE blocked_address(
    email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
    program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    since INTEGER NOT NULL
) STRICT;

CREATE INDEX blocked_address_by_program ON blocked_address(program);

CREATE UNIQUE INDEX blocked_address_once ON blocked_address(email, coalesce(program, ''));

CREATE TABLE change_facts(
    review INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    project TEXT NOT NULL,
    lines_added INTEGER CHECK (lines_added >= 0),
    lines_removed INTEGER CHECK (lines_removed >= 0),
    state TEXT NOT NULL CHECK (state IN ('open', 'merged', 'abandoned')),
    revision TEXT NOT NULL,
    fetched INTEGER NOT NULL
) STRICT;

CREATE TABLE change_question(
    review INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
    asked INTEGER NOT NULL
) STRICT;

CREATE TABLE co_leader(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX co_leader_by_person ON co_leader(person);

CREATE TABLE departure(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    since INTEGER NOT NULL,
    PRIMARY KEY (program, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX departure_by_person ON departure(person);

CREATE TABLE duty(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 32 AND name NOT GLOB '*[^a-z0-9]*'),
    place INTEGER NOT NULL CHECK (place >= 1),
    title TEXT NOT NULL,
    link TEXT,
    min_gap_weeks INTEGER NOT NULL CHECK (min_gap_weeks >= 1),
    max_per_month INTEGER NOT NULL CHECK (max_per_month >= 1),
    PRIMARY KEY (program, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE duty_turn(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL,
    season TEXT NOT NULL CHECK (season IS date(season, '+0 days') AND strftime('%w', season) = '1'),
    week INTEGER NOT NULL CHECK (week >= 1),
    duty TEXT NOT NULL,
    uid TEXT NOT NULL UNIQUE CHECK (length(CAST(uid AS BLOB)) BETWEEN 1 AND 255),
    status TEXT NOT NULL CHECK (status IN ('tentative', 'announced', 'cancelled', 'held')),
    person INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    revised INTEGER NOT NULL,
    cancellation TEXT,
    agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)), offered INTEGER NOT NULL DEFAULT 0 CHECK (offered IN (0, 1)), asked INTEGER REFERENCES person ON DELETE SET NULL
    CHECK (asked IS NULL OR offered = 1), contact TEXT,
    UNIQUE (program, season, week, duty),
    FOREIGN KEY (program, duty) REFERENCES duty(program, name) ON DELETE CASCADE
) STRICT;

CREATE INDEX duty_turn_by_asked ON duty_turn(asked);

CREATE INDEX duty_turn_by_duty ON duty_turn(program, duty);

CREATE INDEX duty_turn_by_person ON duty_turn(person);

CREATE TRIGGER duty_turn_announced AFTER INSERT ON duty_turn WHEN NEW.status IN ('announced', 'held') BEGIN
    UPDATE season SET announced = NEW.revised
    WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
END;

CREATE TRIGGER duty_turn_becomes_announced AFTER UPDATE OF status ON duty_turn
WHEN NEW.status IN ('announced', 'held') AND OLD.status <> NEW.status BEGIN
    UPDATE season SET announced = NEW.revised
    WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
END;

CREATE TRIGGER duty_turn_has_season BEFORE INSERT ON duty_turn
WHEN NOT EXISTS (SELECT 1 FROM season WHERE program = NEW.program AND start = NEW.season)
BEGIN SELECT RAISE(ABORT, 'a week of a duty belongs to a season of its program'); END;

CREATE TRIGGER duty_turn_identity BEFORE UPDATE OF uid, program, season, week, duty ON duty_turn
WHEN (NEW.uid, NEW.program, NEW.week, NEW.duty) IS NOT (OLD.uid, OLD.program, OLD.week, OLD.duty)
    OR (NEW.season IS NOT OLD.season
        AND EXISTS (SELECT 1 FROM season WHERE program = OLD.program AND start = OLD.season))
BEGIN SELECT RAISE(ABORT, 'a week of a duty keeps its uid, program, season, week and duty'); END;

CREATE TRIGGER duty_turn_is_told AFTER UPDATE OF agreed, offered ON duty_turn
WHEN NEW.agreed = 1 OR NEW.offered = 1 BEGIN
    UPDATE season SET spoken = 1 WHERE spoken = 0 AND program = NEW.program AND start = NEW.season;
END;

CREATE TRIGGER duty_turn_person BEFORE UPDATE OF person ON duty_turn
WHEN NEW.person <> OLD.person AND NEW.sequence = OLD.sequence
BEGIN SELECT RAISE(ABORT, 'a week of a duty changes hands only with a higher sequence'); END;

CREATE TRIGGER duty_turn_sequence BEFORE UPDATE OF sequence ON duty_turn
WHEN NEW.sequence < OLD.sequence
BEGIN SELECT RAISE(ABORT, 'the sequence of a week of a duty is never lowered'); END;

CREATE TABLE enrollment(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    seat INTEGER CHECK (seat >= 1),
    since INTEGER NOT NULL, yields INTEGER NOT NULL DEFAULT 0 CHECK (yields IN (0, 1)), confirm_by INTEGER CHECK (confirm_by IS NULL OR seat IS NOT NULL),
    UNIQUE (session, person),
    UNIQUE (session, seat)
) STRICT;

CREATE INDEX enrollment_by_person ON enrollment(person);

CREATE INDEX enrollment_to_confirm ON enrollment(confirm_by) WHERE confirm_by IS NOT NULL;

CREATE INDEX enrollment_yielding ON enrollment(session) WHERE yields AND seat IS NULL;

CREATE TRIGGER enrollment_capacity BEFORE INSERT ON enrollment
WHEN NEW.seat > (SELECT capacity FROM session WHERE id = NEW.session)
BEGIN SELECT RAISE(ABORT, 'the seat lies beyond the capacity of the session'); END;

CREATE TRIGGER enrollment_capacity_kept BEFORE UPDATE OF seat, session ON enrollment
WHEN NEW.seat > (SELECT capacity FROM session WHERE id = NEW.session)
BEGIN SELECT RAISE(ABORT, 'the seat lies beyond the capacity of the session'); END;

CREATE TRIGGER enrollment_is_told AFTER INSERT ON enrollment BEGIN
    UPDATE season SET spoken = 1
    WHERE spoken = 0 AND (program, start) = (SELECT program, season FROM session WHERE id = NEW.session);
END;

CREATE TRIGGER idle_seat_after_enrolling AFTER INSERT ON enrollment BEGIN
    DELETE FROM idle_seat WHERE session = NEW.session;
    INSERT INTO idle_seat SELECT id, 1 FROM session
    WHERE id = NEW.session AND status IN ('tentative', 'announced')
        AND EXISTS (SELECT 1 FROM enrollment WHERE session = NEW.session AND seat IS NULL AND NOT yields)
        AND (SELECT count(seat) FROM enrollment WHERE session = NEW.session) < capacity;
END;

CREATE TRIGGER idle_seat_after_leaving AFTER DELETE ON enrollment BEGIN
    DELETE FROM idle_seat WHERE session = OLD.session;
    INSERT INTO idle_seat SELECT id, 1 FROM session
    WHERE id = OLD.session AND status IN ('tentative', 'announced')
        AND EXISTS (SELECT 1 FROM enrollment WHERE session = OLD.session AND seat IS NULL AND NOT yields)
        AND (SELECT count(seat) FROM enrollment WHERE session = OLD.session) < capacity;
END;

CREATE TRIGGER idle_seat_after_moving_up AFTER UPDATE OF seat, yields ON enrollment BEGIN
    DELETE FROM idle_seat WHERE session = NEW.session;
    INSERT INTO idle_seat SELECT id, 1 FROM session
    WHERE id = NEW.session AND status IN ('tentative', 'announced')
        AND EXISTS (SELECT 1 FROM enrollment WHERE session = NEW.session AND seat IS NULL AND NOT yields)
        AND (SELECT count(seat) FROM enrollment WHERE session = NEW.session) < capacity;
END;

CREATE TABLE erased_address(
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    salt TEXT NOT NULL CHECK (length(salt) >= 16),
    moment INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE erasure_due(
    person INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE
) STRICT;

CREATE TABLE feed_address(
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    generation INTEGER NOT NULL CHECK (generation >= 1),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    PRIMARY KEY (person, generation)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_fact(
    id INTEGER PRIMARY KEY,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    person INTEGER REFERENCES person ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE INDEX file_fact_by_person ON file_fact(person);

CREATE INDEX file_fact_by_program ON file_fact(program);

CREATE TABLE former_invitation(
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
    token TEXT, contact TEXT,
    PRIMARY KEY (person, session, email)
) STRICT, WITHOUT ROWID;

CREATE INDEX former_invitation_by_session ON former_invitation(session);

CREATE TABLE freeze(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND first_day <= last_day),
    reason TEXT NOT NULL,
    regions TEXT NOT NULL
) STRICT;

CREATE INDEX freeze_by_program ON freeze(program, first_day);

CREATE TABLE idle_seat(
    session INTEGER NOT NULL PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    must_not_be INTEGER NOT NULL REFERENCES no_row DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE introduction(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    name TEXT NOT NULL,
    zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
    PRIMARY KEY (program, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX introduction_by_person ON introduction(person);

CREATE TABLE invitation(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('mentor', 'trainee')),
    method TEXT NOT NULL CHECK (method IN ('request', 'cancel')),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    own_cancels INTEGER NOT NULL CHECK (own_cancels BETWEEN 0 AND sequence),
    stamp INTEGER NOT NULL,
    participation TEXT NOT NULL
        CHECK (participation IN ('NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE')),
    local_start TEXT NOT NULL,
    zone TEXT NOT NULL, token TEXT, answered INTEGER, contact TEXT,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitation_by_person ON invitation(person);

CREATE UNIQUE INDEX invitation_by_token ON invitation(token) WHERE token IS NOT NULL;

CREATE TRIGGER invitation_sequence BEFORE UPDATE OF sequence ON invitation
WHEN NEW.sequence < OLD.sequence
BEGIN SELECT RAISE(ABORT, 'the sequence of an invitation is never lowered'); END;

CREATE TRIGGER invitation_token BEFORE UPDATE OF token ON invitation WHEN NEW.token IS NOT OLD.token
BEGIN SELECT RAISE(ABORT, 'the token of an invitation never changes'); END;

CREATE TABLE join_request(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
    kind TEXT NOT NULL CHECK (kind IN ('asked', 'invited')),
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (program, email)
) STRICT, WITHOUT ROWID;

CREATE INDEX join_request_by_email ON join_request(email);

CREATE TABLE "log_entry"(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    moment INTEGER NOT NULL,
    actor TEXT CHECK (actor = lower(actor) AND actor LIKE '_%@_%'),
    role TEXT CHECK (role IN ('trainee', 'mentor', 'organizer')),
    way TEXT NOT NULL CHECK (way IN ('command', 'api', 'web', 'mail', 'file', 'itself')),
    action TEXT NOT NULL,
    program TEXT REFERENCES program ON UPDATE RESTRICT,
    subject TEXT,
    fields TEXT NOT NULL
) STRICT;

CREATE INDEX log_entry_by_actor ON log_entry(actor, id);

CREATE INDEX log_entry_by_program ON log_entry(program, id);

CREATE INDEX log_entry_by_subject ON log_entry(program, subject);

CREATE TRIGGER log_entry_is_kept BEFORE DELETE ON log_entry
WHEN EXISTS (SELECT 1 FROM log_entry WHERE id < OLD.id)
    OR OLD.moment > (SELECT moment FROM log_entry ORDER BY id DESC LIMIT 1) - 30 * 86400
BEGIN SELECT RAISE(ABORT, 'what was written down is kept'); END;

CREATE TRIGGER log_entry_stays BEFORE UPDATE ON log_entry
WHEN (NEW.id, NEW.moment, NEW.role, NEW.way, NEW.action, NEW.program, NEW.fields)
        IS NOT (OLD.id, OLD.moment, OLD.role, OLD.way, OLD.action, OLD.program, OLD.fields)
    OR NEW.actor IS NOT OLD.actor AND coalesce(NEW.actor, '') NOT LIKE 'erased-%@erased.invalid'
    OR NEW.subject IS NOT OLD.subject AND coalesce(NEW.subject, '') NOT LIKE '%erased-%@erased.invalid%'
BEGIN SELECT RAISE(ABORT, 'what was written down stays as it is'); END;

CREATE TABLE mail_link(
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    matter TEXT NOT NULL CHECK (
        matter IN ('attend', 'lead', 'pick', 'take-session', 'keep-week', 'take-week', 'reminders')),
    session INTEGER REFERENCES session ON DELETE CASCADE,
    offer INTEGER REFERENCES swap_offer ON DELETE CASCADE,
    turn INTEGER REFERENCES duty_turn ON DELETE CASCADE,
    made INTEGER NOT NULL,
    CHECK ((session IS NOT NULL) = (matter IN ('attend', 'lead', 'pick'))
        AND (offer IS NOT NULL) = (matter = 'take-session')
        AND (turn IS NOT NULL) = (matter IN ('keep-week', 'take-week')))
) STRICT, WITHOUT ROWID;

CREATE INDEX mail_link_by_offer ON mail_link(offer);

CREATE INDEX mail_link_by_person ON mail_link(person);

CREATE INDEX mail_link_by_session ON mail_link(session);

CREATE INDEX mail_link_by_turn ON mail_link(turn);

CREATE TABLE mail_matter(
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    wish TEXT NOT NULL,
    made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX mail_matter_by_person ON mail_matter(person, session);

CREATE INDEX mail_matter_by_session ON mail_matter(session);

CREATE TABLE mail_set_aside(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received INTEGER NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    bytes BLOB NOT NULL CHECK (length(bytes) <= 65536)
, text TEXT CHECK (length(CAST(text AS BLOB)) <= 65536)) STRICT;

CREATE INDEX mail_set_aside_by_age ON mail_set_aside(received);

CREATE TABLE mentor(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
    weight INTEGER NOT NULL CHECK (weight >= 1),
    min_gap_weeks INTEGER NOT NULL CHECK (min_gap_weeks >= 1),
    max_per_month INTEGER NOT NULL CHECK (max_per_month >= 1),
    since INTEGER NOT NULL, knows TEXT NOT NULL DEFAULT '', keeps_region INTEGER NOT NULL DEFAULT 0 CHECK (keeps_region IN (0, 1)),
    PRIMARY KEY (program, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentor_by_person ON mentor(person);

CREATE TABLE migration(
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied INTEGER NOT NULL
) STRICT;

CREATE TABLE nickname(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 64),
    text TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE, proved INTEGER NOT NULL DEFAULT 0 CHECK (proved IN (0, 1)),
    PRIMARY KEY (program, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX nickname_by_person ON nickname(person);

CREATE TABLE nickname_claim(
    id INTEGER PRIMARY KEY,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 64),
    text TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    UNIQUE (program, key, person)
) STRICT;

CREATE INDEX nickname_claim_by_person ON nickname_claim(person);

CREATE TABLE no_row(id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;

CREATE TABLE organizer(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
    PRIMARY KEY (program, email)
) STRICT, WITHOUT ROWID;

CREATE INDEX organizer_by_email ON organizer(email);

CREATE TABLE outbox(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    bytes BLOB NOT NULL,
    created INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    last_error TEXT
, sender TEXT, due INTEGER, secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1)), program TEXT, links INTEGER NOT NULL DEFAULT 0 CHECK (links IN (0, 1)), forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1))) STRICT;

CREATE INDEX outbox_by_recipient ON outbox(recipient);

CREATE INDEX outbox_by_state ON outbox(state, id);

CREATE INDEX outbox_to_empty ON outbox(created) WHERE state <> 'pending' AND length(bytes) > 0;

CREATE INDEX outbox_to_forget ON outbox(created) WHERE forgotten = 1;

CREATE TRIGGER outbox_emptied BEFORE UPDATE OF state ON outbox
WHEN NEW.state = 'pending' AND OLD.state <> 'pending' AND length(NEW.bytes) = 0
BEGIN SELECT RAISE(ABORT, 'an emptied message does not wait again'); END;

CREATE TRIGGER outbox_forgotten AFTER UPDATE OF state, forgotten ON outbox
WHEN NEW.forgotten AND NEW.state <> 'pending'
BEGIN
    DELETE FROM outbox WHERE id = NEW.id;
    INSERT INTO setting(name, value) VALUES ('sweep', '1')
        ON CONFLICT(name) DO UPDATE SET value = CAST(value AS INTEGER) + 1;
END;

CREATE TRIGGER outbox_links AFTER UPDATE OF state ON outbox
WHEN NEW.links AND NEW.state = 'sent' AND length(NEW.bytes) > 0
BEGIN UPDATE outbox SET bytes = x'' WHERE id = NEW.id; END;

CREATE TRIGGER outbox_message BEFORE UPDATE OF recipient, subject, bytes, created ON outbox
WHEN (NEW.recipient, NEW.subject, NEW.created) IS NOT (OLD.recipient, OLD.subject, OLD.created)
    OR NEW.bytes IS NOT OLD.bytes AND (length(NEW.bytes) > 0 OR NEW.state = 'pending')
BEGIN SELECT RAISE(ABORT, 'a message in the outbox is never rewritten'); END;

CREATE TRIGGER outbox_secret AFTER UPDATE OF state, secret ON outbox
WHEN NEW.secret AND NEW.state <> 'pending' AND length(NEW.bytes) > 0
BEGIN UPDATE outbox SET bytes = x'' WHERE id = NEW.id; END;

CREATE TRIGGER outbox_secret_kept BEFORE UPDATE OF secret ON outbox WHEN OLD.secret AND NOT NEW.secret
BEGIN SELECT RAISE(ABORT, 'a message that holds a secret goes on holding it'); END;

CREATE TRIGGER outbox_sender BEFORE UPDATE OF sender ON outbox
BEGIN SELECT RAISE(ABORT, 'a message in the outbox is never rewritten'); END;

CREATE TABLE paused_program(
    program TEXT NOT NULL PRIMARY KEY REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '_%@_%'),
    zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64)
, has_spoken INTEGER NOT NULL DEFAULT 0 CHECK (has_spoken IN (0, 1)), erased INTEGER CHECK (CASE WHEN erased IS NULL THEN email NOT LIKE '%@erased.invalid'
    ELSE name IN ('a former mentor', 'a former trainee', 'a former volunteer') AND zone = 'UTC'
        AND email = 'erased-' || id || '@erased.invalid' END)) STRICT;

CREATE TRIGGER person_stays_erased BEFORE UPDATE ON person WHEN OLD.erased IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'somebody who was erased stays so'); END;

CREATE TABLE pick_reminder(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    sent INTEGER NOT NULL,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX pick_reminder_by_person ON pick_reminder(person);

CREATE TABLE program(
    name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 32 AND name NOT GLOB '*[^a-z0-9-]*'),
    title TEXT NOT NULL,
    contact TEXT NOT NULL,
    location TEXT NOT NULL,
    season_start TEXT NOT NULL
        CHECK (season_start IS date(season_start, '+0 days') AND strftime('%w', season_start) = '1'),
    season_weeks INTEGER NOT NULL CHECK (season_weeks BETWEEN 1 AND 104),
    cadence TEXT NOT NULL CHECK (cadence IN ('every-region', 'one-region-a-week')),
    minutes INTEGER NOT NULL CHECK (minutes >= 1),
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    regions TEXT NOT NULL,
    announce_weeks INTEGER NOT NULL CHECK (announce_weeks >= 0)
, areas TEXT NOT NULL DEFAULT '', review_hosts TEXT NOT NULL DEFAULT '', pick_days INTEGER CHECK (pick_days BETWEEN 1 AND 28), bots TEXT NOT NULL DEFAULT '', joining TEXT CHECK (joining IN ('invited', 'asked', 'open')), askers_told INTEGER, proposals TEXT NOT NULL DEFAULT 'seen' CHECK (proposals IN ('seen', 'open')), confirm_hours INTEGER NOT NULL DEFAULT 24 CHECK (confirm_hours BETWEEN 1 AND 168), meets TEXT NOT NULL DEFAULT 'every-week', when_frozen TEXT NOT NULL DEFAULT 'skip'
    CHECK (when_frozen IN ('skip', 'postpone')), notice_hours INTEGER NOT NULL DEFAULT 48 CHECK (notice_hours BETWEEN 0 AND 336), region_titles TEXT NOT NULL DEFAULT '', about TEXT, conduct TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE recorded_answer(
    email TEXT NOT NULL,
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request BLOB NOT NULL CHECK (length(request) = 32),
    bytes BLOB NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (email, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX recorded_answer_by_age ON recorded_answer(made);

CREATE TABLE reminder(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('day', 'hour')),
    start INTEGER NOT NULL,
    PRIMARY KEY (session, person, kind, start)
) STRICT, WITHOUT ROWID;

CREATE INDEX reminder_by_person ON reminder(person);

CREATE TABLE review(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    area TEXT,
    difficulty INTEGER CHECK (difficulty BETWEEN 1 AND 5),
    proposer INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    proposed INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 1 CHECK (seen IN (0, 1)),
    UNIQUE (program, url)
) STRICT;

CREATE INDEX review_by_proposer ON review(proposer);

CREATE TABLE review_vote(
    review INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    PRIMARY KEY (review, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_vote_by_person ON review_vote(person);

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
    announce_weeks INTEGER CHECK (announce_weeks >= 0), notice_hours INTEGER CHECK (notice_hours BETWEEN 0 AND 336), spoken INTEGER NOT NULL DEFAULT 0 CHECK (spoken IN (0, 1)),
    PRIMARY KEY (program, name),
    UNIQUE (program, start)
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER season_spoken_stays BEFORE UPDATE OF name ON season
WHEN OLD.spoken = 1 AND NEW.name IS NOT OLD.name
BEGIN SELECT RAISE(ABORT, 'a season of which people know a code keeps its name'); END;

CREATE TRIGGER season_taken_up AFTER UPDATE OF given_up ON season
WHEN OLD.given_up = 1 AND NEW.given_up = 0 AND NEW.spoken = 0 BEGIN
    UPDATE season SET spoken = 1 WHERE program = NEW.program AND start = NEW.start AND EXISTS (
        SELECT 1 FROM session JOIN enrollment ON enrollment.session = session.id
        WHERE session.program = NEW.program AND session.season = NEW.start);
END;

CREATE TABLE session(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL REFERENCES program ON DELETE RESTRICT ON UPDATE RESTRICT,
    season TEXT NOT NULL CHECK (season IS date(season, '+0 days')),
    week INTEGER NOT NULL CHECK (week >= 1),
    region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
    uid TEXT NOT NULL UNIQUE CHECK (length(CAST(uid AS BLOB)) BETWEEN 1 AND 255),
    status TEXT NOT NULL CHECK (status IN ('tentative', 'announced', 'cancelled', 'held')),
    mentor INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    slot INTEGER REFERENCES slot ON DELETE SET NULL,
    zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
    local_start TEXT NOT NULL CHECK (local_start IS strftime('%Y-%m-%dT%H:%M:%S', local_start, '+0 days')),
    start INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 1),
    capacity INTEGER NOT NULL CHECK (capacity >= 1),
    location TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    revised INTEGER NOT NULL,
    cancellation TEXT,
    called_off INTEGER NOT NULL CHECK (called_off IN (0, 1)), agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1)), review INTEGER REFERENCES review ON DELETE SET NULL, revision TEXT, questions TEXT CHECK (length(CAST(questions AS BLOB)) <= 4096),
    UNIQUE (program, season, week, region)
) STRICT;

CREATE INDEX session_by_mentor ON session(mentor);

CREATE INDEX session_by_review ON session(review);

CREATE INDEX session_by_slot ON session(slot);

CREATE INDEX session_by_start ON session(program, start);

CREATE INDEX session_by_time ON session(start);

CREATE TRIGGER idle_seat_after_revision AFTER UPDATE OF capacity, status ON session BEGIN
    DELETE FROM idle_seat WHERE session = NEW.id;
    INSERT INTO idle_seat SELECT id, 1 FROM session
    WHERE id = NEW.id AND status IN ('tentative', 'announced')
        AND EXISTS (SELECT 1 FROM enrollment WHERE session = NEW.id AND seat IS NULL AND NOT yields)
        AND (SELECT count(seat) FROM enrollment WHERE session = NEW.id) < capacity;
END;

CREATE TRIGGER session_announced AFTER INSERT ON session WHEN NEW.status IN ('announced', 'held') BEGIN
    UPDATE season SET announced = NEW.revised
    WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
END;

CREATE TRIGGER session_becomes_announced AFTER UPDATE OF status ON session
WHEN NEW.status IN ('announced', 'held') AND OLD.status <> NEW.status BEGIN
    UPDATE season SET announced = NEW.revised
    WHERE program = NEW.program AND start = NEW.season AND announced IS NULL;
END;

CREATE TRIGGER session_capacity BEFORE UPDATE OF capacity ON session
WHEN NEW.capacity < (SELECT max(seat) FROM enrollment WHERE session = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the capacity of a session is not lowered below a seat that is taken'); END;

CREATE TRIGGER session_has_season BEFORE INSERT ON session
WHEN NOT EXISTS (SELECT 1 FROM season WHERE program = NEW.program AND start = NEW.season)
BEGIN SELECT RAISE(ABORT, 'a session belongs to a season of its program'); END;

CREATE TRIGGER session_identity BEFORE UPDATE OF uid, program, season, week, region ON session
WHEN (NEW.uid, NEW.program, NEW.week, NEW.region) IS NOT (OLD.uid, OLD.program, OLD.week, OLD.region)
    OR (NEW.season IS NOT OLD.season
        AND EXISTS (SELECT 1 FROM season WHERE program = OLD.program AND start = OLD.season))
BEGIN SELECT RAISE(ABORT, 'a session keeps its uid, program, season, week and region'); END;

CREATE TRIGGER session_pick_is_told AFTER UPDATE OF review ON session WHEN NEW.review IS NOT NULL BEGIN
    UPDATE season SET spoken = 1 WHERE spoken = 0 AND program = NEW.program AND start = NEW.season;
END;

CREATE TRIGGER session_revival BEFORE UPDATE OF status ON session
WHEN OLD.status = 'cancelled' AND NEW.status <> 'cancelled' AND NEW.sequence = OLD.sequence
BEGIN SELECT RAISE(ABORT, 'a cancelled session is revived only with a higher sequence'); END;

CREATE TRIGGER session_sequence BEFORE UPDATE OF sequence ON session
WHEN NEW.sequence < OLD.sequence
BEGIN SELECT RAISE(ABORT, 'the sequence of a session is never lowered'); END;

CREATE TRIGGER session_status BEFORE UPDATE OF status ON session
WHEN (OLD.status = 'announced' AND NEW.status = 'tentative')
    OR (OLD.status = 'held' AND NEW.status IN ('tentative', 'announced'))
BEGIN SELECT RAISE(ABORT, 'a session that was announced or held does not go back'); END;

CREATE TABLE session_log(
    session INTEGER NOT NULL PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    address TEXT NOT NULL CHECK (address LIKE 'http%://_%')
) STRICT, WITHOUT ROWID;

CREATE TABLE session_mail(
    mail INTEGER PRIMARY KEY REFERENCES outbox ON DELETE CASCADE,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    word TEXT NOT NULL,
    method TEXT CHECK (method IN ('request', 'cancel')),
    knew TEXT CHECK (knew IN ('request', 'cancel')),
    knew_start INTEGER,
    shows TEXT,
    urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    released INTEGER
) STRICT;

CREATE INDEX session_mail_by_session ON session_mail(session);

CREATE INDEX session_mail_gathering ON session_mail(mail) WHERE released IS NULL;

CREATE INDEX session_mail_released ON session_mail(released) WHERE urgent = 0;

CREATE TABLE setting(
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mailbox TEXT,
    email TEXT CHECK (email = lower(email) AND email LIKE '_%@_%'),
    link BLOB UNIQUE CHECK (length(link) = 32),
    attempt BLOB NOT NULL UNIQUE CHECK (length(attempt) = 32),
    program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    session INTEGER REFERENCES session ON DELETE SET NULL,
    tries INTEGER NOT NULL CHECK (tries BETWEEN 0 AND 5),
    made INTEGER NOT NULL,
    used INTEGER CHECK (used >= made),
    CHECK ((mailbox IS NULL) = (link IS NULL) AND (email IS NULL) = (link IS NULL)
        AND (used IS NULL OR link IS NOT NULL))
) STRICT;

CREATE INDEX sign_in_by_age ON sign_in(made);

CREATE INDEX sign_in_by_mailbox ON sign_in(mailbox, made);

CREATE INDEX sign_in_by_program ON sign_in(program);

CREATE INDEX sign_in_by_session ON sign_in(session);

CREATE TABLE "sign_up"(
    mailbox TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    made INTEGER NOT NULL,
    counted_for TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT
, session INTEGER REFERENCES session ON DELETE SET NULL) STRICT, WITHOUT ROWID;

CREATE INDEX sign_up_by_age ON sign_up(made);

CREATE INDEX sign_up_by_count ON sign_up(counted_for);

CREATE INDEX sign_up_by_program ON sign_up(program);

CREATE INDEX sign_up_by_session ON sign_up(session);

CREATE TABLE slot(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL,
    mentor INTEGER NOT NULL,
    rule TEXT NOT NULL CHECK (rule LIKE 'FREQ=_%'),
    at TEXT NOT NULL CHECK (at IS strftime('%H:%M', at) OR at IS strftime('%H:%M:%S', at)),
    first_day TEXT CHECK (first_day IS date(first_day, '+0 days')),
    last_day TEXT CHECK (last_day IS date(last_day, '+0 days')),
    left_out TEXT NOT NULL,
    preference INTEGER NOT NULL CHECK (preference BETWEEN 0 AND 3),
    zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64), names_zone INTEGER NOT NULL DEFAULT 0 CHECK (names_zone IN (0, 1)),
    -- Slots are offered by a mentor of the program, and go when that mentor leaves it.
    FOREIGN KEY (program, mentor) REFERENCES mentor(program, person) ON DELETE CASCADE
) STRICT;

CREATE INDEX slot_by_mentor ON slot(program, mentor);

CREATE INDEX slot_of_person ON slot(mentor);

CREATE TABLE stage(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    place INTEGER NOT NULL CHECK (place >= 1),
    name TEXT NOT NULL,
    sessions INTEGER NOT NULL CHECK (sessions >= 0),
    discussed INTEGER NOT NULL CHECK (discussed >= 0),
    areas INTEGER CHECK (areas >= 0),
    co_led INTEGER NOT NULL CHECK (co_led >= 0),
    PRIMARY KEY (program, place),
    UNIQUE (program, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE "standing_enrollment"(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    season TEXT NOT NULL,
    since INTEGER NOT NULL,
    UNIQUE (program, region, person, season),
    FOREIGN KEY (program, season) REFERENCES season(program, name) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

CREATE INDEX standing_enrollment_by_person ON standing_enrollment(person);

CREATE INDEX standing_enrollment_by_season ON standing_enrollment(program, season);

CREATE TRIGGER standing_enrollment_is_told AFTER INSERT ON standing_enrollment BEGIN
    UPDATE season SET spoken = 1 WHERE spoken = 0 AND program = NEW.program AND name = NEW.season;
END;

CREATE TABLE standing_offer(
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    season TEXT NOT NULL,
    since INTEGER NOT NULL,
    FOREIGN KEY (program, season) REFERENCES season(program, name) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX standing_offer_by_person ON standing_offer(person);

CREATE INDEX standing_offer_by_season ON standing_offer(program, season);

CREATE TABLE suppressed_address(
    address TEXT NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE swap_offer(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    mentor INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    asked INTEGER REFERENCES person ON DELETE CASCADE,
    made INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'withdrawn')),
    accepted_by INTEGER REFERENCES person ON DELETE CASCADE,
    CHECK (state = 'open' OR state = 'withdrawn' OR accepted_by IS NOT NULL)
) STRICT;

CREATE INDEX swap_offer_by_accepted ON swap_offer(accepted_by);

CREATE INDEX swap_offer_by_asked ON swap_offer(asked);

CREATE INDEX swap_offer_by_mentor ON swap_offer(mentor);

CREATE INDEX swap_offer_by_session ON swap_offer(session);

CREATE UNIQUE INDEX swap_offer_open ON swap_offer(session) WHERE state = 'open';

CREATE TRIGGER swap_offer_is_told AFTER INSERT ON swap_offer BEGIN
    UPDATE season SET spoken = 1
    WHERE spoken = 0 AND (program, start) = (SELECT program, season FROM session WHERE id = NEW.session);
END;

CREATE TABLE time_proposal(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    start INTEGER,
    comment TEXT,
    made INTEGER NOT NULL,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX time_proposal_by_person ON time_proposal(person);

CREATE TABLE told(
    matter TEXT NOT NULL, about TEXT NOT NULL, reader INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL,
    PRIMARY KEY (matter, about, reader)
) STRICT, WITHOUT ROWID;

CREATE TABLE trainee(
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    since INTEGER NOT NULL,
    PRIMARY KEY (program, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX trainee_by_person ON trainee(person);

CREATE TABLE visitor(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 64),
    text TEXT NOT NULL,
    speaker INTEGER NOT NULL CHECK (speaker >= 1),
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (session, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE volunteer(
    program TEXT NOT NULL,
    duty TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    since INTEGER NOT NULL,
    PRIMARY KEY (program, duty, person),
    FOREIGN KEY (program, duty) REFERENCES duty(program, name) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX volunteer_by_person ON volunteer(person);

CREATE TABLE without_reminders(
    person INTEGER NOT NULL PRIMARY KEY REFERENCES person ON DELETE CASCADE,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE written_answers(
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 16384),
    written INTEGER NOT NULL,
    signed_off INTEGER CHECK (signed_off >= written), mentor_told INTEGER,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX written_answers_by_person ON written_answers(person);

CREATE INDEX written_answers_open ON written_answers(session) WHERE signed_off IS NULL;

CREATE TRIGGER written_answers_signed_off BEFORE UPDATE ON written_answers WHEN OLD.signed_off IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'answers that were signed off do not change'); END;

CREATE TABLE written_mail(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
    sender TEXT CHECK (sender = lower(sender) AND sender LIKE '_%@_%'),
    author TEXT NOT NULL,
    subject TEXT NOT NULL,
    received INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) <= 65536),
    attachments TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    state TEXT NOT NULL CHECK (state IN ('forwarded', 'later', 'listed'))
) STRICT;

CREATE INDEX written_mail_by_sender ON written_mail(program, sender, received);

CREATE INDEX written_mail_by_time ON written_mail(received);

CREATE INDEX written_mail_of_sender ON written_mail(sender);

CREATE UNIQUE INDEX written_mail_once ON written_mail(program, digest);

CREATE INDEX written_mail_unlisted ON written_mail(received) WHERE state = 'later';

