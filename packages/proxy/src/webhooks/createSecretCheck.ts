const encoder = new TextEncoder()

/**
 * Creates a function that compares a text with secrets. It takes the same time whichever characters are right: hashes are
 * compared, all of each, and of all secrets.
 */
export function createSecretCheck(
  secrets: readonly string[] | Promise<readonly string[]>,
): (given: string) => Promise<boolean> {
  const expected = Promise.resolve(secrets).then((all) => Promise.all(all.map(hash)))
  return async (given) => {
    const own = await hash(given)
    let matches = 0
    for (const other of await expected) matches += Number(isSame(own, other))
    return matches > 0
  }
}

async function hash(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let difference = 0
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0)
  return difference === 0
}
