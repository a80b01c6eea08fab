/** Formats a file size, e.g. `312 kB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1_000) return `${Math.ceil(bytes)} B`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
