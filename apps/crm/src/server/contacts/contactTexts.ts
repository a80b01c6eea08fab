import { toSearchText } from '../search/toSearchText.ts'

/** The texts by which a contact is sorted and found. */
export function contactTexts({
  name,
  position,
  email,
  phone,
}: {
  name: string
  position: string
  email: string
  phone: string
}): { sortName: string; searchText: string } {
  return { sortName: toSearchText(name), searchText: toSearchText([name, position, email, phone].join(' ')) }
}
