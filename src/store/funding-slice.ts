import type { Delivery } from '../domain/delivery'
import type { FundingRate } from '../domain/funding'
import { nextTopicStatus, type TopicStatuses } from './topic-status'

/** Funding of one network: it rides on the market's socket and outlives a switch of the market. */
export interface FundingData {
  readonly rates: readonly FundingRate[]
  readonly topics: TopicStatuses<'live_funding_rate'>
}

export const NO_FUNDING: FundingData = { rates: [], topics: {} }

export function applyToFunding(funding: FundingData, delivery: Delivery): FundingData {
  const { topic, update } = delivery
  if (topic !== 'live_funding_rate') return funding
  const topics = { live_funding_rate: nextTopicStatus(funding.topics.live_funding_rate, delivery) }
  return { topics, rates: update?.topic === topic ? update.rates : funding.rates }
}
