'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { formWords } from './formWords.ts'
import type { FormWords } from './formWords.ts'

type Place = 'desk' | 'item'

const keysOf = (place: Place, words: FormWords): [string, string][] =>
  place === 'desk'
    ? [
        ['j', words.keyNext],
        ['k', words.keyPrevious],
        ['Enter', words.keyOpen],
        ['x', words.keyChoose],
        ['?', words.keyHelp],
      ]
    : [
        ['a', words.keyApprove],
        ['r', words.keyReturn],
        ['t', words.keyRefuse],
        ['j', words.keyNextItem],
        ['k', words.keyPreviousItem],
        ['g', words.keyBack],
        ['Esc', words.keyEscape],
        ['Ctrl Enter', words.keySend],
        ['?', words.keyHelp],
      ]

/**
 * The keys of a screen of the desk and, behind `?`, their list. A key leads to the element that carries it in `data-key`;
 * on the desk `j` and `k` go through the rows. Never while somebody types, never with Ctrl, Alt or Meta.
 */
export const Shortcuts = ({ place }: { place: Place }) => {
  const { i18n } = useTranslation()
  const words = formWords(i18n.language)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      const isDone =
        event.key === '?'
          ? toggle(dialog.current)
          : !dialog.current?.open && (place === 'desk' ? walk(event.key) : lead(event.key))
      if (isDone) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [place])
  return (
    <div className="coloa-keys">
      <button onClick={() => toggle(dialog.current)} type="button">
        {words.shortcuts} <kbd aria-hidden>?</kbd>
      </button>
      <dialog aria-label={words.shortcutsTitle} ref={dialog}>
        <h2>{words.shortcutsTitle}</h2>
        <dl>
          {keysOf(place, words).map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <button onClick={() => dialog.current?.close()} type="button">
          {words.close}
        </button>
      </dialog>
    </div>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))

const toggle = (dialog: HTMLDialogElement | null): boolean => {
  if (dialog?.open) dialog.close()
  else dialog?.showModal()
  return true
}

/** A primary act is only reached by its key, Enter then does it; everything else opens at once. */
const lead = (key: string): boolean => {
  const element = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (!element) return false
  element.scrollIntoView({ block: 'center' })
  element.focus()
  if (element.dataset.keyOnly === undefined) element.click()
  return true
}

const walk = (key: string): boolean => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const active = document.activeElement?.closest('tr')
  const at = rows.findIndex((row) => row.closest('tr') === active)
  if (key === 'x') {
    const box = active?.querySelector<HTMLInputElement>('input[type=checkbox]')
    box?.click()
    return Boolean(box)
  }
  const step = key === 'j' ? 1 : key === 'k' ? -1 : 0
  if (step === 0 || rows.length === 0) return false
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)
  rows[next]?.focus()
  return true
}
