import { VendorAuthError } from '@crm-chat/vendors/wazzup-v2'
import type { Account, VendorName } from '../../config/account.ts'
import { describeError } from '../../describeError.ts'
import { clients, harmlessCalls } from '../clients.ts'
import { type CheckResult, type Finding, found, notChecked, passed } from '../finding.ts'
import type { Setup } from '../setup.ts'
import { titleOf, vendorLabels, vendorUrl } from '../vendors.ts'

/** Checks that the vendor can be reached, takes the key, and gives it everything that the proxy needs. */
export async function checkKey({ account, options }: Setup): Promise<CheckResult> {
  if (!account) return checkUnknownKey(options)
  let key: string
  try {
    key = await account.key()
  } catch (error) {
    return found(unreadable(error))
  }
  const state = await tryKey({ account, vendor: account.vendor, key })
  if (state.is === 'accepted') return checkSidecar({ account, key })
  if (state.is === 'failed') return found(unreachable({ vendor: placeOf(account), reason: state.reason }))
  const actual = await findKind({ account, key })
  return found(actual ? wrongKind({ account, actual }) : rejected(titleOf(account.vendor)))
}

/** A file that imports its backend itself keeps the key to itself: the backend can only say if it works. */
async function checkUnknownKey({ backend }: Setup['options']): Promise<CheckResult> {
  try {
    await backend.check?.()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'upstream_auth') return found(rejected(titleOf(backend.name)))
    return found(unreachable({ vendor: titleOf(backend.name), reason: describeError(error) }))
  }
  return notChecked(
    'The kind of the key: the configuration imports its backend. Export a function, ({ env, wazzupV2 }) => ({ … }), to have it checked.',
  )
}

type KeyState = { is: 'accepted' } | { is: 'refused' } | { is: 'failed'; reason: string }

async function tryKey(parameters: { account: Account; vendor: VendorName; key: string }): Promise<KeyState> {
  try {
    await harmlessCalls[parameters.vendor](parameters)
    return { is: 'accepted' }
  } catch (error) {
    if (error instanceof VendorAuthError) return { is: 'refused' }
    return { is: 'failed', reason: describeError(error) }
  }
}

const wazzupApis: VendorName[] = ['wazzup-v2', 'wazzup-v3', 'wazzup-tech']

/** Finds the API that a refused key is for. It is shown to no other company than the one that it was configured for. */
async function findKind({
  account,
  key,
}: {
  account: Account
  key: string
}): Promise<VendorName | 'wazzup' | undefined> {
  const isOfWhatomate = key.startsWith('whm_')
  if (account.vendor === 'whatomate') return isOfWhatomate ? undefined : 'wazzup'
  if (isOfWhatomate) return 'whatomate'
  for (const vendor of wazzupApis.filter((name) => name !== account.vendor)) {
    if ((await tryKey({ account, vendor, key })).is === 'accepted') return vendor
  }
  return undefined
}

/** A key that Wazzup makes for another integration works for channels and messages, and for nothing else. */
async function checkSidecar({ account, key }: { account: Account; key: string }): Promise<CheckResult> {
  if (account.vendor !== 'wazzup-v3') return passed
  try {
    await clients['wazzup-v3']({ account, key }).listUsers().next()
    return passed
  } catch (error) {
    if (error instanceof VendorAuthError) return found(limited)
    return found(unreachable({ vendor: placeOf(account), reason: describeError(error) }))
  }
}

const limited: Finding = {
  code: 'key-limited',
  what: 'The key is one of an integration with another CRM: it opens channels, messages, webhooks and templates only.',
  why: 'Wazzup refuses it for chat windows, users and the counter, so that pages show neither chats nor a number.',
  fix: 'In Wazzup, add an integration by API and use its key.',
}

function unreadable(error: unknown): Finding {
  return {
    code: 'key-missing',
    what: `The key cannot be read: ${describeError(error)}.`,
    why: 'Without a key the vendor refuses every request.',
    fix: 'Correct the function that returns the key, in the configuration.',
  }
}

function unreachable({ vendor, reason }: { vendor: string; reason: string }): Finding {
  return {
    code: 'vendor-unreachable',
    what: `${vendor} gives no usable response: ${reason}.`,
    why: 'Pages get no chat windows, and the number of unanswered messages is unknown.',
    fix: 'Check baseUrl in the configuration, and that this machine may connect to the vendor: DNS, firewall, proxy.',
  }
}

/** Names a vendor and its host. */
function placeOf(account: Account): string {
  const url = vendorUrl(account)
  return `${titleOf(account.vendor)} at ${URL.canParse(url) ? new URL(url).host : 'an invalid address'}`
}

function rejected(vendor: string): Finding {
  return {
    code: 'key-rejected',
    what: `${vendor} refuses the key, and no other API accepts it.`,
    why: 'It was mistyped, revoked, or has expired. Every request of a page ends with 502.',
    fix: 'Copy the key again from the settings of the account at the vendor, without spaces or quotes, and restart the proxy.',
  }
}

function wrongKind({ account, actual }: { account: Account; actual: VendorName | 'wazzup' }): Finding {
  const { title } = vendorLabels[account.vendor]
  const real = actual === 'wazzup' ? { title: 'Wazzup', config: 'wazzupV2 or wazzupV3' } : vendorLabels[actual]
  const looks = actual === 'wazzup' ? 'looks like one of' : 'is one of'
  return {
    code: 'key-wrong-kind',
    what: `The key ${looks} ${real.title}, and the configuration uses it for ${title}.`,
    why: `${title} refuses it, so every request of a page ends with 502.`,
    fix: `Use ${real.config} in the configuration, or a key of ${title}.`,
  }
}
