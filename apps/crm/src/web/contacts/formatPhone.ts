/** Country codes have three digits, except those listed here. */
const phone = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/

/** Formats a phone number: `79998887766` becomes `+7 999 888 7766`. */
export function formatPhone(digits: string): string {
  const [, country, number = ''] = phone.exec(digits) ?? []
  if (!country) return `+${digits}`
  return `+${country} ${number.replace(/\d{3}(?=\d{3})/g, '$& ')}`
}
