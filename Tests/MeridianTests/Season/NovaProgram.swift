/// The program file of the story: two regions, three seats, and a path that fifteen weeks are enough for.
let novaProgram = """
    program: nova
    title: Nova core reviewer training
    contact: nova-training@example.org
    location: ircs://irc.oftc.net/openstack-nova-training
    season: { start: 2026-10-05, weeks: 15 }
    cadence: every-region
    session: { minutes: 60, capacity: 3 }
    regions: [asia, europe]
    announce-weeks: 15
    areas: [scheduler, compute, api]
    stages:
      - { name: reader, sessions: 1 }
      - { name: reviewer, sessions: 4, discussed: 4, areas: 2 }
      - { name: candidate, sessions: 8, discussed: 8, areas: all, co-led: 1 }
    reviews:
      hosts: [review.example.org]
      pick-days: 4
      proposals: open
    bots: [opendevmeet]
    freezes:
      - { from: 2026-11-23, to: 2026-11-29, reason: release week }
    mentors:
      - { name: Akira Sato, email: akira@mentors.example, zone: Asia/Tokyo, max-per-month: 3 }
      - { name: Ananya Sharma, email: ananya@mentors.example, zone: Asia/Kolkata, max-per-month: 3 }
      - { name: Zoë Müller, email: zoe@mentors.example, zone: Europe/Berlin, max-per-month: 3 }
      - { name: Olena Kovalenko, email: olena@mentors.example, zone: Europe/Kyiv, max-per-month: 3 }

    """
