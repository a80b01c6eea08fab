import type { Endpoint } from '@crm-chat/vendors/endpoints'
import type * as z from 'zod'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { answerData } from './answerData.ts'

/** Endpoints that take a list from the CRM, and what they do with it. */
export interface Upload<Body extends z.ZodType> {
  endpoints: Endpoint<string, z.ZodUndefined, Body>[]
  /** @returns how many were taken in, or a refusal. */
  take: (call: Call<z.output<Body>, undefined>) => Promise<number | Response>
}

/** Routes that take a list from the CRM: adding and updating are the same here. */
export function uploadRoutes<Body extends z.ZodType>({ endpoints, take }: Upload<Body>): Route[] {
  return endpoints.map((endpoint) =>
    defineRoute({
      endpoint,
      async handle(call) {
        const taken = await take(call)
        return typeof taken === 'number' ? answerData(call, { processed: taken }) : taken
      },
    }),
  )
}
