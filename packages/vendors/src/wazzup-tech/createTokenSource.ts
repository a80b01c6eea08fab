import { VendorError } from '../errors.ts'

/** Tokens of one end customer's account. They allow acting as that customer: store them encrypted. */
export interface TechTokens {
  accessToken: string
  /** Expiry of the access token, Unix milliseconds. */
  accessExpiresAtMs: number
  refreshToken?: string | undefined
}

/** Source of a client's access token. */
export interface TokenSource {
  /** Returns a token that is still valid for a while. @throws {VendorError} if a new one was needed and the vendor gave none. */
  getAccessToken: () => Promise<string>
  /** Called after the vendor refused the token. @returns true if there is another one to retry with. */
  renewAccessToken: () => Promise<boolean>
  /** The tokens held now, for keeping them out of errors. */
  secrets: () => string[]
}

/** Parameters of {@link createTokenSource}. */
export interface TokenSourceParameters {
  /** The tokens as stored; without them the first call gets some. */
  tokens?: TechTokens | undefined
  /** Gets new tokens from the vendor. Without a new refresh token, the previous one stays valid. */
  renew: (tokens: TechTokens | undefined) => Promise<TechTokens>
  /**
   * Stores new tokens: the previous refresh token may be invalid from now on. When this fails, the new tokens are
   * used anyway, and storing is retried with each call that needs a token.
   */
  onTokens?: ((tokens: TechTokens) => void | Promise<void>) | undefined
  /** Called when `onTokens` failed. */
  onStoreError?: ((error: unknown) => void) | undefined
  /** Time before its expiry at which a token is renewed. @default 60_000 */
  refreshBeforeMs?: number | undefined
  /** Milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined
  /** Milliseconds on a clock that never goes back. @default performance.now */
  elapsed?: (() => number) | undefined
}

/** A younger token is not the one the vendor just refused: another call has renewed it in the meantime. */
const freshMs = 10_000

/** Keeps an access token valid: renews it before it expires, by one request however many calls wait for it. */
export function createTokenSource(parameters: TokenSourceParameters): TokenSource {
  const { renew, onTokens, onStoreError, refreshBeforeMs = 60_000, now = Date.now } = parameters
  const { elapsed = () => performance.now() } = parameters
  let tokens = parameters.tokens
  let renewedAtMs = Number.NEGATIVE_INFINITY
  let stored = true
  let flight: Promise<TechTokens> | undefined

  function renewOnce(): Promise<TechTokens> {
    flight ??= renewNow().finally(() => {
      flight = undefined
    })
    return flight
  }

  async function renewNow(): Promise<TechTokens> {
    const renewed = await renew(tokens)
    tokens = { ...renewed, refreshToken: renewed.refreshToken ?? tokens?.refreshToken }
    renewedAtMs = elapsed()
    stored = false
    await store()
    return tokens
  }

  async function store(): Promise<void> {
    if (stored || !tokens) return
    stored = true
    try {
      await onTokens?.(tokens)
    } catch (error) {
      stored = false
      onStoreError?.(error)
    }
  }

  return {
    async getAccessToken() {
      const held = tokens
      if (!held || held.accessExpiresAtMs - refreshBeforeMs <= now()) {
        const renewed = await renewOnce().catch((error: unknown) => {
          if (held && held.accessExpiresAtMs > now()) return held // It is still valid: the next call retries.
          throw error
        })
        return renewed.accessToken
      }
      await store()
      return held.accessToken
    },
    async renewAccessToken() {
      if (elapsed() - renewedAtMs < freshMs) return true
      try {
        await renewOnce()
        return true
      } catch (error) {
        if (error instanceof VendorError) return false // The original refusal says more.
        throw error
      }
    },
    secrets: () => [tokens?.accessToken, tokens?.refreshToken].filter((token) => token !== undefined),
  }
}
