import { messageRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'

/** Body of `POST /v3/message`. The vendor drops buttons after the tenth. */
export const messageBodySchema = z.preprocess(cutButtons, messageRequestSchema)

const buttonsSchema = z.looseObject({ buttonsObject: z.looseObject({ buttons: z.array(z.unknown()) }) })

function cutButtons(body: unknown): unknown {
  const { data } = buttonsSchema.safeParse(body)
  if (!data) return body
  const { buttonsObject } = data
  return { ...data, buttonsObject: { ...buttonsObject, buttons: buttonsObject.buttons.slice(0, 10) } }
}
