import type { Quirks } from '../../server/quirks/createQuirks.ts'

/** A chat's id as V2 tells it: a text, or with a quirk a number where it is one that JSON can carry. */
export function toV2ChatId({ chatId, quirks }: { chatId: string; quirks: Quirks }): string | number {
  const number = Number(chatId)
  const fits = Number.isSafeInteger(number) && String(number) === chatId
  return fits && quirks.isOn('wazzup-v2.numericChatId') ? number : chatId
}
