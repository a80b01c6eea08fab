import { type ChatProxy, createChatProxy } from '../../src/createChatProxy.ts'
import { wazzupV2 } from '../../src/index.ts'
import { allowedOrigin } from '../conformance/allowedOrigin.ts'
import { identifyByCookie } from '../identifyByCookie.ts'

/** Bindings that the runtime gives to a worker beside the request. */
interface WorkerEnv {
  VENDOR_URL: string
}

let chat: ChatProxy | undefined

function createChat({ VENDOR_URL: baseUrl }: WorkerEnv): ChatProxy {
  return createChatProxy({
    backend: wazzupV2({ apiKey: 'key', baseUrl }),
    identify: identifyByCookie,
    allowedOrigins: [allowedOrigin],
  })
}

/** A worker of Cloudflare's, and whatever else has web requests and none of Node's modules. */
export const worker = {
  fetch: (request: Request, env: WorkerEnv): Promise<Response> => {
    chat ??= createChat(env)
    return chat.fetch(request)
  },
}

export default worker
