/** Name of an icon. */
export type IconName = 'chat' | 'close' | 'broken'

const bubble =
  'M12 3.25c5.35 0 9.25 3.6 9.25 8.2s-3.9 8.2-9.25 8.2c-.95 0-1.85-.1-2.7-.35a10.3 10.3 0 0 1-4.95 1.55c-.5.05-.75-.55-.4-.9.75-.85 1.2-1.85 1.4-2.9-1.6-1.45-2.6-3.4-2.6-5.6 0-4.6 3.9-8.2 9.25-8.2Z'

/** Path data of the icons, each on a field of 24 by 24. The stylesheet decides about size, line and filling. */
export const icons: Readonly<Record<IconName, string>> = {
  chat: bubble,
  close: 'm6 6 12 12M18 6 6 18',
  broken: `${bubble}M12 7.5V12m0 3v.01`,
}
