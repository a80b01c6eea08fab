import type { Difference } from './difference.ts'

/** Headers of the connection, and those that change with every response. */
const ignored =
  /^(date|connection|keep-alive|transfer-encoding|content-length|content-encoding|etag|last-modified|age)$/

/** Headers whose value says nothing about the account. */
const shown =
  /^(content-type|cache-control|allow|vary|access-control-allow-[a-z]+|x-content-type-options|www-authenticate)$/

/** Compares headers: their names, and the values of those that are the same in every account. */
export function compareHeaders({
  account,
  sandbox,
}: {
  account: Record<string, string>
  sandbox: Record<string, string>
}): Difference[] {
  const names = [...new Set([...Object.keys(account), ...Object.keys(sandbox)])].filter(isCompared).toSorted()
  return names.flatMap((name): Difference[] => {
    const [here, there] = [toShown(name, account[name]), toShown(name, sandbox[name])]
    return here === there ? [] : [{ kind: 'header', place: toName(name), account: here, sandbox: there }]
  })
}

function isCompared(name: string): boolean {
  return !ignored.test(name)
}

/** A name with many digits may be an id. */
function toName(name: string): string {
  return /^[a-z][a-z0-9-]{0,40}$/.test(name) && !/\d{4}/.test(name) ? name : 'another header'
}

function toShown(name: string, value: string | undefined): string {
  if (value === undefined) return '—'
  if (!shown.test(name)) return 'present'
  const text = value.toLowerCase().replaceAll(/\s+/g, ' ')
  return name === 'www-authenticate'
    ? (text.split(' ')[0] ?? '')
    : text.replaceAll(/[^a-z0-9 ,;=*/_.+-]/g, '').slice(0, 100)
}
