import type { HopsWords } from './en.ts'

/** The words of the drawer that shows each hop in Arabic. */
export const hops: HopsWords = {
  title: 'ما حدث للتو',
  about: 'كل خطوة من أحدث الطلبات إلى وسيط المحادثات. حُذفت المفاتيح والنصوص والأرقام.',
  open: 'ما حدث للتو',
  failed: 'تعذّر تحميل ما حدث',
  empty: 'لا شيء بعد. افتح محادثة أو أرسل رسالة.',
  kinds: {
    browser: 'المتصفح ← النظام',
    vendor: 'النظام ← المورّد',
    webhook: 'المورّد ← النظام',
    live: 'النظام ← المتصفح',
  },
  live: 'البث المباشر',
  badge: (count) => `غير المُجاب: ${count}`,
  requestId: 'معرّف الطلب',
  noResponse: 'بلا رد',
  ms: (ms) => `${ms} م.ث`,
}
