import { type Endpoint, wazzupTech, wazzupV2, wazzupV3, whatomate } from '@crm-chat/vendors/endpoints'
import * as tech from '@crm-chat/vendors/wazzup-tech'
import * as v2 from '@crm-chat/vendors/wazzup-v2'
import * as v3 from '@crm-chat/vendors/wazzup-v3'
import * as server from '@crm-chat/vendors/whatomate'
import * as z from 'zod'
import { commonWords } from './commonWords.ts'

/** Text that is the vendors' own, and so says nothing about an account. */
export interface Vocabulary {
  /** Names of fields. */
  keys: ReadonlySet<string>
  /** Values of fields with a fixed set of values: statuses, messengers, error codes. */
  values: ReadonlySet<string>
  /** Error messages that are whole sentences. */
  sentences: ReadonlySet<string>
  /** Words of which names of fields are made. */
  words: ReadonlySet<string>
}

let vocabulary: Vocabulary | undefined

/** Collects the vocabulary of all four APIs from their descriptions. */
export function getVocabulary(): Vocabulary {
  vocabulary ??= readVocabulary()
  return vocabulary
}

/** Splits a name into its words, in lower case: `webhooksUri` and `webhooks_uri` → `webhooks`, `uri`. */
export function toWords(name: string): string[] {
  const spaced = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
  return spaced
    .toLowerCase()
    .split(/[\s_.:-]+/)
    .filter(Boolean)
}

const endpoints: Endpoint[] = [wazzupV2, wazzupV3, wazzupTech, whatomate].flatMap((list) => Object.values(list))

/** Every path of the vendors, with its parameters after colons: `/v2/users/:id`. */
export const vendorPaths: readonly string[] = [...new Set(endpoints.map(({ path }) => path))]

function readVocabulary(): Vocabulary {
  const keys = new Set<string>()
  const values = new Set<string>()
  for (const schema of listSchemas()) collect({ schema: toJsonSchema(schema), keys, values })
  for (const list of valueLists) for (const value of Object.values(list)) values.add(value)
  const words = [
    ...commonWords,
    ...[...keys, ...values, ...vendorPaths.flatMap((path) => path.split('/'))].flatMap(toWords),
  ]
  return { keys, values, sentences: new Set(Object.values(server.errorCodes)), words: new Set(words) }
}

/** Values that the schemas leave open, because vendors add to them. */
const valueLists: Record<string, string>[] = [
  v2.errorCodes,
  v2.channelStates,
  v3.messageErrorCodes,
  v3.liveErrorCodes,
  v3.channelStates,
  { ...v3.chatTypesByTransport },
  Object.fromEntries(Object.keys(v3.chatTypesByTransport).map((name) => [name, name])),
  tech.errorCodes,
]

function listSchemas(): z.ZodType[] {
  const ofEndpoints = endpoints.flatMap(({ params, query, body, response }) => [
    params,
    query,
    body,
    response.schema,
    response.accepts,
  ])
  const exported = [v2, v3, tech, server].flatMap((entry): unknown[] => Object.values(entry))
  return [...ofEndpoints, ...exported].filter((schema) => schema instanceof z.ZodType)
}

function toJsonSchema(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

interface Collection {
  schema: unknown
  keys: Set<string>
  values: Set<string>
}

/** Collects names of properties and fixed values of a JSON Schema. */
function collect({ schema, keys, values }: Collection): void {
  if (typeof schema !== 'object' || schema === null) return
  for (const [name, part] of Object.entries(schema)) {
    if (name === 'const' || name === 'enum') addTexts(values, part)
    else if (name === 'properties') collectProperties({ schema: part, keys, values })
    else collect({ schema: part, keys, values })
  }
}

function collectProperties({ schema, keys, values }: Collection): void {
  for (const [key, property] of Object.entries(schema ?? {})) {
    keys.add(key)
    collect({ schema: property, keys, values })
  }
}

function addTexts(values: Set<string>, part: unknown): void {
  for (const value of [part].flat()) if (typeof value === 'string') values.add(value)
}
