import { useEffect, useState } from 'react'
import { useStore } from '../store/store'
import type { AlertWords } from './alert-words'

/** `missing`: this browser has none for pages, or not for one that came without encryption. */
export type NotificationState = NotificationPermission | 'missing'

export function notificationState(): NotificationState {
  return typeof Notification === 'undefined' ? 'missing' : Notification.permission
}

/** Only to be asked for by a press of the reader's. */
export async function askForNotifications(): Promise<NotificationState> {
  if (notificationState() === 'default') await Notification.requestPermission()
  return notificationState()
}

interface Notifier {
  /** While the page is hidden, and where the reader has allowed it; one of the same tag is replaced. */
  readonly show: (tag: string, words: AlertWords, onOpen: () => void) => void
  readonly closeAll: () => void
}

function createNotifier(): Notifier {
  const shown = new Map<string, Notification>()
  return {
    show(tag, { title, detail }, onOpen) {
      if (!document.hidden || notificationState() !== 'granted') return
      try {
        const notification = new Notification(title, { body: detail, tag })
        notification.addEventListener('click', () => {
          window.focus()
          onOpen()
        })
        shown.set(tag, notification)
      } catch {
        // Browsers of phones have the permission, and leave the showing to installed pages.
        useStore
          .getState()
          .notify('This browser did not let the page show a notification; alerts are told on the page alone.')
      }
    },
    closeAll() {
      for (const notification of shown.values()) notification.close()
      shown.clear()
    },
  }
}

/** Notifications about the account on show: gone with it, and when the reader comes back to the page. */
export function useNotifier(onSeen?: () => void): Notifier {
  const [notifier] = useState(createNotifier)
  useEffect(() => {
    const stop = useStore.subscribe(({ account }, before) => {
      if (account !== before.account) notifier.closeAll()
    })
    return () => {
      stop()
      notifier.closeAll()
    }
  }, [notifier])
  useEffect(() => {
    const look = () => {
      if (document.hidden) return
      notifier.closeAll()
      onSeen?.()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [notifier, onSeen])
  return notifier
}
