import { fileNameHeader, maxFileBytes, type StoredFile, storedFileSchema } from '@crm-chat/protocol'
import type { OperationCall } from '../context.ts'
import { describeError } from '../describeError.ts'
import { OperationError } from '../errors.ts'
import { sniffType } from '../files/sniffType.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { toJsonResponse } from '../http/respond.ts'
import { need } from './need.ts'
import type { OperationDefinition } from './operation.ts'

/** Files that are held in memory at a time: each may have 16 MB. */
const name = 'uploads of all users'

/** `POST /files`: keeps a file for a message. The body is the file itself. */
export const uploadFile: OperationDefinition = {
  access: 'user',
  body: 'file',
  repetition: 'never',
  capability: 'files',
  perMinute: 'filesPerMinute',
  isOffered: ({ backend, files }) => backend.messages !== undefined && files !== undefined,
  handle: async (call) => {
    const leave = call.context.uploads(name)
    if (!leave) throw busy()
    try {
      return await store(call)
    } finally {
      leave()
    }
  },
}

async function store({ context, request, requestId, user }: OperationCall): Promise<ChatResponse> {
  const bytes = await request.readBody({ maxBytes: maxFileBytes })
  const fileName = readName(request.header(fileNameHeader))
  const mimeType = await sniffType({ bytes, name: fileName })
  const { url, expiresAt } = await need(context.files).storeFile({ bytes, name: fileName, mimeType, user }).catch(fail)
  const stored: StoredFile = { url, name: fileName, mimeType, size: bytes.byteLength, expiresAt }
  const checked = storedFileSchema.safeParse(stored)
  if (checked.success) return toJsonResponse({ body: checked.data, requestId, status: 201 })
  return fail(new TypeError('it returned no http link or no ISO time'))
}

function fail(error: unknown): never {
  throw new OperationError({
    code: 'internal',
    message: 'The CRM could not keep the file.',
    detail: `storeFile() failed: ${describeError(error)}`,
  })
}

function busy(): OperationError {
  const message = 'The chat proxy takes no more files at the moment.'
  return new OperationError({ code: 'busy', message, retryAfterMs: 2_000 })
}

/** Reads a name without folders, control characters or marks that turn text around. */
function readName(header: string | undefined): string {
  const decoded = decode(header ?? '')
  const base = decoded.replace(/^.*[\\/]/s, '').replace(/[\p{Cc}\p{Cf}]/gu, '')
  return base.slice(0, 200).trim() || 'file'
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new OperationError({
      code: 'invalid_request',
      message: `The header "${fileNameHeader}" must be percent-encoded.`,
    })
  }
}
