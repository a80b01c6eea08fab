import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { checkDistinct } from '../http/checkDistinct.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send, sendChecked } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'
import { entityIdSchema, storedIdSchema } from './entities.ts'

const stageSchema = z.object({ id: entityIdSchema, name: z.string().min(1).max(100) })

/** A sales funnel and its stages. */
export const pipelineSchema = z.object({
  id: entityIdSchema,
  name: z.string().min(1).max(100),
  /** An empty list is an error at the vendor's: it is left out. */
  stages: z
    .array(stageSchema)
    .transform((stages) => (stages.length > 0 ? stages : undefined))
    .optional(),
})
/** A sales funnel and its stages. */
export type Pipeline = z.input<typeof pipelineSchema>
/** Body of `POST /v3/pipelines`: at most 100 funnels. */
export const pipelinesRequestSchema = z.array(pipelineSchema).min(1).max(100)

const storedStageSchema = z.looseObject({ id: storedIdSchema, name: z.string().nullish() })

/** A funnel as the vendor has it. */
export const storedPipelineSchema = z.looseObject({
  id: storedIdSchema,
  name: z.string().nullish(),
  stages: z.array(storedStageSchema).nullish(),
})
/** A funnel as the vendor has it. */
export type StoredPipeline = z.infer<typeof storedPipelineSchema>
/** Response of `GET /v3/pipelines`. */
export const pipelinesAnswerSchema = z.array(storedPipelineSchema)

/** Endpoint of {@link fetchPipelines}. */
export const fetchPipelinesEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchPipelines',
  method: 'GET',
  path: '/v3/pipelines',
  summary: 'List the sales funnels',
  response: { description: 'All funnels.', schema: pipelinesAnswerSchema },
})

/**
 * Lists the funnels that the CRM has given to the vendor (`GET /v3/pipelines`).
 * @throws {VendorError} one of its subclasses.
 * @see API v3, "Loading sales funnels"
 */
export async function fetchPipelines(client: WazzupV3Client, options: CallOptions = {}): Promise<StoredPipeline[]> {
  return send(client.http, fetchPipelinesEndpoint, options)
}

/** Endpoint of {@link savePipelines}. */
export const savePipelinesEndpoint = defineEndpoint({
  operation: 'wazzup-v3.savePipelines',
  method: 'POST',
  path: '/v3/pipelines',
  summary: 'Add or replace sales funnels',
  body: pipelinesRequestSchema,
  response: { description: 'The funnels are saved.' },
  idempotent: true,
})

/**
 * Gives funnels to the vendor (`POST /v3/pipelines`), at most 100, in one request: whether the vendor adds to those
 * before or replaces them is on no record.
 * @throws {InvalidParametersError} before anything is sent.
 * @see API v3, "Loading sales funnels"
 */
export async function savePipelines(
  client: WazzupV3Client,
  pipelines: Pipeline[],
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(pipelinesRequestSchema, pipelines)
  checkDistinct(body)
  return sendChecked(client.http, savePipelinesEndpoint, { body, ...options })
}
