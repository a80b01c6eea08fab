import { type Context, Hono } from 'hono'
import { respondError } from '../server/http/respondError.ts'
import type { Snapshots } from '../store/dump/createSnapshots.ts'
import { SnapshotNotFoundError } from '../store/errors.ts'
import { notJson, refuseOption } from './readInput.ts'

/**
 * Named snapshots of the account's data: `GET /_sandbox/snapshots` lists them, `PUT …/:name` saves the current data or the
 * dump in the body, `GET …/:name` downloads one, `POST …/:name/restore` restores it, `DELETE …/:name` deletes it.
 */
export function snapshots({ snapshots: kept }: { snapshots: Snapshots }): Hono {
  return new Hono({ strict: false })
    .get('/snapshots', async (context) => context.json({ snapshots: await kept.list() }))
    .put('/snapshots/:name', async (context) => {
      const dump = await readDump(context)
      if (dump === 'not JSON') return respondError(context, notJson)
      return refuseOption(context, async () => {
        await kept.save(context.req.param('name'), dump)
        return context.json({ snapshots: await kept.list() })
      })
    })
    .get('/snapshots/:name', (context) =>
      refuseMissing(context, async () => {
        const name = context.req.param('name')
        const dump = await kept.get(name)
        context.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`)
        return context.json(dump)
      }),
    )
    .post('/snapshots/:name/restore', (context) =>
      refuseMissing(context, async () => {
        await kept.restore(context.req.param('name'))
        return context.json({ restored: true })
      }),
    )
    .delete('/snapshots/:name', async (context) => {
      const name = context.req.param('name')
      if (await kept.remove(name)) return context.json({ snapshots: await kept.list() })
      return refuseMissing(context, () => Promise.reject(new SnapshotNotFoundError(name)))
    })
}

/** Reads the dump to save; `undefined` for an empty body or `{}`, which mean the account's current data. */
async function readDump(context: Context): Promise<unknown> {
  const text = await context.req.text()
  try {
    const given: unknown = text === '' ? {} : JSON.parse(text)
    return typeof given === 'object' && given !== null && Object.keys(given).length === 0 ? undefined : given
  } catch {
    return 'not JSON'
  }
}

async function refuseMissing(context: Context, act: () => Promise<Response>): Promise<Response> {
  try {
    return await refuseOption(context, act)
  } catch (error) {
    if (!(error instanceof SnapshotNotFoundError)) throw error
    return respondError(context, { status: 404, code: 'SNAPSHOT_NOT_FOUND', description: error.message })
  }
}
