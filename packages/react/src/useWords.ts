'use client'

import type { ChatLabelOverrides, ChatLabels } from '@crm-chat/core'
import { createChatLabels } from '@crm-chat/core/client'

/** Returns the words of a component: its own where given, English ones otherwise. */
export function useWords(labels: ChatLabelOverrides | undefined): ChatLabels {
  return createChatLabels(labels)
}
