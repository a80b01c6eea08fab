import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import type { Refusal } from '../../server/http/respondError.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listPipelines, savePipelines } from '../../store/entities/pipelines.ts'
import { respondDone } from './entities.ts'

/** `/v3/pipelines`: uploaded pipelines replace those with the same id, others stay. @see API v3, "Loading sales funnels" */
export const pipelines: Route[] = [
  defineRoute({
    endpoint: wazzupV3.fetchPipelines,
    async handle({ account, context }) {
      const found = await listPipelines(account.store.database)
      return context.json(found.map(({ id, name, stages }) => ({ id, name, ...(stages ? { stages } : {}) })))
    },
  }),
  defineRoute({
    endpoint: wazzupV3.savePipelines,
    check: ({ body }) => refuseEmptyStages(body),
    async handle({ account, body, context }) {
      await savePipelines(account.store, body)
      return respondDone({ account, context })
    },
  }),
]

/** An empty list of stages is an error; omitted stages are not. */
function refuseEmptyStages(body: unknown): Refusal | undefined {
  const isEmpty = (pipeline: unknown): boolean =>
    typeof pipeline === 'object' && pipeline !== null && isEmptyList(Reflect.get(pipeline, 'stages'))
  if (!Array.isArray(body) || !body.some(isEmpty)) return undefined
  return { status: 400, code: 'VALIDATION_ERROR', description: 'stages must not be empty: omit it instead.' }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
