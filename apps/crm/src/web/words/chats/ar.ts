import { isolate } from '../isolate.ts'
import type { ChatsWords } from './en.ts'

/** The words of the chats, in Arabic. */
export const chats: ChatsWords = {
  title: 'المحادثات',
  all: 'كل المحادثات',
  with: (name) => `محادثة مع ${isolate(name)}`,
  messagesWith: (name) => `رسائل مع ${isolate(name)}`,
  messageTo: (name) => `رسالة إلى ${isolate(name)}`,
  showIn: 'مكان عرض المحادثة',
  views: { window: 'تطبيق المراسلة', conversation: 'المحادثة' },
  chat: 'المحادثة',
  send: 'إرسال رسالة',
  sendShort: 'رسالة',
  waiting: 'بانتظار الرد',
  waitingFailed: 'تعذّر تحميل من ينتظر',
  nobodyWaits: 'لا أحد ينتظر',
  nobodyWaitsText: 'حصل جميع العملاء على رد.',
  waitingUnknown: 'لا يُعرف من ينتظر ردًّا',
  waitingUnknownText: 'لا تصل رسائل العملاء إلى Northdesk لأنه بلا عنوان عام. أما المحادثات نفسها فكاملة.',
  toWebhooks: 'خطافات الويب في الإدارة',
  stranger: 'ليس جهة اتصال بعد',
  addContactNamed: (name) => `إضافة ${isolate(name)} كجهة اتصال`,
  openCard: (name) => `فتح بطاقة ${isolate(name)}`,
  hidden: 'هذه محادثة مع جهة اتصال لمستخدم آخر.',
  newContact: 'جهة اتصال جديدة من المحادثة',
  newContactAbout: (messenger) => `كتب عبر ${isolate(messenger)}. ستكون أنت المسؤول.`,
  withDeal: 'عنوان الصفقة الأولى',
  withDealHint: 'اتركه فارغًا لإضافة جهة الاتصال فقط.',
}
