import { webhooksPlace } from './faultKinds.ts'

/** Something that a kind of fault can be told. */
export interface FaultField {
  name: string
  label: string
  type: 'number' | 'text' | 'switch'
  /** What the field begins with; empty for what may be left out. */
  initial: string
  /** What is shown while nothing is typed. */
  hint?: string
  /** Takes the room of two. */
  isLong?: boolean
  /** The values there are, where there are few. */
  choices?: string[]
}

/** What a kind of fault can be told, in the place where it happens. */
export function listFields({ where, kind }: { where: string; kind: string }): FaultField[] {
  if (where !== webhooksPlace) return fields[kind] ?? []
  return kind === 'delay' ? [...deliveryFields, delayField] : deliveryFields
}

const fields: Record<string, FaultField[]> = {
  status: [
    { name: 'status', label: 'Status', type: 'number', initial: '500' },
    { name: 'code', label: 'Code', type: 'text', initial: '', hint: 'The sandbox’s own' },
    { name: 'description', label: 'Words', type: 'text', initial: '', hint: 'The sandbox’s own', isLong: true },
  ],
  delay: [{ name: 'ms', label: 'Milliseconds', type: 'number', initial: '5000' }],
  reset: [{ name: 'acted', label: 'Carry it out before', type: 'switch', initial: '' }],
  notJson: [{ name: 'status', label: 'Status', type: 'number', initial: '502' }],
  drip: [
    { name: 'bytes', label: 'Bytes', type: 'number', initial: '1' },
    { name: 'everyMs', label: 'Every … milliseconds', type: 'number', initial: '100' },
  ],
  flood: [{ name: 'count', label: 'How many times it is told', type: 'number', initial: '1000' }],
}

const delayField: FaultField = { name: 'delayMs', label: 'Milliseconds', type: 'number', initial: '60000' }
const deliveryFields: FaultField[] = [
  {
    name: 'vendor',
    label: 'Only of the vendor',
    type: 'text',
    initial: '',
    hint: 'All',
    choices: ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'],
  },
  { name: 'event', label: 'Only of the event', type: 'text', initial: '', hint: 'All' },
]
