/** The code and the words of an error, whichever vendor's dialect it is in; an empty text for what is no error. */
export function readError(answer: unknown): string {
  const parts = [read(answer, 'error'), first(read(answer, 'errors')), answer].filter(isObject)
  for (const part of parts) {
    const code = [read(part, 'code'), read(part, 'error')].find(isText)
    const words = [read(part, 'description'), read(part, 'message')].flat().filter(isText).join('; ')
    if (code !== undefined || words !== '') return [code, words].filter(isText).join(': ')
  }
  return isText(answer) ? answer.slice(0, 200) : ''
}

function read(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
