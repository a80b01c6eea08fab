/** Microseconds on a monotonic clock that all processes of a machine share. */
export function nowUs(): number {
  return Number(process.hrtime.bigint()) / 1_000
}
