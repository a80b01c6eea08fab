/** Form of a text, without its content. */
export type Format =
  | 'empty'
  | 'uuid'
  | 'hex'
  | 'time'
  | 'date'
  | 'link'
  | 'data'
  | 'digits'
  | '+digits'
  | 'masked digits'
  | 'path'
  | 'relative path'
  | 'email'
  | 'token'
  | 'word'
  | 'text'

const formats: [Format, RegExp][] = [
  ['empty', /^$/],
  ['uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
  ['digits', /^\d+$/],
  ['+digits', /^\+\d+$/],
  ['masked digits', /^\*+\d*$/],
  ['hex', /^[0-9a-f]{16,}$/i],
  ['time', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['data', /^data:[\w/+.-]*[;,]/],
  ['link', /^[a-z][a-z0-9+.-]*:\/\/\S+$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['path', /^\/[^\s]*$/],
  ['relative path', /^[\w-]+(\/[\w.-]+)+$/],
  ['word', /^[A-Za-z][A-Za-z0-9_.:-]{0,40}$/],
  ['token', /^[\w.~+/=:-]{8,}$/],
]

/** Finds the form of a text. */
export function toFormat(text: string): Format {
  return formats.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text'
}
