import type { ReactNode } from 'react'

const columns = [
  {
    name: 'New',
    deals: [
      ['Pension Haller', '48 bedside lamps, blue', '€ 3,120'],
      ['Café Mirador', 'Outdoor heaters', '€ 980'],
    ],
  },
  { name: 'Offer sent', deals: [['Jonas Ostrowski', 'Office fit-out, floor 3', '€ 12,400']] },
  {
    name: 'Ready',
    deals: [
      ['Maria Lindqvist', 'Two lamps and a shade', '€ 418'],
      ['Amina Bekova', 'Repair of a chandelier', '€ 265'],
    ],
  },
] as const

/** Deals in columns, and things that lie over them. */
export function Board({ children }: { children?: ReactNode }): ReactNode {
  return (
    <>
      <main className="board">
        <h1 className="hidden">Deals</h1>
        {columns.map(({ name, deals }) => (
          <section key={name} className="fill" aria-label={name}>
            <h2>
              {name} <span>{deals.length}</span>
            </h2>
            {deals.map(([contact, what, value]) => (
              <article key={contact}>
                <h3>{contact}</h3>
                <p>
                  <bdi>{what}</bdi>
                </p>
                <p>
                  <bdi>{value}</bdi>
                </p>
              </article>
            ))}
          </section>
        ))}
      </main>
      {children}
    </>
  )
}
