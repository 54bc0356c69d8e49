# make demo     a season from nothing, in seconds once built
# make test     everything that is tested
# make test-histories    random histories of two programs against a model of the rules; HISTORIES=500 for the long form
# make test-clients      khal, vdirsyncer, Evolution's data server and Python's readers on what is emitted
# make test-round-trip   invited over SMTP, answered by Evolution's data server and Thunderbird, taken in by mail receive
# make test-mail         out and in by msmtp, Postfix, OpenSMTPD and Dovecot, as deployment/mail sets them up
# make test-kills        killed at each write and sync: what was acknowledged is there
# make test-api          schemathesis asks what the API's description says, as nobody, a trainee and an organizer
# make test-pages        the pages in a browser, phone and desk, light and dark, and axe-core; a seat in three clicks; screenshots in demo/pages/
# make test-faults       full disks, failing disks, damaged files, clocks that jump, a stop under load, no mail for a day
# make test-threads      the suites that have threads, under ThreadSanitizer, in a build of its own
# make test-completion   Tab in bash, zsh and fish, under a terminal emulator
# make fuzz              each reader of foreign bytes, ten minutes each, led by coverage; FUZZ="30 mail json" for 30 s of some
# make test-attacks      bombs, edges, foreign programs and a hostile server, on loopback
# make test-from-nothing a server from nothing, by the administrator's guide to the letter, in namespaces of its own
# make test-deployment   behind nginx, as deployment/ sets it up
# make install  PREFIX=/usr/local: the binary, its manual pages and shell completions
# make deb      a package for Debian, what it is made of, and SHA256SUMS, in packages/
# make tarball  one binary that needs the C library alone, with its manual pages, likewise
# make test-packages     both in fresh roots of Debian: installed, used, upgraded, backed up, removed and purged
# make released-api      what the API of this release promises, for its commit
# make release-check     all that a release needs, before its tag: all of .ci/run and the packages, on a machine that can try each of it
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:

PREFIX ?= /usr/local
DESTDIR ?=
DEMO ?= demo

# Each module by one compiler, on two threads: a clean build takes a third less processor than one file at a time does. Nothing here
# is looked at in a debugger, so what only one needs is left out.
DEBUG_FLAGS := -debug-info-format none -Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc 2
# The release build lives beside the debug one, since switching in one folder recompiles everything. It is tested, too: Package.swift.
# C code names its files in what it says of errors: not where they lay on this machine. .ci/packages/made-of check holds the program to it.
RELEASE_FLAGS := --configuration release --scratch-path .build-release -debug-info-format none -Xswiftc -use-ld=lld \
  -Xcc -ffile-prefix-map=$(CURDIR)=. -Xcxx -ffile-prefix-map=$(CURDIR)=.
# What Benchmarks has in common with Meridian is built once.
BENCHMARK := swift build --package-path Benchmarks $(RELEASE_FLAGS) --product
RELEASE := .build-release/meridian
# BUILD=release tries the release in all that the debug build is tried in otherwise.
BUILD ?= debug
ifeq ($(BUILD),release)
FLAGS := $(RELEASE_FLAGS)
BUNDLE := .build-release/release/meridianPackageTests.xctest
MERIDIAN := $(RELEASE)
else
FLAGS := $(DEBUG_FLAGS)
BUNDLE := .build/debug/meridianPackageTests.xctest
MERIDIAN := .build/debug/meridian
endif
# Not by `swift test`, which lets nobody build beside it.
TEST := $(BUNDLE) --testing-library swift-testing --parallel
# Said by --version --verbose; see .ci/packages/made-of. Only programs that are given away know it: debug builds are the same at each commit.
FACTS := .build-release/facts.o
VERSION := $(shell sed -n 's/.*static let current = Release(\([0-9]*\), \([0-9]*\), \([0-9]*\))/\1.\2.\3/p' Sources/MentoringAPI/Contract/Release.swift)
SOURCES := $(shell find Package.swift Sources Resources timezones -type f)
TESTS := $(shell find Tests -type f)

