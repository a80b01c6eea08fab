import { type ImportField, importFields } from '../../../api/contactImport.ts'
import { toSearchText } from '../../search/toSearchText.ts'

/** Names of columns in the files of other programs, without case and accents. */
const names: Record<ImportField, string[]> = {
  name: ['name', 'full name', 'contact', 'contact name', 'имя', 'фио', 'контакт', 'الاسم'],
  position: ['position', 'title', 'job title', 'role', 'должность', 'المنصب'],
  company: ['company', 'company name', 'organization', 'organisation', 'account', 'компания', 'الشركة'],
  email: ['email', 'e-mail', 'email address', 'mail', 'почта', 'البريد الإلكتروني'],
  phone: ['phone', 'phone number', 'mobile', 'mobile phone', 'whatsapp', 'tel', 'telephone', 'телефон', 'الهاتف'],
  telegram: ['telegram', 'телеграм', 'تيليجرام'],
  instagram: ['instagram', 'инстаграм', 'إنستغرام'],
  vk: ['vk', 'vkontakte', 'вконтакте'],
}

const fields = new Map(
  importFields.flatMap((field) => names[field].map((name) => [toSearchText(name), field] as const)),
)

/** Finds the field of each column by its name. The first column of a field wins. */
export function findColumns(header: string[]): (ImportField | null)[] {
  const found = new Set<ImportField>()
  return header.map((name) => {
    const field = fields.get(toSearchText(name))
    if (field === undefined || found.has(field)) return null
    found.add(field)
    return field
  })
}
