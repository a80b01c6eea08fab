/** Sends a customer's message, with the `curl` command that `crm-chat proxy --sandbox` prints. */
export async function sendMessage(printed: string): Promise<void> {
  const [, url = '', body = ''] = /curl (\S+)[^\n]+\n\s+-d '([^']+)'/.exec(printed) ?? []
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (!response.ok) throw new Error(`The sandbox took no message: ${response.status}`)
}
