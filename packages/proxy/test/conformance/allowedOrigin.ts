/** Origin of a page elsewhere, which the proxy is told to allow. */
export const allowedOrigin = 'https://pages.example.com'
