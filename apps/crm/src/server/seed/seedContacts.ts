import type { ContactChat } from '../../api/chat.ts'
import type { Currency, DealStage } from '../../api/deal.ts'

/** A contact of the demo, with its deals. */
export interface SeedContact {
  id: string
  responsibleUserId: string
  name: string
  position: string
  company: string
  email: string
  phone: string
  note: string
  chats: ContactChat[]
  deals: SeedDeal[]
}

/** A deal of the demo. */
export interface SeedDeal {
  id: string
  title: string
  stage: DealStage
  /** In whole units of the currency. */
  amount: number
  currency: Currency
  /** Days ago on which it was added. */
  addedAgo: number
}

/** Contacts of the demo's users. All phone numbers come from ranges reserved for fiction, or are unassigned. */
export const seedContacts: SeedContact[] = [
  ...annsContacts().map((contact) => ({ ...contact, responsibleUserId: 'ann' })),
  ...bensContacts().map((contact) => ({ ...contact, responsibleUserId: 'ben' })),
]

type Seed = Omit<SeedContact, 'responsibleUserId'>

function annsContacts(): Seed[] {
  return [
    {
      id: 'maria-lindqvist',
      name: 'Maria Lindqvist',
      position: 'Owner',
      company: 'Hotel Skärgården',
      email: 'maria@skargarden.example',
      phone: '79998887766',
      note: 'Opens the new wing on 1 June. Wants the lamps in blue, like the sample she took home.',
      chats: [whatsapp('79998887766')],
      deals: [
        {
          id: 'bedside-lamps',
          title: '48 bedside lamps, blue',
          stage: 'negotiation',
          amount: 8640,
          currency: 'EUR',
          addedAgo: 41,
        },
        {
          id: 'lobby-floor-lamps',
          title: 'Floor lamps for the lobby',
          stage: 'won',
          amount: 4320,
          currency: 'EUR',
          addedAgo: 210,
        },
      ],
    },
    {
      id: 'tomas-ferreira',
      name: 'Tomás Ferreira',
      position: 'Head chef',
      company: 'Casa do Forno',
      email: 'tomas@casadoforno.example',
      phone: '33639981234',
      note: 'Best reached after three, when lunch is over.',
      chats: [whatsapp('33639981234'), { chatType: 'instagram', chatId: 'casadoforno.example' }],
      deals: [
        {
          id: 'terrace-tables',
          title: 'Oak tables for the terrace',
          stage: 'proposal',
          amount: 5200,
          currency: 'EUR',
          addedAgo: 26,
        },
        {
          id: 'oak-stools-bar',
          title: 'Oak stools for the bar',
          stage: 'new',
          amount: 1680,
          currency: 'EUR',
          addedAgo: 3,
        },
      ],
    },
    {
      id: 'priya-raman',
      name: 'Priya Raman',
      position: 'Operations manager',
      company: 'Lantern Street Hotels',
      email: 'priya.raman@lanternstreet.example',
      phone: '447700900142',
      note: 'Buys for all three houses. Asks for a quote per house.',
      chats: [whatsapp('447700900142')],
      deals: [
        {
          id: 'lobby-seating',
          title: 'Lobby seating, three houses',
          stage: 'qualified',
          amount: 14_900,
          currency: 'GBP',
          addedAgo: 18,
        },
        {
          id: 'breakfast-chairs-camden',
          title: 'Breakfast room chairs, Camden',
          stage: 'won',
          amount: 7450,
          currency: 'GBP',
          addedAgo: 260,
        },
      ],
    },
    {
      id: 'jonas-weber',
      name: 'Jonas Weber',
      position: 'Manager',
      company: 'Gasthof Weber',
      email: 'jonas@gasthof-weber.example',
      phone: '491713920042',
      note: 'Delivered in March. Ask how the benches do outdoors.',
      chats: [{ chatType: 'telegram', chatId: '55501877' }],
      deals: [
        {
          id: 'beer-garden-benches',
          title: 'Beer garden benches',
          stage: 'won',
          amount: 3950,
          currency: 'EUR',
          addedAgo: 150,
        },
        {
          id: 'guest-room-wardrobes',
          title: 'Wardrobes for six guest rooms',
          stage: 'qualified',
          amount: 6900,
          currency: 'EUR',
          addedAgo: 12,
        },
      ],
    },
    {
      id: 'elena-marchetti',
      name: 'Elena Marchetti',
      position: 'Interior designer',
      company: 'Studio Marchetti',
      email: 'elena@studiomarchetti.example',
      phone: '',
      note: 'Found us through the photographs of the terrace. Designs for two hotels in Trieste.',
      chats: [{ chatType: 'instagram', chatId: 'studio.marchetti.example' }],
      deals: [
        {
          id: 'fabric-samples',
          title: 'Catalogue and fabric samples',
          stage: 'new',
          amount: 0,
          currency: 'EUR',
          addedAgo: 6,
        },
        {
          id: 'trieste-headboards',
          title: 'Headboards, 40 rooms in Trieste',
          stage: 'lost',
          amount: 15_200,
          currency: 'EUR',
          addedAgo: 95,
        },
      ],
    },
    {
      id: 'nils-aaltonen',
      name: 'Nils Aaltonen',
      position: 'Purchasing',
      company: 'Saaristo Spa',
      email: 'nils.aaltonen@saaristo.example',
      phone: '46701740612',
      note: 'Needs everything to stand damp air. Send the test report with the quote.',
      chats: [whatsapp('46701740612'), { chatType: 'telegram', chatId: '55502290' }],
      deals: [
        {
          id: 'pool-loungers',
          title: 'Loungers for the pool hall',
          stage: 'proposal',
          amount: 11_300,
          currency: 'EUR',
          addedAgo: 29,
        },
        {
          id: 'sauna-benches',
          title: 'Sauna benches in alder',
          stage: 'negotiation',
          amount: 5750,
          currency: 'EUR',
          addedAgo: 34,
        },
      ],
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
      note: 'Moves in September. Lift takes 2.1 m at most.',
      chats: [{ chatType: 'telegram', chatId: '55501234' }],
      deals: [
        {
          id: 'standing-desks',
          title: '32 height-adjustable desks',
          stage: 'negotiation',
          amount: 27_200,
          currency: 'USD',
          addedAgo: 37,
        },
        {
          id: 'meeting-tables-labs',
          title: 'Two meeting tables, oiled ash',
          stage: 'won',
          amount: 5400,
          currency: 'USD',
          addedAgo: 160,
        },
      ],
    },
    {
      id: 'aoife-brennan',
      name: 'Aoife Brennan',
      position: 'Founder',
      company: 'Brennan Ceramics',
      email: 'aoife@brennanceramics.example',
      phone: '447700900361',
      note: 'Shelves must carry 60 kg each.',
      chats: [whatsapp('447700900361'), { chatType: 'instagram', chatId: 'brennan.ceramics.example' }],
      deals: [
        {
          id: 'drying-shelves',
          title: 'Drying shelves for the studio',
          stage: 'qualified',
          amount: 2480,
          currency: 'EUR',
          addedAgo: 14,
        },
        {
          id: 'market-stall',
          title: 'Folding market stall',
          stage: 'lost',
          amount: 890,
          currency: 'EUR',
          addedAgo: 70,
        },
      ],
    },
    {
      id: 'marcus-hall',
      name: 'Marcus Hall',
      position: 'Facilities',
      company: 'Foundry Coworking',
      email: 'marcus@foundrycoworking.example',
      phone: '12125550178',
      note: 'Fourth site in two years. Pays on time.',
      chats: [whatsapp('12125550178')],
      deals: [
        {
          id: 'phone-booths',
          title: 'Phone booths, second floor',
          stage: 'won',
          amount: 18_900,
          currency: 'USD',
          addedAgo: 120,
        },
        {
          id: 'lockers-third-site',
          title: 'Lockers for the third site',
          stage: 'proposal',
          amount: 9600,
          currency: 'USD',
          addedAgo: 20,
        },
      ],
    },
    {
      id: 'yuki-tanabe',
      name: 'Yuki Tanabe',
      position: 'Architect',
      company: 'Tanabe & Ross',
      email: 'yuki@tanabeross.example',
      phone: '61491570156',
      note: 'Specifies for clients: wants drawings rather than prices.',
      chats: [whatsapp('61491570156')],
      deals: [
        {
          id: 'library-drawings',
          title: 'Library fit-out, drawings',
          stage: 'new',
          amount: 0,
          currency: 'AUD',
          addedAgo: 8,
        },
        {
          id: 'reading-desks',
          title: 'Reading desks, twelve',
          stage: 'qualified',
          amount: 8800,
          currency: 'AUD',
          addedAgo: 15,
        },
      ],
    },
    {
      id: 'sofia-petrova',
      name: 'Sofia Petrova',
      position: 'Studio manager',
      company: 'North Light Photography',
      email: 'sofia@northlight.example',
      phone: '',
      note: 'Writes in VK first, always.',
      chats: [{ chatType: 'vk', chatId: '410293847' }],
      deals: [
        {
          id: 'prop-storage',
          title: 'Prop storage on wheels',
          stage: 'proposal',
          amount: 3100,
          currency: 'EUR',
          addedAgo: 22,
        },
        {
          id: 'backdrop-stands',
          title: 'Backdrop stands, oak and steel',
          stage: 'new',
          amount: 760,
          currency: 'EUR',
          addedAgo: 5,
        },
      ],
    },
  ]
}

function whatsapp(chatId: string): ContactChat {
  return { chatType: 'whatsapp', chatId }
}
