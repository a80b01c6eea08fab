import { createSecretRedactor } from '@crm-chat/vendors/redactor'

/** Names of variables whose values are secrets. */
const secretName = /key|token|secret|pass|_pwd|credential|redis_url|_dsn/i

/** The fewest characters of a value that is taken for a secret: a shorter one is found in ordinary text. */
const shortest = 6

/**
 * Returns a function that takes secrets out of a text, in every encoding they travel in: those of the environment, by the names of
 * their variables or as part of an address in whatever variable, and those that `secrets` lists.
 */
export function createConfigRedactor({
  env,
  secrets,
}: {
  env: NodeJS.ProcessEnv
  secrets: () => string[]
}): (text: string) => string {
  const ofEnvironment = Object.entries(env).flatMap(([name, value = '']) => [
    ...(secretName.test(name) ? [value] : []),
    ...findCredentials(value),
  ])
  return createSecretRedactor(() => [...ofEnvironment, ...secrets()].filter(({ length }) => length >= shortest))
}

/** Credentials of the addresses in a text, as they are written and as they are meant. */
function findCredentials(text: string): string[] {
  const written = [...text.matchAll(/(https?)?:\/\/([^\s/?#]*)@/gi)].flatMap(([, web, pair = '']) => {
    const [user, password] = splitAtColon(pair)
    const token = web === undefined ? [] : [user] // E.g. that of a host of repositories.
    return [...token, ...(password === undefined ? [] : [password, pair])]
  })
  // A password that holds what would have to be written with %.
  const [, careless = ''] = /:\/\/[^\s/?#@:]*:(\S*)@/.exec(text) ?? []
  return [...written, careless].flatMap((each) => [each, decode(each)])
}

function splitAtColon(pair: string): [user: string, password?: string] {
  const at = pair.indexOf(':')
  return at === -1 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // It is not encoded.
  }
}
