"""Makes a server's database large: a program many times over, each copy with people, enrollments, mail and a log of its own.

Everything is copied from a real program, row by row, in SQL, so that it is what Meridian writes; the same numbers make the same
rows. What the schema's triggers would do row by row is what the copied rows hold already, so they are put aside meanwhile.
"""

import sqlite3

PEOPLE, ENROLLMENTS = 100, 1000  # of each program, its mentors among the people
NOW = 1_797_238_800  # 2026-12-14T09:00:00Z
ZONES = (
    "Africa/Lagos", "America/Bogota", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo",
    "Australia/Sydney", "Europe/Berlin", "Europe/London", "Europe/Kyiv", "America/Los_Angeles")
STRIDE = 1000  # between the numbers of two programs' rows: more than any table has of one program


def multiply(path, programs, template="nova"):
    """Adds so many copies of the template program, p0001 and on."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -400000")
    database.create_function("digest", 2, digest, deterministic=True)
    database.execute("BEGIN")
    triggers = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    database.execute("CREATE TEMP TABLE copy(copy_number INTEGER PRIMARY KEY, copy_name TEXT)")
    database.executemany("INSERT INTO copy VALUES (?, ?)", ((n, f"p{n:04}") for n in range(1, programs + 1)))
    database.execute("CREATE TEMP TABLE seat(number INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO seat VALUES (?)", ((n,) for n in range(ENROLLMENTS)))
    mentors = copy_program(database, template)
    fill(database, template, mentors)
    for _, sql in triggers:
        database.execute(sql)
    database.execute("COMMIT")
    database.close()


def crowd(path, count, program="nova"):
    """Adds so many trainees to a program, in turns in each of the zones."""
    with sqlite3.connect(path) as database:
        for number in range(1, count + 1):
            person = database.execute(
                "INSERT INTO person(name, email, zone, has_spoken) VALUES (?, ?, ?, 1)",
                (f"Trainee {number}", f"t{number}.crowd@example.org", ZONES[number % len(ZONES)])).lastrowid
            database.execute("INSERT INTO trainee(program, person, since) VALUES (?, ?, ?)", (program, person, NOW - 86400))


def digest(kind, number):
    """32 bytes that no two rows share."""
    return f"{kind}-{number:0{31 - len(kind)}}".encode()


def columns(database, table):
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def copied(database, table, where, **terms):
    """Copies a table's rows of the template for every copy, some columns by another term."""
    names = columns(database, table)
    values = ", ".join(terms.get(name, f"{table}.{name}") for name in names)
    # In the order of the copies, so that rows of one program lie together, as they would not on a real server: see `fill`.
    database.execute(
        f"INSERT INTO {table}({', '.join(names)}) SELECT {values} FROM {table} CROSS JOIN copy WHERE {where} ORDER BY copy.copy_number")


def copy_program(database, template):
    """The program with its file, mentors, slots, sessions and weeks of duties; returns its mentors' numbers."""
    its = f"program = '{template}'"
    copied(database, "program", f"name = '{template}'", name="copy.copy_name")
    for table in ("season", "stage", "duty"):
        copied(database, table, its, program="copy.copy_name")
    people = [row[0] for row in database.execute(
        f"SELECT person FROM mentor WHERE {its} UNION SELECT person FROM volunteer WHERE {its} ORDER BY 1")]
    among = f"({', '.join(map(str, people))})"
    moved = "{} + copy.copy_number * %d" % STRIDE
    copied(database, "person", f"id IN {among}", id=moved.format("id"), email="copy.copy_name || '-' || email")
    for table, key in [("freeze", "id"), ("file_fact", "id")]:
        terms = {key: moved.format(key), "program": "copy.copy_name"}
        if table == "file_fact":
            terms["person"] = moved.format("person")
        copied(database, table, its, **terms)
    for table in ("mentor", "volunteer", "introduction"):
        copied(database, table, f"{its} AND person IN {among}", program="copy.copy_name", person=moved.format("person"))
    copied(database, "slot", its, id=moved.format("id"), program="copy.copy_name", mentor=moved.format("mentor"))
    copied(
        database, "session", its, id=moved.format("id"), program="copy.copy_name", mentor=moved.format("mentor"),
        slot=moved.format("slot"), uid="copy.copy_name || '-' || uid")
    copied(
        database, "duty_turn", its, id=moved.format("id"), program="copy.copy_name", person=moved.format("person"),
        uid="copy.copy_name || '-' || uid")
    copied(
        database, "invitation", f"session IN (SELECT id FROM session WHERE {its}) AND role = 'mentor'",
        session=moved.format("session"), person=moved.format("person"), token="copy.copy_name || token")
    return people


