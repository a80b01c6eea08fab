/** The id of the user with this number. */
export const toUser = (number: number): string => `u${number}`

/** The number of a user. */
export const numberOf = (user: string): number => Number(user.slice(1))

/** The cookie that a user's browser sends. */
export const cookieOf = (user: string): string => `theme=dark; session=${user}`

/** Names the user of a cookie header; null for nobody. */
export function userOf(cookie: string | null): { id: string; name: string } | null {
  const id = /(?:^|;\s*)session=(u\d{1,7})(?:;|$)/.exec(cookie ?? '')?.[1]
  return id === undefined ? null : { id, name: `User ${numberOf(id)}` }
}

/** Secret of the receiver of webhooks. */
export const intakeSecret = 'the-secret-of-the-bench-1'

/** Chat of a customer with this number. */
export const intakeChatId = (number: number): string => String(79_990_000_000 + number)
