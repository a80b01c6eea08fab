import type { WindowLink, WindowRequest } from '@crm-chat/protocol'
import { parseWindowLink } from '@crm-chat/protocol/wire/parseWindowLink'
import type { ClientContext } from '../clientContext.ts'
import { sendClientRequest } from '../http/sendClientRequest.ts'

/** Mints a link to a chat window. The proxy checks the request. @throws {ChatError} */
export function fetchWindowLink(
  context: ClientContext,
  request: WindowRequest,
  options?: { signal?: AbortSignal | undefined },
): Promise<WindowLink> {
  return sendClientRequest({ context, operation: 'window', body: request, parse, signal: options?.signal })
}

/** The page accepts messages of the link's origin only, so that must be the one that the proxy names. */
function parse(data: unknown): WindowLink | undefined {
  const link = parseWindowLink(data)
  return link && new URL(link.url).origin === link.origin ? link : undefined
}
