interface BubbleShape {
  isOurs: boolean
  startsGroup: boolean
  endsGroup: boolean
}

/** Returns the classes of a message bubble: side, colour, spacing, and the pointed corner. */
export function bubbleShape({ isOurs, startsGroup, endsGroup }: BubbleShape): string {
  const side = isOurs ? 'self-end bg-own' : 'self-start bg-surface shadow-[0_0_0_1px_var(--line)]'
  const distance = startsGroup ? 'mt-2.5' : 'mt-[3px]'
  const corner = isOurs ? 'rounded-br-[5px]' : 'rounded-bl-[5px]'
  return `appear w-fit min-w-20 max-w-[min(85%,34rem)] rounded-2xl px-3.5 py-2 ${side} ${distance} ${endsGroup ? corner : ''}`
}
