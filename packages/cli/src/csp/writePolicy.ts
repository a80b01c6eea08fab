import type { Policy } from '../doctor/contentSecurityPolicy.ts'
import { CliError } from '../errors.ts'
import { nonce } from './need.ts'

/** Ways to write a policy. */
export const formats = ['header', 'meta', 'nginx', 'helmet'] as const

/** One of {@link formats}. */
export type Format = (typeof formats)[number]

/** Parameters of {@link writePolicy}. */
export interface WriteParameters {
  policy: Policy
  format: Format
  /** Browsers report what it forbids, and let it through. */
  isReportOnly: boolean
}

/** Writes a policy. @throws {CliError} for a policy that the format cannot hold */
export function writePolicy({ policy, format, isReportOnly }: WriteParameters): string {
  const name = `Content-Security-Policy${isReportOnly ? '-Report-Only' : ''}`
  if (format === 'helmet') return toHelmet({ policy, isReportOnly })
  const text = [...policy].map(([directive, sources]) => [directive, ...sources].join(' ')).join('; ')
  if (format === 'nginx') return `add_header ${name} "${text.replaceAll('{NONCE}', '$request_id')}" always;`
  if (format === 'header') return `${name}: ${text}`
  const ignored = [...policy.keys()].find((directive) => notInElements.includes(directive))
  if (ignored !== undefined) throw new CliError(`Browsers ignore ${ignored} in a <meta> element. Use --format header.`)
  return `<meta http-equiv="${name}" content="${text.replaceAll('&', '&amp;')}">`
}

const notInElements = ['frame-ancestors', 'report-uri', 'sandbox']

function toHelmet({ policy, isReportOnly }: Omit<WriteParameters, 'format'>): string {
  const lines = [...policy].map(([directive, sources]) => `'${directive}': [${sources.map(toCode).join(', ')}],`)
  const missing = policy.has('default-src')
    ? []
    : ["'default-src': helmet.contentSecurityPolicy.dangerouslyDisableDefaultSrc,"]
  return `app.use(
  helmet.contentSecurityPolicy({
    useDefaults: false,
    reportOnly: ${isReportOnly},
    directives: {
${[...missing, ...lines].map((line) => `      ${line}`).join('\n')}
    },
  }),
)`
}

function toCode(source: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is part of the code that is written.
  return source === nonce ? "(_, response) => `'nonce-${response.locals.nonce}'`" : JSON.stringify(source)
}