.PHONY: help demo bench-pages schema file-changes program-file times test test-histories captures test-clients test-pages test-api fuzz test-round-trip test-mail test-from-nothing test-kills test-attacks test-faults \
  test-attacks-long test-threads test-completion test-every-zone test-cadence bench-backups build release lint format bench-cli bench-time bench-races bench-enrollment bench-planner bench-why bench-growth clean dependencies \
  install uninstall current deb tarball test-packages released-api release-check

help:
	@sed -n 's/^# //p' Makefile

dependencies:
	@.ci/dependencies libical-dev libsqlite3-dev zlib1g-dev pkg-config tzdata

# --- building -----------------------------------------------------------------------------------------------------------

build: $(BUNDLE) $(MERIDIAN)

# Built together with the tests, so that `make demo` and `make test` share one build.
.build/debug/meridian: $(BUNDLE)

$(BUNDLE): $(SOURCES) $(TESTS) | dependencies
	swift build --build-tests $(FLAGS)
	@touch $@

release: $(RELEASE)

$(RELEASE): $(SOURCES) | dependencies
	@$(call build_release,$@)

# Linked anew it is each time: nobody sees that the facts are others. Which packages there are is known before.
define build_release
swift build $(RELEASE_FLAGS) --product meridian && .ci/packages/made-of object $(FACTS) && .ci/packages/link $(FACTS) $(1)
endef

# --- trying -------------------------------------------------------------------------------------------------------------

demo: $(MERIDIAN)
	@.ci/demo $(abspath $(MERIDIAN)) $(DEMO)

# What a new database holds, as a document; SchemaDocumentTests keep it fresh.
schema: $(MERIDIAN)
	@.ci/dependencies sqlite3
	@rm -f .build/schema.db .build/schema.db.key
	@$(MERIDIAN) program example | $(MERIDIAN) program apply --db .build/schema.db - > /dev/null
	@sqlite3 .build/schema.db "SELECT sql || ';' || char(10) FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY tbl_name, type = 'table' DESC, type, name" > docs/schema.sql
	@rm -f .build/schema.db .build/schema.db.key

# What changes of a file do, as a document; FileChangesDocumentTests keep it fresh.
file-changes: $(BUNDLE)
	WRITE_FILE_CHANGES=1 $(TEST) --filter FileChangesDocumentTests

# Every key of the program file, as a document; FileKeyDocumentTests keep it fresh.
program-file: $(BUNDLE)
	WRITE_PROGRAM_FILE=1 $(TEST) --filter FileKeyDocumentTests

# How a time may be written, as it is read.
times: $(BUNDLE)
	WRITE_TIMES=1 $(TEST) --filter TimesDocumentTests

test: $(BUNDLE)
	$(TEST)

# As many as HISTORIES says; those that break a rule are shrunk to their shortest form.
test-histories: $(BUNDLE)
	HISTORIES=$(or $(HISTORIES),500) $(TEST) --filter HistoryTests

# The README's pictures, drawn anew; fails when they are not those in git.
captures: $(MERIDIAN)
	@.ci/dependencies python3
	@.ci/captures $(abspath $(MERIDIAN))
	git diff --exit-code --stat docs

test-clients: demo
	@.ci/clients/run $(abspath $(MERIDIAN)) $(DEMO)

# PAGES=--quick looks at each page in two shapes instead of six.
test-pages: demo
	@.ci/dependencies chromium python3
	@.ci/pages $(abspath $(MERIDIAN)) $(DEMO) $(PAGES)
	@.ci/three-clicks $(abspath $(MERIDIAN)) $(DEMO)

# Schemathesis asks what the description of the API says, as nobody, a trainee and an organizer; API=--quick for half of it.
test-api: $(RELEASE) demo
	@.ci/api $(abspath $(RELEASE)) $(DEMO) $(API)

