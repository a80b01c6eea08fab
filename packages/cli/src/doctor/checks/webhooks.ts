import { createHmac } from 'node:crypto'
import { isPrivateHost } from '@crm-chat/proxy'
import type { Account } from '../../config/account.ts'
import { describeError } from '../../describeError.ts'
import { clients } from '../clients.ts'
import { type CheckResult, found, notChecked, passed } from '../finding.ts'
import { type Answer, request } from '../request.ts'
import type { Setup } from '../setup.ts'

/** Checks that the vendor can reach the receiver of webhooks, and calls it. */
export async function checkWebhooks(setup: Setup): Promise<CheckResult> {
  const { options, basePath } = setup
  const { webhooks } = options
  if (!webhooks) return notChecked('Webhooks: the configuration has none.')
  if (webhooks.publicUrl === undefined) return found(missingAddress)
  const place = `${webhooks.publicUrl.replace(/\/+$/, '')}${basePath}/webhooks/`
  const obstacle = findObstacle({ url: new URL(place), isPrivate: options.backend.isPrivate === true })
  if (obstacle) return found(obstacle)
  const url = new URL(`${place}${[webhooks.secret].flat()[0] ?? ''}`)
  const refusal = await call({ url, place, setup })
  if (refusal) return found(refusal)
  return setup.account ? checkRegistration({ account: setup.account, url: url.href, place }) : passed
}

const missingAddress = {
  code: 'webhook-address-missing',
  what: 'The configuration has webhooks, and no webhooks.publicUrl.',
  why: 'registerWebhooks() cannot tell the vendor where to call, so no event arrives.',
  fix: 'Set webhooks.publicUrl to the public address of your server, e.g. https://crm.example.com.',
}

/** A vendor that is private itself, such as the sandbox, may reach private addresses. */
function findObstacle({ url, isPrivate }: { url: URL; isPrivate: boolean }) {
  if (isPrivate) return undefined
  if (isPrivateHost(url.hostname)) {
    return {
      code: 'webhook-address-private',
      what: `webhooks.publicUrl names ${url.host}, a host of this machine or of a private network.`,
      why: 'The vendor calls from the internet and cannot reach it, so no event arrives.',
      fix: 'Set webhooks.publicUrl to an address that the internet knows.',
    }
  }
  if (url.protocol === 'https:') return undefined
  return {
    code: 'webhook-address-insecure',
    what: `webhooks.publicUrl begins with ${url.protocol}//.`,
    why: 'Messages of customers, and the secret of the address, would cross the internet readable.',
    fix: 'Serve the receiver by https, and change webhooks.publicUrl.',
  }
}

/** Calls the receiver as the vendor does when an address is registered. */
async function call({ url, place, setup: { account, fetch } }: { url: URL; place: string; setup: Setup }) {
  const body = JSON.stringify({ test: true })
  let answer: Answer
  try {
    const headers = { 'content-type': 'application/json', ...proofOf({ account, body }) }
    answer = await request(url, { method: 'POST', headers, body, fetch })
  } catch (error) {
    return {
      code: 'webhook-unreachable',
      what: `Nothing responds at ${place}…: ${describeError(error)}.`,
      why: 'The vendor cannot deliver events there.',
      fix: 'Check DNS, certificate and firewall of webhooks.publicUrl, and that the proxy runs.',
    }
  }
  if (answer.status === 200) return undefined
  return {
    code: 'webhook-refused',
    what: `The test call {"test":true} to ${place}… gets ${answer.status} in place of 200.`,
    why: 'The vendor refuses to register such an address, or stops calling it.',
    fix:
      hints.find(([statuses]) => statuses.includes(answer.status))?.[1] ??
      'Look for the reason in the log of the proxy.',
  }
}

const hints: [statuses: number[], hint: string][] = [
  [
    [301, 302, 303, 307, 308],
    'Set webhooks.publicUrl to the address that the redirect leads to: vendors do not follow it.',
  ],
  [[401], 'Let calls below …/webhooks/ pass without a password: a server in front of the proxy asks for one.'],
  [[403], 'Use the same crmKey or webhookSecret in the configuration as the proxy that runs.'],
  [
    [404, 405],
    'Use the same secret and basePath in the configuration as the proxy that runs, and route …/webhooks/ to it.',
  ],
  [[502, 503, 504], 'Start the proxy, or look in its log and in that of the server in front of it.'],
]

/** Header by which the vendor proves itself. */
function proofOf({ account, body }: { account: Account | undefined; body: string }): Record<string, string> {
  const secret = account?.webhookSecret()
  if (secret === undefined) return {}
  if (account?.vendor === 'wazzup-v3') return { authorization: `Bearer ${secret}` }
  return { 'x-webhook-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` }
}

/** Checks that the vendor knows this address. */
async function checkRegistration({
  account,
  url,
  place,
}: {
  account: Account
  url: string
  place: string
}): Promise<CheckResult> {
  let known: (string | null)[]
  try {
    known = await registered[account.vendor]({ account, key: await account.key() })
  } catch (error) {
    return notChecked(`Registration of webhooks: the vendor did not tell (${describeError(error)}).`)
  }
  if (known.includes(url)) return passed
  const isOtherSecret = known.some((one) => one?.startsWith(place))
  return found({
    code: 'webhook-not-registered',
    what: isOtherSecret
      ? `The vendor calls ${place}… with another secret.`
      : `The vendor does not call ${place}…, although the address works.`,
    why: 'Events go elsewhere or nowhere: messages and their statuses do not appear in pages.',
    fix: 'Call registerWebhooks() of the proxy once for each address or secret. An account of Wazzup has one address: another integration may have replaced it.',
  })
}

const registered: Record<
  Account['vendor'],
  (parameters: { account: Account; key: string }) => Promise<(string | null)[]>
> = {
  'wazzup-v2': async (parameters) => [(await clients['wazzup-v2'](parameters).fetchWebhooks()).webhooksUrl],
  'wazzup-v3': async (parameters) => [(await clients['wazzup-v3'](parameters).fetchWebhooks()).webhooksUri],
  'wazzup-tech': async (parameters) => (await clients['wazzup-tech'](parameters).fetchWebhooks()).map(({ url }) => url),
  whatomate: async (parameters) => (await clients.whatomate(parameters).fetchWebhooks()).map(({ url }) => url),
}
