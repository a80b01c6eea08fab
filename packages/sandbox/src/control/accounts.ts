import { Hono } from 'hono'
import type { Account, Accounts } from '../server/account.ts'
import { accountKeysSchema } from '../server/accountKeys.ts'
import { respondError } from '../server/http/respondError.ts'
import { AccountExistsError } from '../store/errors.ts'
import { readInput } from './readInput.ts'

/** `GET` and `POST /_sandbox/accounts`: lists and adds accounts, each with its own keys, data and clock. */
export function accounts({ accounts: known }: { accounts: Accounts }): Hono {
  return new Hono({ strict: false })
    .get('/accounts', (context) => context.json({ accounts: known.list().map(toEntry) }))
    .post('/accounts', async (context) => {
      const input = await readInput(context, accountKeysSchema)
      if (!input.ok) return input.refusal
      try {
        return context.json(toEntry(await known.add(input.body)), 201)
      } catch (error) {
        if (!(error instanceof AccountExistsError)) throw error
        return respondError(context, { status: 409, code: 'ACCOUNT_EXISTS', description: error.message })
      }
    })
}

function toEntry({ accountId, apiKey, whatomateKey }: Account) {
  return { accountId, apiKey, whatomateKey }
}
