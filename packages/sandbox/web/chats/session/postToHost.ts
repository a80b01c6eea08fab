/** Posts an event to the page that frames this one. Its origin is unknown, as it is to the vendor, so no secret is sent. */
export function postToHost(message: { type: string; data: object }): void {
  if (window.parent !== window) window.parent.postMessage(message, '*')
}
