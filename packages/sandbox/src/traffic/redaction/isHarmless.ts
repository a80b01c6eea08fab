import { getVocabulary, toWords } from './vocabulary.ts'

/** Fields whose values people write: nothing is known about them, even if it is a word of the vendors. */
const written =
  /^(text|name|.*_name|.*Name|title|caption|body|content|username|notes?|comment|tags?|.*_preview|label|value|subject|query|search)$/

/** Fields with a fixed set of values, to which vendors add. */
const coded =
  /^(code|error|errorCode|state|status|reason|type|kind|.*_type|.*Type|transport|tier|tariff|event|events|direction|scope|role|currency|lang|language|category|quality|format|operation|mediaType)$/

/** Numbers that count or measure. */
const counted =
  /^(count|counter|counterV2|total|limit|page|offset|status|statusCode|unread_count|size|length|duration|expires_in|retry_after|retryAfter|pingInterval|pingTimeout|maxPayload|priority|quantity|level|attempts?)$/

/** Checks that a text is a word of the vendors: it says nothing about the account. */
export function isHarmlessText(text: string, key = ''): boolean {
  const { values, sentences, words } = getVocabulary()
  if (text === '' || sentences.has(text)) return true
  if (written.test(key)) return false
  if (values.has(text) || /^(true|false|null|ok|success)$/i.test(text)) return true
  return (
    coded.test(key) &&
    isCode(text) &&
    (toWords(text).every((word) => words.has(word)) || /^[A-Z]+(_[A-Z]+)+$/.test(text))
  )
}

function isCode(text: string): boolean {
  return /^[A-Za-z][A-Za-z_.:-]{0,60}$/.test(text)
}

/** Checks that a number counts or measures something. */
export function isHarmlessNumber(value: number, key = ''): boolean {
  return counted.test(key) && Number.isInteger(value) && Math.abs(value) <= 1_000_000
}

/** Checks that the name of a field is the vendors', or made of common words. */
export function isHarmlessKey(name: string): boolean {
  const { keys, words } = getVocabulary()
  if (keys.has(name)) return true
  return (
    /^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(name) && toWords(name).every((word) => /^v?\d?$/.test(word) || words.has(word))
  )
}