test-round-trip: $(MERIDIAN)
	@.ci/round-trip/run $(abspath $(MERIDIAN))

test-mail: $(MERIDIAN)
	@.ci/mail $(abspath $(MERIDIAN))
	@.ci/mail-opensmtpd $(abspath $(MERIDIAN))
	@.ci/mail-dovecot $(abspath $(MERIDIAN))

# KILLS=--quick tries every third call, of many about twenty.
test-kills: $(MERIDIAN)
	@.ci/kill/run $(abspath $(MERIDIAN)) $(KILLS)

# A full and a failing disk at each call, damage, clocks, a stop under load, a day without mail; FAULTS=--quick for fewer of each.
test-faults: $(RELEASE)
	@.ci/faults/run $(abspath $(RELEASE)) $(FAULTS)

# MOST="--most 100" fails when an answer takes longer than so many milliseconds.
test-completion: $(RELEASE)
	@.ci/completion/run $(abspath $(RELEASE)) $(MOST)

test-every-zone: | dependencies
	$(BENCHMARK) EveryZone
	@.ci/clients/every-zone .build-release/release/EveryZone

# The meeting weeks of ten years beside Python's calendar.
test-cadence: $(RELEASE)
	@.ci/dependencies python3
	@.ci/cadence $(abspath $(RELEASE))

