/** Kinds of overlays. A launcher's panel stands in a corner of the page and stays open while its user works elsewhere. */
export type OverlayKind = 'launcher' | 'popover' | 'drawer' | 'dialog'
