import type { ChatLabelOverrides } from '@crm-chat/core'
import { setAttributes } from '../createNode.ts'
import type { CrmChatBadgeElement } from './CrmChatBadgeElement.ts'

/** Gives the badge on a button what it takes from the element around it. */
export function setBadge({ badge, host, labels }: BadgeOnButton): void {
  const [endpoint, locale] = ['endpoint', 'locale'].map((name) => host.getAttribute(name)) as [
    string | null,
    string | null,
  ]
  setAttributes(badge, { endpoint, locale, labels: JSON.stringify(labels.badge ?? {}) })
  badge.label = labels.unanswered
}

interface BadgeOnButton {
  badge: CrmChatBadgeElement
  host: Element
  labels: ChatLabelOverrides
}
