/** Counts characters as the vendors' limits do: an emoji outside the first plane is one, not two. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
