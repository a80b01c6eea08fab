/** Length of the longest secret, that of a tenant included. */
export const maxSecretLength = 128

/**
 * Creates a function that compares a text with secrets. It takes the same time whichever characters are right, and however
 * many: each secret is compared, over the length of the longest possible one. Hashes would say no less, but to have one made
 * takes a quarter of the time of a whole webhook.
 */
export function createSecretCheck(
  secrets: readonly string[] | Promise<readonly string[]>,
): (given: string) => Promise<boolean> {
  return async (given) => {
    let matches = 0
    for (const secret of await secrets) matches += Number(isSame({ given, secret }))
    return matches > 0
  }
}

function isSame({ given, secret }: { given: string; secret: string }): boolean {
  let difference = given.length ^ secret.length
  for (let index = 0; index < maxSecretLength; index += 1) {
    difference |= given.charCodeAt(index) ^ secret.charCodeAt(index) // NaN beyond the end counts as 0.
  }
  return difference === 0
}
