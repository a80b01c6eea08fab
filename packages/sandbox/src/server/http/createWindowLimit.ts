/** Lets a number of requests through in each window of time; the count begins anew with the next window. */
export function createWindowLimit({
  requests,
  perMs,
  now,
}: {
  requests: number
  perMs: number
  now: () => number
}): () => boolean {
  let window = 0
  let count = 0
  return () => {
    const current = Math.floor(now() / perMs)
    if (current !== window) count = 0
    window = current
    count++
    return count <= requests
  }
}
