/** Settings of all chat windows of a client. */
export interface WindowOptions {
  /** Number of windows that nobody shows and that stay loaded, the latest first. 0 keeps none. @default 3 */
  warm?: number | undefined
  /** Time for which a window stays loaded that nobody shows. @default 600_000 */
  warmMs?: number | undefined
  /** Deadline of the vendor's page for its first byte. @default 4_000 */
  loadTimeoutMs?: number | undefined
  /**
   * Sends one request of its own, `HEAD` without cookies, to each link: a page cannot see that its frame shows a browser's
   * error page. @default true
   */
  checkLinks?: boolean | undefined
  /** Time before its end at which a link is renewed, at most half of its life. @default 60_000 */
  renewBeforeMs?: number | undefined
  /** Time without focus after which a frame holds no draft. Only then another frame replaces it. @default 300_000 */
  idleMs?: number | undefined
}

/** Settings with their defaults. */
export type WindowSettings = { [Name in keyof WindowOptions]-?: NonNullable<WindowOptions[Name]> }

/** Fills in the defaults. */
export function toWindowSettings(options: WindowOptions = {}): WindowSettings {
  return {
    warm: options.warm ?? 3,
    warmMs: options.warmMs ?? 600_000,
    loadTimeoutMs: options.loadTimeoutMs ?? 4_000,
    checkLinks: options.checkLinks ?? true,
    renewBeforeMs: options.renewBeforeMs ?? 60_000,
    idleMs: options.idleMs ?? 300_000,
  }
}
