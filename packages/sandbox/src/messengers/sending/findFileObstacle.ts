import { abortAfter } from '../../store/clock/timers.ts'
import { getAccountSettings } from '../../store/entities/accountSettings.ts'
import type { Store } from '../../store/store.ts'
import type { Transport } from '../../store/transports.ts'
import { detectFileType, type FileType } from '../files/detectFileType.ts'
import { type FetchedFile, fetchFile } from '../files/fetchFile.ts'
import { getFileLimit, maxFileBytes } from '../files/fileLimits.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** A file that is to be sent. */
interface PlannedFile {
  /** Link to it, before validation. */
  url: string
  transport: Transport
  /** Allows links into local networks; those to this machine are always allowed. */
  allowPrivate: boolean
  /** Aborts the download. */
  signal?: AbortSignal
}

/** Maximum time for a download. */
const fetchTimeoutMs = 8_000

/**
 * Fetches a file at once, as the vendor does, and finds a reason not to send it: it is missing, empty, too large, or of a
 * type that is unknown or not supported by the messenger. Reserved host names such as example.com are never called, nor is
 * any host if the account's `links` are `trust`: then only the extension is checked.
 */
export async function findFileObstacle(store: Store, file: PlannedFile): Promise<Obstacle | undefined> {
  const link = parseLink(file.url)
  if (!link) return notDownloaded
  const trusted = isReservedHost(link) || (await getAccountSettings(store)).links === 'trust'
  if (trusted) return checkType({ ...file, type: detectFileType(file) ?? unknownType })
  const found = await download(file)
  return found ? check(file, found) : notDownloaded
}

const notDownloaded = toObstacle(
  'MESSAGE_DOWNLOAD_CONTENT_ERROR',
  'Failed to download content from the specified link.',
)

function parseLink(url: string): URL | undefined {
  const link = URL.canParse(url) ? new URL(url) : undefined
  return link && ['http:', 'https:'].includes(link.protocol) ? link : undefined
}

async function download({ url, allowPrivate, signal }: PlannedFile): Promise<FetchedFile | undefined> {
  const timeout = abortAfter(fetchTimeoutMs)
  const ends = signal ? AbortSignal.any([signal, timeout]) : timeout
  try {
    return await fetchFile({ url, maxBytes: maxFileBytes, allowPrivate, signal: ends })
  } catch {
    return undefined // The vendor has one code for all reasons.
  }
}

/** Type of a trusted file whose link shows no extension: it may be anything. */
const unknownType: FileType = { kind: 'document', type: '' }

function check(file: PlannedFile, found: FetchedFile): Obstacle | undefined {
  if (found.size === 0) return toObstacle('MESSAGE_CONTENT_CAN_NOT_BE_BLANK', 'A file with content cannot be empty.')
  if (found.size > maxFileBytes)
    return toObstacle('MESSAGE_CONTENT_SIZE_EXCEEDED', 'Content exceeds the allowable size of 10 MB.')
  const type = detectFileType({ ...found, url: file.url })
  if (!type)
    return toObstacle(
      'MESSAGE_WRONG_CONTENT_TYPE',
      'Invalid content type: it could not be detected, or is not supported.',
    )
  return checkType({ ...file, type }) ?? checkSize({ ...file, type, size: found.size })
}

function checkType({ transport, type: { kind, type } }: PlannedFile & { type: FileType }): Obstacle | undefined {
  const { types } = getFileLimit({ transport, kind })
  if (type === '' || !types || types.test(type)) return undefined
  const code = transport === 'instagram' ? 'MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI' : 'MESSAGE_WRONG_CONTENT_TYPE'
  return toObstacle(code, `Invalid content type: a ${transport} channel does not accept ${type}.`)
}

function checkSize({
  transport,
  type: { kind },
  size,
}: PlannedFile & { type: FileType; size: number }): Obstacle | undefined {
  const { maxBytes } = getFileLimit({ transport, kind })
  if (size <= maxBytes) return undefined
  const ownCode = sizeCodes[transport]
  const limit = `${Math.floor(maxBytes / 1024 / 1024)} MB`
  return toObstacle(ownCode ?? 'MESSAGE_CONTENT_SIZE_EXCEEDED', `Content exceeds the allowable size of ${limit}.`)
}

/** Codes of transports that have their own. */
const sizeCodes: Partial<Record<Transport, string>> = {
  wapi: 'MESSAGES_CONTENT_SIZE_EXCEEDED_WABA',
  telegram: 'MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM',
}

/** True if a host name is reserved for documentation and tests, so that no file can exist there. */
function isReservedHost({ hostname }: URL): boolean {
  return /(^|\.)(example|test|example\.(com|net|org))$/i.test(hostname.replace(/\.$/, ''))
}
