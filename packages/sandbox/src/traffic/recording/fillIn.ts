/** Puts the replay's address where the service's own was. */
export function fillIn<Value>(value: Value, origin: string): Value {
  if (value === undefined) return value
  const text = JSON.stringify(value).replaceAll('{{origin}}', origin).replaceAll('{{host}}', new URL(origin).host)
  return JSON.parse(text) // The same value, with other texts.
}
