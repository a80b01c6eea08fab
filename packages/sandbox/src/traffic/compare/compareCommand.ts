import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import type { Vendor } from '@crm-chat/vendors/endpoints'
import { keySchema } from '../../server/accountKeys.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import { type Command, type CommandCall, type Flags, readText } from '../command.ts'
import { compareAccount, probesByVendor } from './compareAccount.ts'
import { comparisonSeed, fillSandbox } from './fillSandbox.ts'
import type { Side } from './runProbes.ts'
import { writeReport } from './writeReport.ts'

const help = `crm-chat-sandbox compare: compares a real account with the sandbox

  --vendor <name>       wazzup-v2, wazzup-v3, wazzup-tech or whatomate
  --key-env <variable>  environment variable that holds the account's key (for wazzup-tech: its access token)
  --base-url <url>      address of the API (default: the vendor's own; whatomate has none)
  --send-to <number>    also send, edit and delete messages to this number, which must be yours
  --yes                 send without asking first
  --out <file>          file for the report (default: standard output)
  --help                show this help

Without --send-to, requests only read, or are certain to be refused. Any other request is stopped before it leaves. The report is
Markdown; it shows shapes, statuses and the vendor's own words, and no name, number, text, id, link or key.`

/** Options of a comparison, checked. */
interface Options {
  vendor: Vendor
  account: Side
  sendTo: string | undefined
  out: string | undefined
}

/** The subcommand `compare`. */
export const compareCommand: Command = {
  help,
  options: {
    vendor: { type: 'string' },
    'key-env': { type: 'string' },
    'base-url': { type: 'string' },
    'send-to': { type: 'string' },
    yes: { type: 'boolean' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
  async run(call) {
    const options = readOptions(call)
    if (options.sendTo !== undefined && !call.flags.yes) await confirm(options.sendTo)
    const report = await compare(options, call)
    if (options.out === undefined) process.stdout.write(report)
    else await writeFile(options.out, report)
  },
}

async function compare({ vendor, account, sendTo }: Options, { startSandbox }: CommandCall): Promise<string> {
  const sandbox = await startSandbox({ port: 0, seed: comparisonSeed })
  try {
    await fillSandbox(sandbox, { sendTo })
    const comparison = await compareAccount({
      vendor,
      account,
      sandbox: toSide(sandbox, vendor),
      sendTo,
      onProgress: (title) => void process.stderr.write(`${title}\n`),
    })
    return writeReport({ vendor, comparison, sends: sendTo !== undefined })
  } finally {
    await sandbox.close()
  }
}

/** Places of the vendors below the address of a sandbox. */
const paths: Record<Vendor, string> = {
  'wazzup-v2': '',
  'wazzup-v3': '',
  'wazzup-tech': '/tech',
  whatomate: '/whatomate',
}

/** A sandbox as a side of a comparison. */
export function toSide(
  { url, apiKey, whatomateKey }: { url: string; apiKey: string; whatomateKey: string },
  vendor: Vendor,
): Side {
  return { baseUrl: url + paths[vendor], key: vendor === 'whatomate' ? whatomateKey : apiKey }
}

/** @throws {InvalidOptionError} that repeats nothing which could be a key */
function readOptions({ flags, env }: CommandCall): Options {
  const vendor = readVendor(readText(flags, 'vendor'))
  const baseUrl = readBaseUrl(readText(flags, 'base-url') ?? probesByVendor[vendor].baseUrl)
  return {
    vendor,
    account: { baseUrl, key: readKey(flags, env) },
    sendTo: readNumber(readText(flags, 'send-to')),
    out: readText(flags, 'out'),
  }
}

function readVendor(name: string | undefined): Vendor {
  const names = Object.keys(probesByVendor)
  const vendor = names.find((known): known is Vendor => known === name)
  if (vendor) return vendor
  throw new InvalidOptionError(`--vendor must be one of ${names.join(', ')}.`)
}

function readKey(flags: Flags, env: Record<string, string | undefined>): string {
  const name = readText(flags, 'key-env')
  if (name === undefined)
    throw new InvalidOptionError(
      '--key-env is missing: it names the environment variable that holds the key, e.g. WAZZUP_API_KEY.',
    )
  const key = env[name]
  if (!key)
    throw new InvalidOptionError(
      'The environment variable that --key-env names is not set. Give its name, never the key itself.',
    )
  if (!keySchema.safeParse(key).success)
    throw new InvalidOptionError('The key in the environment variable must be visible ASCII characters without spaces.')
  return key
}

function readBaseUrl(text: string | undefined): string {
  if (text === undefined)
    throw new InvalidOptionError('--base-url is missing: every Whatomate server has its own address.')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
    throw new InvalidOptionError(
      '--base-url must be an http or https address without a key, e.g. https://chat.example.com.',
    )
  const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && !isLocal)
    throw new InvalidOptionError('--base-url must be an https address: over http, others could read the key.')
  return text.replace(/\/+$/, '')
}

function readNumber(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const digits = text.replace(/[\s()+-]/g, '')
  if (/^\d{9,15}$/.test(digits)) return digits
  throw new InvalidOptionError('--send-to must be a phone number in international form, of 9 to 15 digits.')
}

/** Asks on the terminal. @throws {InvalidOptionError} without a terminal, or for another answer than yes */
async function confirm(sendTo: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new InvalidOptionError(
      '--send-to asks before it sends, and there is no terminal. To send without asking, add --yes.',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const question = `This sends a few test messages to ${sendTo}, and edits and deletes them. It must be your own number. Send? (yes/no) `
  const answer = await terminal.question(question)
  terminal.close()
  if (answer.trim().toLowerCase() !== 'yes') throw new InvalidOptionError('Nothing was sent.')
}
