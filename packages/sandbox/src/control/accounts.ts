import { Hono } from 'hono'
import { accountKeysSchema } from '../account/accountKeys.ts'
import type { Account } from '../account/createAccount.ts'
import type { Accounts } from '../account/createAccounts.ts'
import { answerError } from '../server/http/answerError.ts'
import { readJson } from '../server/http/readJson.ts'
import { AccountExistsError } from '../store/errors.ts'
import { notJson, refuseBody } from '../vendors/wazzup-v2/refuseBody.ts'

/** `GET` and `POST /_sandbox/accounts`: tenants, each with keys, data and time of its own. */
export function accounts({ accounts: known }: { accounts: Accounts }): Hono {
  return new Hono({ strict: false })
    .get('/accounts', (context) => context.json({ accounts: known.list().map(toEntry) }))
    .post('/accounts', async (context) => {
      const body = await readJson(context)
      if (body === undefined) return answerError(context, notJson)
      const request = accountKeysSchema.safeParse(body)
      if (!request.success) return answerError(context, refuseBody(request.error))
      try {
        return context.json(toEntry(await known.add(request.data)), 201)
      } catch (error) {
        if (!(error instanceof AccountExistsError)) throw error
        return answerError(context, { status: 409, code: 'ACCOUNT_EXISTS', description: error.message })
      }
    })
}

function toEntry({ accountId, apiKey, whatomateKey }: Account) {
  return { accountId, apiKey, whatomateKey }
}
