/** The APIs of this package, each named after its entry. */
export type Vendor = 'wazzup-v2' | 'wazzup-v3' | 'wazzup-tech' | 'whatomate'
