import { createChatProxy } from '@crm-chat/proxy'
import { type Command, parseFlags, parseUrl, type Shell } from '../command.ts'
import { loadConfig } from '../config/loadConfig.ts'
import { type Secrecy, withoutSecrets } from '../config/withoutSecrets.ts'
import { UsageError } from '../errors.ts'
import { createLogger } from '../proxy/createLogger.ts'
import { withSharedState } from '../proxy/withSharedState.ts'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { writeReport } from './writeReport.ts'

const help = `crm-chat doctor: finds out why a setup does not work

  --url <url>       public address of the proxy, e.g. https://crm.example.com or https://crm.example.com/chat
  --config <file>   the configuration of the proxy, e.g. crm-chat.config.mjs
  --page <url>      a page of the CRM, whose content security policy is checked
  --user <id>       the CRM's id of a user, whose role and window are checked; this makes a link to a window of that user
  --json            writes the result as JSON
  --help            show this help

Checks the key and its kind, roles, webhooks, Redis, the page's policy, the clock and the address of the proxy. Run it where the proxy
runs, with the same environment. Exit code: 0 without findings, 1 with findings, 2 where it could not run.`

const options = {
  url: { type: 'string' },
  config: { type: 'string' },
  page: { type: 'string' },
  user: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** Examines a setup: `crm-chat doctor`. */
export const doctorCommand: Command = {
  help,
  async run({ args, shell }) {
    const flags = parseFlags({ options, args })
    if (flags.url === undefined || flags.config === undefined) {
      throw new UsageError('doctor needs --url <url> and --config <file>. See --help.')
    }
    const place = { url: parseUrl({ name: '--url', text: flags.url }), file: flags.config }
    const page = flags.page === undefined ? undefined : parseUrl({ name: '--page', text: flags.page })
    const parameters = { ...place, page, userId: flags.user, shell }
    return withoutSecrets({
      env: shell.env,
      run: async (secrecy) => {
        const diagnosis = clean({ diagnosis: await examine({ ...parameters, secrecy }), secrecy })
        shell.print(flags.json ? JSON.stringify(diagnosis, null, 2) : writeReport(diagnosis))
        return diagnosis.findings.length > 0 ? 1 : 0
      },
    })
  },
}

/** Takes secrets out of every sentence: a response of a server, or an error, may repeat what it was sent. */
function clean({ diagnosis, secrecy: { redact } }: { diagnosis: Diagnosis; secrecy: Secrecy }): Diagnosis {
  return {
    findings: diagnosis.findings.map(({ code, what, why, fix }) => ({
      code,
      what: redact(what),
      why: redact(why),
      fix: redact(fix),
    })),
    notChecked: diagnosis.notChecked.map(redact),
  }
}

async function examine({
  url,
  file,
  page,
  userId,
  shell: { env, fetch },
  secrecy,
}: {
  url: URL
  file: string
  page: URL | undefined
  userId: string | undefined
  shell: Shell
  secrecy: Secrecy
}): Promise<Diagnosis> {
  createLogger({ env, print: () => {} }) // Where the proxy would not start.
  const { options: chatOptions, account } = await loadConfig({ file, env })
  secrecy.remember(() => [...(account?.secrets() ?? []), ...[chatOptions.webhooks?.secret ?? []].flat()])
  const { basePath } = createChatProxy(chatOptions)
  return diagnose({
    options: await withSharedState({ options: chatOptions, env }),
    redisUrl: chatOptions.shared ? undefined : env.REDIS_URL || undefined,
    account,
    basePath,
    page,
    userId,
    fetch,
    proxyUrl: toProxyUrl({ url, basePath }),
    now: Date.now,
  })
}

/** The address of the proxy, with its base path if only a server was named. */
function toProxyUrl({ url, basePath }: { url: URL; basePath: string }): URL {
  const path = url.pathname.replace(/\/+$/, '')
  return new URL(path === '' ? basePath : path, url.origin)
}
