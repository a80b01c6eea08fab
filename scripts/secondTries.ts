/**
 * Number of times that a failed test is tried again: once in CI, whose machines are shared, and never elsewhere, where each
 * failure is to be seen. The end of a run names every test that needed it.
 */
export function secondTries(): number {
  return process.env.CI ? 1 : 0
}
