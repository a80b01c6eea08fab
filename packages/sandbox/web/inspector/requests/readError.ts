/** Reads the code and message of an error in any vendor's format. Returns an empty text for other responses. */
export function readError(response: unknown): string {
  const parts = [read(response, 'error'), first(read(response, 'errors')), response].filter(isObject)
  for (const part of parts) {
    const code = [read(part, 'code'), read(part, 'error')].find(isText)
    const words = [read(part, 'description'), read(part, 'message')].flat().filter(isText).join('; ')
    if (code !== undefined || words !== '') return [code, words].filter(isText).join(': ')
  }
  return isText(response) ? response.slice(0, 200) : ''
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
