import { messageRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'

/** Body of `POST /v3/message`. The vendor drops buttons after the tenth, and those of a Telegram bot after the twelfth. */
export const messageBodySchema = z.preprocess(cutButtons, messageRequestSchema)

const buttonsSchema = z.looseObject({
  buttonsObject: z.looseObject({ replyMarkup: z.unknown().optional(), buttons: z.array(z.unknown()) }),
})

function cutButtons(body: unknown): unknown {
  const { data } = buttonsSchema.safeParse(body)
  if (!data) return body
  const { buttonsObject } = data
  const { buttons, replyMarkup } = buttonsObject
  const cut = buttons.some((row) => Array.isArray(row)) ? cutRows(buttons, replyMarkup) : buttons.slice(0, 10)
  return { ...data, buttonsObject: { ...buttonsObject, buttons: cut } }
}

/** Only Telegram has a limit, of all rows together. */
function cutRows(rows: unknown[], replyMarkup: unknown): unknown[] {
  if (replyMarkup === undefined) return rows
  let left = 12
  return rows.flatMap((row) => {
    if (!Array.isArray(row)) return [row]
    const kept = row.slice(0, left)
    left -= kept.length
    return kept.length > 0 ? [kept] : row.length === 0 ? [row] : []
  })
}
