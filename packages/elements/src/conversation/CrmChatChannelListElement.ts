import type { ChatClient } from '@crm-chat/core'
import type { AdminLabels } from '@crm-chat/react/admin'
import { createElement, type ReactNode } from 'react'
import { ReactElement } from './ReactElement.ts'

type Part = typeof import('./parts/channelListPart.ts')

/**
 * `<crm-chat-channel-list endpoint locale labels>`: the company's channels with their states, and for administrators the steps that
 * connect, reconnect and delete them. `labels` is JSON.
 * @example
 * <crm-chat-channel-list endpoint="/chat" locale="auto"></crm-chat-channel-list>
 */
export class CrmChatChannelListElement extends ReactElement<AdminLabels, Part> {
  static readonly observedAttributes = ['endpoint', 'locale', 'labels', 'dir']
  protected override readonly load = (): Promise<Part> => import('./parts/channelListPart.ts')

  protected override render({ endpoint }: ChatClient, { ChannelList }: Part): ReactNode {
    const dir = this.getAttribute('dir')
    return createElement(ChannelList, {
      key: endpoint,
      labels: this.labels,
      dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    })
  }
}
