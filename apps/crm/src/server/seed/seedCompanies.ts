/** Details of a company, beside its name. */
export interface SeedCompany {
  website: string
  city: string
  industry: string
}

/** Companies of the demo's contacts, by name. */
export const seedCompanies: Record<string, SeedCompany> = {
  'Hotel Skärgården': { website: 'skargarden.example', city: 'Stockholm', industry: 'Hotels' },
  'Casa do Forno': { website: 'casadoforno.example', city: 'Porto', industry: 'Restaurants' },
  'Lantern Street Hotels': { website: 'lanternstreet.example', city: 'London', industry: 'Hotels' },
  'Gasthof Weber': { website: 'gasthof-weber.example', city: 'Freiburg', industry: 'Restaurants' },
  'Studio Marchetti': { website: 'studiomarchetti.example', city: 'Trieste', industry: 'Interior design' },
  'Saaristo Spa': { website: 'saaristo.example', city: 'Turku', industry: 'Spas' },
  'Parallel Labs': { website: 'parallellabs.example', city: 'New York', industry: 'Software' },
  'Brennan Ceramics': { website: 'brennanceramics.example', city: 'Galway', industry: 'Studios' },
  'Foundry Coworking': { website: 'foundrycoworking.example', city: 'New York', industry: 'Coworking' },
  'Tanabe & Ross': { website: 'tanabeross.example', city: 'Melbourne', industry: 'Architecture' },
  'North Light Photography': { website: 'northlight.example', city: 'Sofia', industry: 'Studios' },
}
