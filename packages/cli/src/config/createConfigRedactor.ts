import { createSecretRedactor } from '@crm-chat/vendors/redactor'

/** Names of variables whose values are secrets. */
const secretName = /key|token|secret|password|passwd|credential|redis_url|_dsn/i

/** The fewest characters of a value that is taken for a secret: a shorter one is found in ordinary text. */
const shortest = 6

/**
 * Returns a function that takes secrets out of a text, in every encoding they travel in: those of the environment, by the names of
 * their variables, and those that `secrets` lists.
 */
export function createConfigRedactor({
  env,
  secrets,
}: {
  env: NodeJS.ProcessEnv
  secrets: () => string[]
}): (text: string) => string {
  const ofEnvironment = Object.entries(env).flatMap(([name, value = '']) => (secretName.test(name) ? value : []))
  return createSecretRedactor(() => [...ofEnvironment, ...secrets()].filter(({ length }) => length >= shortest))
}
