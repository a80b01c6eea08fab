import type { ReactNode } from 'react'

/** The card of a deal, with a place for a chat beside its facts. */
export function Deal({ children }: { children: ReactNode }): ReactNode {
  return (
    <main className="deal">
      <div className="facts">
        <div>
          <h1>Maria Lindqvist</h1>
          <p>Lindqvist Interiors, Malmö</p>
        </div>
        <dl>
          <div>
            <dt>Deal</dt>
            <dd>Two lamps and a shade</dd>
          </div>
          <div>
            <dt>Value</dt>
            <dd>
              <bdi>€ 418.00</bdi>
            </dd>
          </div>
          <div>
            <dt>Stage</dt>
            <dd>Ready for collection</dd>
          </div>
          <div>
            <dt>Phone</dt>
            <dd>
              <bdi>+46 70 555 12 34</bdi>
            </dd>
          </div>
        </dl>
      </div>
      <div className="place">{children}</div>
    </main>
  )
}
