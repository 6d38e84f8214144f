import type { Row } from './row'
import { accountRows } from './rows/account'
import { connectRows } from './rows/connect'
import { cutRows } from './rows/cut'
import { guardRows } from './rows/guards'
import { holeRows } from './rows/holes'
import { inputRows } from './rows/input'
import { listRows } from './rows/lists'
import { loadRows } from './rows/load'
import { pageRows } from './rows/page'
import { switchRows } from './rows/switch'

/** The fault table, in truth.md's order. */
export const rows: readonly Row[] = [
  ...connectRows,
  ...cutRows,
  ...holeRows,
  ...pageRows,
  ...inputRows,
  ...listRows,
  ...switchRows,
  ...accountRows,
  ...loadRows,
  ...guardRows,
]
