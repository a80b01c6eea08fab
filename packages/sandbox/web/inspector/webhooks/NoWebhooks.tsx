import { Webhook } from 'lucide-react'
import { Command } from '../../ui/Command.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { type ControlAccount, useAccount } from '../accounts/useAccount.ts'
import { toCurl } from '../requests/toCurl.ts'
import { type EndpointRoute, useEndpoint } from '../requests/useEndpoint.ts'

/** The empty state of the webhooks panel: register an address, or trigger a webhook. */
export function NoWebhooks({ isRegistered }: { isRegistered: boolean }) {
  const current = useAccount()
  const endpoint = useEndpoint('wazzup-v2.setWebhooks')
  if (isRegistered)
    return (
      <Notice icon={Webhook} title="No webhooks yet">
        An address is registered. Write as a customer on the phone to trigger a webhook.
      </Notice>
    )
  return (
    <div className="mx-auto grid max-w-xl gap-2 py-6">
      <Notice icon={Webhook} title="No webhooks yet">
        Webhooks are sent once the CRM registers an address, which must respond to a test call with 200.
      </Notice>
      {current.status === 'known' && endpoint && <Command text={toRegistration(endpoint, current.account)} />}
    </div>
  )
}

function toRegistration({ method, path }: EndpointRoute, { apiKey }: ControlAccount): string {
  const headers = { authorization: `Basic ${apiKey}`, 'content-type': 'application/json' }
  const body = { url: 'http://127.0.0.1:3000/webhooks' }
  return toCurl({ method, path, headers, body }, location.origin)
}
