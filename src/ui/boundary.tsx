import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  /** Drawn in place of what broke; `retry` draws it anew. */
  readonly broken: (reason: string, retry: () => void) => ReactNode
  readonly children: ReactNode
}

interface BoundaryState {
  readonly reason: string | null
}

const MAX_REASON = 200

/** Keeps what breaks inside from taking the page with it. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { reason: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    const reason = error instanceof Error ? error.message : String(error)
    return { reason: reason.slice(0, MAX_REASON) || 'unknown error' }
  }

  override render() {
    const { reason } = this.state
    return reason === null ? this.props.children : this.props.broken(reason, () => this.setState({ reason: null }))
  }
}
