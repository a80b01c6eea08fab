import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { botKeyboardSchema } from './keyboard.ts'

/** A button of an interactive WABA message. `id` comes back when it is pressed. */
const interactiveButtonSchema = z.object({
  text: z
    .string()
    .min(1)
    .refine((text) => countCharacters(text) <= 20, "a button's text has 20 characters at most"),
  type: z.literal('text'),
  id: z.string().optional(),
  payload: z.string().optional(),
})

/** A button of a WABA template, whose text the template has. `payload` comes back when it is pressed. */
const templateButtonSchema = z.object({
  payload: z.string(),
  text: z.string().optional(),
  type: z.string().optional(),
})

const atMostTen = 'a message has 10 buttons at most: the vendor would drop the rest in silence'

/** Buttons of a WABA message: up to 10. The vendor's table has `id` and `payload` beside the list, its examples in it. */
export const wabaButtonsSchema = z.object({
  buttons: z
    .array(z.union([interactiveButtonSchema, templateButtonSchema]))
    .min(1)
    .max(10, atMostTen),
  id: z.string().optional(),
  payload: z.string().optional(),
})

/** Buttons of a WABA message, or the keyboard of a bot's. */
export const buttonsObjectSchema = z.union([wabaButtonsSchema, botKeyboardSchema])

/** Buttons under an interactive WABA message, in an open 24-hour conversation: up to 10, texts of up to 20 characters. */
export interface InteractiveButtons {
  buttons: { text: string; type: 'text'; id?: string; payload?: string }[]
}

/** Payloads of the buttons of a WABA template, in the template's own order: up to 10. */
export interface TemplateButtons {
  buttons: { payload: string }[]
}
