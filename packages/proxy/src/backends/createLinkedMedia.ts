import { findPublicFetch } from '@crm-chat/vendors/public-fetch'
import type { BackendMedia } from '../backend.ts'
import { systemClock } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { createLinkRule } from './links.ts'

/** Time for the head of a response. */
const timeoutMs = 10_000

/**
 * Makes the media of a vendor whose webhooks bring the link of each file. Files come from the vendor's own domain or the host
 * that the CRM configured, without redirects and without the key. A host of a local network is asked only if the CRM configured one.
 */
export function createLinkedMedia({
  domain,
  baseUrl,
  isPrivate,
  fetch: own,
}: {
  domain: string
  baseUrl: string | undefined
  isPrivate: boolean
  fetch: typeof fetch | undefined
}): BackendMedia {
  const isOwnUrl = createLinkRule({ domain, baseUrl })
  return {
    open: async ({ url = '', signal }) => {
      if (!URL.canParse(url) || !isOwnUrl(new URL(url))) throw notFound()
      const send = own ?? (isPrivate ? undefined : await findPublicFetch()) ?? fetch
      const response = await request({ send, url, signal })
      if (!response.ok || !response.body) {
        await response.body?.cancel()
        throw response.status === 404 ? notFound() : unavailable(`the vendor responded with ${response.status}`)
      }
      return {
        body: response.body,
        mimeType: response.headers.get('content-type') ?? 'application/octet-stream',
        size: toSize(response.headers),
        name: nameOf(url),
      }
    },
  }
}

/** Requests a file. The signal of the page ends it at any time; the deadline is for its head only. */
async function request({
  send,
  url,
  signal,
}: {
  send: typeof fetch
  url: string
  signal: AbortSignal
}): Promise<Response> {
  const abort = new AbortController()
  const end = (): void => abort.abort()
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  const cancel = systemClock.after(timeoutMs, end)
  try {
    return await send(url, { redirect: 'error', credentials: 'omit', signal: abort.signal })
  } catch (error) {
    throw unavailable(describeError(error))
  } finally {
    cancel()
  }
}

/** The length of a compressed body is not that of the file. */
function toSize(headers: Headers): number | undefined {
  const length = headers.get('content-length') ?? ''
  return /^\d{1,15}$/.test(length) && !headers.has('content-encoding') ? Number(length) : undefined
}

function nameOf(url: string): string | undefined {
  try {
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')
    return name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(0, 200) || undefined
  } catch {
    return undefined // Percent signs that encode nothing.
  }
}

function notFound(): OperationError {
  return new OperationError({ code: 'not_found', message: 'There is no such file.' })
}

function unavailable(detail: string): OperationError {
  return new OperationError({ code: 'upstream_unavailable', message: 'The file cannot be read.', detail })
}
