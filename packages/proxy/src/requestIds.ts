/** Returns an id in the form of a UUID: of the process, and the number of the request within it. */
export function nextRequestId(): string {
  prefix ??= crypto.randomUUID().slice(0, 24)
  count += 1
  return prefix + count.toString(16).padStart(12, '0')
}

let prefix: string | undefined
let count = Math.floor(Math.random() * 0xffff_ffff)