SWIFT := Package.swift Sources Tests Resources Benchmarks/Package.swift $(wildcard Benchmarks/*/) Fuzzing/Package.swift Fuzzing/Fuzz

lint:
	swift format lint --strict --parallel --recursive $(SWIFT)

format:
	swift format --in-place --parallel --recursive $(SWIFT)

bench-time: | dependencies
	cd Benchmarks && swift package benchmark --target LocalTime --no-progress

# RACES="--rounds 40" races less.
bench-races: | dependencies
	$(BENCHMARK) Races
	.build-release/release/Races $(RACES)
	.build-release/release/Races --leavers $(RACES)
	.build-release/release/Races --unprotected --rounds 20

# 50 backups under 64 writers, each restored and counted, and restores that are killed; BACKUPS=--quick for fewer.
bench-backups: $(MERIDIAN)
	@.ci/backups/run $(abspath $(MERIDIAN)) $(BACKUPS)

bench-enrollment: | dependencies
	$(BENCHMARK) DurableEnrollment
	.build-release/release/DurableEnrollment

bench-cli: $(RELEASE) demo
	@.ci/dependencies sqlite3 hyperfine
	@.ci/bench-cli $(abspath $(RELEASE)) $(DEMO)/meridian.db

# How fast feeds are, beside a bare Hummingbird route, nginx and Radicale.
bench-feed: $(RELEASE)
	@.ci/dependencies nginx-light wrk openssl python3-venv
	$(BENCHMARK) Feed
	@.ci/bench-feed $(abspath $(RELEASE)) .build-release/release/Feed

# How fast and how light pages are, from memory beside nginx, and made anew.
bench-pages: $(RELEASE) demo
	@.ci/dependencies nginx-light wrk
	$(BENCHMARK) Feed
	@.ci/bench-pages $(abspath $(RELEASE)) $(DEMO) .build-release/release/Feed

# The planner beside CP-SAT; PLANNER is the folder of its instances, references and checker.
PLANNER ?= ../shared/planner

bench-planner: $(RELEASE)
	@.ci/dependencies python3-venv
	@.ci/bench-planner $(abspath $(RELEASE)) $(PLANNER)

# One program alone and among 1,000 others, 100,000 people and a million enrollments; GROWTH=--small for a hundredth of them.
bench-growth: $(RELEASE)
	@.ci/growth/run $(abspath $(RELEASE)) $(GROWTH)

# How long why takes beside plan; BEFORE is an older build to compare with.
bench-why: $(RELEASE)
	@.ci/bench-why $(abspath $(RELEASE)) $(BEFORE)

# The sandbox and the nginx example of deployment/, tried before a real server.
test-deployment: demo
	@.ci/deployment $(abspath $(MERIDIAN)) $(DEMO)

test-from-nothing: $(MERIDIAN)
	@.ci/from-nothing/run $(abspath $(MERIDIAN))

# Attacks on a server of its own, on loopback: the short form, and all of it. ATTACKS="bodies edges" names kinds.
test-attacks: $(RELEASE)
	@.ci/attacks/run $(abspath $(RELEASE)) $(ATTACKS)

# A build of its own, with libFuzzer and AddressSanitizer in all of it.
fuzz: | dependencies
	@.ci/fuzz $(or $(FUZZ),600)

# THREADS="PersistenceTests" tries some suites.
test-threads: | dependencies
	@.ci/threads/run $(THREADS)

test-attacks-long: $(RELEASE)
	@.ci/attacks/run $(abspath $(RELEASE)) --long $(ATTACKS)

# Ten thousand idle connections and 200 slow senders beside a reader of feeds: make test-idle SECONDS=300 for the long form.
test-idle: $(RELEASE) demo
	@.ci/idle $(abspath $(RELEASE)) $(DEMO) $(or $(SECONDS),60)

# --- installing ---------------------------------------------------------------------------------------------------------

BINDIR := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share

# What is installed, if not the release.
BINARY ?= $(RELEASE)

# For everybody, whatever the umask of whoever installs it.
READABLE := install -D -m 644 /dev/stdin

install: $(BINARY)
	install -D -m 755 -s $(BINARY) $(BINDIR)/meridian
	install -D -m 644 Resources/examples/nova.yaml $(SHARE)/doc/meridian/examples/nova.yaml
	$(BINARY) completion bash | $(READABLE) $(SHARE)/bash-completion/completions/meridian
	$(BINARY) completion zsh | $(READABLE) $(SHARE)/zsh/site-functions/_meridian
	$(BINARY) completion fish | $(READABLE) $(SHARE)/fish/vendor_completions.d/meridian.fish
	@.ci/dependencies python3
	.ci/manual $(BINARY) | $(READABLE) $(SHARE)/man/man1/meridian.1
	.ci/manual $(BINARY) program | $(READABLE) $(SHARE)/man/man5/meridian-program.5

uninstall:
	rm -f $(BINDIR)/meridian $(SHARE)/man/man1/meridian.1 $(SHARE)/man/man5/meridian-program.5 \
	  $(SHARE)/bash-completion/completions/meridian \
	  $(SHARE)/zsh/site-functions/_meridian $(SHARE)/fish/vendor_completions.d/meridian.fish
	rm -rf $(SHARE)/doc/meridian

# --- giving away ---------------------------------------------------------------------------------------------------------

# The release is built anew where it is not of the commit that stands here.
current: $(RELEASE)
	@[ "$$($(RELEASE) --version --verbose | sed -n 's/^commit *//p')" = "$$(.ci/packages/made-of commit)" ] \
	  || { $(call build_release,$(RELEASE)); }

deb: current
	@.ci/packages/deb $(RELEASE) $(VERSION) packages

# Linked once more, with archives.
STATIC := .build-packages/meridian

tarball: current
	@.ci/packages/link archives $(STATIC)
	@.ci/packages/tarball $(STATIC) $(VERSION) packages

# DEBIANS="bookworm" tries one; BEFORE=FILE.deb upgrades from an earlier package, and else from the same one. A database of 0.1.0 is upgraded in any case.
test-packages: deb tarball
	@.ci/packages/run $(VERSION) packages $(DEBIANS)

# What this release's API promises, for the releases after it.
released-api: $(RELEASE) demo
	@.ci/packages/released-api $(abspath $(RELEASE)) $(DEMO) $(VERSION)

release-check:
	@.ci/packages/release-check $(VERSION)

clean:
	rm -rf .build .build-release .build-packages .build-fuzz .build-threads packages Benchmarks/.build $(DEMO)
