const mark = '[redacted]'

/**
 * Takes a key out of texts: as it is, and in base64, URL and hex form. A text that still holds it once case and
 * punctuation are left aside goes as a whole, as vendors' error codes are rewritten on their way here.
 */
export function createRedactor(key: string): (text: string) => string {
  const forms = toForms(key)
  const bareKey = toBare(key)
  return (text) => {
    const cleaned = forms.reduce((rest, form) => rest.replaceAll(form, mark), text)
    return bareKey !== '' && toBare(cleaned.replaceAll(mark, ' ')).includes(bareKey) ? mark : cleaned
  }
}

function toForms(key: string): string[] {
  const bytes = [...new TextEncoder().encode(key)]
  const base64 = btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
  const base64url = base64.replaceAll('+', '-').replaceAll('/', '_')
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [key, encodeURIComponent(key), base64, base64url, hex, hex.toUpperCase()]
}

function toBare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
