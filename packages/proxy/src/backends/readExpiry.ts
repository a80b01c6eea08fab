/**
 * Reads when a signed link ends, as object stores write it into its query: `X-Amz-Date` and `X-Amz-Expires`, or `Expires` in
 * seconds since 1970. Undefined for a link that says nothing.
 */
export function readExpiry(url: string): string | undefined {
  const query = URL.canParse(url) ? new URL(url).searchParams : undefined
  const begin = toTime(query?.get('X-Amz-Date') ?? '')
  const seconds = toSeconds(query?.get(begin === undefined ? 'Expires' : 'X-Amz-Expires') ?? '')
  return seconds === undefined ? undefined : new Date((begin ?? 0) + seconds * 1000).toISOString()
}

/** Reads a time of the form `20260102T030405Z`. */
function toTime(text: string): number | undefined {
  const written = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const time = written === text ? Number.NaN : Date.parse(written)
  return Number.isNaN(time) ? undefined : time
}

/** No link lasts until a year with five digits. */
function toSeconds(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined
}