def fill(database, template, mentors):
    """People who enroll week by week, the programs in turn: on a real server the rows of one program lie far apart, too."""
    trainees, base = PEOPLE - len(mentors), STRIDE // 2
    sessions = [row[0] for row in database.execute(f"SELECT id FROM session WHERE program = '{template}' ORDER BY start")]
    capacity, = database.execute(f"SELECT capacity FROM program WHERE name = '{template}'").fetchone()
    database.execute("CREATE TEMP TABLE place(number INTEGER PRIMARY KEY, session INTEGER)")
    database.executemany("INSERT INTO place VALUES (?, ?)", enumerate(sessions))
    count = len(sessions)
    # Who has which seat: no two numbers below the product of two coprime counts give the same person the same session.
    database.execute(f"""
        CREATE TEMP TABLE enrolled AS SELECT copy.copy_number * {STRIDE} + place.session AS session,
            copy.copy_number * {STRIDE} + {base} + seat.number % {trainees} AS person,
            iif(seat.number / {count} < {capacity}, seat.number / {count} + 1, NULL) AS seat,
            copy.copy_name AS program, place.session AS original
        FROM seat JOIN place ON place.number = seat.number % {count} CROSS JOIN copy ORDER BY seat.number, copy.copy_number""")
    zones = " ".join(f"WHEN {n} THEN '{zone}'" for n, zone in enumerate(ZONES))
    database.execute("CREATE TEMP TABLE trainee_number(number INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO trainee_number VALUES (?)", ((n,) for n in range(trainees)))
    person = f"copy.copy_number * {STRIDE} + {base} + trainee_number.number"
    each = "FROM trainee_number CROSS JOIN copy ORDER BY trainee_number.number, copy.copy_number"
    database.execute(f"""
        INSERT INTO person(id, name, email, zone, has_spoken) SELECT {person}, 'Trainee ' || trainee_number.number,
            't' || trainee_number.number || '.' || copy.copy_name || '@example.org',
            CASE ({person}) % {len(ZONES)} {zones} END, 1 {each}""")
    database.execute(f"INSERT INTO trainee(program, person, since) SELECT copy.copy_name, {person}, {NOW - 86400} {each}")
    database.execute(
        f"INSERT INTO feed_address(person, generation, digest) SELECT {person}, 1, digest('feed', {person}) {each}")
    database.execute(f"""
        INSERT INTO access_token(person, role, digest, created, expires, last_used, kind)
        SELECT {person}, 'trainee', digest('session', {person}), {NOW}, {NOW + 30 * 86400}, {NOW}, 'browser' {each}""")
    database.execute(f"""
        INSERT INTO enrollment(session, person, seat, since) SELECT session, person, seat, {NOW} FROM enrolled""")
    start = "(SELECT start FROM session WHERE session.id = original)"
    database.execute(f"""
        INSERT INTO invitation(session, person, role, method, sequence, own_cancels, stamp, participation, local_start, zone, token, contact)
        SELECT enrolled.session, person, 'trainee', 'request', 0, 0, {NOW}, 'ACCEPTED', local_start, session.zone,
            'g' || enrolled.session || 'x' || person, program.contact
        FROM enrolled JOIN session ON session.id = enrolled.session JOIN program ON program.name = session.program
        WHERE seat IS NOT NULL""")
    first, = database.execute("SELECT max(id) FROM outbox").fetchone()
    database.execute(f"""
        INSERT INTO outbox(id, recipient, subject, bytes, created, state, attempts, sender, program)
        SELECT {first} + enrolled.rowid, person.email, 'You have a seat: ' || enrolled.session, x'',
            {NOW}, 'sent', 1, NULL, enrolled.program
        FROM enrolled JOIN person ON person.id = enrolled.person""")
    database.execute(f"""
        INSERT INTO session_mail(mail, session, word, method, knew_start, shows, urgent, released)
        SELECT {first} + rowid, session, 'enrolled', 'request', {start}, {start} || ' shown', 0, {NOW} FROM enrolled""")
    # Written down before what the template did, so that its log can be told apart by its program only.
    database.execute(f"""
        INSERT INTO log_entry(moment, actor, role, way, action, program, subject, fields)
        SELECT {NOW}, person.email, 'trainee', 'web', 'enroll', enrolled.program, enrolled.session, 'session'
        FROM enrolled JOIN person ON person.id = enrolled.person""")
    database.execute(f"""
        INSERT INTO mail_link(digest, person, matter, made)
        SELECT digest('link', {person}), {person}, 'reminders', {NOW} {each}""")
    database.execute(f"""
        INSERT INTO told(matter, about, reader, sent)
        SELECT 'day-before', session || ' 0', person, {NOW} FROM enrolled WHERE seat <= 4""")
    for table in ("person", "session", "slot", "enrollment", "outbox", "duty_turn", "log_entry", "access_token", "freeze"):
        database.execute(
            f"UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM {table}) WHERE name = '{table}'")
