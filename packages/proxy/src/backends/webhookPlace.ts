/** Address of a webhook receiver without its last segment, which is the secret: the same under every secret. */
export function webhookPlace(url: string): string {
  return URL.canParse(url) ? new URL('.', url).href : url
}
