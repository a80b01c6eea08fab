import { type Command, parseFlags, parsePort, parseUrl, type Shell } from '../command.ts'
import type { Policy } from '../doctor/contentSecurityPolicy.ts'
import { UsageError } from '../errors.ts'
import { addNeeds, type ExtendedPolicy } from './addNeeds.ts'
import { listNeeds } from './listNeeds.ts'
import { fetchPolicies, readPolicies } from './readPolicies.ts'
import { framesOf, vendorNames } from './vendorFrames.ts'
import { type Format, formats, writePolicy } from './writePolicy.ts'

const help = `crm-chat csp: prints the Content-Security-Policy that a page needs for the chats

  --config <file>    the configuration of the proxy, e.g. crm-chat.config.mjs: it names the vendor of the chat windows
  --vendor <name>    that vendor, in place of a configuration: ${vendorNames.join(', ')}
  --sandbox [url]    the sandbox, in place of a vendor (default: http://127.0.0.1:4010)
  --frame <url>      a further origin of chat windows; may be repeated
  --url <url>        address of the proxy, when it is on another origin than the page
  --page <url>       a page of the CRM, whose policy is extended
  --policy <text>    a policy that is extended; - reads it from the standard input
  --nonce            scripts and styles have a nonce; without it, they come from the page's own origin
  --tab-badge        the pages have a tab badge, which draws on their icon
  --report-only      browsers report what is forbidden, and let it through
  --format <name>    ${formats.join(', ')} (default: header)
  --help             show this help

Without --page and --policy, it allows what the kit needs, and nothing else. The standard output has the policy, the standard
error what was missing. Exit code: 0 where nothing was missing, 1 where something was, or the page cannot be read, 2 for a wrong
command line or configuration.`

const options = {
  config: { type: 'string' },
  vendor: { type: 'string' },
  sandbox: { type: 'string' },
  frame: { type: 'string', multiple: true },
  url: { type: 'string' },
  page: { type: 'string' },
  policy: { type: 'string' },
  nonce: { type: 'boolean', default: false },
  'tab-badge': { type: 'boolean', default: false },
  'report-only': { type: 'boolean', default: false },
  format: { type: 'string', default: 'header' },
} as const

type Flags = ReturnType<typeof parseFlags<typeof options>>

/** Writes the policy of a page: `crm-chat csp`. */
export const cspCommand: Command = {
  help,
  async run({ args, shell }) {
    const flags = parseFlags({ options, args: fillSandbox({ args, env: shell.env }) })
    const format = readFormat(flags)
    const proxyUrl = flags.url === undefined ? undefined : parseUrl({ name: '--url', text: flags.url })
    const page = flags.page === undefined ? undefined : parseUrl({ name: '--page', text: flags.page })
    const frames = await readFrames({ flags, shell })
    const needs = listNeeds({ page, proxyUrl, frames, hasNonce: flags.nonce, hasTabBadge: flags['tab-badge'] })
    const given = await readGiven({ flags, page, shell })
    const results = (given.length > 0 ? given : [strictest]).map((policy) => addNeeds({ policy, needs }))
    if (format === 'helmet' && results.length > 1) {
      throw new UsageError('helmet writes one policy, and the page has several. Use --format header.')
    }
    const written = results.map(({ policy }) => writePolicy({ policy, format, isReportOnly: flags['report-only'] }))
    shell.print(written.join('\n'))
    if (given.length > 0) return report({ results, shell })
    shell.printError('It allows what the chats need, and nothing else: add what your own pages need.')
    return 0
  },
}

/** Start of the policy for a page that has none. */
const strictest: Policy = new Map([['default-src', ["'none'"]]])

/** Lets `--sandbox` do without its value. */
function fillSandbox({ args, env }: { args: string[]; env: NodeJS.ProcessEnv }): string[] {
  return args.map((arg, index) => {
    const next = args[index + 1]
    if (arg !== '--sandbox' || (next !== undefined && !next.startsWith('-'))) return arg
    return `--sandbox=http://127.0.0.1:${parsePort({ name: 'SANDBOX_PORT', text: env.SANDBOX_PORT || '4010' })}`
  })
}

/** @throws {UsageError} */
function readFormat({ format: name, 'report-only': isReportOnly }: Flags): Format {
  const format = formats.find((each) => each === name)
  if (!format) throw new UsageError(`--format must be one of ${formats.join(', ')}.`)
  if (format === 'meta' && isReportOnly) throw new UsageError('--report-only needs a header, not --format meta.')
  return format
}

/** @throws {UsageError} @throws {ConfigError} */
async function readFrames({ flags, shell }: { flags: Flags; shell: Shell }): Promise<readonly string[]> {
  const { config, vendor, sandbox } = flags
  if ([config, vendor, sandbox].filter((given) => given !== undefined).length !== 1) {
    throw new UsageError('csp needs one of --config <file>, --vendor <name> and --sandbox. See --help.')
  }
  const further = (flags.frame ?? []).map((text) => parseUrl({ name: '--frame', text }).origin)
  const known = await findKnown({ config, vendor, sandbox, shell })
  if (!known && further.length === 0) {
    throw new UsageError(`${config} has a backend of its own. Name the origin of its chat windows with --frame.`)
  }
  return [...new Set([...(known ?? []), ...further])]
}

async function findKnown({
  config,
  vendor = '',
  sandbox,
  shell: { env },
}: {
  config: string | undefined
  vendor: string | undefined
  sandbox: string | undefined
  shell: Shell
}): Promise<readonly string[] | undefined> {
  if (sandbox !== undefined) return [parseUrl({ name: '--sandbox', text: sandbox }).origin]
  if (config !== undefined) return (await import('./findFrames.ts')).findFrames({ file: config, env })
  const frames = framesOf(vendor)
  if (!frames) throw new UsageError(`--vendor must be one of ${vendorNames.join(', ')}.`)
  return frames
}

/** Policies that the user names. @throws {CliError} */
async function readGiven({
  flags,
  page,
  shell,
}: {
  flags: Flags
  page: URL | undefined
  shell: Shell
}): Promise<Policy[]> {
  const { policy, 'report-only': isReportOnly } = flags
  if (policy === undefined) return page ? fetchPolicies({ page, isReportOnly, fetch: shell.fetch }) : []
  if (page) throw new UsageError('csp reads the policy either from --page or from --policy, not from both.')
  const policies = readPolicies(policy === '-' ? await shell.readInput() : policy)
  if (policies.length === 0) throw new UsageError('--policy has no directive.')
  return policies
}

function report({ results, shell }: { results: ExtendedPolicy[]; shell: Shell }): number {
  const added = results.flatMap((result) => result.added)
  if (added.length === 0) shell.printError('✓ The policy allows everything that the chats need.')
  const lines = added.map(({ directive, source, reason }) => `✗ Missing: ${directive} ${source}\n    ${reason}`)
  for (const line of new Set(lines)) shell.printError(line)
  return added.length > 0 ? 1 : 0
}
