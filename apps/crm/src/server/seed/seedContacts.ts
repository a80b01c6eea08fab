import type { ContactChat, Deal } from '../../api/oldContact.ts'
import type { OwnedContact } from '../store/schema.ts'

/** Contacts of the demo's users. All phone numbers come from ranges reserved for fiction, or are unassigned. */
export const seedContacts: OwnedContact[] = [
  ...annsContacts().map((contact) => ({ ...contact, responsibleUserId: 'ann' })),
  ...bensContacts().map((contact) => ({ ...contact, responsibleUserId: 'ben' })),
]

type Seed = Omit<OwnedContact, 'responsibleUserId'>

function annsContacts(): Seed[] {
  return [
    {
      id: 'maria-lindqvist',
      name: 'Maria Lindqvist',
      position: 'Owner',
      company: 'Hotel Skärgården',
      email: 'maria@skargarden.example',
      phone: '79998887766',
      notes: 'Opens the new wing on 1 June. Wants the lamps in blue, like the sample she took home.',
      chats: [whatsapp('79998887766')],
      deal: euros({ title: '48 bedside lamps, blue', stage: 'negotiation', amount: 8640 }),
    },
    {
      id: 'tomas-ferreira',
      name: 'Tomás Ferreira',
      position: 'Head chef',
      company: 'Casa do Forno',
      email: 'tomas@casadoforno.example',
      phone: '33639981234',
      notes: 'Best reached after three, when lunch is over.',
      chats: [whatsapp('33639981234'), { chatType: 'instagram', chatId: 'casadoforno.example' }],
      deal: euros({ title: 'Oak tables for the terrace', stage: 'proposal', amount: 5200 }),
    },
    {
      id: 'priya-raman',
      name: 'Priya Raman',
      position: 'Operations manager',
      company: 'Lantern Street Hotels',
      email: 'priya.raman@lanternstreet.example',
      phone: '447700900142',
      notes: 'Buys for all three houses. Asks for a quote per house.',
      chats: [whatsapp('447700900142')],
      deal: { title: 'Lobby seating, three houses', stage: 'qualified', amountCents: 1_490_000, currency: 'GBP' },
    },
    {
      id: 'jonas-weber',
      name: 'Jonas Weber',
      position: 'Manager',
      company: 'Gasthof Weber',
      email: 'jonas@gasthof-weber.example',
      phone: '491713920042',
      notes: 'Delivered in March. Ask how the benches do outdoors.',
      chats: [{ chatType: 'telegram', chatId: '55501877' }],
      deal: euros({ title: 'Beer garden benches', stage: 'won', amount: 3950 }),
    },
    {
      id: 'elena-marchetti',
      name: 'Elena Marchetti',
      position: 'Interior designer',
      company: 'Studio Marchetti',
      email: 'elena@studiomarchetti.example',
      phone: '',
      notes: 'Found us through the photographs of the terrace. Designs for two hotels in Trieste.',
      chats: [{ chatType: 'instagram', chatId: 'studio.marchetti.example' }],
      deal: euros({ title: 'Catalogue and fabric samples', stage: 'new', amount: 0 }),
    },
    {
      id: 'nils-aaltonen',
      name: 'Nils Aaltonen',
      position: 'Purchasing',
      company: 'Saaristo Spa',
      email: 'nils.aaltonen@saaristo.example',
      phone: '46701740612',
      notes: 'Needs everything to stand damp air. Send the test report with the quote.',
      chats: [whatsapp('46701740612'), { chatType: 'telegram', chatId: '55502290' }],
      deal: euros({ title: 'Loungers for the pool hall', stage: 'proposal', amount: 11_300 }),
    },
  ]
}

function bensContacts(): Seed[] {
  return [
    {
      id: 'david-chen',
      name: 'David Chen',
      position: 'Office manager',
      company: 'Parallel Labs',
      email: 'david.chen@parallellabs.example',
      phone: '12125550143',
      notes: 'Moves in September. Lift takes 2.1 m at most.',
      chats: [{ chatType: 'telegram', chatId: '55501234' }],
      deal: dollars({ title: '32 height-adjustable desks', stage: 'negotiation', amount: 27_200 }),
    },
    {
      id: 'aoife-brennan',
      name: 'Aoife Brennan',
      position: 'Founder',
      company: 'Brennan Ceramics',
      email: 'aoife@brennanceramics.example',
      phone: '447700900361',
      notes: 'Shelves must carry 60 kg each.',
      chats: [whatsapp('447700900361'), { chatType: 'instagram', chatId: 'brennan.ceramics.example' }],
      deal: euros({ title: 'Drying shelves for the studio', stage: 'qualified', amount: 2480 }),
    },
    {
      id: 'marcus-hall',
      name: 'Marcus Hall',
      position: 'Facilities',
      company: 'Foundry Coworking',
      email: 'marcus@foundrycoworking.example',
      phone: '12125550178',
      notes: 'Fourth site in two years. Pays on time.',
      chats: [whatsapp('12125550178')],
      deal: dollars({ title: 'Phone booths, second floor', stage: 'won', amount: 18_900 }),
    },
    {
      id: 'yuki-tanabe',
      name: 'Yuki Tanabe',
      position: 'Architect',
      company: 'Tanabe & Ross',
      email: 'yuki@tanabeross.example',
      phone: '61491570156',
      notes: 'Specifies for clients: wants drawings rather than prices.',
      chats: [whatsapp('61491570156')],
      deal: { title: 'Library fit-out, drawings', stage: 'new', amountCents: 0, currency: 'AUD' },
    },
    {
      id: 'sofia-petrova',
      name: 'Sofia Petrova',
      position: 'Studio manager',
      company: 'North Light Photography',
      email: 'sofia@northlight.example',
      phone: '',
      notes: 'Writes in VK first, always.',
      chats: [{ chatType: 'vk', chatId: '410293847' }],
      deal: euros({ title: 'Prop storage on wheels', stage: 'proposal', amount: 3100 }),
    },
  ]
}

function whatsapp(chatId: string): ContactChat {
  return { chatType: 'whatsapp', chatId }
}

function euros(deal: { title: string; stage: Deal['stage']; amount: number }): Deal {
  return toDeal({ ...deal, currency: 'EUR' })
}

function dollars(deal: { title: string; stage: Deal['stage']; amount: number }): Deal {
  return toDeal({ ...deal, currency: 'USD' })
}

function toDeal({ amount, ...deal }: { title: string; stage: Deal['stage']; amount: number; currency: string }): Deal {
  return { ...deal, amountCents: amount * 100 }
}
