/** Returns true for a time of day that exists, in ISO 8601 and UTC, e.g. `2026-01-02T03:04:05.678Z`. */
export function isTime(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}(\.\d+)?Z$/.test(value)) return false
  return new Date(value).toJSON()?.startsWith(value.slice(0, 10)) ?? false // 30 February would be 2 March.
}
