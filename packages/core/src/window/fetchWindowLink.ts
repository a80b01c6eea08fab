import type { WindowLink, WindowRequest } from '@crm-chat/protocol'
import { parseWindowLink } from '@crm-chat/protocol/wire/parseWindowLink'
import { ChatError } from '../ChatError.ts'
import type { ClientContext } from '../clientContext.ts'
import { sendClientRequest } from '../http/sendClientRequest.ts'

/** Mints a link to a chat window. The proxy checks the request. @throws {ChatError} */
export async function fetchWindowLink(
  context: ClientContext,
  request: WindowRequest,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<WindowLink> {
  const operation = 'window'
  const link = await sendClientRequest({ context, operation, body: request, parse: parseWindowLink, signal })
  if (new URL(link.url).origin === link.origin) return link // The page accepts messages of this origin only.
  const message = `The minted link does not have the origin ${link.origin} that the proxy names.`
  throw new ChatError({ code: 'invalid_answer', message, retryable: false })
}
