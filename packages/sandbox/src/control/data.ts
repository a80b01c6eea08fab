import { Hono } from 'hono'
import type { Account } from '../server/account.ts'
import { readJson } from '../server/http/readJson.ts'
import { dumpStore, loadDump } from '../store/dump/dumps.ts'
import { refuseOption } from './readInput.ts'

/** All data of the account: `POST /_sandbox/reset`, `GET /_sandbox/export`, `POST /_sandbox/import`. */
export function data({ account }: { account: Account }): Hono {
  return new Hono({ strict: false })
    .post('/reset', async (context) => {
      await account.reset()
      return context.json({ reset: true })
    })
    .get('/export', async (context) => {
      context.header('content-disposition', 'attachment; filename="sandbox.json"')
      return context.json(await dumpStore(account.store))
    })
    .post('/import', async (context) => {
      const given = await readJson(context)
      return refuseOption(context, async () => {
        await loadDump(account.store, given)
        return context.json({ imported: true })
      })
    })
}
