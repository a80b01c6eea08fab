import { Hono } from 'hono'
import { createSimulate } from '../account/simulate/createSimulate.ts'
import type { SimulateOptions } from '../account/simulate/simulation.ts'
import { readJson } from '../server/http/readJson.ts'
import { respondError } from '../server/http/respondError.ts'
import { notJson, refuseOption } from './readInput.ts'

/**
 * `POST /_sandbox/simulate/:name`: plays the people around the company's programs. The names are those of the functions of
 * {@link Simulate}, e.g. `message`; the body is the function's parameter.
 */
export function simulate(options: SimulateOptions): Hono {
  const app = new Hono({ strict: false })
  for (const [name, act] of Object.entries(createSimulate(options))) {
    app.post(`/simulate/${name}`, async (context) => {
      const body = await readJson(context)
      if (body === undefined) return respondError(context, notJson)
      return refuseOption(context, async () => context.json(await act(body), 201))
    })
  }
  return app
}
