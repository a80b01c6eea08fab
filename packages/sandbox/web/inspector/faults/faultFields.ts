import { webhooksPlace } from './faultKinds.ts'

/** An option of a kind of fault. */
export interface FaultField {
  name: string
  label: string
  type: 'number' | 'text' | 'switch'
  /** Default value; empty if optional. */
  initial: string
  /** Meaning of an empty field. */
  hint?: string
  /** Spans two columns. */
  isLong?: boolean
  /** Makes it a select with these values. */
  choices?: string[]
}

/** Lists the options of a kind of fault in a place. */
export function listFields({ where, kind }: { where: string; kind: string }): FaultField[] {
  if (where !== webhooksPlace) return fields[kind] ?? []
  return kind === 'delay' ? [...deliveryFields, delayField] : deliveryFields
}

const fields: Record<string, FaultField[]> = {
  status: [
    { name: 'status', label: 'Status', type: 'number', initial: '500' },
    { name: 'code', label: 'Code', type: 'text', initial: '', hint: 'Default' },
    { name: 'description', label: 'Description', type: 'text', initial: '', hint: 'Default', isLong: true },
  ],
  delay: [{ name: 'ms', label: 'Delay (ms)', type: 'number', initial: '5000' }],
  reset: [{ name: 'acted', label: 'Process the request first', type: 'switch', initial: '' }],
  notJson: [{ name: 'status', label: 'Status', type: 'number', initial: '502' }],
  drip: [
    { name: 'bytes', label: 'Bytes', type: 'number', initial: '1' },
    { name: 'everyMs', label: 'Interval (ms)', type: 'number', initial: '100' },
  ],
  flood: [{ name: 'count', label: 'Copies', type: 'number', initial: '1000' }],
}

const delayField: FaultField = { name: 'delayMs', label: 'Delay (ms)', type: 'number', initial: '60000' }
const deliveryFields: FaultField[] = [
  {
    name: 'vendor',
    label: 'Vendor',
    type: 'text',
    initial: '',
    hint: 'All',
    choices: ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'],
  },
  { name: 'event', label: 'Event', type: 'text', initial: '', hint: 'All' },
]
