/** Results of a test run. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Counts of a Vitest JSON report. */
export function vitestCounts(report: unknown): Counts {
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests'),
  }
}

/** Counts of a Playwright JSON report. A test that passed when it was tried again counts as passed, as Vitest counts it. */
export function playwrightCounts(report: unknown): Counts {
  const stats = isRecord(report) ? report.stats : undefined
  return {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    skipped: numberAt(stats, 'skipped'),
  }
}

/** The sum of two counts. */
export function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** The closing line of a run. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Reasons of skipped tests, one a line below the counts of their run. */
export function formatSkips(skips: Map<string, number>): string {
  return [...skips].map(([reason, count]) => `\n  ${count} skipped: ${reason}`).join('')
}

function numberAt(value: unknown, key: string): number {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'number' ? found : 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
