import type { ChatProxy, FileStore } from '@crm-chat/proxy'
import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import { type Settings, type Vendor, type VendorChoice, vendors } from '../../api/settings.ts'
import type { CrmChat, CrmChatOptions } from '../chat/createCrmChat.ts'
import { createCrmChat } from '../chat/createCrmChat.ts'
import { ApiError } from '../errors.ts'
import { settings as settingsTable } from '../store/vendorSchema.ts'
import { createBackend, listMissing } from './createBackend.ts'
import { registerWebhooks } from './registerWebhooks.ts'
import type { VendorAccount, VendorAccounts } from './vendorAccounts.ts'
import { createVendorOf } from './webhookSecrets.ts'

/** Options of {@link createVendorSwitch}. */
export interface VendorSwitchOptions extends Pick<CrmChatOptions, 'store' | 'webhooks' | 'redis' | 'hops'> {
  accounts: VendorAccounts
  /** Returns the place of the files that users send to a vendor; undefined where it cannot get them. */
  filesOf: (target: { vendor: Vendor; account: VendorAccount }) => FileStore | undefined
  /** Vendor until an administrator chooses another one. */
  vendor: Vendor
  logger: Logger
  /** Called with the proxy that is used from now on, before the old one ends its live streams. */
  onSwitch: (chosen: CrmChat) => void
}

/** The chat proxy of the vendor that is chosen now. */
export interface VendorSwitch {
  current: () => CrmChat
  settings: () => Settings
  choices: () => VendorChoice[]
  /**
   * Changes the settings, for this process and over restarts. Requests under way finish at the old vendor, and pages come back
   * to the new one.
   * @throws {ApiError} for a vendor without a key
   */
  change: (settings: Settings) => Promise<void>
  /** Reads the settings again, which another process may have changed. */
  refresh: () => Promise<void>
  /** Returns the proxy for a webhook, by the secret of its address; undefined for a vendor that is not used any more. */
  receiver: (secret: string) => ChatProxy | undefined
  revoke: (userId: string) => void
  drain: (parameters: { deadlineMs: number }) => Promise<void>
  close: () => Promise<void>
}

/** Time in which the pages of the old vendor go to the new one. */
const drainMs = 5_000

/** Creates the switch between vendors, at the vendor that was chosen last. */
export async function createVendorSwitch(options: VendorSwitchOptions): Promise<VendorSwitch> {
  const { store, accounts, webhooks, logger, onSwitch } = options
  const { database } = store
  const vendorOf = webhooks && createVendorOf(webhooks.secret)
  const open = (vendor: Vendor): CrmChat => openChat({ ...options, vendor })
  let settings = await readSettings()
  let current = open(settings.vendor)
  let changing = Promise.resolve()
  /** Proxies that were left: they still handle what was sent to their addresses. */
  const retired = new Map<Vendor, CrmChat>()

  async function readSettings(): Promise<Settings> {
    const [saved] = await database.select().from(settingsTable).where(eq(settingsTable.id, 1))
    if (!saved) return { vendor: options.vendor, transport: 'sse' }
    const { vendor, transport } = saved
    if (accounts[vendor]) return { vendor, transport }
    logger.warn({ vendor }, 'the chosen vendor has no key any more; using that of the environment')
    return { vendor: options.vendor, transport }
  }

  async function apply(next: Settings): Promise<void> {
    const old = current
    settings = next
    if (next.vendor === old.vendor) return
    current = open(next.vendor)
    const again = retired.get(next.vendor)
    retired.delete(next.vendor)
    retired.set(old.vendor, old)
    onSwitch(current)
    logger.info({ vendor: next.vendor }, 'vendor switched')
    void old.chat.drain({ deadlineMs: drainMs })
    void again?.chat.close()
    void registerWebhooks({ store, crmChat: current, webhooks, logger })
  }

  /** One change after the other. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    changing = changing.catch(() => {}).then(task)
    return changing
  }

  function receiverOf(vendor: Vendor | undefined): ChatProxy | undefined {
    if (vendor === undefined || vendor === current.vendor) return current.chat
    const isOfSameAccount = isWazzup(vendor) && isWazzup(current.vendor)
    return isOfSameAccount ? retired.get(vendor)?.chat : undefined
  }

  return {
    current: () => current,
    settings: () => settings,
    choices: () => vendors.map((vendor) => toChoice({ ...options, vendor })),
    change: (next) =>
      inTurn(async () => {
        if (!accounts[next.vendor]) throw noKey()
        const row = { id: 1, ...next }
        await database.insert(settingsTable).values(row).onConflictDoUpdate({ target: settingsTable.id, set: next })
        await apply(next)
      }),
    refresh: () => inTurn(async () => apply(await readSettings())),
    receiver: (secret) => receiverOf(vendorOf?.(secret)),
    revoke: (userId) => current.chat.revoke(userId),
    drain: (parameters) => current.chat.drain(parameters),
    close: async () => {
      await Promise.all([current, ...retired.values()].map(({ chat }) => chat.close()))
    },
  }
}

function openChat({ accounts, vendor, filesOf, ...options }: VendorSwitchOptions): CrmChat {
  const account = accounts[vendor]
  if (!account) throw noKey()
  return createCrmChat({ ...options, vendor, account, files: filesOf({ vendor, account }) })
}

/** Describes a vendor. Its features do not depend on the key, so a made-up one will do. */
function toChoice({ accounts, vendor, ...options }: VendorSwitchOptions): VendorChoice {
  const account = accounts[vendor] ?? { apiKey: 'none', baseUrl: 'http://127.0.0.1' }
  return {
    vendor,
    isConfigured: accounts[vendor] !== undefined,
    missing: listMissing({ backend: createBackend({ vendor, account }), webhooks: options.webhooks }),
  }
}

function noKey(): ApiError {
  const message = 'This vendor has no key. Add it to the environment of the CRM.'
  return new ApiError({ code: 'invalid_request', message, fields: { vendor: 'no_key' } })
}

/** The APIs of Wazzup share one account, with its messages. */
function isWazzup(vendor: Vendor): boolean {
  return vendor !== 'whatomate'
}
