import * as z from 'zod'
import { type Vendor, vendors } from '../api/settings.ts'
import { EnvError } from './errors.ts'
import type { VendorAccounts } from './vendor/vendorAccounts.ts'

/** The server's configuration, from environment variables. */
export interface Env {
  port: number
  /** Vendor until an administrator chooses another one. */
  vendor: Vendor
  /** Accounts of the vendors that can be chosen. */
  accounts: VendorAccounts
  /** Database file, or `:memory:`. */
  data: string
  /** Names of hosts under which browsers may use it, beside those of this machine. */
  hosts: string[]
  /** The way by which Wazzup's webhooks reach this CRM, if they are to. */
  webhooks?: { secret: string; publicUrl?: string | undefined }
  /** Redis through which several processes of this CRM work together, if there are several. */
  redis?: { url: string; secret: string }
  /** Contacts and deals with which an empty database is filled, beside the hand-written ones. */
  seed?: { contacts?: number; deals?: number }
  /** The clock, where it stands still: then all pages look the same again and again, e.g. in pictures. */
  now?: () => number
  /** Time for requests under way when the server is told to stop, in milliseconds. */
  drainMs: number
  logLevel: string
  /** Print one JSON line when ready, for a program that started the server. */
  jsonReady: boolean
}

/** A name, or an IPv6 address in brackets. */
const hostPattern = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])$/

/** A number of seeded items. */
const count = z.stringFormat('count', /^\d{1,5}$/, 'must be a number from 0 to 99999')

const key = z.string().regex(/^[\x21-\x7e]{8,}$/, 'must be at least 8 characters without spaces')
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

const envSchema = z.object({
  PORT: z.stringFormat('port', /^\d{1,5}$/, 'must be a number from 0 to 65535').default('3000'),
  WAZZUP_API_KEY: key.optional(),
  WAZZUP_API: z.enum(vendors, `must be ${vendors.join(', ')}`).default('wazzup-v2'),
  WAZZUP_URL: httpUrl.optional(),
  WAZZUP_TECH_URL: httpUrl.optional(),
  WHATOMATE_API_KEY: key.optional(),
  WHATOMATE_URL: httpUrl.default('http://127.0.0.1:8080'),
  CRM_DATA: z.string().default('.data/crm.sqlite'),
  CRM_HOSTS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(',')
        .map((name) => name.trim()),
    )
    .refine(
      (names) => names.every((name) => hostPattern.test(name)),
      'must be names of hosts without scheme and port, separated by commas, e.g. crm.example.com,crm.internal',
    )
    .optional(),
  CRM_WEBHOOK_SECRET: z
    .stringFormat('secret', /^[\w-]{20,128}$/, 'must be 20 to 128 letters, digits, - and _')
    .optional(),
  CRM_PUBLIC_URL: httpUrl.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// or rediss:// address' }).optional(),
  CRM_REDIS_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  CRM_CLOCK: z.iso.datetime('must be a time such as 2026-03-17T10:30:00Z').optional(),
  CRM_CONTACTS: count.optional(),
  CRM_DEALS: count.optional(),
  CRM_DRAIN_MS: z
    .stringFormat('milliseconds', /^\d{1,6}$/, 'must be a number of milliseconds from 0 to 999999')
    .default('8000'), // `docker stop` kills after ten seconds.
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a level of pino, e.g. info')
    .default('info'),
  CRM_CHAT_READY: z.string().optional(),
})

/**
 * Parses the environment. An empty variable counts as unset.
 * @throws {EnvError} naming every invalid variable, without its value.
 */
export function parseEnv(variables: NodeJS.ProcessEnv): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const result = envSchema.safeParse(set)
  if (!result.success) throw toEnvError(result.error)
  const { PORT, WAZZUP_API: vendor, CRM_DATA, CRM_HOSTS, CRM_DRAIN_MS, LOG_LEVEL, CRM_CHAT_READY } = result.data
  const accounts = toAccounts(result.data)
  if (!accounts[vendor]) throw new EnvError(`The environment: ${needs[vendor]}.`)
  const { CRM_WEBHOOK_SECRET: secret, CRM_PUBLIC_URL: publicUrl } = result.data
  if (publicUrl !== undefined && secret === undefined) {
    throw new EnvError('The environment: CRM_PUBLIC_URL needs CRM_WEBHOOK_SECRET.')
  }
  const { REDIS_URL, CRM_REDIS_SECRET } = result.data
  if (REDIS_URL !== undefined && CRM_REDIS_SECRET === undefined) {
    throw new EnvError('The environment: REDIS_URL needs CRM_REDIS_SECRET.')
  }
  const { CRM_CLOCK } = result.data
  const port = Number(PORT)
  if (port > 65_535) throw new EnvError('The environment: PORT must be a number from 0 to 65535.')
  return {
    port,
    vendor,
    accounts,
    data: CRM_DATA,
    hosts: CRM_HOSTS ?? [],
    ...(secret === undefined ? {} : { webhooks: { secret, publicUrl } }),
    ...(REDIS_URL && CRM_REDIS_SECRET ? { redis: { url: REDIS_URL, secret: CRM_REDIS_SECRET } } : {}),
    ...(CRM_CLOCK !== undefined && { now: () => Date.parse(CRM_CLOCK) }),
    ...toSeed(result.data),
    drainMs: Number(CRM_DRAIN_MS),
    logLevel: LOG_LEVEL,
    jsonReady: CRM_CHAT_READY === 'json',
  }
}

type Variables = z.output<typeof envSchema>

function toSeed({ CRM_CONTACTS, CRM_DEALS }: Variables): Pick<Env, 'seed'> {
  if (!CRM_CONTACTS && !CRM_DEALS) return {}
  return {
    seed: {
      ...(CRM_CONTACTS && { contacts: Number(CRM_CONTACTS) }),
      ...(CRM_DEALS && { deals: Number(CRM_DEALS) }),
    },
  }
}

/** The tech API has an address of its own: where the other one is a stand-in, its own has to be named too. */
function toAccounts({
  WAZZUP_API_KEY: apiKey,
  WAZZUP_URL,
  WAZZUP_TECH_URL: techUrl = WAZZUP_URL === undefined ? 'https://tech.wazzup24.com' : undefined,
  WHATOMATE_API_KEY,
  WHATOMATE_URL,
}: Variables): VendorAccounts {
  const wazzup = apiKey === undefined ? undefined : { apiKey, baseUrl: WAZZUP_URL ?? 'https://api.wazzup24.com' }
  return {
    ...(wazzup && { 'wazzup-v2': wazzup, 'wazzup-v3': wazzup }),
    ...(apiKey !== undefined && techUrl !== undefined && { 'wazzup-tech': { apiKey, baseUrl: techUrl } }),
    ...(WHATOMATE_API_KEY !== undefined && { whatomate: { apiKey: WHATOMATE_API_KEY, baseUrl: WHATOMATE_URL } }),
  }
}

const needsKey = 'WAZZUP_API_KEY is missing: set it to the API key of your Wazzup account'

/** The missing variable where the vendor of `WAZZUP_API` has no account. */
const needs: Record<Vendor, string> = {
  'wazzup-v2': needsKey,
  'wazzup-v3': needsKey,
  'wazzup-tech': 'WAZZUP_API wazzup-tech needs WAZZUP_API_KEY, and with WAZZUP_URL also WAZZUP_TECH_URL',
  whatomate: 'WAZZUP_API whatomate needs WHATOMATE_API_KEY',
}

function toEnvError(error: z.ZodError): EnvError {
  const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  return new EnvError(`The environment: ${problems.join('; ')}.`)
}
