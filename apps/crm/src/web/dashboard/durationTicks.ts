const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Times that read well, each a few times the one before: a reply takes minutes or days, and both must show. */
const scale = [1, 5, 15, 60, 4 * 60]
  .map((minutes) => minutes * minuteMs)
  .concat([1, 3, 10, 30, 90].map((days) => days * dayMs))

/** The ticks of a logarithmic axis of times, up to the first one that is not below `maxMs`. */
export function durationTicks(maxMs: number): number[] {
  const end = scale.findIndex((tick) => tick >= maxMs)
  return end < 0 ? scale : scale.slice(0, Math.max(end, 1) + 1)
}

/** The place of a time on that axis, which begins at a minute. */
export function toShownDuration(ms: number | null): number | null {
  return ms === null ? null : Math.max(ms, minuteMs)
}
