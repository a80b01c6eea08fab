import type { Endpoint } from '@crm-chat/vendors/endpoints'
import type * as z from 'zod'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { respondData } from './respondData.ts'

/** Endpoints for a list from the CRM, and the function that saves it. */
export interface Upload<Body extends z.ZodType> {
  endpoints: Endpoint<string, z.ZodUndefined, Body>[]
  /** @returns the number of saved items, or a refusal */
  save: (call: Call<z.output<Body>, undefined>) => Promise<number | Response>
}

/** Creates routes for lists from the CRM. Adding and updating are the same here. */
export function uploadRoutes<Body extends z.ZodType>({ endpoints, save }: Upload<Body>): Route[] {
  return endpoints.map((endpoint) =>
    defineRoute({
      endpoint,
      async handle(call) {
        const saved = await save(call)
        return typeof saved === 'number' ? respondData(call, { processed: saved }) : saved
      },
    }),
  )
}
