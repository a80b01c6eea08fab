/** Beginning of the address of a file that a user sent: no link that anybody fetches. */
const mark = 'own-file:'

/**
 * Returns the address by which a store keeps the file of a message that a user sent. Users choose its link, so only the CRM's own
 * store of files is asked for it, and nothing is fetched.
 */
export function toOwnFile(link: string): string {
  return mark + link
}

/** Returns the link of such an address; undefined for one of the vendor. */
export function findOwnFile(address: string): string | undefined {
  return address.startsWith(mark) ? address.slice(mark.length) : undefined
}
