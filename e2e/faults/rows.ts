import type { Row } from './row'
import { accountRows } from './rows/account'
import { connectRows } from './rows/connect'
import { cutRows } from './rows/cut'
import { guardRows } from './rows/guards'
import { holeRows } from './rows/holes'
import { inputRows } from './rows/input'
import { listRows } from './rows/lists'
import { loadRows } from './rows/load'
import { ownBookRows } from './rows/own-books'
import { pageRows } from './rows/page'
import { switchRows } from './rows/switch'
import { topicRows } from './rows/topics'

/** The fault table, in truth.md's order. */
export const rows: readonly Row[] = [
  ...connectRows,
  ...topicRows,
  ...cutRows,
  ...holeRows,
  ...pageRows,
  ...inputRows,
  ...listRows,
  ...switchRows,
  ...accountRows,
  ...loadRows,
  ...ownBookRows,
  ...guardRows,
]
