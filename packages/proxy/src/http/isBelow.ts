/** Returns true for the base path and every path below it. */
export function isBelow({ target, basePath }: { target: string; basePath: string }): boolean {
  if (!target.startsWith(basePath)) return false
  const end = target[basePath.length]
  return end === undefined || end === '/' || end === '?'
}
