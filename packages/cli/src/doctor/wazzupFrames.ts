const domain = 'wazzup24.com'

/** Wazzup's chat windows, where each account has a host of its own. */
export const wazzupFrames = {
  /** Source of a policy that allows all of them. */
  source: `https://*.${domain}`,
  /** Address that stands for that of an account. */
  sample: new URL(`https://account.${domain}`),
}

/** Returns true for a source of a policy that names a host of Wazzup's: that of an account may be among them. */
export function isWazzupSource(source: string): boolean {
  return new RegExp(`^(https://)?[\\w*.-]+\\.${domain.replace('.', '\\.')}(:443)?(/|$)`, 'i').test(source)
}
