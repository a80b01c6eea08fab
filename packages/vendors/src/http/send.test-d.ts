import * as z from 'zod'
import type { Http } from './createHttp.ts'
import { defineEndpoint } from './endpoint.ts'
import { send } from './send.ts'

// Each line below a @ts-expect-error must not compile: `tsc` fails on one that does.

const renameThing = defineEndpoint({
  operation: 'whatomate.renameThing',
  method: 'PUT',
  path: '/shelves/:shelf/things/:id',
  summary: 'Rename a thing',
  query: z.object({ quiet: z.enum(['true', 'false']).optional() }),
  body: z.object({
    name: z
      .string()
      .min(1)
      .transform((name) => name.trim()),
  }),
  response: { description: 'The thing.', schema: z.object({ id: z.number() }) },
  idempotent: true,
})

/** Never run: it is here for its types. */
export async function calls(http: Http): Promise<void> {
  const params = { shelf: 'a', id: 7 }
  const body = { name: 'Lamp' }
  const thing = await send(http, renameThing, { params, body, query: { quiet: true } })
  thing.id.toFixed()
  // @ts-expect-error the response has no name
  thing.name.trim()
  // @ts-expect-error the path has two parameters
  await send(http, renameThing, { params: { id: 7 }, body })
  // @ts-expect-error the body has a name
  await send(http, renameThing, { params, body: {} })
  // @ts-expect-error the query has no such parameter
  await send(http, renameThing, { params, body, query: { loud: true } })
}
