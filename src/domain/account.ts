/** Rows of the account topics. Prices and amounts in the quote currency, sizes in the base; null: absent or unreadable. */

export interface Position {
  readonly address: string
  readonly marketId: string
  /** trade_id: names the position, shared by its fills and later orders. */
  readonly tradeId: string
  readonly side: 'long' | 'short'
  readonly size: number
  readonly entryPrice: number
  readonly liquidationPrice: number | null
  readonly marginUsd: number | null
  readonly valueUsd: number | null
  readonly leverage: number | null
  readonly stopLoss: number | null
  readonly takeProfit: number | null
  readonly updatedMs: number | null
}

export interface OpenOrder {
  readonly address: string
  readonly marketId: string
  readonly orderId: string
  readonly tradeId: string | null
  readonly orderType: number | null
  readonly price: number
  readonly totalSize: number
  readonly remainingSize: number
  readonly valueUsd: number | null
  readonly leverage: number | null
  readonly createdMs: number | null
  readonly updatedMs: number | null
}

export interface HistoryOrder {
  readonly key: string
  readonly address: string
  readonly marketId: string
  readonly orderId: string
  readonly tradeId: string | null
  readonly orderType: number | null
  readonly isMarket: boolean | null
  readonly price: number | null
  readonly size: number
  readonly valueUsd: number | null
  readonly leverage: number | null
  readonly status: string
  readonly createdMs: number | null
  readonly updatedMs: number | null
}

export interface Fill {
  /** All fields of the row as received: equal keys are equal rows. */
  readonly key: string
  readonly address: string
  readonly marketId: string
  readonly tradeId: string
  readonly orderType: number | null
  readonly price: number
  readonly size: number
  readonly feeUsd: number | null
  readonly pnlUsd: number | null
  readonly timeMs: number | null
  readonly updatedMs: number | null
  /** Not in the samples; used where a newer row carries it. */
  readonly version: string | null
  readonly orderId: string | null
}
