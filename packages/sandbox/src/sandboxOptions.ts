import * as z from 'zod'
import { emulatedVendors } from './emulatedVendors.ts'
import { keySchema } from './server/accountKeys.ts'
import { parseHost } from './server/http/hosts.ts'
import { type ClockOptions, clockOptionsSchema } from './store/clock/clockOptions.ts'
import { InvalidOptionError } from './store/errors.ts'
import { describeIssues } from './store/input/describeIssues.ts'
import { explained } from './store/input/explainIssue.ts'
import type { SeedInput } from './store/seed/seedSchema.ts'

/** Options of {@link createSandbox}. */
export interface SandboxOptions {
  /** 0 picks a free one. @default 4010 */
  port?: number
  /** Opens an additional port for each of the vendors' hosts, for clients with fixed paths. @default false */
  vendorPorts?: boolean
  /** Serves https, with a certificate that is created at start; see {@link Sandbox.tls}. @default false */
  tls?: boolean
  /** A loopback address or name. @default '127.0.0.1' */
  host?: string
  /** The account's API key. @default 'sandbox_wazzup' */
  apiKey?: string
  /** The account's key for Whatomate. @default 'whm_' and 32 zeros */
  whatomateKey?: string
  /** Path of the data file. @default in memory */
  data?: string
  /** Seed of ids made at run time: the same text gives the same ids in the same order. @default 'sandbox' */
  ids?: string
  /** Initial data of the account, or the path of a YAML or JSON file. @default channels and templates only */
  seed?: SeedInput | string
  /** Speed of time, or a function that returns Unix milliseconds. @default { mode: 'real' } */
  clock?: ClockOptions
  /** Lifetime of links to the chats page. @default 28_800_000, eight hours, as seen at the vendor */
  linkLifetimeMs?: number
  /** Names of quirks that are on from the start, see `sandbox.quirks.list()`. @default none */
  quirks?: string[]
  /** Number of requests Wazzup accepts per key; `false` for no limit. @default 500 in 5 seconds */
  limit?: { requests: number; perMs: number } | false
  /** Allows webhooks to local networks, and files from there; this machine is always allowed. @default false */
  allowPrivateAddresses?: boolean
  /** Allows webhooks, and their test calls, to addresses on the internet. @default false */
  allowPublicWebhooks?: boolean
  /** Starts although `NODE_ENV` says that this is production. @default false */
  allowProduction?: boolean
}

const quirkNames = emulatedVendors.flatMap(({ quirks }) => Object.keys(quirks))

const hourMs = 60 * 60 * 1000

const optionsSchema = z.object({
  port: z.int().min(0).max(65_535).default(4010),
  host: z.string().default('127.0.0.1'),
  vendorPorts: z.boolean().default(false),
  tls: z.boolean().default(false),
  apiKey: keySchema.default('sandbox_wazzup'),
  whatomateKey: keySchema.default(`whm_${'0'.repeat(32)}`),
  data: z.string().min(1).optional(),
  ids: z.string().max(200).default('sandbox'),
  seed: z.union([z.string().min(1), z.record(z.string(), z.unknown())]).optional(),
  linkLifetimeMs: z
    .number()
    .positive()
    .default(8 * hourMs),
  quirks: z.array(z.string().refine((name) => quirkNames.includes(name), 'is not a quirk')).default([]),
  limit: z
    .union([z.literal(false), z.object({ requests: z.int().positive(), perMs: z.int().positive() })])
    .default({ requests: 500, perMs: 5_000 }),
  clock: clockOptionsSchema.default({ mode: 'real' }),
  allowPrivateAddresses: z.boolean().default(false),
  allowPublicWebhooks: z.boolean().default(false),
  allowProduction: z.boolean().default(false),
})

/** Validates options and fills in defaults. @throws {InvalidOptionError} */
export function parseSandboxOptions(options: SandboxOptions): z.infer<typeof optionsSchema> {
  const parsed = optionsSchema.safeParse(options, explained)
  if (!parsed.success) throw new InvalidOptionError(describeIssues({ error: parsed.error, whole: 'options' }))
  if (!parsed.data.allowProduction) refuseProduction(process.env.NODE_ENV ?? '')
  return { ...parsed.data, host: parseHost(parsed.data.host) }
}

/** @throws {InvalidOptionError} when this is the environment of real customers */
function refuseProduction(environment: string): void {
  if (!/^\s*prod(uction)?\s*$/i.test(environment)) return
  throw new InvalidOptionError(
    `NODE_ENV is ${JSON.stringify(environment)}, but the sandbox is not for real customers. ` +
      'To start it anyway, use --allow-production, or { allowProduction: true } in code.',
  )
}
