import { Hono } from 'hono'
import type { Account } from '../accounts/createAccount.ts'
import { resetAccount } from '../accounts/resetAccount.ts'
import { answerError } from '../http/answerError.ts'
import { readJson } from '../http/readJson.ts'
import { dumpStore, loadDump, type StoreDump } from '../store/dumps.ts'
import { refuseOption } from './refuseOption.ts'

/**
 * What concerns the data as a whole: `POST /_sandbox/reset`, `GET /_sandbox/export`, `POST /_sandbox/import`, and
 * snapshots by name, kept as long as the sandbox runs: `PUT /_sandbox/snapshots/:name`, `POST …/:name/restore`.
 */
export function data({ account }: { account: Account }): Hono {
  const snapshots = new Map<string, StoreDump>()
  return new Hono({ strict: false })
    .post('/reset', async (context) => {
      await resetAccount(account)
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
    .get('/snapshots', (context) => context.json({ snapshots: [...snapshots.keys()] }))
    .put('/snapshots/:name', async (context) => {
      snapshots.set(context.req.param('name'), await dumpStore(account.store))
      return context.json({ snapshots: [...snapshots.keys()] })
    })
    .post('/snapshots/:name/restore', async (context) => {
      const snapshot = snapshots.get(context.req.param('name'))
      if (!snapshot) return answerError(context, noSuchSnapshot)
      await loadDump(account.store, snapshot)
      return context.json({ restored: true })
    })
}

const noSuchSnapshot = {
  status: 404,
  code: 'SNAPSHOT_NOT_FOUND',
  description: 'There is no snapshot of this name.',
} as const
