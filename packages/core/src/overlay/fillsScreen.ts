/** Returns true on a screen so narrow that panels fill it. */
export const fillsScreen = (): boolean => matchMedia('(width < 640px)').matches
