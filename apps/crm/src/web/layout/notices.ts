import { requestNotifications } from '@crm-chat/react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** Notices of new messages that the user has asked for, in this browser. */
export interface Notices {
  notification: boolean
  sound: boolean
}

/** Notices of new messages that the user has asked for: none at first. */
export const useNotices = create<Notices>()(
  persist<Notices>(() => ({ notification: false, sound: false }), { name: 'northdesk-notices' }),
)

/** Switches notifications. Call it in a click: the browser asks the user. @returns false when the browser blocks them. */
export async function switchNotifications(wanted: boolean): Promise<boolean> {
  const isAllowed = wanted && (await requestNotifications()) === 'granted'
  useNotices.setState({ notification: isAllowed })
  return isAllowed === wanted
}
