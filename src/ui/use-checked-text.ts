import { type ChangeEvent, type SubmitEvent, useId, useState } from 'react'

/**
 * A form of one field whose text must make sense: `read` gives its meaning, or null. A refusal stands until the text
 * changes; the words for it take `whyId`.
 */
export function useCheckedText<Value>(read: (text: string) => Value | null, onRead: (value: Value) => void) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const whyId = useId()

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    const value = read(text)
    setWrong(value === null)
    if (value === null) return
    setText('')
    onRead(value)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value)
    setWrong(false)
  }
  const why = wrong ? whyId : undefined
  const field = {
    value: text,
    onChange,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': wrong,
    'aria-describedby': why,
  }
  return { field, wrong, whyId, onSubmit }
}
