import type { WindowLink, WindowRequest } from '@crm-chat/protocol'
import { findInvalidPlaces } from '@crm-chat/protocol/wire/findInvalidPlaces'
import { parseWindowLink } from '@crm-chat/protocol/wire/parseWindowLink'
import { ChatError } from '../ChatError.ts'
import type { ClientContext } from '../clientContext.ts'
import { sendClientRequest } from '../http/sendClientRequest.ts'

/** Parameters of {@link fetchWindowLink}. */
export interface FetchWindowLinkParameters {
  context: ClientContext
  request: WindowRequest
  signal?: AbortSignal | undefined
}

/**
 * Mints a link to a chat window.
 * @throws {ChatError} before anything is sent: `invalid_request` when the chats are wrong, `not_supported` when the proxy
 * has no such window.
 */
export async function fetchWindowLink({ context, request, signal }: FetchWindowLinkParameters): Promise<WindowLink> {
  checkRequest(request)
  checkSupport({ context, request })
  const operation = 'window'
  return checkOrigin(await sendClientRequest({ context, operation, body: request, parse: parseWindowLink, signal }))
}

function checkRequest(request: WindowRequest): void {
  const places = findInvalidPlaces(request)
  if (places.length === 0) return
  const message = `The request for a chat window has invalid values at: ${places.join(', ')}.`
  throw new ChatError({ code: 'invalid_request', message, retryable: false })
}

/** While it is not known what the proxy offers, the proxy decides. */
function checkSupport({ context, request }: Pick<FetchWindowLinkParameters, 'context' | 'request'>): void {
  const { scope } = request
  if (context.capabilities.getState()?.includes(scope === 'card' ? 'cardWindow' : 'window') ?? true) return
  const message = `The chat proxy opens no windows of the scope "${scope}" for this user.`
  throw new ChatError({ code: 'not_supported', message, retryable: false })
}

/** The page accepts messages of this origin only, so it must be the one of the link. */
function checkOrigin(link: WindowLink): WindowLink {
  if (new URL(link.url).origin === link.origin) return link
  throw new ChatError({
    code: 'invalid_answer',
    message: `The minted link does not have the origin ${link.origin} that the proxy names.`,
    retryable: false,
  })
}
