export type { ChatLabelOverrides, ChatLocale, KitWords, Words } from '@crm-chat/core'
export {
  type Appearance,
  type BadgeLabel,
  type BadgeLabels,
  type LookPart,
  type LookVariable,
  type OpenReason,
  requestNotifications,
} from '@crm-chat/core/look'
export type { EntityEvent } from '@crm-chat/protocol'
export { ChatDialog, type ChatDialogProps } from './ChatDialog.tsx'
export { ChatDrawer, type ChatDrawerProps } from './ChatDrawer.tsx'
export { ChatLauncher, type ChatLauncherProps } from './ChatLauncher.tsx'
export { ChatPanel, type ChatPanelProps } from './ChatPanel.tsx'
export { ChatPopover, type ChatPopoverProps, type PopoverSlots, type TriggerProps } from './ChatPopover.tsx'
export { ChatProvider, type ChatProviderProps } from './ChatProvider.tsx'
export { ChatWindow } from './ChatWindow.tsx'
export type { LookProps } from './lookProps.ts'
export type { CardPanelProps, PanelProps, PanelSlots } from './panelProps.ts'
export type { Slot } from './renderSlot.ts'
export { TabBadge, type TabBadgeProps } from './TabBadge.tsx'
export { UnansweredBadge, type UnansweredBadgeProps } from './UnansweredBadge.tsx'
export { useCapability } from './useCapability.ts'
export { useChat } from './useChat.ts'
export {
  type ChatChoice,
  type UseChatWindowOptions,
  type UseChatWindowResult,
  useChatWindow,
  type WindowEvents,
} from './useChatWindow.ts'
export type { OpenProps, OverlayHandle } from './useOpen.ts'
export { usePrefetchWindow } from './usePrefetchWindow.ts'
export { useUnanswered } from './useUnanswered.ts'
export { useWords } from './useWords.ts'
export type { ChatWindowProps, WindowHandle } from './WindowView.tsx'
export type { WindowSlots } from './windowSlots.ts'
