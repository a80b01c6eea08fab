import { InvalidOptionError } from '../../store/errors.ts'
import { type Command, type CommandCall, readText } from '../command.ts'
import { createRecorder } from './createRecorder.ts'
import { readPort } from './readPort.ts'

const help = `crm-chat-sandbox record: saves the traffic of a real service as fixtures without personal data

  --upstream <url>   address of the service, with its path if it has one
  --out <folder>     empty folder for the fixtures, one file per exchange
  --port <number>    port to listen on; 0 picks a free one (default: 4020)
  --max <number>     number of fixtures after which traffic passes unsaved (default: 1000)
  --help             show this help

Use the printed address in place of the service's. HTTP, Socket.IO and WebSockets are passed on and saved. What is not known to be
harmless is replaced, the same text by the same stand-in, so that ids still match. Look at the files before you share them.`

/** The subcommand `record`. */
export const recordCommand: Command = {
  help,
  options: {
    upstream: { type: 'string' },
    out: { type: 'string' },
    port: { type: 'string' },
    max: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
  async run({ flags, untilStopped }: CommandCall) {
    const folder = readText(flags, 'out')
    if (!folder) throw new InvalidOptionError('--out is missing: it names an empty folder for the fixtures.')
    const recorder = await createRecorder({
      upstream: readUpstream(readText(flags, 'upstream')),
      folder,
      port: readPort(readText(flags, 'port') ?? '4020'),
      maxFixtures: readMax(readText(flags, 'max') ?? '1000'),
      onProblem: (message) => void process.stderr.write(`crm-chat-sandbox: ${message}\n`),
    })
    process.stdout.write(`Recording at ${recorder.url}. Stop with Ctrl+C.\n`)
    await untilStopped()
    await recorder.close()
    process.stdout.write(`Fixtures in ${folder}: ${recorder.count()}\n`)
  },
}

function readUpstream(text: string | undefined): string {
  if (text === undefined)
    throw new InvalidOptionError('--upstream is missing: it is the address of the service to record.')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash) return text
  throw new InvalidOptionError(
    '--upstream must be an http or https address without a key, e.g. https://api.wazzup24.com.',
  )
}

function readMax(text: string): number {
  if (/^[1-9]\d{0,3}$|^10000$/.test(text)) return Number(text)
  throw new InvalidOptionError('--max must be a number from 1 to 10000.')
}
