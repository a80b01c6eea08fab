/** An event of a test run, as the reporters send it to the process that started the runner. */
export interface TestEvent {
  kind: 'fileStarted' | 'testEnded' | 'fileEnded'
  /** Project and path of the test file. */
  file: string
  /** Reason of a test that was skipped. */
  skipped?: string
  /** Title of a test that failed, and passed when it was tried again. */
  unsteady?: string
}

/** A test file and the time it took. */
export interface FileTime {
  file: string
  ms: number
}

/** State of a test run, from its events. */
export interface TestProgress {
  add: (event: TestEvent) => void
  /** The files that are running, each with the time since it started and since its last test ended. */
  running: () => { file: string; ms: number; silentMs: number }[]
  /** Time since the last event. */
  silentMs: () => number
  /** The files that have run, the slowest first. */
  times: () => FileTime[]
  /** The number of tests that were skipped for each reason. */
  skips: () => Map<string, number>
  /** The tests that failed, and passed when they were tried again: their files and titles. */
  unsteady: () => string[]
}

/** Follows a test run. */
export function createTestProgress(now: () => number = () => performance.now()): TestProgress {
  const started = new Map<string, number>()
  const lastEvents = new Map<string, number>()
  const totals = new Map<string, number>()
  const skips = new Map<string, number>()
  const unsteadyTests: string[] = []
  let lastEvent = now()

  return {
    add({ kind, file, skipped, unsteady }) {
      lastEvent = now()
      lastEvents.set(file, lastEvent)
      if (kind === 'fileStarted') started.set(file, lastEvent)
      if (skipped !== undefined) skips.set(skipped, (skips.get(skipped) ?? 0) + 1)
      if (unsteady !== undefined) unsteadyTests.push(`${file} › ${unsteady}`)
      if (kind !== 'fileEnded') return
      totals.set(file, (totals.get(file) ?? 0) + lastEvent - (started.get(file) ?? lastEvent))
      started.delete(file)
    },
    running: () =>
      [...started].map(([file, startedAt]) => ({
        file,
        ms: now() - startedAt,
        silentMs: now() - (lastEvents.get(file) ?? startedAt),
      })),
    silentMs: () => now() - lastEvent,
    skips: () => skips,
    unsteady: () => unsteadyTests,
    times: () => [...totals].map(([file, ms]) => ({ file, ms })).sort((one, other) => other.ms - one.ms),
  }
}

/** The ten slowest files, one a line. */
export function formatSlowest(times: FileTime[]): string {
  const slowest = times.toSorted((one, other) => other.ms - one.ms).slice(0, 10)
  const lines = slowest.map(({ file, ms }) => `${(ms / 1_000).toFixed(1).padStart(7)} s  ${file}`)
  return ['', 'The slowest test files:', ...lines].join('\n')
}

/** The tests that passed only when they were tried again, one a line, or nothing. Each is a fault of a test or of the code. */
export function formatUnsteady(tests: string[]): string {
  return tests.length === 0
    ? ''
    : ['', 'Failed, and passed on a second try:', ...tests.map((test) => `  ${test}`)].join('\n')
}
