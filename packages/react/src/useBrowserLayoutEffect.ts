'use client'

import { useEffect, useLayoutEffect } from 'react'

/**
 * Layout effects end before their elements leave the page: frames are brought to safety, and the focus returns. A server runs none,
 * and React 18 warns of them.
 */
export const useBrowserLayoutEffect: typeof useEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
