import { type Export, type ExportRequest, exportRequestSchema, exportSchema } from '@crm-chat/protocol'
import type { ProxyContext } from '../context.ts'
import { toSafeLink } from '../links/toSafeLink.ts'
import { need } from './need.ts'
import { defineOperation } from './operation.ts'

const shared = {
  access: 'admin',
  feature: 'exports',
  capability: 'exports',
  isOffered: ({ backend }: ProxyContext) => backend.exports !== undefined,
  output: exportSchema,
} as const

/** `POST /exports`: begins an export of messages. Further states come as `export` events. */
export const createExport = defineOperation<ExportRequest, Export>({
  ...shared,
  repetition: 'never',
  input: exportRequestSchema,
  status: 202,
  run: async ({ context, body }) => withCheckedLink({ context, job: await need(context.backend.exports).create(body) }),
})

/** `GET /exports/:exportId`. */
export const readExport = defineOperation<undefined, Export>({
  ...shared,
  repetition: 'safe',
  run: async ({ context, request, params: { exportId = '' } }) => {
    const job = await need(context.backend.exports).read({ exportId, signal: request.signal() })
    return withCheckedLink({ context, job })
  },
})

function withCheckedLink({ context: { backend }, job }: { context: ProxyContext; job: Export }): Export {
  return job.url === undefined ? job : { ...job, url: toSafeLink({ url: job.url, backend }).href }
}
