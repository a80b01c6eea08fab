import { type DealStage, isClosed } from '../../api/deal.ts'
import { contactTexts } from '../contacts/contactTexts.ts'
import { positionGap } from '../deals/findPosition.ts'
import { toSearchText } from '../search/toSearchText.ts'
import { dayMs, type SeedRows } from './seedRows.ts'

/** Contacts of one generated company. */
const contactsPerCompany = 4

/** Makes any number of contacts and deals, the same ones every time. They have no past beside their being added. */
export function generateRows({
  now,
  contactCount,
  dealCount,
}: {
  now: number
  contactCount: number
  dealCount: number
}): SeedRows {
  const rows: SeedRows = { companies: [], contacts: [], chats: [], deals: [], tasks: [], notes: [], activity: [] }
  for (let index = 0; index < contactCount; index += 1) {
    if (index % contactsPerCompany === 0) rows.companies.push(toCompany(index / contactsPerCompany, now))
    rows.contacts.push(toContact(index, now))
    rows.chats.push({ chatType: 'whatsapp', chatId: toPhone(index), contactId: `contact-${index}` })
  }
  if (contactCount > 0) {
    for (let index = 0; index < dealCount; index += 1) rows.deals.push(toDeal({ index, contactCount, now }))
  }
  return rows
}

function toCompany(index: number, now: number): SeedRows['companies'][number] {
  const place = pick(places, index)
  const kind = pick(kinds, Math.floor(index / places.length))
  const round = Math.floor(index / (places.length * kinds.length))
  const name = `${kind.name} ${place}${round === 0 ? '' : ` ${round + 1}`}`
  const at = toTime(index * contactsPerCompany, now)
  return {
    id: `company-${index}`,
    createdAt: at,
    updatedAt: at,
    responsibleUserId: toOwner(index),
    name,
    sortName: toSearchText(name),
    website: `${toSearchText(name).replaceAll(' ', '-')}.example`,
    city: place,
    industry: kind.industry,
  }
}

function toContact(index: number, now: number): SeedRows['contacts'][number] {
  const companyIndex = Math.floor(index / contactsPerCompany)
  const first = pick(firstNames, index)
  const last = pick(lastNames, Math.floor(index / firstNames.length) + index)
  const name = `${first} ${last}`
  const email = `${toSearchText(name).replaceAll(' ', '.')}.${index}@mail.example`
  const [position, phone] = [pick(positions, index), toPhone(index)]
  const at = toTime(index, now)
  return {
    id: `contact-${index}`,
    createdAt: at,
    updatedAt: at,
    responsibleUserId: toOwner(companyIndex),
    name,
    position,
    companyId: `company-${companyIndex}`,
    email,
    phone,
    ...contactTexts({ name, position, email, phone }),
  }
}

function toDeal({
  index,
  contactCount,
  now,
}: {
  index: number
  contactCount: number
  now: number
}): SeedRows['deals'][number] {
  const contactIndex = (index * 7) % contactCount // Spread over the contacts.
  const companyIndex = Math.floor(contactIndex / contactsPerCompany)
  const stage = pick(stages, index)
  const count = 2 + ((index * 5) % 40)
  const title = `${count} ${pick(products, index)}`
  const at = toTime(index, now)
  return {
    id: `deal-${index}`,
    createdAt: at,
    updatedAt: at,
    responsibleUserId: toOwner(companyIndex),
    contactId: `contact-${contactIndex}`,
    companyId: `company-${companyIndex}`,
    title,
    searchText: toSearchText(title),
    stage,
    position: (index + 1_000) * positionGap, // Below the hand-written ones.
    amountCents: count * (60 + ((index * 13) % 240)) * 100,
    currency: index % 25 === 0 ? 'GBP' : 'EUR',
    closedAt: isClosed(stage) ? at : null,
  }
}

/** Numbers 555-0100 to 555-0199 of every area are reserved for fiction. 212 has contacts of the hand-written demo. */
function toPhone(index: number): string {
  const area = 213 + (Math.floor(index / 100) % 780)
  const round = Math.floor(index / 78_000)
  return `1${area}555${String(100 + (index % 100)).padStart(4, '0')}${round === 0 ? '' : round}`
}

function toOwner(companyIndex: number): string {
  return companyIndex % 2 === 0 ? 'ann' : 'ben'
}

/** Some time of the last two years. */
function toTime(index: number, now: number): number {
  return now - (10 + ((index * 31) % 700)) * dayMs
}

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value // The lists below are not empty.
}

const stages: readonly DealStage[] = [
  'new',
  'won',
  'qualified',
  'lost',
  'proposal',
  'won',
  'negotiation',
  'new',
  'won',
  'lost',
]

const kinds = [
  { name: 'Hotel', industry: 'Hotels' },
  { name: 'Bistro', industry: 'Restaurants' },
  { name: 'Studio', industry: 'Studios' },
  { name: 'Clinic', industry: 'Clinics' },
  { name: 'Library', industry: 'Libraries' },
  { name: 'Hostel', industry: 'Hotels' },
  { name: 'Bakery', industry: 'Restaurants' },
  { name: 'Gallery', industry: 'Galleries' },
] as const

const places = `
  Aarhus Basel Bergen Bilbao Bologna Bratislava Brno Brügge Cádiz Cork Delft Dijon Dresden Gdańsk Genoa Ghent Girona
  Graz Groningen Helsinki Innsbruck Jena Kaunas Košice Leiden Leipzig Liège Linz Ljubljana Lund Lyon Maastricht Malmö
  Modena Nantes Odense Oulu Parma Pécs Porto Poznań Riga Rouen Salzburg Siena Split Szeged Tampere Tartu Trento Tromsø
  Turku Uppsala Utrecht Verona Vigo Vilnius Winterthur Zadar Zürich`
  .trim()
  .split(/\s+/)

const firstNames = `
  Ada Amir Anneli Bálint Beatriz Chiara Daniel Eszter Fatima Freya Giulia Hanna Ines Jakub Jana Kaisa Karim Lars Leila
  Lucía Magnus Marek Mateo Nadia Noor Oskar Petra Rasmus Sanne Simone Sven Tereza Tomáš Ursula Viktor Yasmin Zoé`
  .trim()
  .split(/\s+/)

const lastNames = `
  Almeida Andersen Bakker Bauer Bergström Bianchi Costa Dahl Dubois Ferrari Fischer García Haddad Hansen Horváth
  Jansen Kamiński Keller Kovács Kowalska Laine Lehtonen Lindholm Martín Meyer Moreau Mäkinen Nagy Novák Nowak Olsen
  Peeters Ricci Rossi Santos Schmid Silva Svensson Tóth Vermeer Virtanen Wagner Weiss`
  .trim()
  .split(/\s+/)

const positions = `
  Owner, Manager, Purchasing, Interior designer, Architect, Office manager, Facilities, Head chef`
  .trim()
  .split(/,\s+/)

const products = `
  oak dining chairs, bedside lamps, café tables, bar stools, wardrobes in ash, reading desks, linen armchairs, garden
  benches, wall shelves, meeting tables, headboards, floor lamps`
  .trim()
  .split(/,\s+/)
