import type { BookSide } from '../../domain/ladder'

/** A row by its place, whatever level stands there: the best is 0. */
export interface Spot {
  readonly side: BookSide
  readonly row: number
}
