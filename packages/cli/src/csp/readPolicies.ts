import { describeError } from '../describeError.ts'
import { type Policy, parsePolicies } from '../doctor/contentSecurityPolicy.ts'
import { type Answer, request } from '../doctor/request.ts'
import { CliError } from '../errors.ts'
import { nonce } from './need.ts'

/** Longest text of a policy, in characters. Servers refuse or cut longer headers. */
const maxLength = 65_536

/** Reads the policies of a page. @throws {CliError} when the page cannot be read, or its policy has characters that no policy has */
export async function fetchPolicies({
  page,
  isReportOnly,
  fetch,
}: {
  page: URL
  isReportOnly: boolean
  fetch: typeof globalThis.fetch
}): Promise<Policy[]> {
  let answer: Answer
  try {
    answer = await request(page, { redirect: 'follow', fetch })
  } catch (error) {
    throw unreadable({ page, reason: describeError(error) })
  }
  const { status, headers, text } = answer
  if (status >= 400) throw unreadable({ page, reason: `it responds with ${status}` })
  const tried = isReportOnly ? headers.get('content-security-policy-report-only') : null
  return parse({ header: tried ?? headers.get('content-security-policy'), html: tried === null ? text : '' })
}

function unreadable({ page: { origin, pathname }, reason }: { page: URL; reason: string }): CliError {
  return new CliError(
    `The page ${origin}${pathname} cannot be read: ${reason}. Name one that needs no session, e.g. the login page.`,
  )
}

/** Reads policies from a text: one a line, with or without the name of the header. @throws {CliError} */
export function readPolicies(text: string): Policy[] {
  const lines = text.slice(0, maxLength + 1).split(/\r?\n/)
  const policies = lines.map((line) => line.replace(/^\s*content-security-policy(-report-only)?\s*:/i, ''))
  return parse({ header: policies.join(',') })
}

function parse(given: { header: string | null; html?: string }): Policy[] {
  const policies = parsePolicies(given)
  const words = policies.flatMap((policy) => [...policy].flat(2))
  if (words.join(' ').length > maxLength) throw new CliError(`The policy is longer than ${maxLength} characters.`)
  // Each format has a character of its own that would end the text or stand for something else.
  const strange = words.find((word) => !/^[\w!#%&'()*+./:=?@~^{|}[\]-]+$/.test(word))
  if (strange !== undefined) throw new CliError('The policy has a character that no directive and no address needs.')
  return policies.map(withPlaceholder)
}

/** The nonce of a response is that of no other. */
function withPlaceholder(policy: Policy): Policy {
  return new Map(
    [...policy].map(([name, sources]) => [
      name,
      [...new Set(sources.map((source) => (/^'nonce-/i.test(source) ? nonce : source)))],
    ]),
  )
}
