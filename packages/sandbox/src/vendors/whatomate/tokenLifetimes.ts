/** Lifetime of an access token, in seconds. */
export const accessLifetimeS = 15 * 60
/** Lifetime of a refresh token, in seconds. */
export const refreshLifetimeS = 24 * 60 * 60
/** Lifetime of a token for the live socket, in seconds. */
export const socketLifetimeS = 30
