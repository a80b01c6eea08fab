import type { LinkLook } from '@crm-chat/protocol'
import { findPublicFetch } from '@crm-chat/vendors/public-fetch'
import type { Backend, BackendWindows } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { Metrics } from '../metrics/createMetrics.ts'
import { allowsFraming } from './allowsFraming.ts'

/** Finds out if a fresh link leads to a page that a browser will show; undefined where that cannot be known in a moment. */
export type Look = (parameters: {
  url: string
  /** Origin of the page that will frame it, where it is known. */
  framedBy: string | undefined
  windows: Pick<BackendWindows, 'isOwnUrl'>
  signal: AbortSignal
}) => Promise<LinkLook | undefined>

/** The link waits so long for its look. */
const timeoutMs = 1_000

const maxRedirects = 3

/**
 * Makes a {@link Look}: one `GET` for each link, without cookies, of which only status and headers are read. Redirects are
 * followed within the vendor's own hosts. The link appears in no log.
 */
export function createLook({
  backend,
  clock,
  metrics,
}: {
  backend: Pick<Backend, 'isPrivate'>
  clock: Clock
  metrics: Pick<Metrics, 'vendorCall'>
}): Look {
  return async ({ url, framedBy, windows, signal }) => {
    const startedAt = clock.elapsed()
    const deadline = new AbortController()
    const cancel = clock.after(timeoutMs, () => deadline.abort())
    try {
      const send = (backend.isPrivate ? undefined : await findPublicFetch()) ?? fetch
      const look = await lookAt({ send, url, framedBy, windows, signal: AbortSignal.any([signal, deadline.signal]) })
      metrics.vendorCall({ call: 'windows.look', code: 'ok', ms: clock.elapsed() - startedAt })
      return look
    } catch {
      // Unknown: the page's own network may reach what this server's does not. The page finds out by itself.
      const code = deadline.signal.aborted ? 'upstream_timeout' : 'upstream_unavailable'
      metrics.vendorCall({ call: 'windows.look', code, ms: clock.elapsed() - startedAt })
      return undefined
    } finally {
      cancel()
    }
  }
}

async function lookAt({
  send,
  url,
  framedBy,
  windows,
  signal,
}: Parameters<Look>[0] & { send: typeof fetch }): Promise<LinkLook | undefined> {
  let page = new URL(url)
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await send(page.href, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: 'text/html' },
      signal,
    })
    const { status, headers } = response
    await response.body?.cancel()
    const next = toRedirect({ status, headers, page })
    if (!next) return judge({ status, headers, page, framedBy })
    if (!windows.isOwnUrl(next)) return undefined
    page = next
  }
  return undefined
}

function toRedirect({ status, headers, page }: { status: number; headers: Headers; page: URL }): URL | undefined {
  const location = headers.get('location')
  return status >= 300 && status < 400 && location !== null && URL.canParse(location, page.href)
    ? new URL(location, page)
    : undefined
}

function judge({
  status,
  headers,
  page,
  framedBy,
}: {
  status: number
  headers: Headers
  page: URL
  framedBy: string | undefined
}): LinkLook | undefined {
  if (status === 429) return undefined // This server asks too often, not the browser.
  if (status >= 400) return 'failed'
  const allows = allowsFraming({ headers, page, framedBy })
  if (allows === false) return 'refusesFraming'
  return allows && status === 200 ? 'ok' : undefined
}
