/**
 * Asks the user to allow notifications of the system. Call it when the user clicks, e.g. on "Notify me": browsers refuse it at
 * any other time. Returns the user's decision, and `denied` where there are no notifications.
 */
export async function requestNotifications(): Promise<NotificationPermission> {
  return (await globalThis.Notification?.requestPermission()) ?? 'denied'
}
