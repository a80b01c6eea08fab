/** Parts of a request that the CRM's hooks may read. */
export interface HookRequestParts {
  url: () => string
  method: string
  /** Returns a header's value, or undefined. `name` in lower case. */
  header: (name: string) => string | undefined
  /** Every header, by name. */
  headers: () => Iterable<readonly [string, string]>
  signal: () => AbortSignal
}

/**
 * Makes a web `Request` without a body for the CRM's hooks. Making one costs more than the rest of an operation, and most
 * hooks read a cookie only: where the runtime allows it, the real request is made when something else is read.
 */
export function createHookRequest(parts: HookRequestParts): Request {
  isPostponable ??= setUp()
  return isPostponable ? new PostponedRequest(parts).asRequest() : makeRequest(parts)
}

function makeRequest({ url, method, headers, signal }: HookRequestParts): Request {
  return new Request(url(), { method, headers: toHeaders(headers()), signal: signal() })
}

function toHeaders(all: Iterable<readonly [string, string]>): Headers {
  const headers = new Headers()
  for (const [name, value] of all) headers.append(name, value)
  return headers
}

/** Looks like a `Request`, to `instanceof` too, and reads its parts by itself. */
class PostponedRequest {
  readonly #parts: HookRequestParts
  #headers: PostponedHeaders | undefined
  #real: Request | undefined

  constructor(parts: HookRequestParts) {
    this.#parts = parts
  }

  get url(): string {
    return this.#real ? this.#real.url : this.#parts.url()
  }

  get method(): string {
    return this.#parts.method
  }

  get headers(): PostponedHeaders {
    this.#headers ??= new PostponedHeaders({ header: this.#parts.header, real: () => this.real().headers })
    return this.#headers
  }

  get signal(): AbortSignal {
    return this.#parts.signal()
  }

  real(): Request {
    this.#real ??= makeRequest(this.#parts)
    return this.#real
  }

  asRequest(): Request {
    return this as unknown as Request // Its prototype is: see `imitate`.
  }
}

/** Looks like `Headers`, and reads single headers by itself until the hook changes or lists them. */
class PostponedHeaders {
  readonly #header: HookRequestParts['header']
  readonly #makeReal: () => Headers
  #real: Headers | undefined

  constructor({ header, real }: { header: HookRequestParts['header']; real: () => Headers }) {
    this.#header = header
    this.#makeReal = real
  }

  get(name: string): string | null {
    if (this.#real || !isPlainName(name)) return this.real().get(name)
    return this.#header(name.toLowerCase()) ?? null
  }

  has(name: string): boolean {
    return this.get(name) !== null
  }

  real(): Headers {
    this.#real ??= this.#makeReal()
    return this.#real
  }
}

/** Anything else that is asked for has the runtime's own rules. */
function isPlainName(name: unknown): boolean {
  return typeof name === 'string' && /^[\w-]+$/.test(name)
}

let isPostponable: boolean | undefined

/** Returns true where a runtime takes a postponed request for a real one, as those with private fields do not (Node 24). */
function setUp(): boolean {
  try {
    const sample = new Request('http://localhost/')
    imitate({ imitation: PostponedRequest, original: Request, sample })
    imitate({ imitation: PostponedHeaders, original: Headers, sample: sample.headers })
    const postponed = new PostponedRequest({
      url: () => sample.url,
      method: 'GET',
      header: () => undefined,
      headers: () => [['x-sample', '1']],
      signal: () => sample.signal,
    }).asRequest()
    return new Request(postponed).headers.get('x-sample') === '1'
  } catch {
    return false
  }
}

/** Gives a class the prototype and all members of another; those it lacks come from its real object. */
function imitate({
  imitation,
  original,
  sample,
}: {
  imitation: { prototype: { real: () => object } }
  original: { prototype: object }
  sample: object
}): void {
  const own = imitation.prototype
  for (const key of [...Reflect.ownKeys(original.prototype), ...Reflect.ownKeys(sample)]) {
    if (key === Symbol.toStringTag || (key !== 'constructor' && Object.hasOwn(own, key))) continue
    Object.defineProperty(own, key, {
      configurable: true,
      get(this: { real: () => object }): unknown {
        if (key === 'constructor') return original
        const real = this.real()
        const value: unknown = Reflect.get(real, key)
        return typeof value === 'function' ? value.bind(real) : value
      },
    })
  }
  Object.setPrototypeOf(own, original.prototype)
}
