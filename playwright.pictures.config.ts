import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** Of `npm run pictures`. They depend on the browser and the fonts found, so they are no part of `npm test`. */
export default defineConfig(base, {
  testMatch: 'pictures/pictures.ts',
  reporter: 'line',
  timeout: 180_000,
  updateSnapshots: 'none',
  snapshotPathTemplate: 'docs/pictures/{arg}{ext}',
  // Kept pictures have 256 colours: a colour may be off by a little, but no letter.
  expect: {
    timeout: 15_000,
    toHaveScreenshot: { threshold: 0.15, maxDiffPixels: 40 },
  },
  use: { locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
})
