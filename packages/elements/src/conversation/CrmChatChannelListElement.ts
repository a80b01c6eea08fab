import type { ChatClient } from '@crm-chat/core'
import { type AdminLabels, adminStyles, OwnChannelList } from '@crm-chat/react/admin'
import { createElement, type ReactNode } from 'react'
import { ReactElement } from './ReactElement.ts'

/**
 * `<crm-chat-channel-list endpoint locale labels>`: the company's channels with their states, and for administrators the steps that
 * connect, reconnect and delete them. `labels` is JSON.
 * @example
 * <crm-chat-channel-list endpoint="/chat" locale="auto"></crm-chat-channel-list>
 */
export class CrmChatChannelListElement extends ReactElement<AdminLabels> {
  static readonly observedAttributes = ['endpoint', 'locale', 'labels', 'dir']
  protected override readonly rules = adminStyles

  protected override render({ endpoint }: ChatClient): ReactNode {
    const dir = this.getAttribute('dir')
    return createElement(OwnChannelList, {
      key: endpoint,
      labels: this.labels,
      dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    })
  }
}
