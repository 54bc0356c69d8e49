import ArgumentParser
@main struct Meridian: ParsableCommand {}
