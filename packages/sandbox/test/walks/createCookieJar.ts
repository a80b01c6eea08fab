/** Cookies of one browser, sent where their path allows it. */
export interface CookieJar {
  /** Stores the cookies of a response. */
  store: (headers: Headers) => void
  /** Value of the `cookie` header for a path; empty without a cookie for it. */
  toHeader: (path: string) => string
  /** Value of a cookie, as a script of the page reads it. */
  get: (name: string) => string | undefined
}

/** Creates an empty jar. */
export function createCookieJar(): CookieJar {
  const cookies = new Map<string, { value: string; path: string }>()
  return {
    store(headers) {
      for (const line of headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split('; ')
        const [name = '', value = ''] = pair.split('=')
        const read = (wanted: string) => attributes.find((part) => part.startsWith(`${wanted}=`))?.split('=')[1]
        if (read('Max-Age') === '0') cookies.delete(name)
        else cookies.set(name, { value, path: read('Path') ?? '/' })
      }
    },
    toHeader(path) {
      const fitting = [...cookies].filter(([, cookie]) => `${path}/`.startsWith(cookie.path.replace(/\/*$/, '/')))
      return fitting.map(([name, { value }]) => `${name}=${value}`).join('; ')
    },
    get: (name) => cookies.get(name)?.value,
  }
}
