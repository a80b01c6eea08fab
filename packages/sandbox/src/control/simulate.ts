import { Hono } from 'hono'
import { createSimulate } from '../account/simulate/createSimulate.ts'
import type { SimulateOptions } from '../account/simulate/simulation.ts'
import { answerError } from '../server/http/answerError.ts'
import { readJson } from '../server/http/readJson.ts'
import { notJson } from './readInput.ts'
import { refuseOption } from './refuseOption.ts'

/**
 * `POST /_sandbox/simulate/:what`: what people do outside the company's programs. `message`, `reply`, `edit`, `remove`, `group`,
 * `deal`, `tier` and `transfer` take what the functions of the same names take.
 */
export function simulate(options: SimulateOptions): Hono {
  const app = new Hono({ strict: false })
  for (const [name, act] of Object.entries(createSimulate(options))) {
    app.post(`/simulate/${name}`, async (context) => {
      const body = await readJson(context)
      if (body === undefined) return answerError(context, notJson)
      return refuseOption(context, async () => context.json(await act(body), 201))
    })
  }
  return app
}
