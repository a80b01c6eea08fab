const reported = new Set<string>()

/** Tells developers of a problem, e.g. an attribute that cannot be read, once. */
export function reportOnce(problem: string): void {
  if (reported.has(problem)) return
  reported.add(problem)
  // biome-ignore lint/suspicious/noConsole: nobody else learns of it.
  console.error(problem)
}
