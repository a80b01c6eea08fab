import { createPlural } from '../plural.ts'
import type { DashboardWords } from './en.ts'

const plural = createPlural('ar-u-nu-latn')

/** The words of the dashboard in Arabic. */
export const dashboard: DashboardWords = {
  failed: 'تعذّر تحميل لوحة المتابعة',
  period: 'الفترة',
  days: plural({ zero: 'اليوم', one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' }),
  waitingNow: 'ينتظرون الآن',
  medianReply: 'وسيط الرد الأول',
  p90Reply: 'المئين التسعون',
  received: 'رسائل واردة',
  sent: 'رسائل مرسلة',
  replies: 'ردود أولى',
  none: '—',
  unanswered: 'غير المُجاب عبر الوقت',
  unansweredAbout: 'محادثات انتظر عملاؤها ردًّا.',
  chats: 'المحادثات',
  reply: 'الوقت حتى الرد الأول',
  replyAbout: 'من أول رسالة للعميل بلا رد حتى الرد، بحسب اليوم.',
  median: 'الوسيط',
  p90: 'المئين التسعون',
  time: 'الوقت',
  day: 'اليوم',
  byChannel: 'بحسب القناة',
  channel: 'القناة',
  byUser: 'بحسب الموظف',
  user: 'الموظف',
  stranger: 'ليس جهة اتصال بعد',
  dealsByStage: 'الصفقات بحسب المرحلة',
  whoWaits: 'من ينتظر',
  allWaiting: 'كل المنتظرين',
  noData: 'لا رسائل في هذه الفترة',
  noDataText: 'اختر فترة أطول أو اكتب إلى عميل.',
  asTable: 'عرض كجدول',
  asChart: 'عرض كرسم بياني',
}
